"""Which cities a word like 其他3市, 兩市 or 該市 means, from what was named before it.

Always true: cities come from the platform's members, the host, the case's subject or the text itself; when none of them
decides, the answer is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.vocabulary import Label
from loaders.bodies.members import Collective, Scope
from loaders.bodies.setting import Found, Setting

_STOP = re.compile(r"[。；！？]")
_BETWEEN = re.compile(r"[、及與和暨]?$")


class Reference:
    """Memory of one reading."""

    def __init__(
        self, text: str, members: tuple[str, ...], size: int, setting: Setting, subject: tuple[str, ...]
    ) -> None:
        """``size``: how many members there are, of whom ``members`` may be fewer; ``subject``: the case's cities."""
        self.members, self._host, self._subject = members, setting.host_city, subject
        self._size, self._unnamed = size, size - len(members)
        self._text = text
        self._stops = [found.start() for found in _STOP.finditer(text)]
        self._named: list[tuple[int, tuple[str, ...], bool]] = []

    def note(self, at: int, cities: tuple[str, ...], collective: bool) -> None:
        """Remember that ``text[at:]`` named these cities."""
        while self._named and self._named[-1][0] >= at:
            self._named.pop()
        if cities:
            self._named.append((at, cities, collective))

    def last(self) -> tuple[str, ...]:
        """The cities named last; one, or several when a word stood for them."""
        return self._named[-1][1] if self._named else ()

    def sentence_cities(self, at: int) -> tuple[str, ...]:
        """Single cities named in the sentence before ``at``, the nearest first."""
        begin = self._sentence(at)
        near = [cities[-1] for start, cities, group in reversed(self._named) if begin <= start < at and not group]
        return tuple(dict.fromkeys(near))

    def near(self, cities: Sequence[str], at: int) -> str | None:
        """The one of some cities that the sentence names, else the host, else the only member among them."""
        named = next((city for city in (*self.sentence_cities(at), self._host) if city in cities), None)
        members = [city for city in self.members if city in cities]
        return named or (members[0] if len(members) == 1 else None)

    def cities(self, word: Collective, at: int, found: Sequence[Found]) -> tuple[str, ...]:
        """The cities that a counting word at ``text[at]`` means."""
        match word.scope:
            case Scope.ALL:
                return self.members
            case Scope.PAIR:
                return self._pair()
            case Scope.LAST:
                return self._latest(word.number or 0)
            case Scope.OTHERS:
                return self._others(at, word.number, found)
            case _:
                return self._counted(at, word.number or 0, found)

    def _sentence(self, at: int) -> int:
        return max((stop for stop in self._stops if stop < at), default=-1) + 1

    def _counted(self, at: int, number: int, found: Sequence[Found]) -> tuple[str, ...]:
        listed = self.listed_before(at, found)
        if len(listed) == number > 1:
            return listed
        if number == self._size:
            return self.members
        if number == 2:
            return self._pair()
        if number == self._size - 1:
            return self._others(at, number, found)
        return ()

    def _pair(self) -> tuple[str, ...]:
        if self._size == 2:
            return self.members
        if len(self._subject) == 2:
            return self._subject
        return self._latest(2)

    def _latest(self, number: int) -> tuple[str, ...]:
        """The last distinct cities named one by one, in the order of the text; empty when there are too few."""
        seen: list[str] = []
        for _, cities, group in reversed(self._named):
            for city in reversed(cities if not group or len(cities) == number else ()):
                if city not in seen:
                    seen.append(city)
            if len(seen) >= number:
                break
        return tuple(reversed(seen[:number])) if len(seen) >= number > 0 else ()

    def _others(self, at: int, number: int | None, found: Sequence[Found]) -> tuple[str, ...]:
        begin = max(self._text.rfind(stop, 0, at) for stop in "。！？") + 1
        before = [(cities, group) for start, cities, group in self._named if begin <= start < at]
        if before and set(before[-1][0]) >= set(self.members) and number is None:
            return self.members if len(self.members) > 2 else ()
        out: set[str] = set()
        together = number is not None or self._text.startswith("其餘", at)
        for cities, _ in reversed(before):
            out = out | set(cities) if together and not set(cities) >= set(self.members) else set(cities)
            rest = tuple(c for c in self.members if c not in out)
            if rest and len(rest) < len(self.members) and number in (None, len(rest) + self._unnamed):
                if number is None and self._text.startswith("其餘", at) and cities != before[0][0]:
                    continue
                return self._without_list(rest, found) if number is None else rest
        rest = tuple(c for c in self.members if c != self._host)
        return rest if self._host in self.members and number in (None, len(rest) + self._unnamed) else ()

    def _without_list(self, rest: tuple[str, ...], found: Sequence[Found]) -> tuple[str, ...]:
        """Leave out all of 臺北市及新北市, not the last of them only."""
        if not found:
            return rest
        listed = self.listed_before(found[-1].end, found)
        return tuple(c for c in rest if c not in listed) or rest

    def cities_before(self, at: int, found: Sequence[Found]) -> bool:
        """Whether the list that ends at ``text[at]`` ends in a city itself, not in an agency."""
        plain = bool(found) and all(body.label is Label.CITY for body in found[-1].bodies)
        return plain and bool(self.listed_before(at, found))

    def listed_before(self, at: int, found: Sequence[Found]) -> tuple[str, ...]:
        """The cities of the list that ends at ``text[at]`` (新北市與基隆市|兩市)."""
        chain: list[str] = []
        for spot in reversed(found):
            between = self._text[spot.end : at]
            cities = [body.city for body in spot.bodies if body.city]
            if len(between) > 1 or not _BETWEEN.fullmatch(between) or set(cities) >= set(self.members):
                break
            chain[:0] = cities
            at = spot.start
        return tuple(dict.fromkeys(chain))
