"""Numbers for summaries and citations, and how sure they are."""
