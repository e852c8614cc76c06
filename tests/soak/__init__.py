"""The whole site for hours, while everything around it fails: `./run soak --help`."""
