"""Cooperation platforms by their spellings, words for several cities, and issue groups.

Always true: platforms are those of ``graph.governance``, the others stand in regions.toml and groups.toml; texts and
names are compared folded (平臺 for 平台).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from graph.governance import Platform, governance, own_files
from loaders.folding import fold
from loaders.lexicon.data import read


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """An issue group by its usual name."""

    name: str
    aliases: tuple[str, ...] = ()


def platforms() -> Mapping[str, Platform]:
    """Official name → platform."""
    return governance()


@lru_cache(maxsize=8)
def _platform_spellings(own: tuple[str, ...]) -> Mapping[str, str]:
    """Every spelling of a platform; ``own`` are the user's files, which may change between two readings."""
    spelled = ((fold(s), p.name) for p in platforms().values() for s in (p.name, p.word, *p.aliases))
    return MappingProxyType(dict(spelled))


_LETTERS = "基北桃竹苗中彰投雲嘉南高屏宜花東澎雙大"


@lru_cache(maxsize=8)
def _platform_words(own: tuple[str, ...]) -> re.Pattern[str]:
    listed = platforms().values()
    titles = sorted((fold(s) for p in listed for s in (p.name, *p.aliases)), key=len, reverse=True)
    words = sorted((fold(p.word) for p in listed), key=len, reverse=True)
    whole, part = "|".join(map(re.escape, titles)), "|".join(map(re.escape, words))
    return re.compile(rf"(?<![{_LETTERS}])(?:({whole})|({part})(?=$|[」』]|城市|區域|合作|交流|平臺|論壇))")


def official_platform(words: str) -> str | None:
    """The official name of the first platform that some words name (a title, an alias, 雙北合作); None when none does.

    >>> official_platform("2019雙北合作「教育文化組」第1次小組會議紀錄"), official_platform("基北北桃")
    ('雙北合作交流平臺', '基北北桃合作交流平臺')
    """
    own = own_files()
    found = _platform_words(own).search(fold(words).replace(" ", ""))
    return _platform_spellings(own)[found[0]] if found else None


def platform_named(written: str) -> Platform | None:
    """The platform of that name, alias or word (雙北); None when no list holds it."""
    name = _platform_spellings(own_files()).get(fold(written).replace(" ", ""))
    return platforms()[name] if name else None


@lru_cache(maxsize=1)
def regions() -> Mapping[str, tuple[str, ...]]:
    """Word for several cities that is no platform (中彰投) → the cities."""
    return MappingProxyType({r["word"]: tuple(r["cities"]) for r in read("regions.toml")["region"]})


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
