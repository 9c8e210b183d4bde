"""What people said about which case is which, and what is to be asked of them.

Always true: a Judged is one line of a ledger as it was written; a Doubt is a question, and asserts nothing. Both are
plain values, so whoever asks a person (a terminal, a page) needs to know nothing of how they were found.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.interchange import Quote


class Judgement(StrEnum):
    """What a person can say of two names of cases."""

    SAME = "same"
    """One case under two names."""
    DIFFERENT = "different"
    """Two cases, and neither went on as the other unless a sentence says so."""
    UNSURE = "unsure"
    """Looked at and left open."""
    BECAME = "became"
    """Two cases: the left one went on as the right one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement: what was said of which two names, by whom, when and why."""

    id: str
    judgement: Judgement
    left: str
    """Id that a case of this name alone would have: case:PLATFORM/NAME."""
    right: str
    who: str
    when: str
    """ISO 8601 with its zone."""
    why: str = ""
    undone: str = ""
    """When it was taken back; empty while it holds."""


class DoubtKind(StrEnum):
    """What a doubt is about."""

    IDENTITY = "identity"
    """Whether two names are one case."""
    SUCCESSION = "succession"
    """Whether the left case went on as the right one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two names of a doubt, and a passage that has it."""

    id: str
    """What a judgement calls it."""
    case: str
    """Id of the case's node as the graph is now."""
    name: str
    platform: str
    quote: Quote
    meeting: str
    """Title of the sitting."""
    date: str | None
    document: str
    """Id of the document's node."""
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that speaks for or against, in one short sentence."""

    name: str
    chinese: str
    english: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair of cases that a person should look at."""

    kind: DoubtKind
    left: Side
    right: Side
    score: float
    """From 0 to 1: how much speaks for it."""
    features: tuple[Feature, ...] = ()
