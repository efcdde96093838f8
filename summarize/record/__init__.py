"""Summaries that were saved: their schema, whether they hold, and what their reader knows."""
