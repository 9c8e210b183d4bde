"""What an audit finds: one Finding a fault, with the words that show it.

Always true: ``text[start:end]`` of the document is the quote, for a finding and for each passage of its evidence; an id
depends on kind, subject, document and span alone, so it is the same in every run and however the store was filled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.vocabulary import Label


class Kind(StrEnum):
    """Kinds of findings."""

    COUNT_MISMATCH = "count_mismatch"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    ORDINAL_GAP = "ordinal_gap"
    VANISHED_CASE = "vanished_case"
    RECOMMENDED_NOT_DELISTED = "recommended_not_delisted"
    RELISTED = "relisted"
    UNRESOLVED_AGENCY = "unresolved_agency"
    DATE_BACKWARDS = "date_backwards"
    OVERDUE_ACTION = "overdue_action"
    DUPLICATE_DECISION = "duplicate_decision"


class Severity(StrEnum):
    """How much hangs on a finding, the most first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


SEVERITIES: dict[Kind, Severity] = {
    Kind.COUNT_MISMATCH: Severity.MEDIUM,
    Kind.WEEKDAY_MISMATCH: Severity.LOW,
    Kind.ORDINAL_GAP: Severity.MEDIUM,
    Kind.VANISHED_CASE: Severity.HIGH,
    Kind.RECOMMENDED_NOT_DELISTED: Severity.HIGH,
    Kind.RELISTED: Severity.HIGH,
    Kind.UNRESOLVED_AGENCY: Severity.LOW,
    Kind.DATE_BACKWARDS: Severity.MEDIUM,
    Kind.OVERDUE_ACTION: Severity.MEDIUM,
    Kind.DUPLICATE_DECISION: Severity.HIGH,
}
"""A case that is lost or decided two ways weighs most; a slip of the pen least."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a document, and where they stand."""

    document: str
    """Id of the document."""
    path: str
    line: int
    """1-based line of the document's text."""
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Subject:
    """The node that a finding is about."""

    id: str
    label: Label
    name: str


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault that the minutes show."""

    id: str
    kind: Kind
    severity: Severity
    subject: Subject
    document: str
    """Id of the document that the quote stands in."""
    path: str
    line: int
    start: int
    end: int
    quote: str
    meeting: str
    """Id of the sitting whose minutes hold the quote."""
    date: str | None
    """Day of that sitting."""
    message: Message
    evidence: tuple[Cited, ...] = ()
    """Further passages: the list that was counted, the sitting that passed the case over …"""


def finding(
    kind: Kind,
    subject: Subject,
    cited: Cited,
    sitting: tuple[str, str | None],
    message: Message,
    evidence: Iterable[Cited] = (),
) -> Finding:
    """A finding of a kind. In: its subject, the words that show it, id and day of their sitting, what to say of it."""
    others = tuple(dict.fromkeys(one for one in evidence if one != cited))
    return Finding(
        id=_id(kind, subject, cited),
        kind=kind,
        severity=SEVERITIES[kind],
        subject=subject,
        document=cited.document,
        path=cited.path,
        line=cited.line,
        start=cited.start,
        end=cited.end,
        quote=cited.quote,
        meeting=sitting[0],
        date=sitting[1],
        message=message,
        evidence=others,
    )


def _id(kind: Kind, subject: Subject, cited: Cited) -> str:
    said = "\x1f".join((kind, subject.id, cited.document, str(cited.start), str(cited.end)))
    return f"{kind}:{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
