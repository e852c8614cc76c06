"""Which cells, from what tissue, whose, and by what route: read from what is given."""
