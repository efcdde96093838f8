r"""What English web pages say about themselves; `summarize.languages.phrases` says how it is written.

A phrase earns its place by being one that pages say of themselves and reports do not say of the
world: "sign up for", not "newsletter". Repeats are bounded, so that matching is linear. A
lookahead that says nothing new is there for speed: it fails sooner.
"""

# ruff: noqa: E501 - one pattern a line; dashes that look like others are meant

from summarize.languages.phrases import Phrases

_WORDS = {
    "<network>": r"(?:facebook|twitter|instagram|pinterest|reddit|whatsapp|linkedin|tumblr|google\+?|x)",
    "<picture>": (
        r"(?:photo(?:graph)?|image|picture|illustration|screen ?(?:grab|shot)|video|graphic)s?"
    ),
}

# How a sentence begins that is not part of the report.
_STARTS = {
    "orders to the visitor": r"""
(?:please )?(?:click|tap) (?:here|to|the|on|below|through|for)\b
(?:please )?(?:sign (?:up|in)|subscribe|register|log ?in)(?:$|[.!])
(?:please )?(?:sign (?:up|in)|subscribe|register|log ?in) (?:here|now|today|for|to|with|and|or)\b
(?:sign up|subscribe) receive\b
(?:please )?(?:enable|disable|allow|turn on) (?:your )?(?:java\w*|cookies|browser)
(?:please )?(?:re-?enter|verify) (?:your|you'?re)\b
(?:please )?try again later
(?:enter|invalid|confirm) (?:your )?e-?mail
get (?:(?:all )?(?:the|our) latest|breaking|daily|free|our (?:best|top|free|daily))\b
get .{0,80}\b(?:inbox|newsletters?|e-?mails?|alerts|updates|app)\b
breaking news e-?mails
(?:thank you|thanks) for (?:subscribing|signing|registering|reading|your (?:feedback|interest))
(?:download|get|try) (?:the|our) .{0,60}\b(?:app|podcast)\b
send (?:us|your|tips|comments|letters|e-?mails?)\b
(?:post|submit|leave|add|write) (?:your|a) (?:comment|question|reply|interest|location)
(?:do you have|have you got|have|got) (?:a|any) (?:\w+ )?(?:tip|story|question|comment|news)s?\b
(?:stay|be) (?:tuned|up to date|informed|with \w+\.com)
(?:check out|visit|go to|head to) (?:our|the full|http|www|\S+\.(?:com|org|net)\b)
interested in .{1,60}\?
don't (?:miss|forget to (?:like|subscribe|follow|share))
you must (?:be logged|log in|sign in|select|register|enable)
""",
    "pictures and sound to look at": r"""
(?:watch|see|listen to|find|read) (?:more of |our |all |the |full |whole )*(?:clip|video|report|story|interview|gallery|coverage)\b.{0,40}\b(?:below|above|here|on|at)\b
(?:watch|see|listen to|find|read) more\b.{0,40}\b(?:below|above|here)\b
(?:watch|see|listen to)\b.{0,80} \((?:video|audio|photos?|clip)\)\W*$
(?:watch|see) (?:the )?(?:video|photos|gallery)\b.{0,20}$
(?:watch|see|listen|check it out|look)(?: \w+){0,2} (?:below|above)\b
(?:view|show|load|see|learn|read|watch|find out) (?:more|all|less|images?|photos)(?:$|[.:»>!])
(?:view|show|load|see|learn|read|watch|find out) (?:more|all) (?:about|on|from|in|of|here|news|stories|videos)\b
view (?:all|comments|images?|gallery|graphic|slideshow|photos)\b
""",
    "social networks": r"""
(?:please )?follow (?:us\b|me\b|@|[\w.' -]{1,50} on <network>)
(?:and )?(?:like|find|join|friend|connect with) (?:us|me|him|her|them|[\w.' -]{1,40}) on <network>
share (?:this )?(?:with|on)\b\W*$
(?:read or )?(?:share|tweet|print|e-?mail|bookmark) (?:this (?:story|article|post|page|video|on|via)|via|on <network>)\b|(?:share|tweet|print) (?:this|it)\W*$
<network>(?:[ ,|/]+(?:<network>|share|print|e-?mail|copy))+\W*$
tweet with a location|add a location to your tweet|when you tweet with
you can add location information|you always have the option to delete your
""",
    "pointers to other pages": r"""
(?:related|recommended|full coverage|photos?|video|gallery|slideshow|in pictures|listen|must watch)\s?:
(?:read (?:more|next|also)|(?:see|read|watch|listen)(?: also| now)?|also (?:read|see|on)[\w ]{0,20})\s?:
more(?: (?:from|on|about|news|stories|coverage)[\w .'-]{0,40})?\s?:
(?:related|recommended) (?:articles?|stor(?:y|ies)|content|coverage|links|topics|video|update)s?\s*(?::|\W*$)
(?:\(|\[)(?:see|read|watch|listen|also|related|recommended|photos?|video|more|click|follow)\b.{1,160}[)\]]\.?$
more (?:from (?:us|this|our)|on this|on the story|news|stories|headlines|video)\W*$
you (?:may|might) (?:also )?(?:like|be interested)
(?:most (?:read|popular|viewed|shared)|top stories|editor'?s'? picks|up next|now playing)\b
(?:just watched|must watch)\b
for (?:more|all the latest|the latest|outside|additional|further|confidential) [^.]{0,60}?(?:, | )(?:visit|go to|follow|see|click|check|call|sign up|read|please)\b
to (?:read|see|view|hear|learn|watch|comment|subscribe|report|keep up|contact|reach|order|purchase) .{1,80}?(?:, | )(?:click|visit|go|call|e-?mail|sign up|follow|contact|use the)\b
""",
    "furniture": r"""
(?:article |story )?continue[sd]? (?:reading|below)|story continue[sd]
(?:advertisements?|sponsored(?: content)?|promoted|paid (?:content|post)|key points|loading|highlights|trending(?: now)?|join the (?:conversation|discussion|debate))\W*$
(?:estimated )?(?:reading time\b.{0,20}|\d{1,3}[- ]min(?:ute)?s?(?: read)?(?: time)?)\W*$
(?:for (?:immediate|general) release|not for release|(?:press|news|media) release|breaking news|live updates?)\W*$
(?:for release|embargo(?:ed)?)\b(?=.{0,40}\d).{0,60}$
listen to (?:this|the) (?:article|story)\b
(?:terms (?:of|and) (?:use|service|conditions)|privacy policy|cookie policy|contact us|about us)(?: (?:terms (?:of|and) (?:use|service|conditions)|privacy policy|cookie policy|contact us|about us))*\W*$
(?:published|posted|updated) \d{1,3} \w+ ago\b.{0,40}$
story highlights|text size|skip (?:to|ad)\b|(?:hide|toggle) caption
media playback|play video|video (?:loading|unavailable|player)|autoplay|full screen
copy this code|wait \d+ second|embed (?:more|this|[a-z ]{1,80}autoplay)
an error (?:has )?occurred|could not subscribe|your (?:browser|subscription|e-?mail address)
(?:by|when) (?:signing up|subscribing|clicking|submitting|registering|continuing|entering your)
we (?:will not|won't) share your|we (?:and our partners )?use cookies|we have more newsletters
this (?:web ?)?(?:site|page) (?:uses|requires|is protected|works best)
(?:already|not) (?:a |have a |an )?(?:subscriber|member|account|registered)
comments? (?:are|is) (?:closed|moderated|disabled|subject)\b|comments? (?:section|policy|on this)\b
welcome to [\w .&'-]{1,40}$
\(?soundbites? of\b|like (?:this|loading)\b|page \d+ of \d+\b|\d+ of \d+\W*$
the interactive transcript could|rating is available when|this feature is not available
if you (?:continue|wish|prefer|want) to (?:use|unsubscribe|opt out)
for other uses, see
""",
    "web archives": r"""
these crawls are part|that way, as the pages that are referenced|the goal is to fix all broken
flowing in every day, these data|then the internet archive hopes|crawls of supported
the internet archive discovers|starting in \d{4}, alexa internet
""",
    "rights": r"""
copyright (?:©|\(c\)|\d{4}|[\w .]{1,30} \d{4})|©|\(c\) ?\d{4}|all (?:rights|contents?) (?:reserved|©)|reprinted (?:with|by)
dow jones reprints|(?:to order|for) (?:presentation|reprints|permission)|distribution and use
this (?:material|copy|content|text|transcript) (?:is (?:for|protected|provided|from)|may\b|was provided)
this is a (?:rush )?transcript|accuracy and availability may vary|the authoritative record
\(?for use by\b
""",
    "notes about the article": r"""
\(?(?:additional |with )?(?:reporting|writing|editing) (?:and (?:writing|editing) )?(?:by|from) .{1,80}$
\(?(?:edited|compiled|translated|reported) by [\w.' -]{3,40}[.;)]?$
\(?with (?:files|inputs?|reporting|additional reporting|agency inputs?) from\b
\(?contribut(?:ing|ors?|ed)\b(?: to this|:| by)
\(?this (?:story|article|post|piece|report|column|interview)(?: \w+){0,3}? (?:was|has been|is) (?:\w+ )?(?:originally|first|updated|corrected|edited|published|posted|produced|reprinted|syndicated|adapted)\b
\(?this (?:story|article|post|piece|report) (?:first |originally |also )?(?:appear(?:s|ed)|contains)
(?:originally|first) (?:published|posted|appeared) (?:on|at|in|by)\b.{0,60}$
(?:this is )?(?:an (?:expanded|edited|updated|abridged|earlier)|a (?:longer|shorter|previous)) version of th
(?:last |was )?(?:updated|modified|posted|published|created)(?: on| at)?:? (?:(?:<day>|<month>),? ?(?:<month>)? ?)?\d.{0,80}$
(?:<day>,? )?(?:<month> \d{1,2}|\d{1,2} <month>)(?:, | )(?:\d{4})?(?:[ ,|at]*\d{1,2}[:.]\d\d.{0,40})?\.?$
(?:editor'?s?'? note|correction|clarification)s?\b ?[:-]
here(?:'s| is| are) (?:what|how|why|where|a look|everything)\b
(?:anyone|those|people) with (?:any |more |further )?(?:information|tips)\b.{0,120}\b(?:call|contact|ring|report|e-?mail|come forward)\b
(?:write to|contact|reach|e-?mail|call) (?:me|him|her|us|them|[\w.' -]{3,40}) (?:at|on|via|by)\b.{0,80}$
(?:\d[\d,]{1,6} words,? )?by [\w.' -]{3,80} \((?:special|[\w. ]{2,30} special|times|post|sun)\)
(?:category codes|the following (?:commentaries|editorials|stories|articles|columns|budget)|here are the (?:top|stories)|budget for)\b.{0,80}\b(?:in parentheses|budget|moved?|listed|planned|available)\b
(?:following|herewith|here) (?:are|is|a)\b.{0,40}\b(?:excerpts?|summary|summaries|transcript|text|list)\b
<agency> ?[-–—:] ?["“]
\w+ \w+ (?:has the (?:story|details|latest)|reports)\.$
the (?:views|opinions) expressed
(?:information from|sources?|credit): .{1,60}$|photos? (?:by|courtesy|credit).{0,60}$
""",
    "picture captions": r"""
file ?(?:photo\b|[-–—:])|file picture
<picture> (?:(?:credit|courtesy|copyright|caption|source)\b|by .{1,60}$)
(?:in )?this (?:(?:undated|file|handout|booking|still|aerial|family|satellite|video|image|frame|combination|<day>|<month>|\d{1,4}),? ){0,6}<picture>(?: \w+){0,2} (?:shows?|provided|released|taken|made|supplied|from|by)\b
in this (?:(?:<day>|<month>|\d{1,4}|undated|file),? ){1,6}(?:file )?<picture>\b
(?:pictured|shown here|shown|from left|left to right|clockwise)(?: [\w ]{0,20})?[:,]
(?=.*+(?<=(?:19|20)\d\d\.))[^,;“"]{3,160}\b(?:arrives|attends|gestures|holds|lands|leaves|listens|looks|poses|shakes|sits|smiles|speaks|stands|takes|talks|walks|watches|waves)\b[^;“"]{0,200}\b(?:on|in) (?:<day>, )?(?:<month> (?:\d{1,2}, )?|\d{1,2} <month> )(?:19|20)\d\d\.$
(?=.*+(?<=(?:19|20)\d\d\.))[^;“"]{3,160}\b(?:arrives?|attends?|carr(?:y|ies)|gathers?|gestures?|holds?|lands?|leaves?|listens?|looks?|poses?|sits?|stands?|talks?|walks?|watch(?:es)?|waves?|works?)\b[^;“"]{0,120}\b(?:at|in|near|outside) [^,;“"]{2,40}, (?:<day>, )?(?:<month> \d{1,2}, |\d{1,2} <month> )(?:19|20)\d\d\.$
[^,;“"]{3,60}, (?:(?:far|second from) )?(?:left|right|center|centre), (?:arrives|attends|gestures|holds|leaves|listens|looks|poses|shakes|sits|smiles|speaks|stands|talks|walks|watches|waves)\b
(?=.*+(?<=(?:19|20)\d\d\.))[^;“"]{3,160}\b(?:is|are) (?:seen(?! (?:as|to)\b)|shown|pictured)\b[^;“"]{0,200}[, ](?:<day>, )?(?:<month> \d{1,2}, |\d{1,2} <month> )(?:19|20)\d\d\.$
an artist'?s'? (?:illustration|impression|rendering|concept|depiction)
caption \w+
""",
}

# What gives such a sentence away wherever it is: a word to look for first, then the phrase.
_ANYWHERE = {
    "picture captions": {
        "in this ": r"^[^“\"]*\bin this (?:(?:undated|file|handout|still|aerial|family|satellite|video|image|"
        r"combination|<day>|<month>|\d{1,4}),? ){0,6}(?:<picture>|frame grab)(?: illustration)? "
        r"(?:taken|made|released|provided|supplied|obtained|from)\b",
    },
    "credits of pictures": {
        "getty": r"(?:^|[ /(])getty images|afp/getty",
        "wireimage": r"\bwireimage\b",
        "shutterstock": r"(?:via|by|/|image) ?shutterstock",
        "wikimedia": r"wikimedia commons",
        "reuters/": r"\breuters/[a-z]",
        " caption": r"\b(?:image|media|video) caption\b",
        "photo": r"\bap photos?\b|\bbuy photo\b|\(photos?(?::| by| courtesy)",
        "(image": r"\(images?(?::| by| courtesy)",
        "(credit": r"\(credit:",
        " / ": r"^[\w .'-]{2,40} / (?:via|ap|afp|getty|reuters|courtesy)\b",
    },
    "notes about the article": {
        "contributed": r"\bcontributed (?:reporting\b|(?:to|from|for) (?:this|the) "
        r"(?:report|story|article|post|piece)\b)",
        "k)": r"(?:\(|\bboth )k\)\.?$",
        ") ": r"\(\d{3}\) \d{3}[- ]\d{4}",
        "reported from": r"^(?!.{0,40}\b(?:was|were|is|are|been)\b)[\w.'-]+(?: [\w.'-]+){0,2} "
        r"reported from [^.]{2,40}\.?$",
        "reach": r"\b(?:can|may) be reached (?:at|via|by|on)\b|"
        r"\breach (?:him|her|me|them|us) (?:at|on|via)\b",
        "follow": r"\b(?:you can|to) follow .{1,60} on (?:twitter|facebook|instagram)|"
        r"\bfollow (?:him|her|me|them|us|@\w+) (?:at|on|via) (?:@|twitter|facebook|instagram|x\b)",
    },
    "addresses": {
        "://": r"\bhttps?://\S{0,300}+\W{0,20}$|^.{0,60}https?://",
        "www.": r"\bwww\.\S{1,300}\W{0,20}$",
        "pic.twitter": r"\bpic\.twitter\.com",
        "@": r"[\w.+-]{1,40}@[\w-]{1,40}\.[a-z]{2}|\(@\w{1,20}\)",
    },
    "furniture": {
        "continue reading": r"\bcontinue reading the main story\b",
        "reserved": r"\ball rights reserved\b",
        "may not be": r"\bmay not be (?:published|reproduced|rewritten|redistributed)\b",
        " terms": r"\b(?:our|the|to) terms of (?:use|service)\b.{0,60}(?:privacy|agree|further|page)|"
        r"agree to (?:our|the|these) terms",
        "privacy": r"\b(?:see|read|view|to) (?:our|the) privacy (?:policy|notice)\b",
        "inbox": r"\byour inbox\b",
        "newsletter": r"\b(?:your|our|free|daily|weekly|a|this) newsletters?\b.{0,40}$|sign up",
        "unsubscribe": r"\bunsubscribe\b.{0,40}$",
        "javascript": r"\bjavascript\b",
        "cookies": r"\b(?:use of|accept|our|uses) cookies\b",
        "redirects here": r"^'?[\w ]{1,40}'? redirects here",
        "robot": r"\bnot a robot\b",
        "does not support": r"browser does not support",
        "autoplay": r"\bautoplay\b",
        "skip ad": r"\bskip ad\b",
        "click here": r"\bclick here\b",
        "sign up": r"\bsign up (?:here|for our|now)\b",
        "video": r"\b(?:video|clip) (?:above|below)\b",
        "hear from you": r"\b(?:like|love|want) to hear from you\b",
        "wayback": r"added to the wayback machine",
    },
}

_CREDIT_NOTE = (  # "(Photo: Ana Lopes, Daily Star)", "(Associated Press)"
    r"[(\[](?:[^()\[\]]{0,80}[\s/,])?(?:<picture>|<agency>|getty(?: images)?|courtesy|credit|"
    r"handout|file|staff photographer|youtube|facebook|twitter)\b[^()\[\]]{0,80}[)\]]\W{0,3}$"
)
_CREDIT_TAILS = (
    r"(?:<picture> ?(?::|by |courtesy |credit)|credit ?:|courtesy (?:of )?)[^.!?]{2,80}$",
    r"(?:/|via )<agency>$|(?:getty images|wikimedia commons|full size image|all photos)$",
    r"[—–-] [^.!?]{2,60}\(@\w{1,20}\)[\w ,.:]{0,30}$",  # who posted it on a network, and when
    r"[.?!\"”…] (?:usa today|reuters|getty)$",
)
_AGENCY_NOTE = r"(?<=[.!?\"”’'])\s*(?:[(\[]<agency>[)\]]|(?:--?|[–—])\s?<agency>)\.?$"

_NAME = r"(?:[^\W\d_a-z][\w.'’-]*+)"
_BYLINE = (
    rf"(?:(?:[Ss]tory |[Ww]ords )?(?:[Bb]y|BY|From)[: ]\s*{_NAME}.{{0,100}}"
    rf"|{_NAME}(?:[ ]{_NAME}){{1,3}}(?:,| [|/]|  ).{{0,40}}"
    r"\b(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ss]taff|News|Press)\b.{0,40}"
    r"|[/|]?\s*(?:Source|Author)s?:? .{1,80}|by)\Z"
)

PHRASES = Phrases(
    words=_WORDS,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    credit_note=_CREDIT_NOTE,
    credit_tails=_CREDIT_TAILS,
    agency_note=_AGENCY_NOTE,
    newsroom=r"<agency>\b|.{0,30}\b(?:news|press|agency|service|times|post)\b",
    byline=_BYLINE,
    # "CLOSE A ship burns off the coast."
    label=r"(?:CLOSE|EMBED|WATCH(?: LIVE)?|LISTEN|READ|MORE|PHOTOS?|VIDEO|GALLERY|RELATED)\s+[A-Z“\"]",
)
