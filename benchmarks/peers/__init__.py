"""The others: the same work, written as somebody else would write it."""
