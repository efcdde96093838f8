"""Scores of summaries and citations, and their uncertainty."""
