"""The reports of one event in several languages, which were written for these tests."""

from pathlib import Path

REPORTS = {
    path.stem: [report.strip() for report in path.read_text("utf-8").split("\n%\n")]
    for path in sorted((Path(__file__).parent / "languages" / "reports").glob("*.txt"))
}
