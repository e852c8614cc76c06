"""What can't be fetched again, in one file that its owner can put back."""
