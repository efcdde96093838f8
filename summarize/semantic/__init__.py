"""Sentence encoders: a model that says how near two sentences are in meaning. Optional."""
