"""Wording: from what a room below knows to what a page says. No markup, no database."""
