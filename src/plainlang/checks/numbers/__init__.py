"""Checks of numbers: doses, dates, times and chances."""
