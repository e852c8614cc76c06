"""The page of a search: cards, filters, what was chosen, and what to do without a match."""
