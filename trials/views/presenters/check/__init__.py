"""Checking a clinic's offer: what the registry says, what it does not, and what to look for."""
