"""Showing: one page a file. Presenters word it, templates place it."""
