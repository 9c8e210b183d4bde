"""Named programs and how program names begin and end. The names are data (programs.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from loaders.lexicon.data import any_of, read


@dataclass(frozen=True, slots=True)
class ProgramWords:
    """Known spellings (folded, without blanks between Han characters) → (name, kind), and patterns."""

    known: dict[str, tuple[str, str]]
    spellings: re.Pattern[str]
    ending: re.Pattern[str]
    stop: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    beside: re.Pattern[str]
    beside_stop: re.Pattern[str]
    event: re.Pattern[str]
    called: re.Pattern[str]
    renamed: re.Pattern[str]
    edition: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def program_words() -> ProgramWords:
    """The patterns."""
    data = read("programs.toml")
    known = {
        spelling.replace(" ", "").casefold(): (program["name"], program["kind"])
        for program in data["program"]
        for spelling in (program["name"], *program["aliases"])
    }
    return ProgramWords(
        known=known,
        spellings=_spellings(known),
        ending=any_of(map(re.escape, data["endings"])),
        stop=any_of(re.escape(word) + "$" for word in data["stop"]),
        before=any_of(data["before"]),
        after=any_of(data["after"]),
        beside=any_of(data["beside"]),
        beside_stop=any_of(data["beside_stop"]),
        event=re.compile(data["event"]),
        called=re.compile(data["called"]),
        renamed=re.compile(data["renamed"]),
        edition=any_of(data["edition"]),
        opening=re.compile(data["opening"]),
    )


def is_service(words: str) -> bool:
    """Whether words are the name of a listed service (酷課雲), which goes on whatever becomes of a case."""
    name, kind = program_words().known.get(words.replace(" ", "").casefold(), ("", ""))
    return bool(name) and kind == "service"


def _spellings(known: Iterable[str]) -> re.Pattern[str]:
    """Any known spelling, the longest first; a Latin one may have blanks between its letters."""
    longest = sorted(known, key=len, reverse=True)
    forms = (r"\s?".join(map(re.escape, word)) if word.isascii() else re.escape(word) for word in longest)
    return re.compile("|".join(forms), re.IGNORECASE)
