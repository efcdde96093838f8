"""The formats of a digest: the events of a day, each with its summary."""
