"""The error that ends a benchmark run with one line."""


class BenchmarkError(Exception):
    """What is wrong with the input or the options, where, and what to do, in one line."""
