"""News of a search or a study by mail: asked for twice, told once, forgotten when ended."""
