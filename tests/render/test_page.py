"""The evidence page, in its bytes and in a real Chromium."""

import html
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from summaries import FERRY

from summarize import Article, summarize
from summarize.render import render

SEEDS = [
    Article(path.read_text("utf-8"), id=path.name, path=f"seeds/{path.name}")
    for path in sorted(Path(__file__).parents[2].glob("seeds/*.txt"))
]
HOSTILE = [
    Article(
        "<script>document.title='owned'</script> The </script><img src=x onerror=alert(1)> council "
        "approved the \u202ebridge\u202c on Monday. " + "x" * 10_000 + " was said by the council.",
        title="</title><script>document.title='owned'</script>",
        url='https://example.org/"onmouseover="alert(1)',
    ),
    Article(
        "The council approved the bridge on Monday, {{ 7 * 7 }} {% raw %} people said.",
        source="<b onclick=alert(1)>Post</b>",
        url="javascript:alert(1)",
    ),
]


def squeezed(text):
    return " ".join(text.split())


def test_the_page_of_the_seeds_is_one_small_file_without_network():
    page = summarize(SEEDS).to_html()
    assert len(page.encode()) < 100_000
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert not re.search(r"\son\w+=", page)


def test_every_citation_has_its_anchor_and_every_anchor_once():
    page = summarize(SEEDS, words=250).to_html()
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


def test_words_of_articles_are_shown_as_text_only():
    page = summarize(HOSTILE, words=40, explain=True).to_html()
    assert page.count("<script>") == page.count("</script>") == 1
    assert "<img" not in page
    assert "onclick=alert" not in html.unescape(re.sub(r"&lt;.*?&gt;", "", page))
    assert 'href="javascript:' not in page
    assert "\u202e" not in page
    assert "{{ 7 * 7 }}" in html.unescape(page)


def test_articles_that_are_not_cited_are_counted():
    far = [Article(f"Nothing happened in place number {n} at all this week.") for n in range(30)]
    summary = summarize([*SEEDS, *far], words=40)
    page = summary.to_html()
    assert "more articles are not shown." in page
    assert page.count("<article ") < 20


def test_of_many_citations_the_most_similar_are_shown():
    text = "The council approved the {} bridge over the river on Monday evening, people said."
    words = [
        f"{a}{b}ly"
        for a in ("old", "new", "long", "wide")
        for b in ("grand", "plain", "odd", "fair")
    ]
    summary = summarize([Article(text.format(word)) for word in words], words=20)
    page = summary.to_html()
    assert len(summary.sentences[0].citations) == len(words) - 1
    assert len(re.findall('aria-label="[^"]*says the same', page)) == 12
    assert "and 3 more</p>" in page
    assert page.count("<article ") == 13


def test_a_summary_without_its_articles_still_has_a_page():
    """As one that a test invented, or that came through a pickle of an older version."""
    page = render(replace(FERRY, sources=()), "html")
    assert '<article id="article-1"' in page
    assert "Ines Kalder" in page


def test_a_notebook_shows_the_page_in_a_frame_of_its_own():
    summary = summarize(SEEDS)
    cell = summary._repr_html_()
    (inside,) = re.findall(r'srcdoc="([^"]*)"', cell)
    assert html.unescape(inside) == summary.to_html()
    assert "<style" not in cell.replace(inside, "")
    assert 'sandbox="allow-popups"' in cell


@pytest.fixture
def visit(browser, tmp_path):
    """Open a page, and collect console errors and network requests."""
    contexts = []

    def visit(content, width=1400, *, javascript=True, **options):
        file = tmp_path / f"{len(contexts)}.html"
        file.write_text(content, "utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=javascript, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("request", lambda request: page.faults.append(request.url))
        page.goto(file.as_uri())
        assert page.faults.pop(0) == file.as_uri()
        return page

    yield visit
    for context in contexts:
        context.close()


def expected_texts(summary):
    """For each anchor, the text that it must show."""
    texts = {d.number: s.article.text for d, s in zip(summary.documents, summary.sources)}  # noqa: B905
    spans = [(s.document, s.start, s.end) for s in summary.sentences]
    spans += [(c.document, c.start, c.end) for s in summary.sentences for c in s.citations]
    spans += [
        (p.document, p.start, p.end)
        for d in summary.differences
        for v in d.values
        for p in v.places
    ]
    if summary.headline.start is not None:
        headline = summary.headline
        spans.append((headline.document, headline.start, headline.end))
    return {f"a{n}-{start}": squeezed(texts[n][start:end]) for n, start, end in spans}


def wrong_places(page, summary):
    """Click every citation; return those that do not open their place."""
    expected = expected_texts(summary)
    wrong = []
    for link in page.locator("a.cite").all():
        link.click()
        anchor, shown, is_target, is_visible = link.evaluate(
            "link => { const target = document.getElementById(link.hash.slice(1));"
            " const box = target.getBoundingClientRect();"
            " return [target.id, target.innerText, target.matches(':target'),"
            " box.bottom > 0 && box.top < innerHeight]; }"
        )
        if squeezed(shown) != expected.get(anchor) or not is_target:
            wrong.append((anchor, shown))
        assert is_visible
    return wrong


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("javascript", [True, False])
def test_every_citation_opens_its_article_at_the_place(visit, width, javascript):
    summary = summarize(SEEDS)
    page = visit(summary.to_html(), width, javascript=javascript)
    assert wrong_places(page, summary) == []
    assert page.faults == []


@pytest.mark.parametrize("width", [390, 800, 1400, 1600])
def test_the_page_fits_its_window(visit, width):
    page = visit(summarize(SEEDS).to_html(), width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_span_that_is_moved_by_one_character_is_noticed(visit):
    summary = summarize(SEEDS)
    first = summary.sentences[0]
    moved = replace(first, start=first.start + 1, end=first.end + 1)
    forged = replace(summary, sentences=(moved, *summary.sentences[1:]))
    assert wrong_places(visit(forged.to_html()), summary)


def test_the_keys_go_from_citation_to_citation(visit):
    page = visit(summarize(SEEDS).to_html())
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.locator("a.cite.now").count() == 1
    assert page.locator("#place").inner_text().startswith("Citation 2 of ")
    assert page.evaluate("document.activeElement.classList.contains('now')")
    page.keyboard.press("p")
    page.keyboard.press("p")
    n = page.locator("a.cite").count()
    assert page.locator("#place").inner_text().startswith(f"Citation {n} of {n}")
    assert page.faults == []


@pytest.mark.parametrize("width", [390, 1400])
def test_a_citation_that_is_opened_is_shown_beside_its_sentence(visit, width):
    summary = summarize(SEEDS)
    page = visit(summary.to_html(), width)
    assert not page.locator("#beside").is_visible()
    page.locator("#s2 a.cite.maybe").first.click()
    similar = min(c for c in summary.sentences[1].citations if not c.is_confident)
    texts = {d.number: s.article.text for d, s in zip(summary.documents, summary.sources)}  # noqa: B905
    shown = [squeezed(p) for p in page.locator("#beside p").all_inner_texts()]
    quoted = squeezed(texts[similar.document][similar.start : similar.end])
    assert shown == [summary.sentences[1].text, quoted]
    page.locator("h1 a.cite").click()
    assert not page.locator("#beside").is_visible()
    assert page.faults == []


def test_a_sentence_has_a_link_of_its_own(visit, tmp_path):
    page = visit(summarize(SEEDS).to_html())
    page.goto(f"{(tmp_path / '0.html').as_uri()}#s2")
    assert page.locator("#s2").evaluate("e => e.matches(':target')")


def test_a_hostile_page_runs_and_fetches_nothing(visit):
    summary = summarize(HOSTILE, words=40, explain=True)
    page = visit(summary.to_html(), 390)
    assert page.title().startswith("</title><script>")
    assert page.faults == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_notebook_keeps_its_styles_and_the_card_its_own(visit):
    foreign = (
        "body{color:rgb(1, 2, 3)} div{color:red;margin:20px} span{color:purple;border:9px solid}"
        " a{color:lime} strong{color:lime;margin:4px} details{border:9px solid}"
    )
    page = visit(f"<style>{foreign}</style><p>In [1]</p><section id=cell></section>")
    look = """() => [...document.querySelectorAll("p, #cell *")].map((each) => {
        const style = getComputedStyle(each);
        return [each.tagName, style.color, style.marginLeft, style.borderLeftWidth];
    })"""
    [bare] = page.evaluate(look)
    cell = FERRY._repr_html_()
    page.evaluate("cell => { document.getElementById('cell').innerHTML = cell }", cell)
    styled = page.evaluate(look)
    assert styled[0] == bare
    card = [each for each in styled[1:] if each[0] != "IFRAME"]
    assert {colour for _, colour, _, _ in card} == {"rgb(1, 2, 3)"}
    assert {margin for _, _, margin, _ in card} == {"0px"}
    assert {border for _, _, _, border in card} == {"0px", "1px"}
    page.locator("#cell summary").click()
    page.frame_locator("iframe").locator("ol.summary li").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(visit, scheme):
    axe = os.environ.get("AXE_CORE")
    if not axe:
        pytest.skip("AXE_CORE does not name axe.min.js (of the npm package axe-core)")
    page = visit(summarize(SEEDS, explain=True).to_html(), color_scheme=scheme)
    page.evaluate(Path(axe).read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
