"""Tools that come from npm, and where the launcher has put them."""
