"""Words for 'My situation'."""
