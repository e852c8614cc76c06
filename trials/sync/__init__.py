"""Bringing it up to date: run, gate, publish, changes, replay, starter catalogue."""
