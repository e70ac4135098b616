"""Checks of images and their alternative texts."""
