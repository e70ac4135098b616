"""The reading level of a text: counts, formulas, the grade, and what to rewrite first."""
