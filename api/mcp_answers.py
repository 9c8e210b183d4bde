"""What an assistant is told: short answers, each with its quotes and with links for people.

Always true: every statement has the words that state it, or says that it is inferred; a quote is what the minutes say,
character for character, and comes with the file and line it stands at. These values have no slots: the protocol's
library describes them by a schema, and takes slots for defaults.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Said:
    """A quote from minutes."""

    words: str
    source: str
    """File and line."""
    passage: str
    """Id: ask `passage` for the text around it."""
    link: str


@dataclass(frozen=True)
class Match:
    """Something that the words may mean."""

    id: str
    label: str
    name: str
    also_called: tuple[str, ...]
    platform: str | None
    last_seen: str | None
    link: str | None


@dataclass(frozen=True)
class Turn:
    """Something that happened to a case, or how it came out of another."""

    what: str
    date: str | None
    meeting: str | None
    before: str
    """Name of the case."""
    after: str | None
    """Name of the case that came out of it, for a renaming, merger or split."""
    decision: str | None
    inferred: bool
    """True when no sentence states it."""
    quotes: tuple[Said, ...]


@dataclass(frozen=True)
class CaseStory:
    """What became of a case and what it came out of."""

    id: str
    name: str
    platform: str | None
    status: str | None
    since: str | None
    history: tuple[Turn, ...]
    """Of the case and of its whole lineage, in the order of days."""
    other_matches: tuple[str, ...]
    """Ids of other cases that the name could mean."""
    link: str
    picture: str


@dataclass(frozen=True)
class Collaborator:
    """An agency that works with the one asked for."""

    id: str
    name: str
    score: int
    why: tuple[str, ...]
    since: str | None
    until: str | None
    platforms: tuple[str, ...]
    cases: tuple[str, ...]
    """Names of the cases they share."""
    asked_of_both: tuple[str, ...]
    quotes: tuple[Said, ...]
    link: str


@dataclass(frozen=True)
class OpenCase:
    """A case that stands on the list."""

    id: str
    name: str
    platform: str | None
    group: str | None
    status: str
    since: str | None
    responsible: tuple[str, ...]
    last_decision: str
    decided: str | None
    next_step: str | None
    due: str | None
    quotes: tuple[Said, ...]
    link: str


@dataclass(frozen=True)
class Task:
    """Something that a decision asked of someone."""

    what: str
    of_whom: tuple[str, ...]
    due: str | None
    case: str | None
    asked: str | None
    """Day of the sitting that asked."""
    overdue: bool
    reported: str | None
    """Day of the later sitting that reports it; None where no words do."""
    quotes: tuple[Said, ...]
    """The words that ask, then those that report."""


@dataclass(frozen=True)
class Fault:
    """Something that does not agree in the minutes."""

    kind: str
    severity: str
    about: str
    says: str
    words: str
    source: str
    """File and line."""
    date: str | None
    link: str


@dataclass(frozen=True)
class NextSitting:
    """The sitting of a series that comes next."""

    platform: str
    level: str
    group: str | None
    last: str | None
    """Day of the last sitting that is here."""
    next: str
    expected: str
    host: str | None
    known_from: str
    to_be_delisted: tuple[str, ...]
    to_be_established: tuple[str, ...]
    missing: tuple[str, ...]
    """Sittings that have no minutes here."""
    quotes: tuple[Said, ...]


@dataclass(frozen=True)
class Excerpt:
    """A passage with the text around it."""

    quote: Said
    before: str
    after: str
    states: tuple[str, ...]
    """The statements that rest on it: source, edge type, target."""


@dataclass(frozen=True)
class Table:
    """Rows of an answer to a question in Cypher."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
