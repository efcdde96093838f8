"""A page may be written into the folder of its articles, again and again."""

from pathlib import Path

from loading import write
from pages import PARAGRAPHS


def test_the_note_is_shown_with_verbose_only(run):
    Path("in").mkdir()
    for n, text in enumerate(PARAGRAPHS):
        write(Path(f"in/{n}.txt"), text)
    assert run("in", "-o", "in/page.html", "--strict").code == 0
    result = run("in", "-o", "in/page.html", "--strict")
    assert result.code == 0
    assert not any("page.html" in note for note in result.notes)
    notes = run("in", "-o", "in/page.html", "--strict", "-v").notes
    assert "1 of the files in in are summaries (page.html)" in notes
