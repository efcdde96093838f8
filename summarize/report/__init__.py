"""What the reader is told: the order, the headline, the differences, the reasons, the list."""
