"""Words by which a reader would look for decisions, as compiled patterns. The words are data (coverage.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from re import Pattern

from loaders.lexicon.data import compiled, read


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """Every pattern of coverage.toml."""

    decides: Pattern[str]
    routine: Pattern[str]
    talk: Pattern[str]
    speaker: Pattern[str]
    idle: Pattern[str]


@cache
def coverage_words() -> CoverageWords:
    """The patterns."""
    return compiled(CoverageWords, read("coverage.toml"))
