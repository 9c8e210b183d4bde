"""Words by which minutes say that a platform went into another, as compiled patterns. Data: platform_mergers.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from re import Pattern

from loaders.lexicon.data import compiled, read


@dataclass(frozen=True, slots=True)
class PlatformMergerWords:
    """Every pattern of platform_mergers.toml."""

    merged: Pattern[str]
    kind: Pattern[str]
    ending: Pattern[str]
    cases: Pattern[str]
    before: Pattern[str]
    common: Pattern[str]
    all_of_them: Pattern[str]
    between: Pattern[str]
    before_source: Pattern[str]
    before_name: Pattern[str]


@cache
def platform_merger_words() -> PlatformMergerWords:
    """The patterns."""
    return compiled(PlatformMergerWords, read("platform_mergers.toml"))
