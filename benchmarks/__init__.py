"""Speed, measured side by side with others that do the same: `./run bench`."""
