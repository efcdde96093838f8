"""Articles whose scripts end a sentence with a sign of their own reach the summary."""

import pytest

from summarize import Summarizer
from summarize.languages import load
from summarize.model import Article
from summarize.reading.clean import clean
from summarize.reading.judge import fault
from summarize.reading.signs import BULLETS, CLOSERS, OPENERS, QUESTIONS, STOPS, SURE
from summarize.reading.split import split
from summarize.reading.stops import find_stops

ARTICLES = {
    "Amharic": [
        "የከተማው ምክር ቤት ሰኞ ዕለት የአዲሱን ድልድይ ግንባታ አጽድቋል። ሁለት የምክር ቤቱ አባላት ግን ውሳኔውን በመቃወም ድምፅ ሰጥተዋል።",
        "ከንቲባዋ ድልድዩ አሥር ሚሊዮን ብር እንደሚያስወጣ ለጋዜጠኞች ተናግረዋል። ግንባታው በግንቦት ወር ተጀምሮ ከክረምቱ በፊት ይጠናቀቃል።",
        "በወንዙ ዳር የሚኖሩ ነዋሪዎች ድልድዩን ለብዙ ዓመታት ሲጠብቁ ቆይተዋል።",
    ],
    "Armenian": [
        (
            "Քաղաքի խորհուրդը երկուշաբթի օրը հաստատեց նոր կամրջի ծրագիրը։ Խորհրդի երկու անդամ դեմ "
            "քվեարկեց այդ որոշմանը։"
        ),
        (
            "Քաղաքապետը լրագրողներին ասաց, որ կամուրջը կարժենա տասը միլիոն դրամ։ "
            "Աշխատանքները կսկսվեն մայիսին և կավարտվեն մինչև ձմեռ։"
        ),
        "Գետի ափին ապրող բնակիչները երկար տարիներ սպասում էին այս կամրջին։",
    ],
    "Burmese": [
        "မြို့တော် ကောင်စီသည် တနင်္လာနေ့တွင် တံတားအသစ် စီမံကိန်းကို အတည်ပြု ခဲ့သည်။ အဖွဲ့ဝင် နှစ်ဦးက ထိုဆုံးဖြတ်ချက်ကို ကန့်ကွက် မဲပေး ခဲ့သည်။",
        "မြို့တော်ဝန်က တံတားသည် ငွေကျပ် ဆယ်သန်း ကုန်ကျမည်ဟု သတင်းထောက် များကို ပြောခဲ့သည်။",
    ],
    "Urdu": [
        (
            "شہر کی کونسل نے پیر کے روز نئے پل کے منصوبے کی منظوری دے دی۔ دو ارکان نے اس فیصلے کے "
            "خلاف ووٹ دیا۔"
        ),
        "میئر نے صحافیوں کو بتایا کہ پل پر دس ملین روپے خرچ ہوں گے۔",
    ],
    "Hindi": [
        "नगर परिषद ने सोमवार को नए पुल की योजना को मंज़ूरी दे दी। दो सदस्यों ने इस फ़ैसले के ख़िलाफ़ मतदान किया।",
        "महापौर ने पत्रकारों से कहा कि पुल पर एक करोड़ रुपये ख़र्च होंगे।",
    ],
}


@pytest.mark.parametrize("paragraphs", ARTICLES.values(), ids=ARTICLES)
def test_prose_of_any_script_is_body_and_is_summarised(paragraphs):
    text = "\n\n".join(paragraphs)
    stops = find_stops(text)
    document = clean(Article(text), text, stops, load())
    assert [text[block.start : block.end] for block in document.body] == paragraphs
    n_sentences = sum(text.count(sign) for sign in SURE)
    assert len(split(document, 0, stops, load())) == n_sentences
    assert Summarizer(words=50).summarize([text]).sentences


@pytest.mark.parametrize("sign", sorted(set(STOPS) - set("…") - set(QUESTIONS)))
@pytest.mark.parametrize(
    ("opener", "closer"), [("", ""), ("“", "”"), ("«", "»"), ("", ")"), ("「", "」")]
)
def test_each_sign_that_ends_a_statement_makes_it_usable(sign, opener, closer):
    assert (
        fault(f"The council said: {opener}It approved the plan on Monday{sign}{closer}", load())
        is None
    )


@pytest.mark.parametrize("sign", sorted(QUESTIONS))
def test_a_question_of_any_script_is_not_usable(sign):
    assert sign in STOPS
    assert fault(f"Will the council approve the plan on Monday{sign}", load()) == "a question"


def test_a_sign_has_one_meaning():
    """A quotation mark may open and close; a stop or a bullet does neither."""
    assert len(set(STOPS)) == len(STOPS)
    assert not set(STOPS) & set(OPENERS + CLOSERS + BULLETS)
    assert not set(BULLETS) & set(OPENERS + CLOSERS)
