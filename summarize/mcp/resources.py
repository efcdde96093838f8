"""The resources: the whole text of each article that is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mcp import types
from mcp.shared.exceptions import MCPError

from summarize.errors import InputError
from summarize.mcp.held import TEMPLATE, uri
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext

    from summarize.mcp.held import Held

    Context = ServerRequestContext[Any]

MOST_LISTED = 100  # the last that were used; all that are held can be read
_TYPE = "text/plain"


class Resources:
    """Answers what clients ask of resources."""

    def __init__(self, held: Held) -> None:
        self._held = held

    async def every(self, _: Context, __: object) -> types.ListResourcesResult:
        """List what was used last."""
        resources = [
            types.Resource(
                uri=uri(article),
                name=clean_text(article.title or article.id or "article"),
                mime_type=_TYPE,
                size=len(article.text.encode()),
            )
            for article in self._held.latest(MOST_LISTED)
        ]
        return types.ListResourcesResult(resources=resources)

    async def templates(self, _: Context, __: object) -> types.ListResourceTemplatesResult:
        """Say what the addresses of articles are."""
        template = types.ResourceTemplate(
            uri_template=TEMPLATE,
            name="article",
            description="The whole text of an article that a call has read.",
            mime_type=_TYPE,
        )
        return types.ListResourceTemplatesResult(resource_templates=[template])

    async def read(
        self, _: Context, given: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        """Return the text of an article."""
        try:
            text = self._held.get(given.uri).text
        except InputError as error:
            raise MCPError(types.INVALID_PARAMS, str(error)) from None
        content = types.TextResourceContents(uri=given.uri, mime_type=_TYPE, text=text)
        return types.ReadResourceResult(contents=[content])
