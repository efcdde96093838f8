"""Made-up events for the tests of grouping: facts of each, and articles that say some of them."""

import random
from itertools import combinations

from summarize import Article

FERRY = (
    "The ferry Morna ran aground off Kessock on Friday with 84 passengers on board.",
    "Lifeboats from Kessock took the passengers of the Morna to the harbour before dark.",
    "Captain Ewan Strachan said the rudder of the ferry had jammed near the lighthouse.",
    "Divers found a tear of two metres in the hull of the stranded vessel.",
    "Oil from the Morna has reached the beach below the lighthouse, the coastguard said.",
)
DAM = (
    "The regional parliament rejected the dam in the Ruhnau valley by 61 votes to 48.",
    "Farmers in the Ruhnau valley had blocked roads with tractors for three weeks.",
    "Minister Clara Voss said the reservoir would have supplied two million households.",
    "The utility Hydron wants to build wind turbines above the valley instead of the dam.",
    "Opponents of the reservoir celebrated outside the parliament until midnight.",
)
MUSEUM = (
    "Thieves stole four paintings from the Lindqvist museum during a concert on Sunday.",
    "The stolen canvases by Aino Rautio are insured for nine million crowns.",
    "Guards at the museum noticed the empty frames only when the concert was over.",
    "Detectives are studying cameras that filmed a grey van outside the Lindqvist museum.",
    "Curator Pekka Salo called the theft of the paintings a wound for the town.",
)
EVENTS = (FERRY, DAM, MUSEUM)
SINGLES = (
    "A bakery in Torvik has sold its last loaf after ninety years. The oven goes to a school.",
    "Astronomers photographed a comet with a green tail above the southern desert.",
    "Two chess players drew all twelve games and share the cup.",
)


def told(facts, n, **fields):
    """The first n articles that say three of the facts, none of which copies another.

    Each has the words of a fact in an order of its own, which changes nothing for grouping.
    """
    chosen = list(combinations(facts, 3))[:n]
    return [
        Article(" ".join(reworded(fact, seed) for fact in part), **fields)
        for seed, part in enumerate(chosen)
    ]


def reworded(fact, seed):
    words = fact.rstrip(".").replace(",", "").split()
    return f"Now {' '.join(random.Random(seed).sample(words, len(words)))}."


def mixed(n=4):
    """The articles of all events and the singles, and the event of each; -1 for the singles."""
    pairs = [(article, k) for k, facts in enumerate(EVENTS) for article in told(facts, n)]
    pairs += [(Article(text), -1) for text in SINGLES]
    return [article for article, _ in pairs], [event for _, event in pairs]
