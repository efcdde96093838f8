"""The site that docs/build.py makes: its links, its reference, and what a browser loads for it."""

import fcntl
import importlib.util
import json
import os
import re
import threading
from collections import Counter
from functools import cache, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from markdown_it import MarkdownIt

import summarize

pytest.importorskip("zensical", reason="the extra site is not installed")
pytest.importorskip("mkdocstrings_handlers.python", reason="the extra site is not installed")

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LOADING = {"script", "img", "iframe", "link", "source", "embed", "object"}
# Without paragraphs: CommonMark makes one of every item of a list if one item has two.
BLOCKS = ("ul", "ol", "li", "table", "tr", "th", "td", "pre", "blockquote")
COUNTED = ("h1", "h2", "h3", "h4", *BLOCKS, "img", "strong", "em")


def load_builder():
    spec = importlib.util.spec_from_file_location("build", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILDER = load_builder()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the site once for all processes that test it."""
    folder = tmp_path_factory.getbasetemp() / "site"
    if "PYTEST_XDIST_WORKER" in os.environ:  # the folder of a process is below that of the run
        folder = folder.parents[1] / "site"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            BUILDER.build(folder)
    return folder


class Page(HTMLParser):
    """The addresses and anchors of a page, and the elements of its article, or of all if none."""

    def __init__(self, html):
        super().__init__()
        self.links = []
        self.loaded = []
        self.anchors = {""}
        self.elements = Counter()
        self._is_counted = "<article" not in html
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.anchors |= {found.get("id"), found.get("name")}
        self.links += [found[name] for name in ("href", "src") if found.get(name)]
        if tag in LOADING:
            self.loaded += [found[name] for name in ("href", "src", "data") if found.get(name)]
        self._is_counted |= tag == "article"
        if self._is_counted:
            self.elements[tag] += 1

    def handle_endtag(self, tag):
        if tag == "article":
            self._is_counted = False


@cache
def read(folder):
    return {
        str(path.relative_to(folder)): Page(path.read_text("utf-8"))
        for path in folder.rglob("*.html")
    }


def broken(folder):
    """Return the links of a folder's pages that lead to no file or no anchor in it."""
    pages = read(folder)
    found = []
    for name, page in pages.items():
        for link in page.links:
            url = urlsplit(urljoin(f"http://site/{name}", link))
            target = unquote(url.path).lstrip("/")
            target += "index.html" if target.endswith("/") or not target else ""
            if url.netloc != "site":
                continue
            anchors = pages[target].anchors if target in pages else {url.fragment}
            if not (folder / target).is_file() or unquote(url.fragment) not in anchors:
                found.append((name, link))
    return found


def test_every_link_and_anchor_is_there(site):
    pages = read(site)
    assert len(pages) > len(PAGES)
    assert sum(len(page.links) for page in pages.values()) > 1000
    assert broken(site) == []


def test_a_broken_link_and_a_broken_anchor_are_found(tmp_path):
    (tmp_path / "b.html").write_text('<p id="here">')
    links = ["b.html", "b.html#here", "#", "/b.html", "c.html", "b.html#there", "https://e.example"]
    (tmp_path / "a.html").write_text("".join(f'<a href="{link}">' for link in links))
    assert broken(tmp_path) == [("a.html", "c.html"), ("a.html", "b.html#there")]


@pytest.mark.parametrize("link", ["[gone](b.md)", "[gone](a.md#gone)"])
def test_the_build_refuses_a_page_with_a_broken_link(tmp_path, link):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.md").write_text(f"# Top\n\n[here](a.md#top) {link}\n")
    with pytest.raises(SystemExit, match="1 issue found"):
        BUILDER.render(tmp_path, {"site_name": "x"})


@pytest.fixture
def unbuilt(monkeypatch):
    """Fail if anything is built."""
    monkeypatch.setattr(BUILDER, "copy", lambda _: pytest.fail("the site is built"))


@pytest.mark.usefixtures("unbuilt")
def test_a_folder_that_is_not_a_site_is_not_replaced(tmp_path):
    kept = tmp_path / "search.json"
    kept.touch()
    with pytest.raises(SystemExit, match="is not a site"):
        BUILDER.build(tmp_path)
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.usefixtures("unbuilt")
@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "give one argument"),
        (["a", "b"], "give one argument"),
        (["link"], "link is a link; give the folder itself"),
        (["dangling"], "dangling is a link"),
        (["file"], "file cannot be written: File exists"),
        (["/proc/x"], "/proc/x cannot be written: No such file"),
    ],
)
def test_what_cannot_be_written_is_refused_before_the_site_is_built(
    tmp_path, monkeypatch, given, message
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    (tmp_path / "dangling").symlink_to("nothing")
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match=message):
        BUILDER.main(given)


def test_an_empty_folder_and_an_earlier_site_are_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr(BUILDER, "copy", lambda _: None)
    for n in (1, 2):
        monkeypatch.setattr(BUILDER, "render", lambda folder, _, n=n: write(folder, str(n)))
        BUILDER.build(tmp_path)
        assert {path.name for path in tmp_path.iterdir()} == {BUILDER.MARK, str(n)}


def write(folder, name):
    (folder / "site").mkdir()
    (folder / "site" / name).touch()


def test_a_folder_that_cannot_be_replaced_is_named(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(BUILDER, "copy", lambda _: None)
    monkeypatch.setattr(BUILDER, "render", lambda folder, _: write(folder, "a"))
    monkeypatch.setattr(BUILDER.shutil, "copytree", fail)
    with pytest.raises(SystemExit, match="cannot be written: Permission denied"):
        BUILDER.build(tmp_path / "site")


def test_no_page_loads_anything_from_elsewhere(site):
    for name, page in read(site).items():
        assert [link for link in page.loaded if urlsplit(link).netloc] == [], name
    for style in site.rglob("*.css"):
        assert "url(http" not in style.read_text("utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_site_shows_a_page_as_the_host_of_the_repository_does(site, path):
    """Both have the same lists, tables and blocks, though they read Markdown by other rules."""
    place = site / path.relative_to(ROOT)
    place = (
        place.with_name("index.html") if path.name == "README.md" else place.with_suffix(".html")
    )
    ours = Page(place.read_text("utf-8")).elements
    host = Page(MarkdownIt("commonmark").enable("table").render(path.read_text("utf-8"))).elements
    assert {tag: ours[tag] for tag in COUNTED} == {tag: host[tag] for tag in COUNTED}


def test_the_navigation_has_every_page_once():
    def targets(nav):
        for entry in nav if isinstance(nav, list) else nav.values():
            yield from [entry] if isinstance(entry, str) else targets(entry)

    found = Counter(targets(BUILDER.navigation()))
    expected = {str(path.relative_to(ROOT)) for path in PAGES} - {"docs/README.md"}
    made = {"docs/examples.md", *(f"docs/reference/{name}.md" for name in BUILDER.SECTIONS)}
    assert found == Counter(expected | made)


def test_the_reference_has_every_public_name_once(site):
    found = Counter()
    for name in BUILDER.SECTIONS:
        page = Page((site / "docs" / "reference" / f"{name}.html").read_text("utf-8"))
        found += Counter(anchor for anchor in page.anchors if anchor)
        assert page.elements["blockquote"] == 0  # an example is not read as a quotation
    assert [name for name in summarize.__all__ if found[f"summarize.{name}"] != 1] == []
    assert found["summarize.options.Options"] == 1  # what `Summarizer` takes


def test_the_examples_are_what_the_program_writes(site, monkeypatch):
    monkeypatch.chdir(ROOT)
    live = site / "docs" / "live"
    evidence = summarize.summarize(summarize.load("seeds/")).to_html()
    assert (live / "evidence.html").read_text("utf-8") == evidence
    day = summarize.Summarizer(words=70).digest(summarize.load("seeds/", "docs/day/"))
    assert (live / "day.html").read_text("utf-8") == day.to_html()
    assert len(day.events) == 3


@pytest.fixture(scope="module")
def address(site):
    """Serve the site on loopback."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def visit(browser, address):
    """Open pages one after the other in windows of some width; note what goes wrong in them."""
    contexts = []

    def visit(width):
        context = browser.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda said: said.type == "error" and page.faults.append(said.text))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        context.on("request", lambda request: page.faults.append(request.url))
        page.own_faults = lambda: [text for text in page.faults if not text.startswith(address)]
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [390, 1300])
def test_no_request_leaves_the_site_and_pages_fit_their_window(visit, address, width):
    page = visit(width)
    for name in ("index", "docs/guide/tutorial", "docs/reference/functions", "docs/examples"):
        page.goto(f"{address}{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert f"{address}docs/live/day.html" in page.faults  # requests of frames are noticed too
    assert page.own_faults() == []


def test_search_finds_a_page_without_leaving_the_site(visit, address):
    page = visit(1300)
    page.goto(address)
    page.get_by_role("button", name="Search").first.click()
    page.keyboard.type("corroboration")
    page.get_by_text(re.compile(r"\d+ results")).wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function("location.search === '?h=corroboration'")
    assert page.own_faults() == []


def test_the_search_finds_the_guide_and_not_the_decisions(site):
    found = json.dumps(json.loads((site / "search.json").read_text("utf-8"))["items"])
    assert "docs/guide/cli.html" in found
    assert "docs/decisions/0" not in found


def test_a_number_on_the_embedded_page_opens_its_article(visit, address):
    page = visit(1300)
    page.goto(f"{address}docs/examples.html")
    frame = page.frame_locator("iframe").first
    frame.locator("a.cite").nth(3).click()
    assert frame.locator(":target").first.is_visible()
    assert page.own_faults() == []


def test_a_request_that_leaves_is_noticed(visit, address):
    page = visit(1300)
    page.goto(address)
    page.evaluate("fetch('http://127.0.0.1:9/elsewhere').catch(() => 0)")
    assert "http://127.0.0.1:9/elsewhere" in page.own_faults()
