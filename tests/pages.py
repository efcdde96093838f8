"""Makes web pages for the tests, in the forms that publishers give them."""

PARAGRAPHS = """
The ferry Nordlys ran aground off Lunde on Monday morning with 212 people on board, and all of them
were brought ashore within two hours, the coast guard said.

A pilot boat and three fishing boats took the passengers to the old harbour, where buses of the
county were waiting to bring them on to Vik and Os.

The captain told the harbour master that the rudder had failed in the narrow part of the sound,
after which the current carried the ship on to the rocks.
"""
PARAGRAPHS = tuple(" ".join(text.split()) for text in PARAGRAPHS.split("\n\n"))
TITLE = "Ferry runs aground off Lunde"
NAV = "".join(
    f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("news", "sport", "arts")
)


def page(*paragraphs, title=TITLE, head="", top="", bottom=""):
    """Return a page whose article has these paragraphs, by default three of about 25 words."""
    body = "\n".join(f"<p>{text}</p>" for text in paragraphs or PARAGRAPHS)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head>\n<body><nav><ul>{NAV}</ul></nav>{top}<main><article><h1>{title}</h1>\n{body}\n"
        f"</article></main>{bottom}<footer><p>About us. Terms.</p></footer></body></html>\n"
    )
