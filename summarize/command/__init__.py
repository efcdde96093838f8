"""The command line: its options, its messages and its output."""
