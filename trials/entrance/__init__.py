"""How curators come in: a password, a second factor, and a lock for those who guess."""
