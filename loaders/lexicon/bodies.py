"""Cities, agencies and organisations that are known beforehand, read from cities, agencies and organizations.toml.

Always true: names are folded (臺 for 台); every entry is frozen; a file is read once and kept. What is not listed here
is found by grammar and by the document itself, so an entry is a help, never a condition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from loaders.lexicon.data import read

SUFFIXES = ("局", "處")


@dataclass(frozen=True, slots=True)
class City:
    """A city or county. ``short`` counts only where it acts; ``brief`` are two-character and former spellings.

    ``offices`` are words for its government that are not made of its name and 政府 (那霸市役所, 玉里鎮公所).
    """

    name: str
    short: str
    letter: str
    code: str
    brief: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    @property
    def seat(self) -> str:
        """Its government (臺北市政府)."""
        return self.name + "政府"


@dataclass(frozen=True, slots=True)
class NoCity:
    """Whole stems (主辦市), last characters (夜市), and last characters where no government follows (花市)."""

    stems: frozenset[str]
    endings: frozenset[str]
    endings_alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Agency:
    """A public body. ``city`` is None for agencies of the state; ``aliases`` follow a city, ``bare`` stand alone.

    ``contested`` spellings mean it only where no city in question has an agency of that name.
    """

    name: str
    city: str | None = None
    aliases: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    parent: str | None = None
    since: str | None = None
    until: str | None = None
    became: str | None = None
    """Official name of what took over from it."""
    source: str = ""
    contested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Function:
    """What bureaus do under whatever city: 環境保護, in short 環保. ``level`` 1 stands under the city's government."""

    name: str
    short: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = SUFFIXES
    level: int = 1
    theme: str = ""
    bare: bool = True


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """A school or company that minutes shorten; ``short`` forms count only where they act."""

    name: str
    kind: str | None = None
    city: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def cities() -> Mapping[str, City]:
    """Official name → city, in the order of the file."""
    found = (
        City(
            c["name"],
            c["short"],
            c["letter"],
            c["code"],
            tuple(c.get("brief", ())),
            tuple(c.get("districts", ())),
            tuple(c.get("offices", ())),
        )
        for c in read("cities.toml")["city"]
    )
    return MappingProxyType({city.name: city for city in found})


@lru_cache(maxsize=1)
def districts() -> Mapping[str, tuple[str, ...]]:
    """District with and without its unit (五股區, 五股) → the cities that have one of that name."""
    found: dict[str, list[str]] = {}
    for city in cities().values():
        for district in city.districts:
            for spelling in {district, district[:-1] if len(district) > 2 else district}:
                owners = found.setdefault(spelling, [])
                if city.name not in owners:
                    owners.append(city.name)
    return MappingProxyType({name: tuple(owners) for name, owners in found.items()})


@lru_cache(maxsize=1)
def no_city() -> NoCity:
    """What stands before 市 or 縣 and makes no city."""
    data = read("cities.toml")["no_city"]
    return NoCity(frozenset(data["stems"]), frozenset(data["endings"]), frozenset(data["endings_alone"]))


@lru_cache(maxsize=1)
def _agencies_file() -> dict[str, Any]:
    return read("agencies.toml")


@lru_cache(maxsize=1)
def functions() -> tuple[Function, ...]:
    """The table of what bureaus do."""
    return tuple(
        Function(
            f["name"],
            tuple(f.get("short", ())),
            tuple(f.get("suffixes", SUFFIXES)),
            f.get("level", 1),
            f.get("theme", ""),
            f.get("bare", True),
        )
        for f in _agencies_file()["function"]
    )


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, Agency]:
    """Official name → agency, those of the cities and those of the state."""
    data = _agencies_file()
    sources: dict[str, str] = data["sources"]
    found: dict[str, Agency] = {}
    for register in data["register"]:
        city = register["city"]
        for name in [f"{city}政府{office}" for office in register["offices"]] + list(register.get("names", ())):
            found[name] = Agency(name, city, source=sources[register["source"]])
        for entry in register.get("agency", ()):
            found[entry["name"]] = _agency(entry, city, sources, register["source"])
    for entry in data["national"]:
        found[entry["name"]] = _agency(entry, None, sources, "general")
    return MappingProxyType(found)


def _agency(entry: dict[str, Any], city: str | None, sources: dict[str, str], source: str) -> Agency:
    key = entry.get("source", source)
    return Agency(
        entry["name"],
        city,
        tuple(entry.get("aliases", ())),
        tuple(entry.get("bare", ())),
        entry.get("parent"),
        entry.get("since"),
        entry.get("until"),
        entry.get("became"),
        sources.get(key, key),
        tuple(entry.get("contested", ())),
    )


@lru_cache(maxsize=1)
def complete_registers() -> frozenset[str]:
    """Cities whose first-level agencies are all listed: an agency missing there is missing in the city."""
    return frozenset(r["city"] for r in _agencies_file()["register"] if r.get("complete"))


@lru_cache(maxsize=1)
def organizations() -> Mapping[str, KnownOrganization]:
    """Official name → organisation."""
    found = (
        KnownOrganization(
            o["name"], o.get("kind"), o.get("city"), tuple(o.get("aliases", ())), tuple(o.get("short", ()))
        )
        for o in read("organizations.toml")["organization"]
    )
    return MappingProxyType({o.name: o for o in found})
