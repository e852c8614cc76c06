"""Words for studies side by side."""
