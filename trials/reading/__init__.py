"""What a record means: pure rules over records, each answer with its evidence. No Django."""
