"""Finding: one set of criteria behind every surface."""
