"""Words by which a decision asks someone to do something, as compiled patterns. The words are data (requests.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from re import Pattern

from loaders.lexicon.data import compiled, read


@dataclass(frozen=True, slots=True)
class RequestWords:
    """Every pattern of requests.toml."""

    request: Pattern[str]
    next: Pattern[str]
    of_sitting: Pattern[str]
    announces: Pattern[str]
    sitting: Pattern[str]
    goes_on: Pattern[str]
    rota: Pattern[str]
    between: Pattern[str]
    beside: Pattern[str]
    subject: Pattern[str]
    them: Pattern[str]
    everyone: Pattern[str]
    proposer: Pattern[str]
    charged: Pattern[str]
    nobody: Pattern[str]
    to_come: Pattern[str]
    gone: Pattern[str]
    later: Pattern[str]
    unbound: Pattern[str]
    object: Pattern[str]


@cache
def request_words() -> RequestWords:
    """The patterns."""
    return compiled(RequestWords, read("requests.toml"))
