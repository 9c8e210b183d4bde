"""Who hosts a sitting that has not been held: as minutes say, as the rota has it, or as the cities took turns so far.

Always true: what minutes say of the very next sitting goes before the rota; a host that no minutes and no rota name is
inferred and says so; a city is named only where its name stands in the words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from graph.governance import Platform
from graph.store import GraphStore
from graph.vocabulary import Level
from queries.catalogue import ask
from queries.events import Sitting
from queries.evidence import Quote
from queries.schedule.slots import Place, Window
from queries.sentences import Sentence, sentences
from queries.spelling import bare

_NEXT = re.compile(
    r"下(?:一|1)?(?:季|次|屆)[^。；]{0,16}?(?:由|請|為|換|輪|交[由給棒])(?P<city>[^，。；]{2,8}?)"
    r"(?:接棒|接手|接辦|接續|主辦|主政|主責|輪值|擔任|承辦|(?=[，。；]|$))"
)
_LEVEL = {
    Level.DEPUTY_MAYOR: re.compile(r"副(?:縣?市長|縣長|首長)(?:層級)?會議"),
    Level.MAYOR: re.compile(r"(?<!副)(?<!副縣)(?:縣?市長|縣長|(?<!副)首長)(?:層級)?會議"),
}
_WHEN = r"(?P<when>本年度?|今年度?|[本今][（(]\d+[)）]年度?|\d{2,3}年度?|明年度?)"
_HOLDS = "(?:召開|主辦|主政|辦理|舉行)"
_CALLED = (
    re.compile(
        rf"{_WHEN}[^，。；]{{0,14}}會議[^，。；]{{0,8}}?[由於](?P<city>[^，。；於]{{2,8}})(?:於|預[計定])?(?P<day>[^，。；]*?){_HOLDS}"
    ),
    re.compile(
        rf"(?P<city>[^，。；]{{2,8}}?)(?:訂|預[計定]|擬|將)於(?P<day>[^。；]*?)，?{_HOLDS}{_WHEN}[^，。；]{{0,14}}會議"
    ),
)
_MONTH = re.compile(
    r"(?:(?P<year>\d{2,4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|份?(?P<part>中下旬|[上中下]旬|初|底)?)"
)
_PARTS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31), "中下旬": (11, 31)}
_ROTA = re.compile(r"輪序|輪辦|輪值順序|依序接棒|輪流主[辦政]")


class Basis(StrEnum):
    """Whence one knows who hosts."""

    MINUTES = "minutes"
    ROTA = "rota"
    TURNS = "turns"


@dataclass(frozen=True, slots=True)
class Host:
    """Whose turn it is."""

    city: str
    basis: Basis
    inferred: bool
    quotes: tuple[Quote, ...]
    """The words that name the host, or that set up the rota, where minutes of the store do."""


@dataclass(frozen=True, slots=True)
class Called:
    """A sitting that minutes announce: of what year, by whom, between which days."""

    year: int
    city: str
    window: Window | None
    sentence: Sentence


class Hosts:
    """What a store says of who hosts, as of a day."""

    def __init__(self, store: GraphStore, as_of: str) -> None:
        self._store = store
        self._said = [
            one for said in sentences(store).values() for one in said if one.sitting.date and one.sitting.date <= as_of
        ]
        self._said.sort(key=lambda one: (one.sitting.date or "", one.document, one.start))
        self._held: dict[str, list[str]] = {}
        for row in ask(store, "hosts"):
            self._held.setdefault(row["meeting"], []).append(row["city"])
        self._cities = [row["name"] for row in ask(store, "cities")]
        names = {row["id"]: row["name"] for row in ask(store, "platforms")}
        self._members: dict[str, list[str]] = {}
        for row in ask(store, "members"):
            self._members.setdefault(names[row["platform"]], []).append(row["name"])

    def of(self, sitting: str) -> tuple[str, ...]:
        """The cities that hosted a sitting."""
        return tuple(self._held.get(sitting, ()))

    def next(
        self,
        platform: str,
        rules: Platform | None,
        level: Level,
        place: Place | None,
        held: Sequence[Sitting],
        first: bool,
    ) -> Host | None:
        """Who hosts the sitting of a place; ``first`` says that it is the one right after the last that was held."""
        stated = self._stated(held[-1]) if held and first else None
        if stated:
            return stated
        turn = rules.turn(level, *place) if rules and place else None
        if turn:
            return Host(turn.city, Basis.ROTA, turn.inferred, self._rota(platform))
        members = rules.members_on(None) if rules else self._members.get(platform, ())
        city = _in_turn([self.of(one.id) for one in held], members) if first else None
        return Host(city, Basis.TURNS, True, ()) if city else None

    def called(self, platform: str, level: Level) -> Iterator[Called]:
        """The sittings of a level that minutes of a platform announce, the last word first."""
        for one in reversed(self._said):
            words = re.sub(r"\s", "", one.text)
            if one.sitting.platform != platform or level not in _LEVEL or not _LEVEL[level].search(words):
                continue
            found = next((said for form in _CALLED if (said := form.search(words))), None)
            city = self._city(found["city"]) if found else None
            if found and city and one.sitting.date:
                year = _year(found["when"], int(one.sitting.date[:4]))
                yield Called(year, city, _window(found["day"], year), one)

    def quote(self, called: Called) -> Host:
        """The host of a sitting that is announced."""
        return Host(called.city, Basis.MINUTES, False, (called.sentence.quote(self._store),))

    def _stated(self, last: Sitting) -> Host | None:
        """The host that the last sitting names for the next one (下一季由新北市接棒)."""
        for one in self._said:
            found = _NEXT.search(re.sub(r"\s", "", one.text)) if one.sitting.id == last.id else None
            city = self._city(found["city"]) if found else None
            if city:
                return Host(city, Basis.MINUTES, False, (one.quote(self._store),))
        return None

    def _rota(self, platform: str) -> tuple[Quote, ...]:
        """The words by which minutes of the platform set up the rota."""
        said = (one for one in self._said if one.sitting.platform == platform and _ROTA.search(one.text))
        return tuple(one.quote(self._store) for one in said)[:2]

    def _city(self, words: str) -> str | None:
        """The one city that some words name."""
        found = {city for city in self._cities if bare(city[:2]) in bare(words)}
        return found.pop() if len(found) == 1 else None


def _in_turn(hosts: Iterable[tuple[str, ...]], members: Sequence[str]) -> str | None:
    """Who follows the last host, as hosts followed each other so far."""
    known = [cities[0] for cities in hosts if len(cities) == 1]
    if not known:
        return None
    followed = [later for city, later in pairwise(known) if city == known[-1]]
    if followed:
        return followed[-1] if followed[-1] != known[-1] else None
    others = [city for city in members if city != known[-1]]
    return others[0] if len(others) == 1 else None


def _year(words: str, held: int) -> int:
    number = re.search(r"\d{2,4}", words)
    if number:
        return int(number[0]) + 1911 if int(number[0]) < 1000 else int(number[0])
    return held + 1 if words.startswith("明年") else held


def _window(words: str, year: int) -> Window | None:
    """The days that some words narrow a sitting to (7月中下旬)."""
    found = _MONTH.search(words)
    if found is None or not 1 <= int(found["month"]) <= 12:
        return None
    last = monthrange(year, int(found["month"]))[1]
    first, end = (int(found["day"]),) * 2 if found["day"] else _PARTS.get(found["part"] or "", (1, 31))
    stem = f"{year}-{int(found['month']):02d}"
    return Window(f"{stem}-{min(first, last):02d}", f"{stem}-{min(end, last):02d}")
