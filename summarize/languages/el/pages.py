r"""What Greek web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import AGENCY_NOTE, Phrases

_WORDS = {
    "<network>": r"(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|x)",
    "<picture>": r"(?:φωτογραφία|φωτό|φωτο|εικόνα|βίντεο)",
}

_STARTS = {
    "orders to the visitor": r"""
(?:κάντε κλικ|πατήστε εδώ|εγγραφείτε|συνδεθείτε|ακολουθήστε μας|ακολουθήστε το|κατεβάστε|γράψτε (?:ένα|το) σχόλιο|στείλτε μας|μοιραστείτε|κοινοποιήστε)\b
""",
    "pointers to other pages": r"""
(?:διαβάστε|δείτε|ακούστε) (?:επίσης|ακόμη|ακόμα|περισσότερα|εδώ|όλες|και)\b
(?:διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|σχετικά άρθρα|περισσότερα|δημοφιλή|βίντεο|φωτογραφίες|podcast|προτεινόμενα)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:διαφήμιση|κοινοποίηση|εκτύπωση|σχόλια|σχολιάστε|σύνδεση|φόρτωση)\W*$
(?:χρησιμοποιούμε|αυτός ο ιστότοπος χρησιμοποιεί|ο ιστότοπος χρησιμοποιεί|η ιστοσελίδα χρησιμοποιεί) .{0,20}cookies\b
(?:συνεχίζοντας|με τη συνέχιση)\b.{0,120}(?:cookies|αποδέχεστε)
""",
    "rights": r"""
(?:με επιφύλαξη παντός δικαιώματος|όλα τα δικαιώματα διατηρούνται|copyright\b|©|απαγορεύεται η αναδημοσίευση)
""",
    "notes about the article": r"""
(?:ενημερώθηκε|δημοσιεύτηκε|δημοσιεύθηκε|τελευταία ενημέρωση|πηγή|πηγές|με πληροφορίες από)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "δικαιώματ": r"\bμε επιφύλαξη παντός δικαιώματος\b",
    },
    "furniture": {
        "cookies": r"\b(?:χρήση|χρήσης|αποδοχή) (?:των )?cookies\b",
        "javascript": r"\bjavascript\b",
        "google news": r"ακολουθήστε .{0,40}google news",
    },
}

PHRASES = Phrases(
    words=_WORDS,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    credit_note=r"[(\[](?:[^()\[\]]{0,80}[\s/,:])?(?:<picture>|<agency>|getty(?: images)?)(?!\w)[^()\[\]]{0,80}[)\]]\W{0,3}$",
    credit_tails=(r"(?<!\w)<picture> ?[:：©/] ?[^.!?。！？]{2,80}$", r"(?:/|©)\s?<agency>$"),
    agency_note=AGENCY_NOTE,
    newsroom=r"<agency>(?!\w)",
    byline=r"(?:Του|Της|Γράφει|Γράφει ο|Γράφει η|Επιμέλεια:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
