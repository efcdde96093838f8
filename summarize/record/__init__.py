"""Saved summaries: their schema, their verification, and what their reader has read."""
