"""The guide: short pages on trials, each claim with its original source."""
