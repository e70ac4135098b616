"""Checks in a real browser: what only shows once styles and scripts have run.

Nothing in here is imported unless a run asks for it. May not judge a page's words, and opens pages
only from disk.
"""
