"""Named programs and how program names end. The names are data (programs.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ProgramWords:
    """Known spellings (folded, without blanks between Han characters) → (name, kind), and patterns."""

    known: dict[str, tuple[str, str]]
    spellings: re.Pattern[str]
    ending: re.Pattern[str]
    stop: re.Pattern[str]


@cache
def program_words() -> ProgramWords:
    """The patterns."""
    data = tomllib.loads(files("loaders.lexicon").joinpath("programs.toml").read_text("utf-8"))
    known = {
        spelling.replace(" ", "").casefold(): (program["name"], program["kind"])
        for program in data["program"]
        for spelling in (program["name"], *program["aliases"])
    }
    longest = sorted(known, key=len, reverse=True)
    return ProgramWords(
        known=known,
        spellings=re.compile(
            "|".join(r"\s?".join(map(re.escape, word)) if word.isascii() else re.escape(word) for word in longest),
            re.IGNORECASE,
        ),
        ending=re.compile("(?:" + "|".join(map(re.escape, data["endings"])) + ")"),
        stop=re.compile("(?:" + "|".join(map(re.escape, data["stop"])) + ")$"),
    )
