"""The edge where data come in: turns what people have into clusters of articles.

`events` is the entry point of the command, `load` that of Python. What cannot be used is yielded as
a `Skipped` record, so that one bad input never stops the others; only an invalid option raises.
Nothing is printed, and nothing is fetched but the links that are given.
"""
