"""The errors that `summarize` raises.

::

    SummarizeError
    ├── OptionError      an option has a value that is not allowed (also a ValueError)
    ├── InputError       an input cannot be read or contains no article
    ├── EncoderError     a sentence encoder fails, or returns no valid vectors
    └── WorkerDiedError  a task crashed every worker process that ran it

`SkippedWarning` is a warning, not an error: an input that could not be used was left out.

Every message is one line that says what is wrong, where, and what to do.
"""


class SummarizeError(Exception):
    """Base class of all errors that this package raises deliberately."""


class OptionError(SummarizeError, ValueError):
    """An option has a value that is not allowed."""


class SkippedWarning(UserWarning):
    """An input that could not be used was left out."""


class InputError(SummarizeError):
    """An input cannot be read, or contains no article."""


class EncoderError(SummarizeError):
    """A sentence encoder fails, or returns no valid vectors."""


class WorkerDiedError(SummarizeError):
    """A task crashed every worker process that ran it."""
