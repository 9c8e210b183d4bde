"""What tells cases apart whose names look alike, and what does not. The words are data (discriminators.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import permutations
from re import Pattern

from loaders.lexicon.data import any_of, read


@dataclass(frozen=True, slots=True)
class Discriminators:
    """Places, pairs of characters that exclude each other, and stretches of words that count for nothing."""

    places: Pattern[str]
    opposites: frozenset[tuple[str, str]]
    filler: Pattern[str]


@cache
def discriminators() -> Discriminators:
    """The words of discriminators.toml."""
    data = read("discriminators.toml")
    return Discriminators(
        places=any_of(data["places"]),
        opposites=frozenset(pair for row in data["opposites"] for pair in permutations(row, 2)),
        filler=any_of([f"(?:{any_of(data['filler']).pattern})+"]),
    )
