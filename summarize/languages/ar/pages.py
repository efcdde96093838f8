r"""What Arabic web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import AGENCY_NOTE, Phrases

_WORDS = {
    "<network>": r"(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|x)",
    "<picture>": r"(?:صورة|الصورة|فيديو|تصوير|صور)",
}

_STARTS = {
    "orders to the visitor": r"""
(?:(?:اضغط|انقر)(?:وا)? (?:هنا|على|لل)|اشتركوا? في (?:النشرة|القناة|قناة|نشرتنا|قناتنا)|سجل الدخول|سجل الآن|تابعونا|تابعنا|حمل التطبيق|شارك (?:المقال|الخبر|هذا)|شاركنا|اترك تعليق|أضف تعليق|راسلنا)
""",
    "pointers to other pages": r"""
(?:اقرأ|اقرأوا|اقرئي|شاهد|شاهدوا|طالع|استمع) (?:أيضا|أيضاً|ايضا|المزيد|كذلك|هنا)
(?:مواضيع ذات صلة|موضوعات متعلقة|أخبار ذات صلة|مقالات ذات صلة|الأكثر قراءة|ذات صلة|فيديو|بودكاست|قد يهمك)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:إعلان|مشاركة|طباعة|تعليقات|التعليقات|تسجيل الدخول|جار التحميل|الرئيسية)\W*$
(?:نستخدم|يستخدم هذا الموقع|هذا الموقع يستخدم|يستخدم موقعنا) .{0,30}(?:ملفات تعريف الارتباط|الكوكيز|كوكيز|cookies)
(?:بمتابعة|بالاستمرار|باستمرارك)\b.{0,120}(?:ملفات تعريف|فإنك توافق)
""",
    "rights": r"""
(?:جميع الحقوق محفوظة|كافة الحقوق محفوظة|حقوق النشر ?[:©]|copyright\b|©)
""",
    "notes about the article": r"""
(?:آخر تحديث|تم النشر|نشر في|تاريخ النشر|المصدر|المصادر)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "الحقوق محفوظة": r"\b(?:جميع|كافة) الحقوق محفوظة\b",
    },
    "furniture": {
        "تعريف الارتباط": r"ملفات تعريف الارتباط",
        "javascript": r"\bjavascript\b",
        "اضغط هنا": r"\bاضغط هنا\b",
        "النشرة": r"\b(?:اشترك|للاشتراك) في (?:النشرة|نشرتنا)",
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
    byline=r"(?:بقلم|كتب|كتبت|إعداد)[: ]?\s?\S.{0,40}\Z",
)
