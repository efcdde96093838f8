r"""What Persian web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:عکس|تصویر|ویدیو|ویدئو|فیلم)"

_STARTS = {
    "orders to the visitor": r"""
(?:کلیک کنید|اینجا کلیک|عضو شوید|مشترک شوید|وارد شوید|ثبت نام کنید|ما را دنبال کنید|به اشتراک بگذارید|نظر خود را)\b
""",
    "pointers to other pages": r"""
(?:بیشتر بخوانید|بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|پربازدیدترین|پربیننده‌ترین|ویدیو|پادکست|ادامه مطلب)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:تبلیغات|آگهی|اشتراک‌گذاری|چاپ|نظرات|ورود|در حال بارگذاری|انتهای پیام)\W*$
انتهای پیام\b.{0,20}$
(?:ما از|این سایت از|این وبسایت از) .{0,20}کوکی
""",
    "rights": r"""
(?:(?:تمامی|کلیه|همه) حقوق .{0,60}محفوظ|copyright\b|©)
""",
    "notes about the article": r"""
(?:آخرین به‌روزرسانی|تاریخ انتشار|منبع|منابع|کد خبر|زمان انتشار)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "محفوظ": r"\b(?:تمامی|کلیه|همه) حقوق .{0,60}محفوظ",
    },
    "furniture": {
        "کلیک": r"\bاینجا کلیک کنید",
        "انتهای پیام": r"انتهای پیام",
    },
}

# تهران- ایرنا-
_DATELINE = r"[^\W\d_][\w \u200c]{1,30}? ?[-–—] ?<agency> ?[-–—] ?"

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:نویسنده:|گزارش:|خبرنگار:)[: ]?\s?\S.{0,40}\Z",
    dateline=_DATELINE,
)
