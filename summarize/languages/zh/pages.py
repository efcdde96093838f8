r"""What Chinese web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import AGENCY_NOTE, Phrases

_WORDS = {
    "<network>": r"(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|x)",
    "<picture>": r"(?:图|图片|照片|视频|圖|圖片|影片|资料图)",
}

_STARTS = {
    "orders to the visitor": r"""
(?:(?:点击|點擊)(?:这里|這裡|此处|查看|下方|进入|进入|图片|阅读)|请登录|請登入|立即订阅|立即訂閱|(?:扫码|掃碼)(?:关注|下载|阅读|加入|訂閱)|扫描二维码|关注我们|關注我們|下载(?:客户端|app)|下載app|分享到|分享给|欢迎关注|欢迎订阅|加入我们|长按(?:二维码|识别|图片))
""",
    "pointers to other pages": r"""
(?:相关阅读|相關閱讀|延伸阅读|延伸閱讀|更多阅读|更多新闻|更多新聞|相关新闻|相關新聞|推荐阅读|推薦閱讀|阅读更多|閱讀更多|猜你喜欢|热门文章|你可能感兴趣|更多精彩|阅读全文|閱讀全文|另见|另見)
""",
    "furniture": r"""
(?:广告|廣告|分享|打印|评论|評論|登录|登入|加载中|載入中|展开全文|责任编辑|责编|責任編輯)\W*$
(?:本网站使用|本網站使用|我们使用|我們使用|本站使用).{0,20}(?:cookie|缓存)
请(?:开启|启用)javascript
""",
    "rights": r"""
(?:版权所有|版權所有|未[经經]授[权權].{0,10}(?:转载|轉載|使用|复制)|版权声明|版權聲明|转载请|轉載請|copyright\b|©|不得转载)
""",
    "notes about the article": r"""
[（(\[【]?\s?(?:责任编辑|责编|編輯|编辑|責任編輯|来源|來源|记者|原标题|原標題|编译|編譯|作者|摄影|校对)\s?[：:/].{1,40}$
(?:更新时间|更新時間|发布时间|發布時間|发表于|更新于).{0,40}$
""",
}

_ANYWHERE = {
    "rights": {
        "版权所有": r"版权所有",
        "版權所有": r"版權所有",
        "未经授权": r"未经授权.{0,20}(?:转载|使用)",
        "转载": r"(?:请勿|不得|禁止|谢绝)转载|转载请注明",
    },
    "furniture": {
        "点击": r"点击(?:这里|此处|查看|下方|进入)",
        "二维码": r"(?:扫描|扫一扫|长按).{0,10}二维码",
        "公众号": r"(?:关注|微信).{0,10}公众号",
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
    byline=r"(?:作者：|记者：|記者：|文：|撰文：|文/)[: ]?\s?\S.{0,40}\Z",
)
