"""Remembering: lists without an account."""
