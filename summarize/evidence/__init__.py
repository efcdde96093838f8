"""All sentences of a cluster together: what is known about each, as numbers."""
