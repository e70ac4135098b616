"""Checks of words: jargon, what explains it, and wordy phrases."""
