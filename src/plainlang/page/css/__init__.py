"""The style of a page, as far as readers and names depend on it."""
