"""A web server on loopback whose answers a test decides, and fetching with small limits."""

import gzip
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from summarize.inputs.options import LoadOptions
from summarize.inputs.records import Link
from summarize.inputs.web.fetch import fetch
from summarize.inputs.web.limits import Limits

TEXT = "The ferry ran aground off Lunde on Monday. Nobody was hurt.\n"
SMALL = Limits(
    page_seconds=1, seconds=9, seconds_a_page=0, most_bytes=20_000, longest_wait=1, n_threads=4
)


class Site:
    """A site: what it answers, what it was asked, and how many requests it had at a time.

    `pages` has for each path a string, or a function that is called with the handler of the
    request. A site without robots.txt answers with 404.
    """

    def __init__(self, pages):
        self.pages = pages
        self.asked = []
        self.agents = set()
        self.most_at_a_time = 0
        self.url = ""
        self._present = set()
        self._lock = threading.Lock()

    def answer(self, handler):
        """Answer a request."""
        with self._lock:
            self.asked.append(handler.path)
            self.agents.add(handler.headers["User-Agent"])
            self._present.add(handler)
            self.most_at_a_time = max(self.most_at_a_time, len(self._present))
        try:
            page = self.pages.get(handler.path)
            if callable(page):
                page(handler)
            else:
                send(handler, page or "", status=404 if page is None else 200)
        except OSError:  # the client has left
            pass
        finally:
            self.leave(handler)

    def leave(self, handler):
        """Count a request no longer: the next may come as soon as its last byte is sent."""
        with self._lock:
            self._present.discard(handler)

    @property
    def pages_asked(self):
        """The paths that were asked for, without those of robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]


def send(handler, body="", *, status=200, length=True, **headers):
    """Send an answer."""
    data = body if isinstance(body, bytes) else body.encode()
    handler.send_response(status)
    headers = {"Content-Type": "text/plain; charset=utf-8"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    if length:
        headers["Content-Length"] = str(len(data))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.site.leave(handler)
    handler.end_headers()
    handler.wfile.write(data)


def answer(body="", **options):
    """Return a page that always sends the same."""
    return lambda handler: send(handler, body, **options)


def zipped(data):
    """Return a page that is compressed."""
    return answer(gzip.compress(data), Content_Encoding="gzip")


def redirect(place, status=302):
    """Return a page that leads to another."""
    return answer(status=status, Location=place)


def slowly(seconds, body=TEXT):
    """Return a page that is sent after some time."""

    def page(handler):
        time.sleep(seconds)
        send(handler, body)

    return page


@contextmanager
def serving(pages, *, context=None, host="127.0.0.1"):
    """Run a site while the block runs."""
    answering = Site(pages)

    class Handler(BaseHTTPRequestHandler):
        site = answering

        def do_GET(self):
            self.site.answer(self)

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_):  # a client that leaves is no error of the server
            pass

    with Server((host, 0), Handler) as server:
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https" if context else "http"
        answering.url = f"{scheme}://{host}:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield answering
        finally:
            server.shutdown()
            thread.join()


def get(*urls, limits=SMALL, where="", **options):
    """Fetch pages: for each the input, or the record of why it could not be fetched."""
    links = [Link(url, where) for url in urls]
    options = LoadOptions(**({"allow_private": True} | options))
    return [given for _, given in fetch(links, options, limits)]


def reason(url, **options):
    """Return why a page cannot be fetched."""
    (given,) = get(url, **options)
    return given.reason
