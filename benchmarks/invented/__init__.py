"""Invented studies of a real shape: drawn by chance from a fixed seed, so always the same."""
