"""All sentences of a cluster together: everything known about each, as numbers."""
