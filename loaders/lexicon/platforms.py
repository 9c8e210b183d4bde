"""Cooperation platforms, words for several cities and issue groups, read from platforms.toml and groups.toml.

Always true: names are folded (平臺 for 平台); members keep the order of the file; a date outside all memberships is
answered with everyone who ever was a member, since minutes outlive mergers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from loaders.folding import fold
from loaders.lexicon.data import read


@dataclass(frozen=True, slots=True)
class Member:
    """One city's membership; days or years as far as stated."""

    city: str
    since: str | None = None
    until: str | None = None

    def on(self, date: str) -> bool:
        """Whether it held on that ISO day."""
        return (self.since or "") <= date and (self.until is None or date <= self.until + "~")


@dataclass(frozen=True, slots=True)
class Rota:
    """Who hosts the sittings of a level from a year on, by their ordinal within the year."""

    level: str
    year: int
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Platform:
    """A cooperation platform. ``word`` is what its cities are called together (雙北)."""

    name: str
    word: str
    aliases: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    groups: tuple[str, ...] = ()
    since: str | None = None
    merged_into: str | None = None
    rota: tuple[Rota, ...] = ()

    def host_of(self, level: str, year: int, ordinal: int) -> str | None:
        """The city whose turn it is; None when the rota does not tell."""
        turns = max((r for r in self.rota if r.level == level and r.year <= year), key=lambda r: r.year, default=None)
        if turns is None or not 1 <= ordinal <= len(turns.hosts):
            return None
        return turns.hosts[ordinal - 1]

    def members_on(self, date: str | None) -> tuple[str, ...]:
        """Its cities on that ISO day; all of them when the day is unknown or before everyone joined."""
        held = tuple(m.city for m in self.members if date is None or m.on(date))
        return held or tuple(m.city for m in self.members)


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """An issue group by its usual name."""

    name: str
    aliases: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def platforms() -> Mapping[str, Platform]:
    """Official name → platform."""
    found = (
        Platform(
            p["name"],
            p["word"],
            tuple(p.get("aliases", ())),
            tuple(Member(m["city"], m.get("since"), m.get("until")) for m in p["members"]),
            tuple(p.get("groups", ())),
            p.get("since"),
            p.get("merged_into"),
            tuple(Rota(r["level"], r["year"], tuple(r["hosts"])) for r in p.get("rota", ())),
        )
        for p in read("platforms.toml")["platform"]
    )
    return MappingProxyType({p.name: p for p in found})


@lru_cache(maxsize=1)
def _platform_spellings() -> Mapping[str, str]:
    found = {}
    for platform in platforms().values():
        for spelling in (platform.name, platform.word, *platform.aliases):
            found[spelling] = platform.name
    return MappingProxyType(found)


_LETTERS = "基北桃竹苗中彰投雲嘉南高屏宜花東澎雙大"


@lru_cache(maxsize=1)
def _platform_words() -> re.Pattern[str]:
    titles = sorted((s for p in platforms().values() for s in (p.name, *p.aliases)), key=len, reverse=True)
    words = sorted((p.word for p in platforms().values()), key=len, reverse=True)
    whole, part = "|".join(map(re.escape, titles)), "|".join(map(re.escape, words))
    return re.compile(rf"(?<![{_LETTERS}])(?:({whole})|({part})(?=$|[」』]|城市|區域|合作|交流|平臺|論壇))")


def official_platform(words: str) -> str | None:
    """The official name of the first platform that some words name (a title, an alias, 雙北合作); None when none does.

    >>> official_platform("2019雙北合作「教育文化組」第1次小組會議紀錄"), official_platform("基北北桃")
    ('雙北合作交流平臺', '基北北桃合作交流平臺')
    """
    found = _platform_words().search(fold(words).replace(" ", ""))
    return _platform_spellings()[found[0]] if found else None


def platform_named(written: str) -> Platform | None:
    """The platform of that name, alias or word (雙北); None when no list holds it."""
    name = _platform_spellings().get(fold(written).replace(" ", ""))
    return platforms()[name] if name else None


@lru_cache(maxsize=1)
def regions() -> Mapping[str, tuple[str, ...]]:
    """Word for several cities that is no platform (中彰投) → the cities."""
    return MappingProxyType({r["word"]: tuple(r["cities"]) for r in read("platforms.toml")["region"]})


@lru_cache(maxsize=1)
def issue_groups() -> Mapping[str, IssueGroup]:
    """Name → issue group."""
    found = (IssueGroup(g["name"], tuple(g.get("aliases", ()))) for g in read("groups.toml")["group"])
    return MappingProxyType({g.name: g for g in found})


@lru_cache(maxsize=1)
def _group_spellings() -> Mapping[str, str]:
    return MappingProxyType({s: g.name for g in issue_groups().values() for s in (g.name, *g.aliases)})


def group_named(written: str) -> IssueGroup | None:
    """The issue group of that spelling; None when no list holds it."""
    name = _group_spellings().get(fold(written).replace(" ", ""))
    return issue_groups()[name] if name else None
