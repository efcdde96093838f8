"""Runs a function on many items in many processes; independent of summarising."""
