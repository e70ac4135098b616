"""Word lists of terms and phrases, how their words change, and what of them is jargon."""
