"""How common words are, by tables that are looked at on the disk."""
