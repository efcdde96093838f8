r"""What Japanese web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import AGENCY_NOTE, Phrases

_WORDS = {
    "<network>": r"(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|x)",
    "<picture>": r"(?:写真|画像|動画|図|イラスト)",
}

_STARTS = {
    "orders to the visitor": r"""
(?:ここをクリック|クリックして|ログインして|ログインする|会員登録(?:は|すると|する)|無料登録|購読(?:する|はこちら)|フォローして|アプリを(?:ダウンロード|入手)|シェアする|コメントを(?:書く|投稿)|お問い合わせ(?:は|先)|メルマガ(?:登録|はこちら))
""",
    "pointers to other pages": r"""
(?:関連記事|関連ニュース|あわせて読みたい|合わせて読みたい|こちらも読む|続きを読む|もっと読む|詳しくはこちら|【関連|(?:おすすめ記事|おすすめ|人気記事|アクセスランキング|動画|写真特集|次ページ|前ページ)\s?(?:[:：]|\W*$))
""",
    "furniture": r"""
(?:広告|pr|シェア|印刷|コメント|ログイン|読み込み中|全文を読む|この記事をシェア|有料記事|残り\d+文字.{0,20})\W*$
(?:当サイトは|当サイトでは|このサイトは|本サイトは|弊社は).{0,30}(?:cookie|クッキー)
この記事は(?:有料|会員限定|有料会員)
""",
    "rights": r"""
(?:無断転載|無断複製|copyright\b|©|禁無断転載)
""",
    "notes about the article": r"""
(?:更新日時|公開日時|最終更新|配信日時|更新|掲載)\s?[：:]?.{0,6}\d{4}年.{0,30}$
(?:翻訳|編集|取材協力|出典|提供|情報源)\s?[：:/].{1,40}$
""",
}

_ANYWHERE = {
    "rights": {
        "無断": r"無断(?:転載|複製|での?転載|使用)",
        "転載を禁": r"転載を禁",
    },
    "furniture": {
        "クリック": r"(?:こちら|ここ)をクリック",
        "クッキー": r"クッキー(?:を|の)(?:使用|利用)",
        "こちら": r"(?:詳しくは|詳細は|続きは)こちら",
        "会員": r"(?:会員登録|有料会員)(?:すると|になると|限定)",
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
    byline=r"(?:文：|文・|取材：|執筆：|記者：)[: ]?\s?\S.{0,40}\Z",
)
