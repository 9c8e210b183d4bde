"""What the commands share: where the store is, whether to answer in JSON, days, and how values become JSON.

Always true: nothing here imports more than click, so that help comes at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

_F = TypeVar("_F", bound=Callable[..., Any])

DEFAULT_STORE = "yange.kgl"


def store_option(command: _F) -> _F:
    """``--store PATH|URL``, also from YANGE_STORE."""
    return click.option(
        "--store",
        metavar="PATH|URL",
        envvar="YANGE_STORE",
        default=DEFAULT_STORE,
        show_default=True,
        show_envvar=True,
        help="The store to work on.",
    )(command)


def ledger_option(command: _F) -> _F:
    """``--ledger FILE``, also from YANGE_LEDGER."""
    return click.option(
        "--ledger",
        metavar="FILE",
        envvar="YANGE_LEDGER",
        show_envvar=True,
        help="The judgements of names 判定紀錄.  [default: beside the store, yange.ledger.csv]",
    )(command)


def lexicon_option(command: _F) -> _F:
    """``--lexicon FILE``, also from YANGE_LEXICON: what is read is read with the words of this file, too."""
    return click.option(
        "--lexicon",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        envvar="YANGE_LEXICON",
        show_envvar=True,
        expose_value=False,
        is_eager=True,
        callback=_choose_lexicon,
        help="Words of your own 自訂詞庫.  [default: yange.lexicon.toml in the working directory, if it is there]",
    )(command)


def _choose_lexicon(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    from yange.lexicon import choose

    if value is not None:
        choose(value)


def json_option(command: _F) -> _F:
    """``--json``: the answer as one JSON document on standard output."""
    return click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")(command)


class Day(click.ParamType[str]):
    """A day as people write it, ISO or ROC; gives the ISO day, of a month or year the last one or the first one."""

    name = "date"

    def __init__(self, *, first: bool = False) -> None:
        self.first = first

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The ISO day, or a usage error that shows how to write one."""
        from visualizations.words import iso_day

        try:
            return iso_day(value, first=self.first)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def as_of_option(command: _F) -> _F:
    """``--as-of DATE``."""
    return click.option(
        "--as-of", type=Day(), metavar="DATE", help="As things stood on this day (2024-06-30 or 113.6.30)."
    )(command)


def language_option(command: _F) -> _F:
    """``--lang zh|en``."""
    choice = click.Choice(["zh", "en"])
    return click.option("--lang", type=choice, default="zh", show_default=True, help="Language of what is not quoted.")(
        command
    )


def calendar_option(command: _F) -> _F:
    """``--calendar roc|iso``."""
    choice = click.Choice(["roc", "iso"])
    return click.option("--calendar", type=choice, default="roc", show_default=True, help="Calendar of days.")(command)


def print_json(value: Any) -> None:
    """One JSON document on standard output; dataclasses become objects, tuples arrays."""
    click.echo(json.dumps(_plain(value), ensure_ascii=False, indent=2))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number of things.

    >>> counted(1, "case"), counted(1200, "case"), counted(0, "mismatch", "mismatches")
    ('1 case', '1,200 cases', '0 mismatches')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
