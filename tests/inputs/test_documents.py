"""Documents of all kinds in one folder are the articles of one event."""

import subprocess
import sys

from documents import CAPTAIN, FERRY, LONG, docx, epub, lines, mail, pdf, warc, zipped
from loading import TEXT, one, write

PAGE = f"""<html><head><title>Ferry aground - Lunde Post</title></head><body><article>
<h1>Ferry aground</h1><p>{FERRY}</p><p>{CAPTAIN}</p><p>{LONG}</p></article></body></html>"""
HTML = [("Content-Type", "text/html; charset=utf-8")]
CHAPTER = f"<html><body><h1>Ferry aground</h1><p>{LONG}</p></body></html>"
DOCUMENTS = {
    "a.pdf": pdf(lines(FERRY) + lines(CAPTAIN, top=150)),
    "b.docx": docx(FERRY, CAPTAIN),
    "c.epub": epub(CHAPTER),
    "d.eml": mail(LONG),
    "e.mbox": b"From ann@lunde.example Wed Jun 11 10:00:00 2025\n" + mail("See it.", PAGE),
    "f.warc.gz": warc(("https://lunde.example/a", "200 OK", HTML, PAGE.encode())),
    "g.zip": zipped({"a.txt": TEXT}),
    "h.txt": f"HD\nFerry aground\nPD\n11 June 2025\nSN\nLunde Post\nLP\n{FERRY}\n",
}
NEEDED = {
    "a.pdf": "pypdfium2",
    "b.docx": "python-docx",
    "c.epub": "lxml",
    "e.mbox": "lxml",
    "f.warc.gz": "trafilatura",
}


def test_a_folder_with_one_of_each_is_one_event(tmp_path):
    for name, data in DOCUMENTS.items():
        write(tmp_path / name, data)
    articles, skipped = one([str(tmp_path)])
    assert skipped == []
    assert [article.path for article in articles] == [str(tmp_path / name) for name in DOCUMENTS]
    extractors = [(article.extractor or "").split(" ")[0] for article in articles]
    assert extractors == [NEEDED.get(name, "") for name in DOCUMENTS]
    assert all("coast guard" in article.text or TEXT in article.text for article in articles)
    assert articles[5].url == "https://lunde.example/a"


def test_a_text_and_help_import_no_package_of_an_extra(tmp_path):
    path = write(tmp_path / "a.txt")
    code = (
        "import sys\nfrom summarize.inputs.load import load\n"
        f"load({path!r})\n"
        "print([name for name in ('docx', 'lxml', 'pypdfium2', 'trafilatura', 'warcio', 'zipfile')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
