"""What the tools take: models from which the schemas that agents read are made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from summarize.errors import OptionError
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

MOST_LISTED = 1_000  # paths, links, texts or resources of one call
MOST_IN_DRAFT = 100_000  # characters
MOST_IN_QUOTATION = 2_000
MOST_IN_FOCUS = 1_000
_MOST_KNOWN = 1_000  # characters of what is known of a text, such as its title
_MOST_SHOWN = 200  # characters of a message about arguments


T = TypeVar("T", bound=BaseModel)


class _Arguments(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def _known(description: str) -> Any:  # noqa: ANN401 - as the function that it calls
    return Field(None, max_length=_MOST_KNOWN, description=description)


class Text(_Arguments):
    """An article that is given directly; a string is one of which nothing else is known."""

    text: str = Field(min_length=1, description="The whole text of the article.")
    title: str | None = _known("Its headline.")
    source: str | None = _known("Who published it, such as 'Lunde Post'.")
    published: str | None = _known(
        "When: in ISO 8601, such as '2025-06-11', or with the month's English name. Anything else "
        "is shown, but not read as a date."
    )
    url: str | None = _known("The address of its page; it is not fetched.")
    language: str | None = _known("Its language, as a tag such as 'pt-BR'; only a hint.")

    @model_validator(mode="before")
    @classmethod
    def _of_string(cls, value: Any) -> Any:  # noqa: ANN401 - whatever was given
        if not isinstance(value, str | dict):
            raise PydanticCustomError("text", "give a string, or an object with text")
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


_List = Annotated[list[str], Field(max_length=MOST_LISTED)]


class Articles(_Arguments):
    """The articles of a call; all that are given count, in whichever ways."""

    paths: _List = Field(
        [],
        description="Files or folders, each below a folder that the server may read (its "
        "instructions name them). A folder gives all articles in it.",
    )
    urls: _List = Field(
        [], description="Links to pages. Refused unless the server's user allowed links."
    )
    texts: Annotated[list[Text], Field(max_length=MOST_LISTED)] = Field(
        [], description="Articles that you have already, with what you know of each."
    )
    resources: _List = Field(
        [],
        description="Addresses of articles that an earlier call has read (`resource` in its "
        "documents): cheaper than to send texts again.",
    )


class Summarize(Articles):
    """What `summarize` and `explain` take."""

    words: int | None = Field(None, description="Most words; 120 if no length is given.")
    sentences: int | None = Field(None, description="Most sentences, instead of words.")
    chars: int | None = Field(None, description="Most characters, instead of words.")
    percent: float | None = Field(
        None, description="Most percent of the words of all articles, instead of words."
    )
    focus: str | None = Field(
        None,
        max_length=MOST_IN_FOCUS,
        description="What the reader wants to know, in a few words; sentences with these "
        "words are preferred.",
    )
    lang: str = Field(
        "auto", description="Code of the articles' language, such as 'de'; 'auto' identifies it."
    )


class Verify(Articles):
    """What `verify` takes."""

    quotation: str = Field(
        min_length=1,
        max_length=MOST_IN_QUOTATION,
        description="The words as you would print them, without quotation marks around them. For a "
        "quotation that leaves words out, verify each part.",
    )


class Check(Articles):
    """What `check` takes."""

    draft: str = Field(
        min_length=1,
        max_length=MOST_IN_DRAFT,
        description="The text to check: plain text, with or without marks of Markdown.",
    )


def valid(kind: type[T], given: dict[str, Any]) -> T:
    """Return arguments that a tool takes.

    Raises
    ------
    OptionError
        One line on the first that is wrong.
    """
    try:
        json.dumps(given, ensure_ascii=False).encode()
        return kind.model_validate(given)
    except UnicodeEncodeError:
        raise OptionError(
            "the arguments have half of a character (a lone surrogate); correct it and call again"
        ) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = "".join(
            f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]
        ).removeprefix(".")
        message = f"{where or 'the arguments'}: {first['msg'][:1].lower()}{first['msg'][1:]}"
        raise OptionError(
            f"{clean_text(message)[:_MOST_SHOWN]}; correct it and call again"
        ) from None
