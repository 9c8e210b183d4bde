"""What tells cases apart whose names look alike, and what does not. The words are data (discriminators.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from re import Pattern

from loaders.lexicon.data import any_of, read


@dataclass(frozen=True, slots=True)
class Discriminators:
    """Places, pairs of characters and rows of words that exclude each other, and words that count for nothing."""

    places: Pattern[str]
    opposites: frozenset[tuple[str, str]]
    filler: Pattern[str]
    particles: Pattern[str]
    kinds: Pattern[str]
    towards: Pattern[str]
    remark: Pattern[str]
    """A bracket that holds a proposer, a state of the list or an alias."""
    synonym: Pattern[str]
    synonyms: Mapping[str, str]
    row_of: Mapping[str, str]
    """Word → name of its row."""
    beginning: Mapping[str, tuple[str, ...]]
    """Character → the words of all rows that begin with it, the longest first."""

    def common(self, name: str) -> str:
        """A name with the usual word for every thing that has two (自行車: 單車)."""
        return self.synonym.sub(lambda found: self.synonyms[found[0]], name)


@cache
def discriminators() -> Discriminators:
    """The words of discriminators.toml."""
    data = read("discriminators.toml")
    row_of = {word: row for row, words in data["rows"].items() for word in words} | dict.fromkeys(_places(), "place")
    ordered = sorted(row_of, key=lambda word: (-len(word), word))
    return Discriminators(
        places=any_of(data["places"]),
        opposites=frozenset(pair for row in data["opposites"] for pair in permutations(row, 2)),
        filler=any_of([f"(?:{any_of(data['filler']).pattern})+"]),
        particles=any_of("|".join(data["particles"])),
        kinds=any_of("|".join(data["kinds"])),
        towards=any_of("|".join(data["towards"])),
        remark=re.compile(f"[（【]({any_of([*data['remarks'], _proposers(data['places'])]).pattern})[）】]"),
        synonym=any_of("|".join(sorted(data["synonyms"], key=len, reverse=True))),
        synonyms=data["synonyms"],
        row_of=row_of,
        beginning={char: tuple(word for word in ordered if word[0] == char) for char in {word[0] for word in row_of}},
    )


def _places() -> set[str]:
    """Cities, groups of cities and districts, without 市, 縣 and 區."""
    cities = read("cities.toml")["city"]
    groups = {word for word in read("discriminators.toml")["places"] if word.isalpha()}
    districts = {district[:-1] for city in cities for district in city["districts"] if len(district) > 2}
    return groups | {city["short"] for city in cities} | {d for d in districts if len(d) > 1}


def _proposers(places: list[str]) -> str:
    """One or more cities, or a bureau of one."""
    return rf"(?:(?:{any_of(places).pattern})[市縣]?[、及與和]?)+(?:政府)?(?:[^（）]{{0,6}}[局處會府])?"
