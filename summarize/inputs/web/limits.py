"""How much is fetched, and how long that may take."""

from __future__ import annotations

from dataclasses import dataclass

MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of fetching; tests have smaller ones.

    Parameters
    ----------
    page_seconds
        For one page, from the first connection to the last byte, redirects included, but not the
        time that it waits for other pages of its host.
    seconds, seconds_a_page
        For all pages of a call: the first, and the second for each page.
    most_bytes
        Of a page, after it was decompressed.
    most_redirects
        Of a page.
    longest_wait
        Seconds that a server may ask to wait before the one second try.
    n_threads
        Pages that are fetched at a time, each from another host.
    """

    page_seconds: float = 20
    seconds: float = 120
    seconds_a_page: float = 2
    most_bytes: int = MOST_BYTES
    most_redirects: int = 5
    longest_wait: float = 10
    n_threads: int = 8
