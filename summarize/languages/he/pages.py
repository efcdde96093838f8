r"""What Hebrew web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:צילום|תמונה|וידאו|סרטון|איור)"

_STARTS = {
    "orders to the visitor": r"""
(?:לחצו כאן|לחץ כאן|הירשמו (?:כאן|עכשיו|לניוזלטר)|הצטרפו (?:אלינו|לקבוצת|לערוץ)|התחברו (?:כאן|לחשבון)|עקבו אחרינו|הורידו את|שתפו|הוסיפו תגובה|כתבו לנו|שלחו לנו)\b
""",
    "pointers to other pages": r"""
(?:קראו|צפו|ראו|האזינו) (?:גם|עוד|כאן|את)\b
(?:קראו גם|עוד בנושא|כתבות נוספות|אולי יעניין אותך|הנקראות ביותר|לקריאה נוספת|ראו גם|וידאו|גלריה|פודקאסט|בנושא זה)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:פרסומת|שתף|שיתוף|הדפסה|תגובות|התחברות|טוען|כניסה|המשך אחרי הפרסומת)\W*$
(?:אנו משתמשים|אנחנו משתמשים|אתר זה משתמש|האתר משתמש) .{0,30}(?:cookies|עוגיות)
""",
    "rights": r"""
(?:כל הזכויות שמורות|copyright\b|©)
""",
    "notes about the article": r"""
(?:עודכן|פורסם|עדכון אחרון|מקור|מקורות)(?: לאחרונה)?\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "הזכויות שמורות": r"כל הזכויות שמורות",
    },
    "furniture": {
        "עוגיות": r"\b(?:שימוש ב|קובצי )עוגיות",
        "לחצו כאן": r"לחצו כאן",
        "javascript": r"\bjavascript\b",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:מאת|כתב:|כתבת:)[: ]?\s?\S.{0,40}\Z",
)
