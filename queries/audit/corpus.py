"""What an audit reads: the sittings with their texts, and what happened to every case.

Always true: nothing after the day of the audit is in it; a sitting that is only spoken of has no text and is kept
apart; sittings stand in the order of their days, then of their ids.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from graph.interchange import ParsedDocument, ParsedMinutes
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Level
from queries.audit.findings import Cited, Subject
from queries.audit.reading import Line, fold, lines, normal
from queries.catalogue import Row, ask
from queries.evidence import Quote, Quotes

_EXTRAORDINARY = (
    "臨時會",
    "臨時小組",
    "臨時工作",
    "臨時副",
    "臨時市",
    "臨時首",
    "專案會議",
    "籌備",
    "加開",
    "擴大會議",
)
"""Words in the name of a sitting that stands outside its numbered series."""


@dataclass(frozen=True)
class Sitting:
    """One sitting with its minutes."""

    id: str
    name: str
    platform: str
    level: Level
    group: str | None
    roc_year: int | None
    ordinal: int | None
    date: str | None
    document: str
    path: str
    source: str
    """The whole text of the document."""
    start: int
    """Where its own minutes begin in that text, and where they end."""
    end: int
    minutes: ParsedMinutes

    @property
    def series(self) -> tuple[str, str, str]:
        """Platform, level and group: what its number counts in."""
        return (self.platform, self.level.value, self.group or "")

    @property
    def extraordinary(self) -> bool:
        """Whether it stands outside the numbered series (臨時會)."""
        return any(word in fold(self.name) for word in _EXTRAORDINARY)

    @property
    def at(self) -> tuple[str, str | None]:
        """Its id and day, as a finding names it."""
        return (self.id, self.date)

    @property
    def subject(self) -> Subject:
        """The sitting as the subject of a finding."""
        return Subject(self.id, Label.MEETING, self.name)

    @property
    def title(self) -> Cited:
        """The words that open its minutes."""
        return self.cite(self.minutes.quote.start, self.minutes.quote.end)

    def cite(self, start: int, end: int) -> Cited:
        """Words of its document by their offsets, without blanks at either end."""
        words = self.source[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        line = self.source.count("\n", 0, start) + 1
        return Cited(self.document, self.path, line, start, start + len(words), words)

    def cite_line(self, line: Line, start: int = 0, end: int | None = None) -> Cited:
        """A slice of one of its lines."""
        return self.cite(*line.span(start, len(line.text) if end is None else end))

    @cached_property
    def lines(self) -> list[Line]:
        """Its text, line by line."""
        return lines(self.source, self.start, self.end)

    @cached_property
    def words(self) -> str:
        """Its whole text without spelling, to look names up in."""
        return normal(self.source[self.start : self.end])

    @cached_property
    def text(self) -> str:
        """Its whole text, folded and squeezed, one line after another."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event or step of a case."""

    type: EdgeType
    case: str
    target: str
    meeting: str | None
    date: str | None
    reported: str | None
    inferred: bool
    item: str
    passages: tuple[str, ...]

    @property
    def day(self) -> str:
        """The day it counts from, "" where nobody says."""
        return self.date or self.reported or ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case by its names."""

    id: str
    name: str
    platform: str
    spellings: tuple[str, ...]
    """Its names without what is mere spelling, the longest first."""

    @property
    def subject(self) -> Subject:
        """The case as the subject of a finding."""
        return Subject(self.id, Label.CASE, self.name)

    def named_in(self, words: str) -> bool:
        """Whether a text without spelling names it."""
        return any(one in words for one in self.spellings)


@dataclass
class Corpus:
    """All that the audit reads."""

    asked: str | None
    """The day of the audit where one was asked for."""
    sittings: tuple[Sitting, ...]
    stubs: tuple[Row, ...]
    """Sittings only spoken of (rows of ``sittings.cypher``)."""
    cases: dict[str, Case]
    happened: dict[str, list[Happening]]
    """By case, in the order of days."""
    tasks: list[Row]
    """Rows of ``actions.cypher``."""
    names: list[Row]
    """Rows of ``names.cypher``."""
    quotes: Quotes
    by_id: dict[str, Sitting] = field(default_factory=dict)
    discussed: dict[str, list[str]] = field(default_factory=dict)
    """Sitting → the cases that it decided or spoke of."""

    def cited(self, passages: tuple[str, ...]) -> list[Cited]:
        """The quotes of passages."""
        return [_cited(quote) for quote in self.quotes.of(passages)]

    def cited_at(self, happening: Happening) -> list[Cited]:
        """The quotes of an event that stand in the minutes of the sitting it belongs to, else all of them."""
        quotes = self.cited(happening.passages)
        sitting = self.by_id.get(happening.meeting or "")
        own = [
            q for q in quotes if sitting and q.document == sitting.document and sitting.start <= q.start < sitting.end
        ]
        return own or quotes

    def sitting_of(self, cited: Cited) -> Sitting | None:
        """The sitting in whose minutes some words stand."""
        return next((s for s in self.sittings if s.document == cited.document and s.start <= cited.start < s.end), None)

    @cached_property
    def series(self) -> dict[tuple[str, str, str], list[Sitting]]:
        """The sittings with minutes of each numbered series by day; those outside the series are left out."""
        found: dict[tuple[str, str, str], list[Sitting]] = defaultdict(list)
        for sitting in self.by_id.values():
            known = sitting.platform and (sitting.group or sitting.level in (Level.MAYOR, Level.DEPUTY_MAYOR))
            if known and sitting.level is not Level.OTHER and not sitting.extraordinary:
                found[sitting.series].append(sitting)
        return dict(found)


def read(store: GraphStore, as_of: str | None = None) -> Corpus:
    """What a store holds up to a day. In: a store; an ISO day, else the last sitting's. Out: what the audit reads."""
    documents = {f"document:{one.source.sha256}": one for one in store.documents()}
    rows = {row["id"]: row for row in ask(store, "sittings")}
    sittings = _sittings(store, documents, rows)
    day = as_of or max((s.date for s in sittings if s.date), default=None)
    kept = tuple(s for s in sittings if day is None or not s.date or s.date <= day)
    happened: dict[str, list[Happening]] = defaultdict(list)
    names = ask(store, "names")
    for row in ask(store, "case_steps"):
        one = _happening(row)
        if day is None or one.day <= day:
            happened[one.case].append(one)
    for events in happened.values():
        events.sort(key=lambda one: (one.day, one.type, one.target))
    tasks = ask(store, "actions", body=None, to=None, **{"from": None})
    passages = {id for events in happened.values() for one in events for id in one.passages}
    corpus = Corpus(
        asked=as_of,
        sittings=kept,
        stubs=tuple(row for row in rows.values() if row["stub"]),
        cases={row["id"]: _case(row) for row in names if row["label"] == Label.CASE},
        happened=dict(happened),
        tasks=tasks,
        names=names,
        quotes=Quotes(store, passages | {id for row in tasks for id in row["passages"] or ()}),
    )
    for sitting in kept:
        corpus.by_id.setdefault(sitting.id, sitting)
    discussed: dict[str, set[str]] = defaultdict(set)
    for case, events in happened.items():
        for one in events:
            if one.meeting:
                discussed[one.meeting].add(case)
    corpus.discussed = {meeting: sorted(cases) for meeting, cases in discussed.items()}
    return corpus


def _sittings(store: GraphStore, documents: dict[str, ParsedDocument], rows: dict[str, Row]) -> list[Sitting]:
    places = {(row["document"], row["start"], row["stop"]): row["meeting"] for row in ask(store, "recorded")}
    found = []
    for id, document in documents.items():
        starts = sorted(minutes.quote.start for minutes in document.minutes)
        for minutes in document.minutes:
            meeting = places.get((id, minutes.quote.start, minutes.quote.end))
            if meeting is None:
                continue
            row, start = rows[meeting], minutes.quote.start
            end = next((at for at in starts if at > start), len(document.source.text))
            found.append(
                Sitting(
                    id=meeting,
                    name=row["name"] or "",
                    platform=row["platform"] or "",
                    level=Level(row["level"]),
                    group=row["group"],
                    roc_year=minutes.meeting.roc_year,
                    ordinal=minutes.meeting.ordinal,
                    date=minutes.meeting.date,
                    document=id,
                    path=document.source.path,
                    source=document.source.text,
                    start=start,
                    end=end,
                    minutes=minutes,
                )
            )
    return sorted(found, key=lambda s: (s.date or "", s.id, s.document, s.start))


def _happening(row: Row) -> Happening:
    return Happening(
        type=EdgeType(row["type"]),
        case=row["case"],
        target=row["target"],
        meeting=row["meeting"],
        date=row["date"],
        reported=row["reported"],
        inferred=bool(row["inferred"]),
        item=row["item_no"] or "",
        passages=tuple(row["passages"] or ()),
    )


def _case(row: Row) -> Case:
    spellings = {normal(name) for name in (row["name"], *(row["aliases"] or ()))}
    known = sorted((one for one in spellings if len(one) > 3), key=lambda one: (-len(one), one))
    return Case(row["id"], row["name"], row["platform"] or "", tuple(known))


def _cited(quote: Quote) -> Cited:
    return Cited(quote.document, quote.path, quote.line, quote.start, quote.end, quote.text)
