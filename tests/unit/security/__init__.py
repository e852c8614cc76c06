"""What the code may not do to itself."""
