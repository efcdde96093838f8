"""The server for agents in a process of its own, and its client, for tests that are not async."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from anyio.from_thread import start_blocking_portal
from mcp import Client, StdioServerParameters, stdio_client

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
COMMAND = [sys.executable, "-m", "summarize.mcp"]


class Agent:
    """A client that is connected to a server."""

    def __init__(self, client, portal):
        self.client = client
        self.portal = portal
        self.stray = []  # what the server sent that is no message

    def ask(self, name, *given, **options):
        """Call a method of the client."""

        async def call():
            return await getattr(self.client, name)(*given, **options)

        return self.portal.call(call)

    def call(self, tool, **arguments):
        """Call a tool; its result must not be an error."""
        result = self.ask("call_tool", tool, arguments)
        assert not result.is_error, result.content[0].text
        return result

    def data(self, tool, **arguments):
        """Call a tool, and return its result as data."""
        return self.call(tool, **arguments).structured_content

    def error(self, tool, **arguments):
        """Call a tool, and return the one line of its error."""
        result = self.ask("call_tool", tool, arguments)
        assert result.is_error
        [content] = result.content
        assert content.text == " ".join(content.text.split())
        assert "Traceback" not in content.text
        return content.text


@contextmanager
def connected(server):
    """Connect a client to a server."""
    with start_blocking_portal() as portal:
        agent = Agent(None, portal)

        async def handle(message):
            if isinstance(message, Exception):
                agent.stray.append(message)

        client = Client(server, message_handler=handle, cache=None)
        with portal.wrap_async_context_manager(client) as agent.client:
            yield agent


@contextmanager
def over_stdio(*arguments, errlog):
    """Start a server that is served over its standard input and output."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    parameters = StdioServerParameters(
        command=COMMAND[0], args=[*COMMAND[1:], *map(str, arguments)], env=environment
    )
    with connected(stdio_client(parameters, errlog=errlog)) as agent:
        yield agent


@contextmanager
def over_http(*arguments):
    """Start a server over HTTP at a free port; yield the client and the address."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*COMMAND, "--http", "127.0.0.1:0", *map(str, arguments)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            address = process.stderr.readline().split()[-1]
            with connected(address) as agent:
                yield agent, address
        finally:
            process.terminate()
            process.stderr.close()


def as_json(result):
    """Write a result of a tool with its keys in order."""
    return json.dumps([result.structured_content, result.content[0].text], sort_keys=True)
