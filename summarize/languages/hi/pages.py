r"""What Hindi web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import AGENCY_NOTE, Phrases

_WORDS = {
    "<network>": r"(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|x)",
    "<picture>": r"(?:फोटो|फ़ोटो|तस्वीर|वीडियो|चित्र)",
}

_STARTS = {
    "orders to the visitor": r"""
(?:यहां क्लिक करें|यहाँ क्लिक करें|क्लिक करें|सब्सक्राइब करें|लॉगिन करें|लॉग इन करें|रजिस्टर करें|हमें फॉलो करें|हमें फ़ॉलो करें|ऐप डाउनलोड करें|शेयर करें|कमेंट करें)
""",
    "pointers to other pages": r"""
(?:यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|यह भी देखें|संबंधित खबरें|संबंधित ख़बरें|सबसे ज्यादा पढ़ी|वीडियो देखें|पढ़ें पूरी|पॉडकास्ट)
""",
    "furniture": r"""
(?:विज्ञापन|शेयर|प्रिंट|टिप्पणियां|लॉगिन|लोड हो रहा है|आगे पढ़ें)\W*$
(?:हम|यह वेबसाइट|हमारी वेबसाइट) .{0,30}कुकी.{0,60}(?:उपयोग|इस्तेमाल)
""",
    "rights": r"""
(?:सर्वाधिकार सुरक्षित|कॉपीराइट ?[:©]|copyright\b|©)
""",
    "notes about the article": r"""
(?:अपडेटेड|अपडेट|प्रकाशित|पब्लिश|स्रोत|सोर्स|last updated)\s?: ?.{1,60}$
\(?(?:यह खबर|इस खबर को|यह ख़बर|इस ख़बर को|ये खबर) .{0,60}(?:संपादित नहीं|सिंडिकेट|फीड से|एजेंसी)
""",
}

_ANYWHERE = {
    "rights": {
        "सर्वाधिकार": r"सर्वाधिकार सुरक्षित",
    },
    "furniture": {
        "क्लिक": r"(?:यहां|यहाँ|लिंक पर) क्लिक करें",
        "कुकी": r"कुकीज़? का (?:उपयोग|इस्तेमाल)",
        "ऐप": r"ऐप डाउनलोड कर",
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
    byline=r"(?:लेखक:|रिपोर्ट:|संवाददाता:)[: ]?\s?\S.{0,40}\Z",
)
