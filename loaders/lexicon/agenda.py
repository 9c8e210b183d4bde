"""Words that tell what an agenda item is about, as compiled patterns. The words are data (agenda.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class AgendaWords:
    """Every pattern of agenda.toml, compiled."""

    tracked: re.Pattern[str]
    new: re.Pattern[str]
    administrative: re.Pattern[str]
    generic: re.Pattern[str]
    prefix: re.Pattern[str]
    suffix: re.Pattern[str]
    lifecycle: re.Pattern[str]


@cache
def agenda_words() -> AgendaWords:
    """The patterns."""
    data = tomllib.loads(files("loaders.lexicon").joinpath("agenda.toml").read_text("utf-8"))
    lists, subjects = data["lists"], data["subjects"]
    any_of = lambda patterns: re.compile("|".join(f"(?:{p})" for p in patterns))  # noqa: E731
    return AgendaWords(
        tracked=any_of(lists["tracked"]),
        new=any_of(lists["new"]),
        administrative=any_of(subjects["administrative"]),
        generic=any_of(subjects["generic"]),
        prefix=re.compile(subjects["prefix"]),
        suffix=re.compile(subjects["suffix"]),
        lifecycle=re.compile(subjects["lifecycle"]),
    )
