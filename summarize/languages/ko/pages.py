r"""What Korean web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:사진|영상|동영상|그래픽|자료사진)"

_STARTS = {
    "orders to the visitor": r"""
(?:여기를 클릭|클릭하세요|구독하기|구독하세요|로그인(?:하세요| 후|하기)|회원가입(?:하세요|하기)|팔로우하(?:세요|기)|앱 다운로드|공유하기|댓글 달기|댓글을 (?:남|작성)|제보하기|제보는)
""",
    "pointers to other pages": r"""
(?:관련 ?기사|(?:관련 ?뉴스|함께 읽기|더 보기|더보기|추천 기사|많이 본 뉴스|인기 기사|주요 뉴스|기사 더보기|영상 보기|포토|팟캐스트)\s?(?:[:：]|\W*$))
""",
    "furniture": r"""
(?:광고|공유|인쇄|댓글|로그인|로딩 중|글자 크기|기사 계속)\W*$
(?:본 사이트는|이 사이트는|당사는|저희는).{0,30}쿠키
""",
    "rights": r"""
(?:무단 ?전재|저작권자|copyright\b|©|ⓒ|<저작권자)
""",
    "notes about the article": r"""
(?:입력|수정|송고|등록|업데이트|최종수정)\s?[:：]? ?\d{4}.{0,40}$
(?:출처|편집|번역)\s?[:：] .{1,40}$
\S{2,8} 기자 ?\S{0,30}@
""",
}

_ANYWHERE = {
    "rights": {
        "무단": r"무단 ?(?:전재|복제|배포|사용)",
        "저작권자": r"저작권자",
    },
    "furniture": {
        "클릭": r"(?:여기를|링크를) 클릭",
        "쿠키": r"쿠키를 (?:사용|수집)",
        "제보": r"제보(?:는|하기|를) .{0,30}(?:카카오톡|이메일|@)",
        "구독": r"(?:채널|뉴스레터)(?:을|를)? 구독",
    },
}

# (서울=연합뉴스) 홍길동 기자 = ; [서울=뉴시스] 홍길동 기자 = ; (런던 로이터=연합뉴스)
_DATELINE = (
    r"[(\[【][^()\[\]【】]{1,20}=\s?<agency>[)\]】]"
    r"(?:\s?[^\W\d_][^=.\n]{1,40}(?:기자|특파원|통신원)\s?=)?\s*"
)

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:글|기자|취재|작성자:)[: ]?\s?\S.{0,40}\Z",
    dateline=_DATELINE,
)
