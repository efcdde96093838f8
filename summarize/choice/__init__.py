"""Which sentences enter the summary, and which articles they cite."""
