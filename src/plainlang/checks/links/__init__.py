"""Checks of links: their labels, their targets, and phone numbers."""
