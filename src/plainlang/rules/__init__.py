"""Rules: data in YAML files, validated, compiled and kept. Knows no page and no check's innards."""
