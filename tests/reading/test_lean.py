import pytest

from summarize.languages import load
from summarize.reading.lean import leans

ENGLISH = load()


@pytest.mark.parametrize(
    "text",
    [
        "He said the bridge would open in May.",
        "But the council rejected the plan.",
        "However, the council rejected the plan.",
        "In response, Beijing called for talks.",
        "As a result, the road was closed.",
        "This was the third delay of the project.",
        "They were taken to hospital.",
        "In his speech, the mayor praised the plan.",
        "“We will build it,” he said on Monday.",
        "“We will build it by May whatever it costs.”",
        "It is a day of joy for the town.",
        "Their bridge was closed for repairs.",
        "I think the bridge is a mistake.",
        "Most of the cases are hereditary, he said.",
        "The bridge is safe, she added on Monday.",
        "That’s a mistake that the town will pay for.",
        "Many had been forced to leave their homes, the group said.",
        "“Never again,” he told reporters, “will we wait so long.”",
        "'We will build it,' he said on Monday.",
        "After the vote, she left the hall.",
        "Reed was about 30 yards away from Lee, she said.",
        "A year earlier, the council rejected the plan.",
    ],
)
def test_these_lean_on_the_sentence_before(text):
    assert leans(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said he would resign.",
        "“We will build it,” Mayor Ann Reed said.",
        "“We will build it,” said the mayor.",
        "'We will build it,' said the mayor.",
        "This week, officials met in London.",
        "These days few people cross the bridge.",
        "US officials met their counterparts in London.",
        "IT companies were hit hardest.",
        "After the vote, Ann Reed said, she left the hall.",
        "The bridge is safe, Ann Reed said.",
        "When Reed came in, he left the hall.",
        "In London, two sides met.",
    ],
)
def test_these_stand_alone(text):
    assert not leans(text, ENGLISH)
