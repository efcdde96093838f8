r"""What Vietnamese web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:ảnh|hình|video|đồ họa)"

_STARTS = {
    "orders to the visitor": r"""
(?:bấm vào đây|nhấn vào đây|nhấp vào đây|đăng nhập|đăng ký ngay|đăng ký nhận|theo dõi chúng tôi|tải ứng dụng|chia sẻ bài viết|gửi bình luận|mời (?:quý )?(?:độc giả|bạn đọc))\b
""",
    "pointers to other pages": r"""
(?:xem|đọc|mời xem|mời bạn xem) thêm\b
(?:xem thêm|đọc thêm|tin liên quan|bài liên quan|tin cùng chuyên mục|đọc nhiều|xem nhiều|có thể bạn quan tâm|video|podcast)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:quảng cáo|chia sẻ|in bài viết|bình luận|ý kiến|đăng nhập|đang tải)\W*$
(?:chúng tôi sử dụng|trang web này sử dụng|website này sử dụng) .{0,20}cookie
""",
    "rights": r"""
(?:giữ bản quyền|bản quyền thuộc|mọi quyền được bảo lưu|copyright\b|©|ghi rõ nguồn)
""",
    "notes about the article": r"""
(?:cập nhật|đăng lúc|xuất bản|nguồn)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "bản quyền": r"\b(?:giữ bản quyền nội dung|bản quyền thuộc về)\b",
    },
    "furniture": {
        "vào đây": r"\b(?:bấm|nhấn|nhấp) vào đây\b",
        "cookie": r"\bsử dụng cookie",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Theo|Tác giả:|Bài:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
