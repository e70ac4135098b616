"""Checks of what holds a page together: its title, headings, languages, names of controls."""
