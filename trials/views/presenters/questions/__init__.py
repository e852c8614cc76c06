"""The sheet of questions for one study: what its record answers, and what it leaves to ask."""
