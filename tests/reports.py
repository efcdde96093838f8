"""The languages of tier A, and reports of one event that were written for these tests."""

from pathlib import Path

TIER_A = {"en", "de", "es", "fr", "it", "nl", "pt"}  # whose lists cover all rules
REPORTS = {
    path.stem: [report.strip() for report in path.read_text("utf-8").split("\n%\n")]
    for path in sorted((Path(__file__).parent / "languages" / "reports").glob("*.txt"))
}
