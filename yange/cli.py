"""The command line.

Always true: answers go to standard output, everything else to standard error; whatever Yange can explain ends as one
sentence and the exit code of its class (graph.errors); a command imports what it needs when it runs, not before.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from graph.errors import LoginError, YangeError
from yange import __version__
from yange.commands import (
    asking,
    auditing,
    checking,
    covering,
    drawing,
    explaining,
    governing,
    keeping,
    networking,
    reporting,
    reviewing,
    serving,
    tracking,
)
from yange.lexicon import own_lexicon

_EPILOG = """
\b
Exit codes:
  0  done
  1  something went wrong that has no code of its own
  2  the command was called wrongly, or a file could not be read (the others are loaded)
  3  the audit found something
  4  no name in the store answers
  5  the store cannot be opened or written
  6  the Cypher is not valid, took too long or gave too many rows
  7  a stored passage differs from the text it quotes, or the graph breaks its schema
  8  no font that draws Chinese characters was found
  9  the doctor found something missing

\b
Begin with:
  yange load samples
  yange lineage 環教小尖兵
"""


class _Commands(click.Group):
    """A group that ends an explained error as a sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                with own_lexicon():
                    return super().invoke(ctx)
            except LoginError:
                if not sys.stdin.isatty() or "NEO4J_PASSWORD" in os.environ:
                    raise
                os.environ["NEO4J_PASSWORD"] = click.prompt("Password of the server 密碼", hide_input=True, err=True)
                with own_lexicon():
                    return super().invoke(ctx)
        except YangeError as error:
            click.echo(f"yange: {error}", err=True)
            ctx.exit(error.exit_code)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which one meets them, not the alphabet's."""
        return list(self.commands)


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="yange")
def main() -> None:
    """Yange 沿革: minutes of cooperation platforms as a graph whose every statement can be checked.

    會議紀錄進，可查證的沿革出。
    """


for _room in (
    keeping,
    checking,
    covering,
    reviewing,
    explaining,
    asking,
    tracking,
    governing,
    auditing,
    networking,
    drawing,
    reporting,
    serving,
):
    for _command in _room.COMMANDS:
        main.add_command(_command)
