"""The error that ends a benchmark run with one line, and any error as one line."""


class BenchmarkError(Exception):
    """What is wrong with the input or the options, where, and what to do, in one line."""


def one_line(error: BaseException) -> str:
    r"""Describe an error in at most 200 characters.

    >>> one_line(ValueError("no\n luck"))
    'ValueError: no luck'
    """
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
