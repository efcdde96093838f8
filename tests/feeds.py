"""Invented feeds and lists, and a way to read one, for the tests of their readers."""

from summarize.inputs import readers
from summarize.inputs.given import Input
from summarize.inputs.options import LoadOptions
from summarize.inputs.records import Link, Skipped
from summarize.model import Article

SENTENCE = "The ferry ran aground off Lunde on Monday and nobody of the crew was hurt."
LONG = " ".join([SENTENCE] * 6)  # 90 words
SITE = "https://courier.example"


def found(data, name="news.xml", *, url=None, **options):
    """Read one input: its articles, links and skipped records."""
    data = data if isinstance(data, bytes) else data.encode()
    items = list(readers.read(Input(name, data, url), LoadOptions(**options)))
    return tuple(
        [item for item in items if isinstance(item, kind)] for kind in (Article, Link, Skipped)
    )


def rss(*items, head="<title>Lunde Courier</title>"):
    """Return an RSS feed of items, each a dict of elements, or its content as it is."""
    inside = [
        item if isinstance(item, str) else "".join(f"<{k}>{v}</{k}>" for k, v in item.items())
        for item in items
    ]
    body = "".join(f"<item>{item}</item>" for item in inside)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{body}</channel></rss>'


def sitemap(*urls):
    """Return a sitemap of the content of its ``url`` elements."""
    body = "".join(f"<url>{url}</url>" for url in urls)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</urlset>'
