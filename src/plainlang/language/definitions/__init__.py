"""Is a term explained, and where? The ways in which writers explain words."""
