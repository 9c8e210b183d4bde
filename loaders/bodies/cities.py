"""Which spellings mean which cities in one document: the 22 that are known and those that only the document names.

Always true: a city is known by its official name with 市 or 縣; a spelling that could mean two cities means none; what
the document teaches never takes a spelling from a city of the lexicon that it names too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from loaders.bodies.boundaries import HAN, INTRODUCING, may_begin
from loaders.lexicon.bodies import cities as known_cities
from loaders.lexicon.bodies import districts, functions

_FUNCTIONS = "|".join(sorted((s + x for f in functions() for s in (f.name, *f.short) for x in f.suffixes), key=len))
_EVIDENCE = re.compile(rf"[市縣](?=政府|議會|立(?:圖書館|美術館)|(?:{_FUNCTIONS}))")
_LISTED = re.compile(rf"(?<=[、及與和暨])([{HAN}]{{2,3}}?)([市縣])(?=[、，。；及與和暨）等」]|政府|$)")
_LEADING = re.compile(rf"([{HAN}]{{2}})([市縣])[、及與和暨]$")
_OFTEN = re.compile(rf"([{HAN}]{{2}})([市縣])(?![場民區集值佔售況面容長政府立級價])")
_NOT_A_STEM = re.compile(
    r"[各其他該本貴兩雙二三四五六七八九十○省等個上每某全0-9兼]|直轄|縣市|外縣|跨縣|都$|城$|"
    r"夜$|超$|股$|鬧$|[請由與及和邀洽於在向對將因經以據讓給到往同屬]$|^(?:呼應|依據|經過|所屬|部分|部份)$"
)
_RUN = re.compile(rf"[{HAN}]{{0,4}}$")


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
        """``view``: folded text of the document, blanks removed but for line breaks."""
        self.learned = _learn(view)
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
            fits = _by_letter([c for c in among if letter in c[:-1] and c not in found], letter)
            if len(fits) != times:
                return ()
            found += fits
        return tuple(found)

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


def _learn(view: str) -> tuple[str, ...]:
    """Cities that the document names and no list holds, in order of appearance."""
    clear: Counter[str] = Counter()
    longer: Counter[str] = Counter()
    loose: Counter[str] = Counter()
    for found in _EVIDENCE.finditer(view):
        _vote(view, found.start(), clear, longer, loose)
    often = Counter(m[0] for m in _OFTEN.finditer(view) if may_begin(view, m.start()))
    clear.update({name: n for name, n in often.items() if n > 2 and _possible(name)})
    names = {name for name in clear if _possible(name)}
    names |= {name for name in longer if _possible(name) and name[1:] not in clear}
    covered = {name[-3:] for name in names}
    names |= {name for name in loose if _possible(name) and name not in covered}
    names |= set(_neighbours(view, names))
    return tuple(sorted(names, key=view.find))


def _vote(view: str, unit: int, clear: Counter[str], longer: Counter[str], loose: Counter[str]) -> None:
    run = _RUN.search(view, max(0, unit - 4), unit)
    size = len(run[0]) if run else 0
    brief = view[unit - 1 : unit + 1] in _known_units() and may_begin(view, unit - 1)
    if size < 2 or brief or view[unit - 2 : unit + 1] in _known_units():
        return
    short, long = view[unit - 2 : unit + 1], view[unit - 3 : unit + 1]
    if may_begin(view, unit - 2):
        clear[short] += 1
    elif size >= 3 and may_begin(view, unit - 3):
        longer[long] += 1
    else:
        loose[short] += 1


@lru_cache(maxsize=1)
def _known_units() -> frozenset[str]:
    names = {name for name in districts() if name[-1] in "市縣"}
    return frozenset(names | {s.written for s in _known_spellings()})


def _possible(name: str) -> bool:
    stem = name[:-1]
    return name not in _known_units() and stem not in INTRODUCING and not _NOT_A_STEM.search(stem)


def _neighbours(view: str, names: set[str]) -> Iterator[str]:
    """Cities listed beside a city: 臺北市、嵐川市及明河縣."""
    sure = set(names) | set(known_cities())
    fresh = True
    while fresh:
        fresh = False
        for found in _LISTED.finditer(view):
            name = found[1] + found[2]
            left = view[max(0, found.start() - 5) : found.start() - 1]
            if name not in sure and _possible(name) and any(left.endswith((c, c + "政府")) for c in sure):
                sure.add(name)
                fresh = True
                yield name
        for found in re.finditer("|".join(map(re.escape, sure)), view):
            before = _LEADING.search(view, max(0, found.start() - 4), found.start())
            if before and may_begin(view, before.start()):
                name = before[1] + before[2]
                if name not in sure and _possible(name):
                    sure.add(name)
                    fresh = True
                    yield name
