"""Programs that an item or a case's name names: listed ones anywhere, others by how event names end.

Always true: a year or an ordinal in front (2023, 113年度, 第二屆) is no part of a program's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lexicon.bodies import cities
from loaders.lexicon.programs import program_words
from loaders.minutes.names import quoted

_LONGEST = 20
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class ProgramFound:
    """A program and where its name stands."""

    start: int
    end: int
    name: str
    kind: str
    listed: bool = False


def programs(text: str) -> Iterator[ProgramFound]:
    """Every program that a text names, the listed ones first."""
    words = program_words()
    taken: list[tuple[int, int]] = []
    for found in words.spellings.finditer(text):
        if found[0].isascii() and _inside_word(text, found.start()):
            continue
        name, kind = words.known[found[0].replace(" ", "").casefold()]
        taken.append(found.span())
        yield ProgramFound(*found.span(), name, kind, listed=True)
    for start, end in (*_quoted_beside(text), *(_bounds(text, e.end()) for e in words.ending.finditer(text))):
        if any(start < e and s < end for s, e in taken):
            continue
        edition = words.edition.match(text[start:end])
        start += edition.end() if edition else 0
        if _is_program(text, start, end, quoted=text[end : end + 1] in tuple("」』")):
            taken.append((start, end))
            yield ProgramFound(start, end, text[start:end], "event")


def programs_in_name(name: str) -> Iterator[ProgramFound]:
    """The programs in a case's name: listed and quoted ones, and an event with which it begins (A藝術季聯合售票)."""
    opening = program_words().opening.match(name)
    several = opening and sum(city.short in opening["event"] for city in cities().values()) > 1
    if opening and not several and not any(found.start < opening.end("event") for found in programs(name)):
        start = opening.start("event")
        yield ProgramFound(start, opening.end("event"), name[start : opening.end("event")], "event")
    for found in programs(name):
        if found.listed or name[found.end : found.end + 1] in ("」", "』"):
            yield found


def _quoted_beside(text: str) -> Iterator[tuple[int, int]]:
    """Quotations that words beside them, or their own ends, make programs: 結合「白晝之夜」, 「蘭展」期間."""
    words = program_words()
    for quote in quoted(text):
        named = "〇" not in quote.text and not words.beside_stop.search(quote.text)
        before = text[: quote.outer_start]
        event = words.event.search(quote.text) or words.called.match(text, quote.outer_end)
        event = event if not (quote.as_case or words.renamed.search(before)) else None
        if named and (event or words.beside.search(before)):
            yield quote.start, quote.end


def _inside_word(text: str, at: int) -> bool:
    """Whether a Latin letter or a digit stands right before."""
    before = text[at - 1 : at]
    return before.isascii() and before.isalnum()


def _bounds(text: str, end: int) -> tuple[int, int]:
    """Where a name that ends at ``end`` begins: at its quotation mark, else after the last word not part of a name."""
    for quote in quoted(text):
        if quote.end == end:
            return quote.start, end
    start = 0
    for left in program_words().before.finditer(text, max(0, end - 24), end - 2):
        start = left.end()
    return max(start, end - _LONGEST), end


def _is_program(text: str, start: int, end: int, quoted: bool) -> bool:
    """Whether an unlisted name is long enough, no common word, and ends where its ending stands."""
    name, words = text[start:end], program_words()
    if not (3 if quoted else _SHORTEST) <= len(name) <= _LONGEST or words.stop.search(name):
        return False
    goes_on = re.match(r"[\u3400-\u9fffA-Za-z]", text[end : end + 1])
    return not goes_on or words.after.match(text[end:]) is not None
