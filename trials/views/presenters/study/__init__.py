"""The page of one study, section by section."""
