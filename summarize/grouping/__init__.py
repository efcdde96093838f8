"""From a mix of articles to its events."""
