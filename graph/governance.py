"""The rules that platforms sit by: members, levels, how often each sits, who hosts, who may decide.

Always true: the data stands in governance.toml and, where a user has one, in a file of that form that adds platforms or
replaces what is said of one; a turn that the rota does not name follows from the turns it names and is marked inferred;
a platform that no file names has no rules, and nothing is guessed for it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.errors import InputError
from graph.vocabulary import Level

VARIABLE = "YANGE_GOVERNANCE"
"""The environment variable that names a user's own file of rules."""
LEXICON = "YANGE_LEXICON"
"""The one that names a user's own lexicon, whose [[platform]] entries have the same form."""
LEXICON = "YANGE_LEXICON"
"""The one that names a user's lexicon, whose platforms have the same form and are read before that file."""
_ALL = "all"


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
class LevelRules:
    """How one level of a platform sits and what it may do."""

    per_year: int
    decides: bool = False
    """Whether it establishes and delists cases."""
    delists_unlisted: bool = False
    """Whether it may delist a case that no deciding level ever listed."""
    numbered: str = "yearly"
    """How its sittings are numbered: each year from 1, or "through" the years."""

    def __post_init__(self) -> None:
        if not 1 <= self.per_year <= 12 or self.numbered not in ("yearly", "through"):
            raise ValueError("per_year is 1 to 12, numbered is yearly or through")


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is to host."""

    city: str
    inferred: bool
    """Whether the rota does not name it, but its turns lead to it."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """How many members must agree to a new case, and whether each may stay out of it."""

    cities: int | str
    joining: str = ""

    def needed(self, members: int) -> int:
        """How many of so many members must agree."""
        return members if self.cities == _ALL else int(self.cities)


@dataclass(frozen=True, slots=True)
class Platform:
    """A cooperation platform. ``word`` is what its cities are called together (雙北)."""

    name: str
    word: str
    aliases: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    groups: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    merged_into: str | None = None
    levels: Mapping[Level, LevelRules] = field(default_factory=dict)
    rota: Mapping[Level, Mapping[int, tuple[str, ...]]] = field(default_factory=dict)
    consensus: Consensus | None = None

    def members_on(self, date: str | None) -> tuple[str, ...]:
        """Its cities on that ISO day; all of them when the day is unknown or before everyone joined."""
        held = tuple(m.city for m in self.members if date is None or m.on(date))
        return held or tuple(m.city for m in self.members)

    def periods(self, level: Level, year: int) -> tuple[int, ...]:
        """The periods of a year in which a level sits, from 1."""
        stated = self.rota.get(level, {}).get(year)
        if stated is not None:
            return tuple(period for period, city in enumerate(stated, 1) if city)
        rules = self.levels.get(level)
        return tuple(range(1, rules.per_year + 1)) if rules else ()

    def turn(self, level: Level, year: int, period: int) -> Turn | None:
        """Who hosts in a period of a year; None when no rota leads there."""
        rota = self.rota.get(level, {})
        if not rota:
            return None
        source = next((y for y in range(year, min(rota) - 1, -_cycle(rota)) if y in rota), None)
        if source is None:
            return None
        hosts = rota[source]
        city = hosts[period - 1] if 1 <= period <= len(hosts) else ""
        return Turn(city, inferred=source != year) if city else None

    def place_of(self, level: Level, year: int | None, ordinal: int) -> tuple[int, int] | None:
        """Year and period of a sitting by its number; None when the rules do not tell."""
        rules = self.levels.get(level)
        through = self._through(level, ordinal) if rules and rules.numbered == "through" else None
        if through and year in (None, through[0]):
            return through
        periods = self.periods(level, year) if year is not None else ()
        return (year, periods[ordinal - 1]) if year is not None and 1 <= ordinal <= len(periods) else None

    def host_of(self, level: Level, year: int, ordinal: int) -> Turn | None:
        """Whose turn it is at a sitting known by its year and number; None when the rota does not tell."""
        place = self.place_of(level, year, ordinal)
        return self.turn(level, *place) if place else None

    def _through(self, level: Level, ordinal: int) -> tuple[int, int] | None:
        """Year and period of the so manieth sitting since the rota's first year."""
        year, left = min(self.rota.get(level, {}), default=0), ordinal
        if not year or left < 1:
            return None
        while left > len(self.periods(level, year)):
            left -= len(self.periods(level, year))
            year += 1
        return year, self.periods(level, year)[left - 1]


def governance(extension: str | Path | None = None) -> Mapping[str, Platform]:
    """Official name → platform, in the order of the files.

    In: a user's own file (None: the one that YANGE_GOVERNANCE names, if it does); the platforms of a user's own lexicon
    count, too. Raises: InputError for a file that cannot be read or says something else than this form.
    """
    return _governance(own_files(extension))


def own_files(extension: str | Path | None = None) -> tuple[str, ...]:
    """The user's files that name platforms, the last word last: the lexicon, and the rules."""
    named = (os.environ.get(LEXICON), extension or os.environ.get(VARIABLE))
    return tuple(str(file) for file in named if file)


@lru_cache(maxsize=8)
def _governance(own: tuple[str, ...]) -> Mapping[str, Platform]:
    entries = _entries(files(__package__).joinpath("governance.toml").read_text("utf-8"), "governance.toml")
    told = dict.fromkeys(entries, "governance.toml")
    for file in own:
        try:
            text = Path(file).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{file} cannot be read ({error}); name a governance file in UTF-8") from error
        for name, entry in _entries(text, file).items():
            entries[name], told[name] = entries.get(name, {}) | entry, file
    return MappingProxyType({name: _platform(entry, told[name]) for name, entry in entries.items()})


def _entries(text: str, file: str) -> dict[str, dict[str, Any]]:
    try:
        return {entry["name"]: entry for entry in tomllib.loads(text).get("platform", [])}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{file} is no governance file ({error}); docs/governance.md shows one") from error


def _platform(entry: Mapping[str, Any], file: str) -> Platform:
    try:
        return Platform(
            entry["name"],
            entry.get("word") or entry["name"],
            tuple(entry.get("aliases", ())),
            tuple(
                Member(**{"city": member} if isinstance(member, str) else member) for member in entry.get("members", ())
            ),
            tuple(entry.get("groups", ())),
            entry.get("since"),
            entry.get("until"),
            entry.get("merged_into"),
            MappingProxyType({Level(level): LevelRules(**said) for level, said in entry.get("levels", {}).items()}),
            MappingProxyType({Level(level): dict(_years(turns)) for level, turns in entry.get("rota", {}).items()}),
            Consensus(**entry["consensus"]) if "consensus" in entry else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        said = f"{type(error).__name__}: {error}"
        raise InputError(f"{file}: 「{entry.get('name')}」 does not say what it should ({said})") from error


def _years(turns: Mapping[str, Any]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for year, hosts in turns.items():
        yield int(year), tuple(hosts)


def _cycle(rota: Mapping[int, tuple[str, ...]]) -> int:
    """After how many years the turns come again: the fewest that no stated year speaks against."""
    years = sorted(rota)
    for step in range(1, len(years)):
        pairs = [(rota[year], rota[year - step]) for year in years if year - step in rota]
        turns = [(one, other) for a, b in pairs for one, other in zip(a, b, strict=False) if one and other]
        if turns and all(one == other for one, other in turns):
            return step
    return len(years)


__all__ = ["LEXICON", "VARIABLE", "Consensus", "LevelRules", "Member", "Platform", "Turn", "governance"]
