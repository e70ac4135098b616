"""Checks of the reading level and of long stretches of text."""
