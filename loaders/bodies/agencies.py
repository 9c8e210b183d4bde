"""Agencies of one document: what follows a city, and what that is officially called.

Always true: a tail is what stands after the city (政府) in an agency's name; the lexicon answers first, then the long
form that the document itself uses, then the table of functions, then the words as written. An abbreviation that fits
two agencies of one city is left as written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.interchange import Body
from graph.vocabulary import Label
from loaders.bodies.agency_grammar import Tail, abbreviates, ends_here, known_tail, open_tail, section
from loaders.bodies.cities import Cities, Kind
from loaders.lexicon.bodies import Agency, Function, agencies, cities, complete_registers, functions


@dataclass(frozen=True, slots=True)
class Named:
    """An agency as a text names it: where the name ends, its tail, and its section if one is named."""

    end: int
    tail: str
    seat: bool = False
    section: str = ""


@lru_cache(maxsize=1)
def _register() -> dict[str, dict[str, str]]:
    """City → tail → official name. Exact tails first, then aliases, then abbreviations by function."""
    found: dict[str, dict[str, str]] = {city: {} for city in cities()}
    held = [a for a in agencies().values() if a.city]
    for agency in held:
        found[agency.city or ""].setdefault(_tail_of(agency), agency.name)
    for agency in held:
        for alias in (*agency.aliases, *agency.bare):
            found[agency.city or ""].setdefault(alias, agency.name)
    for agency in held:
        for short in _abbreviations(_tail_of(agency)):
            found[agency.city or ""].setdefault(short, agency.name)
    return found


def _tail_of(agency: Agency) -> str:
    city = agency.city or ""
    for front in (city + "政府", city, cities()[city].short):
        if agency.name.startswith(front):
            return agency.name[len(front) :]
    return agency.name


@lru_cache(maxsize=2048)
def _abbreviations(tail: str) -> tuple[str, ...]:
    found = []
    for function in functions():
        for suffix in function.suffixes:
            if tail == function.name + suffix:
                for short in function.short:
                    found += [short + suffix, *_council(short, suffix)]
    return tuple(found)


def _council(short: str, suffix: str) -> tuple[str, ...]:
    """研考會 for 研考 + 委員會; 客委會 for a single character."""
    if suffix != "委員會":
        return ()
    return (short + "委會",) if len(short) == 1 else (short + "會",)


@lru_cache(maxsize=1)
def _by_function() -> dict[str, tuple[Function, str]]:
    """Any spelling of a function's body (環保局) → the function and its full tail (環境保護局)."""
    found: dict[str, tuple[Function, str]] = {}
    for function in functions():
        for suffix in function.suffixes:
            found[function.name + suffix] = (function, function.name + suffix)
    for function in functions():
        for suffix in function.suffixes:
            for short in function.short:
                for spelling in (short + suffix, *_council(short, suffix)):
                    found.setdefault(spelling, (function, function.name + suffix))
    return found


@lru_cache(maxsize=1)
def _bare() -> frozenset[str]:
    """Spellings that may stand with no city before them."""
    by_function = {s for s, (f, _) in _by_function().items() if f.bare and len(s) > 2}
    return frozenset(
        by_function | {b for a in agencies().values() if a.city for b in (*a.bare, *a.aliases) if len(b) > 2}
    )


@lru_cache(maxsize=1)
def self_named() -> dict[str, Agency]:
    """Spellings that name one city's agency without naming the city (翡管局)."""
    return {spelling: agency for agency in agencies().values() for spelling in agency.bare}


def dated(body: Body, entry: Agency) -> Body:
    """The body with the days of its being, and what it became, as far as a source gives them."""
    return replace(body, since=entry.since, until=entry.until, became=entry.became)


_ABBREVIATED, _SUFFIXES = (4, 3), ("局", "處", "會", "所")
"""The lengths of an agency's name in short that no list has, and how it ends."""


class Agencies:
    """The agencies of one document."""

    def __init__(self, view: str, known: Cities) -> None:
        """``view`` as for Cities: the long forms in it name the agencies that no list holds."""
        self._learned: dict[str, dict[str, str]] = {}
        seats: dict[tuple[str, str], bool] = {}
        for city, named in _long_forms(view, known):
            if named.tail not in _register().get(city, {}):
                seats[city, named.tail] = seats.get((city, named.tail), False) or named.seat
        for (city, tail), seat in seats.items():
            function = _by_function().get(tail)
            listed = {name for long, name in _register().get(city, {}).items() if abbreviates(tail, long)}
            short = function is not None and function[1] != tail
            longer = not function and any(abbreviates(tail, other) for owner, other in seats if owner == city)
            if len(listed) == 1 or short or longer or (function and function[0].level == 1 and not seat):
                continue
            self._learned.setdefault(city, {})[tail] = f"{city}{'政府' if seat else ''}{tail}"
        self._merged = {c: {**_with_short(tails), **_register().get(c, {})} for c, tails in self._learned.items()}
        learned = {tail for tails in self._learned.values() for tail in tails if len(tail) > 2}
        self._bare = _bare() | learned | {short for tail in learned for short in _shortened(tail)}
        self._names: dict[tuple[str, str], str | None] = {}
        self._bare_firsts = frozenset(tail[0] for tail in self._bare)

    def named_at(self, text: str, at: int, city: str, kind: Kind) -> Named | None:
        """The agency of ``city`` whose tail begins at ``text[at]``, just after the city; None when none does."""
        tail = known_tail(text, at, self._tails(city)) or known_tail(text, at, _by_function())
        tail = tail or self._abbreviated(text, at, city)
        if tail is None and kind in (Kind.FULL, Kind.SEAT):
            tail = open_tail(text, at, kind is Kind.SEAT)
        if tail is None and kind is Kind.SHORT:
            tail = open_tail(text, at, False)
            tail = tail if tail and tail.written.endswith("事業處") else None
        return self._with_section(text, tail, kind is Kind.SEAT) if tail else None

    def bare_at(self, text: str, at: int) -> Named | None:
        """The agency with no city before it whose name begins at ``text[at]``."""
        if text[at] not in self._bare_firsts:
            return None
        tail = known_tail(text, at, self._bare)
        return self._with_section(text, tail, False) if tail else None

    def deeper(self, text: str, city: str, named: Named) -> Named:
        """The second-level agency that is named behind its bureau (工務局|新工處); ``named`` itself when none is."""
        at = named.end - len(named.section)
        below = known_tail(text, at, self._tails(city))
        return self._with_section(text, below, named.seat) if below and below.end >= named.end else named

    def has(self, city: str, tail: str) -> bool | None:
        """Whether the city has such an agency: None when no complete list of its agencies is known."""
        if self._official(city, tail):
            return True
        return False if city in complete_registers() else None

    def body(self, city: str, named: Named, written: str) -> Body:
        """The agency under its official name; its section as a body of its own, with the agency as parent."""
        name = self._own_name(city, named) or self._official(city, named.tail) or self._by_grammar(city, named)
        entry = agencies().get(name)
        parent = entry.parent if entry else None
        if named.section:
            name, parent = name + named.section, name
        body = Body(name, Label.AGENCY, written, city, parent, kind="city")
        return body if named.section or entry is None else dated(body, entry)

    def counterpart(self, city: str, tail: str, strict: bool = False) -> str | None:
        """What does the same work in a city: its 環保局, its 教育處 for 教育局, its 產業發展局 for 經發局.

        ``strict`` leaves out the last: only functions that share a short form count as the same.
        """
        both = tail.endswith("局處")
        for spelling in (tail[:-1], tail[:-2] + "處") if both else (tail,):
            if self._official(city, spelling):
                return spelling
        function = _by_function().get(tail[:-1] if both else tail)
        if function is None:
            return None if city in complete_registers() else tail
        suffix = tail[-1]
        for other in (*_twins(function[1]), *_alike(function[0]), *(() if strict else _themed(function[0].theme))):
            if self._official(city, other):
                return other
        named = strict and function[0].level > 1  # what stands beneath bureaus no list has in full
        if city in complete_registers() and not named:
            return None
        return function[1][:-1] + ("處" if city.endswith("縣") else "局") if both else function[1][:-1] + suffix

    @property
    def starts(self) -> frozenset[str]:
        """Characters with which an agency with no city before it begins."""
        return self._bare_firsts

    @staticmethod
    def section_at(text: str, at: int, agency: str) -> int:
        """Where the sections of an agency that are named at ``text[at]`` end, one in another; ``at`` when none is."""
        end = section(text, at, agency)
        while (deeper := section(text, end, text[at:end]) if end > at else end) > end:
            end = deeper
        return end

    def _tails(self, city: str) -> dict[str, str]:
        return self._merged.get(city) or _register().get(city, {})

    def _official(self, city: str, tail: str) -> str | None:
        if (city, tail) not in self._names:
            self._names[city, tail] = self._resolved(city, tail)
        return self._names[city, tail]

    def _abbreviated(self, text: str, at: int, city: str) -> Tail | None:
        """A few characters that abbreviate one agency of the city and no other (城觀處 in 彰化縣)."""
        for length in _ABBREVIATED:
            written = text[at : at + length]
            if written.endswith(_SUFFIXES) and self._official(city, written) and ends_here(text, at + length, written):
                return Tail(at + length, written)
        return None

    def _own_name(self, city: str, named: Named) -> str | None:
        """甲市政府文化局 written out where a list has only 甲市文化觀光局: a full name abbreviates no longer one."""
        function = _by_function().get(named.tail)
        whole = named.seat and function is not None and function[1] == named.tail
        return f"{city}政府{named.tail}" if whole and named.tail not in self._tails(city) else None

    def _resolved(self, city: str, tail: str) -> str | None:
        tails = self._tails(city)
        function = _by_function().get(tail)
        for spelling in (tail, function[1] if function else tail):
            if spelling in tails:
                return tails[spelling]
        longer = {name for long, name in tails.items() if abbreviates(tail, long)}
        return longer.pop() if len(longer) == 1 else None

    def _by_grammar(self, city: str, named: Named) -> str:
        function = _by_function().get(named.tail)
        if function and function[0].level == 1:
            return f"{city}政府{function[1]}"
        tail = function[1] if function and _sole(named.tail) else named.tail
        return f"{city}{'政府' if named.seat else ''}{tail}"

    def _with_section(self, text: str, tail: Tail, seat: bool) -> Named:
        end = section(text, tail.end, tail.written)
        return Named(end, tail.written, seat, text[tail.end : end])


def _long_forms(view: str, known: Cities) -> Iterator[tuple[str, Named]]:
    at = 0
    while at < len(view):
        spelling = known.at(view, at)
        if spelling and spelling.kind in (Kind.FULL, Kind.SEAT):
            end = at + len(spelling.written)
            tail = open_tail(view, end, spelling.kind is Kind.SEAT)
            if tail:
                yield spelling.city, Named(tail.end, tail.written, spelling.kind is Kind.SEAT)
            at = end
        else:
            at += 1


def _shortened(tail: str) -> tuple[str, ...]:
    """How a long name is usually cut short: 海洋事務局 → 海洋局, 海事局."""
    stem, suffix = tail[:-1], tail[-1]
    return (stem[:2] + suffix, stem[0] + stem[2] + suffix) if suffix in "局處" and len(stem) > 3 else ()


def _with_short(tails: dict[str, str]) -> dict[str, str]:
    shorts: dict[str, set[str]] = {}
    for tail, name in tails.items():
        for short in _shortened(tail):
            shorts.setdefault(short, set()).add(name)
    return {**{short: names.pop() for short, names in shorts.items() if len(names) == 1}, **tails}


def _twins(tail: str) -> tuple[str, ...]:
    return (tail[:-1] + "處",) if tail.endswith("局") else (tail[:-1] + "局",) if tail.endswith("處") else ()


@lru_cache(maxsize=256)
def _themed(theme: str) -> tuple[str, ...]:
    return tuple(f.name + s for f in functions() if theme and f.theme == theme for s in f.suffixes)


@lru_cache(maxsize=256)
def _alike(function: Function) -> tuple[str, ...]:
    forms = {function.name, *function.short}
    return tuple(f.name + s for f in functions() if forms & {f.name, *f.short} for s in f.suffixes)


@lru_cache(maxsize=1024)
def _sole(tail: str) -> bool:
    """Whether a spelling abbreviates one function only."""
    return len({f.name for f in functions() for s in f.suffixes for short in f.short if short + s == tail}) < 2
