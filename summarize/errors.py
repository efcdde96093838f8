"""The errors that `summarize` raises on purpose.

::

    SummarizeError
    ├── OptionError      an option has a value that is not allowed (also a ValueError)
    ├── InputError       an input cannot be read or holds no article
    └── WorkerDiedError  a task crashed every worker process that ran it

Every message is one line that says what is wrong, where, and what to do.
"""


class SummarizeError(Exception):
    """Base of all errors that this package raises on purpose."""


class OptionError(SummarizeError, ValueError):
    """An option has a value that is not allowed."""


class InputError(SummarizeError):
    """An input cannot be read, or holds no article."""


class WorkerDiedError(SummarizeError):
    """A task crashed every worker process that ran it."""
