"""How well records are read: the labelled sets against what the rules say."""
