"""Time and memory, measured in separate processes."""
