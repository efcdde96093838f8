"""The command line: what was asked for, what is said, where it is written."""
