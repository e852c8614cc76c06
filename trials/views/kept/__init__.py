"""Public pages kept by what they are made of (docs/adr/0011): marked, packed, served again."""
