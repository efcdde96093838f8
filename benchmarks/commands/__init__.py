"""One file for each command: its options, what it runs and in which order."""
