"""Short forms: which are explained where they stand, and which a page never explains."""
