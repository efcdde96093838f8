"""Recognise pages that are in place of an article: a paywall, a login, an error, a challenge.

Each is recognised by little text and a sign in its structure, never by words: an article may be
about paywalls, and nearly every page of a newspaper has a login form and a notice about cookies.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from summarize.model import squeeze
from summarize.words import n_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

LITTLE = 40  # words
TEASER = 120  # words: as much as publishers show of an article that is not free
LEAST = 8  # words
ENOUGH = 5_000  # characters; in more there are more words than any limit here
_SAVE = "save it from a browser that shows its article"

_FREE = re.compile(r'"isAccessibleForFree"\s*+:\s*+"?false', re.IGNORECASE)
_LOCKED = "//meta[@property='article:content_tier' and @content='locked']"
_NOT_FREE = (
    "//meta[@itemprop='isAccessibleForFree' and translate(@content,'FALSE','false')='false']"
)
_CHALLENGE = re.compile(
    r"_cf_chl_opt|/cdn-cgi/challenge-platform/|challenges\.cloudflare\.com|captcha-delivery\.com"
    r"|_Incapsula_Resource|px-captcha|awswaf\.com|(?:re|h)captcha",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"^https?://(?:[\w-]+\.)*consent\.|/(?:cookie-?)?consent\b", re.IGNORECASE)
_REFRESH = re.compile(r"\s*+(\d{1,6})[\d.]*+\s*+[;,]\s*+url\s*+=", re.IGNORECASE)
_SECONDS = 10  # after which a page that leads to another has done so
_CODE = re.compile(r"\b(?:error|http)?\W?([45]\d\d)\b", re.IGNORECASE)
_PHRASES = {str(s.value): s.phrase.casefold() for s in HTTPStatus if s.value >= 400}


def wall(tree: HtmlElement, text: str) -> str | None:
    """Return why a page is not an article, as the rest of a sentence; None if it is one.

    Parameters
    ----------
    tree
        The whole page.
    text
        The main text that was found in it.
    """
    n = n_words(text[:ENOUGH])
    if n < TEASER and _is_paid(tree):
        return f"shows only {n} words to those who have not paid; save it while you are logged in"
    signs = _SIGNS if n < LITTLE else ()
    if reason := next((reason for test, reason in signs if test(tree)), None):
        return f"{reason}; {_SAVE}"
    return None if n >= LEAST else f"has no article; {_SAVE}"


def _is_paid(tree: HtmlElement) -> bool:
    """Return whether a page says that its article is not free."""
    scripts = tree.iterfind(".//script[@type='application/ld+json']")
    return any(_FREE.search(script.text or "") for script in scripts) or bool(
        tree.xpath(_LOCKED) or tree.xpath(_NOT_FREE)
    )


def _is_error(tree: HtmlElement) -> bool:
    """Return whether the title or heading of a page is that of an error."""
    for element in (*tree.iterfind(".//title"), *tree.iterfind(".//h1")):
        heading = squeeze(str(element.text_content()))[:200].casefold()
        found = set(_CODE.findall(heading))
        if "404" in found or any(
            phrase in heading for code in found if (phrase := _PHRASES.get(code))
        ):
            return True
        if heading in _PHRASES.values():
            return True
    return False


def _is_challenge(tree: HtmlElement) -> bool:
    """Return whether a page asks whether its visitor is a person."""
    scripts = (f"{s.get('src', '')} {s.text or ''}" for s in tree.iter("script", "iframe"))
    return any(_CHALLENGE.search(script) for script in scripts) and _n_seen(tree) < TEASER


def _is_consent(tree: HtmlElement) -> bool:
    """Return whether a form or frame of a page asks for consent."""
    addresses = (e.get("action") or e.get("src") or "" for e in tree.iter("form", "iframe"))
    return any(_CONSENT.search(address) for address in addresses)


def _is_login(tree: HtmlElement) -> bool:
    return bool(tree.xpath("boolean(//input[@type='password'])"))


def _leads_on(tree: HtmlElement) -> bool:
    """Return whether a page leads to another one at once."""
    for meta in tree.iterfind(".//meta[@http-equiv]"):
        found = _REFRESH.match(meta.get("content", ""))
        if meta.get("http-equiv", "").lower() == "refresh" and found:
            return int(found[1]) <= _SECONDS
    return False


def _needs_script(tree: HtmlElement) -> bool:
    """Return whether a page has scripts, and little text that is seen without them."""
    return tree.find(".//script") is not None and _n_seen(tree) < LITTLE


def _n_seen(tree: HtmlElement) -> int:
    """Return the number of words that a page shows without scripts."""
    unseen = "ancestor::script or ancestor::style or ancestor::noscript"
    return n_words(" ".join(map(str, tree.xpath(f"//body//text()[not({unseen})]"))))


# The first that fits is the reason.
_SIGNS: tuple[tuple[Callable[[HtmlElement], bool], str], ...] = (
    (_is_error, "is a page of an error"),
    (_is_challenge, "asks whether its visitor is a person"),
    (_leads_on, "only leads to another page"),
    (_is_consent, "asks for consent to cookies"),
    (_is_login, "is a login page"),
    (_needs_script, "shows its article only to a browser with JavaScript"),
)
