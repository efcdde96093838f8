"""The errors that `summarize` raises on purpose.

::

    SummarizeError
    ├── OptionError      an option has a value that is not allowed (also a ValueError)
    └── InputError       an input cannot be read or holds no article

Every message is one line that says what was seen, where, and what to do.
"""


class SummarizeError(Exception):
    """Base of all errors that this package raises on purpose."""


class OptionError(SummarizeError, ValueError):
    """An option has a value that is not allowed."""


class InputError(SummarizeError):
    """An input cannot be read, or holds no article."""
