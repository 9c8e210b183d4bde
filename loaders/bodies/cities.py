"""Which spellings mean which cities in one document: the 22 that are known and those that only the document names.

Always true: a city is known by its official name with 市 or 縣; a spelling that could mean two cities means none; what
the document teaches never takes a spelling from a city of the lexicon that it names too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from loaders.bodies.boundaries import HAN, may_begin
from loaders.bodies.learning import learned_cities
from loaders.lexicon.bodies import cities as known_cities


class Kind(IntEnum):
    """How a city is spelled: in full, with its government, in two characters with 市, or without 市."""

    FULL = 1
    SEAT = 2
    BRIEF = 3
    SHORT = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a city."""

    written: str
    city: str
    kind: Kind


@lru_cache(maxsize=1)
def _known_spellings() -> tuple[Spelling, ...]:
    found = []
    shorts = Counter(city.short for city in known_cities().values())
    for city in known_cities().values():
        found += _formal(city.name)
        found += [Spelling(office, city.name, Kind.SEAT) for office in city.offices]
        for brief in city.brief:
            found.append(Spelling(brief, city.name, Kind.FULL if len(brief) > 2 else Kind.BRIEF))
            found += [Spelling(brief + seat, city.name, Kind.SEAT) for seat in ("政府", "府")]
        if shorts[city.short] == 1:
            found.append(Spelling(city.short, city.name, Kind.SHORT))
    return tuple(found)


def _formal(name: str) -> list[Spelling]:
    return [
        Spelling(name, name, Kind.FULL),
        Spelling(name + "政府", name, Kind.SEAT),
        Spelling(name + "府", name, Kind.SEAT),
    ]


class Cities:
    """The cities of one document and how it spells them."""

    def __init__(self, view: str) -> None:
        """``view``: folded text of the document, blanks removed but for line breaks and tabs.

        ``learned``: the cities that it names and no list holds; ``shared``: words of the letters of several (嵐明).
        """
        self.learned, self.shared = learned_cities(view)
        self.present = tuple(n for n in known_cities() if n in view) + self.learned
        self._table: dict[str, Spelling] = {s.written: s for s in _known_spellings()}
        self._add_ambiguous_shorts()
        for name in self.learned:
            self._add_learned(name)
        self._lengths = _lengths(self._table)

    def at(self, text: str, start: int) -> Spelling | None:
        """The longest spelling of a city that begins at ``text[start]``."""
        for length in self._lengths.get(text[start], ()):
            spelling = self._table.get(text[start : start + length])
            if spelling and len(spelling.written) == length and not _broken(text, start, start + length, spelling):
                return spelling
        return None

    @property
    def starts(self) -> frozenset[str]:
        """Characters with which a spelling begins."""
        return frozenset(self._lengths)

    def exact(self, written: str) -> str | None:
        """The city of that very spelling."""
        spelling = self._table.get(written)
        return spelling.city if spelling else None

    def short(self, city: str) -> str:
        """A city's name without 市 or 縣."""
        return known_cities()[city].short if city in known_cities() else city[:-1]

    def lettered(self, letters: str, among: tuple[str, ...]) -> tuple[str, ...]:
        """Cities for which each letter of a word stands (嵐明); 雙 stands for two that share the next letter.

        Empty when a letter fits none or too many of ``among``.
        """
        needed = Counter(re.sub(f"雙([{HAN}])", r"\1\1", letters))
        found: list[str] = []
        for letter, times in needed.items():
            fits = _by_letter([c for c in among if _is_letter(letter, c) and c not in found], letter)
            if len(fits) != times:
                return ()
            found += fits
        return tuple(found)

    def partly_lettered(self, letters: str) -> tuple[str, ...]:
        """The cities of the document for which letters of a word stand, if they are half of them and more than one."""
        found: list[str] = []
        for letter in letters:
            fits = [c for c in self.present if _is_letter(letter, c) and c not in found]
            fits = _by_letter(fits, letter)
            found += fits if len(fits) == 1 else []
        return tuple(found) if len(found) > 1 and 2 * len(found) >= len(letters) else ()

    def _add_ambiguous_shorts(self) -> None:
        shorts = Counter(c.short for c in known_cities().values())
        for city in known_cities().values():
            rivals = [c.name for c in known_cities().values() if c.short == city.short and c.name in self.present]
            if shorts[city.short] > 1 and rivals == [city.name]:
                self._table[city.short] = Spelling(city.short, city.name, Kind.SHORT)

    def _add_learned(self, name: str) -> None:
        for spelling in _formal(name):
            self._table.setdefault(spelling.written, spelling)
        stem, unit = name[:-1], name[-1]
        if sum(other[:-1] == stem for other in self.learned) == 1:
            self._table.setdefault(stem, Spelling(stem, name, Kind.SHORT))
        for letter in set(stem):
            owners = [c for c in self.present if letter in c[:-1] and c[-1] == unit]
            held = self._table.get(letter + unit)
            if owners == [name] and (held is None or held.city not in self.present):
                self._table[letter + unit] = Spelling(letter + unit, name, Kind.BRIEF)
                for seat in ("政府", "府"):
                    self._table[letter + unit + seat] = Spelling(letter + unit + seat, name, Kind.SEAT)


def _by_letter(fits: list[str], letter: str) -> list[str]:
    """Cities whose own letter it is, where the lexicon gives letters, before those that merely contain it."""
    owners = [c for c in fits if c in known_cities() and known_cities()[c].letter == letter]
    return owners or fits


def _lengths(table: Mapping[str, Spelling]) -> dict[str, tuple[int, ...]]:
    by_first: dict[str, set[int]] = {}
    for written in table:
        by_first.setdefault(written[0], set()).add(len(written))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in by_first.items()}


_MARKET = re.compile(r"場(?!域|次|地|館|勘|景)|集(?!結|思|合|中|資)|況|值")


def _broken(text: str, start: int, end: int, spelling: Spelling) -> bool:
    """Whether the characters belong to other words: 新北|市場, 更新|北市, 東|北市."""
    if spelling.written[-1] == "市" and _MARKET.match(text, end):
        return True
    if spelling.written[-1] == "府" and not spelling.written.endswith("政府") and text[end : end + 1] in ("城", "會"):
        return True
    before = text[start - 1] if start else ""
    if spelling.written.startswith("新北"):
        return before in ("更", "創", "革", "翻", "嶄")
    if len(spelling.written.removesuffix("府").removesuffix("政")) == 2 and spelling.kind is not Kind.SHORT:
        return not may_begin(text, start) or before == "市"
    return before == "大" and spelling.kind is Kind.SHORT


def _is_letter(letter: str, city: str) -> bool:
    """Whether a letter may stand for a city: one of its name's, or the one that is usual (馬 for 連江縣)."""
    known = known_cities().get(city)
    return letter in city[:-1] or (known is not None and known.letter == letter)
