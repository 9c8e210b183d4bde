"""What an assistant is told: short answers, each with its quotes and with links for people.

Always true: every statement has the words that state it, or says that it is inferred; a quote is what the minutes say,
character for character, and comes with the file and line it stands at. These values have no slots: the protocol's
library describes them by a schema, and takes slots for defaults.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from api.addresses import written
from graph.vocabulary import Label
from queries.actions import Owed
from queries.audit import Finding
from queries.documents import Context
from queries.events import Event
from queries.evidence import Quote, file_name
from queries.lineage import Lineage
from queries.partners import Partner
from queries.schedule import Matter, Series
from queries.search import Hit, Named
from queries.steps import Step
from queries.tracking import TrackingRow
from visualizations.schedule import between, hosted, numbered
from visualizations.words import HAPPENED, STANDS, Calendar, Language

_PLACES = {
    Label.CASE: "cases",
    Label.AGENCY: "agencies",
    Label.MEETING: "meetings",
    Label.PLATFORM: "platforms",
    Label.PROGRAM: "programs",
}


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


class Teller:
    """Makes answers whose links lead to an explorer at an address."""

    def __init__(self, explorer: str) -> None:
        self._explorer = explorer.rstrip("/")

    def link(self, label: Label, id: str) -> str | None:
        """The page of a node; None for what has no page."""
        return f"{self._explorer}/{_PLACES[label]}/{written(id)}" if label in _PLACES else None

    def said(self, quotes: Iterable[Quote]) -> tuple[Said, ...]:
        """Quotes, each once."""
        return tuple(
            Said(
                one.text,
                f"{PurePath(one.path).name}:{one.line}",
                one.passage,
                f"{self._explorer}/passages/{written(one.passage)}",
            )
            for one in dict.fromkeys(quotes)
        )

    def match(self, hit: Hit) -> Match:
        """A hit of a search."""
        one = hit.thing
        return Match(one.id, one.label, one.name, one.aliases, one.platform, one.date, self.link(one.label, one.id))

    def story(self, told: Lineage, others: Iterable[Named]) -> CaseStory:
        """A lineage as one history."""
        own = told.case
        steps = [self._step(step) for step in (*told.ancestors, *told.descendants)]
        lives = [(own.name, told.events), *((life.case.name, life.events) for life in told.relatives)]
        events = [self._event(name, event) for name, some in lives for event in some]
        return CaseStory(
            id=own.id,
            name=own.name,
            platform=own.platform,
            status=STANDS[told.status].both if told.status else None,
            since=told.standing.since if told.standing else None,
            history=tuple(sorted([*events, *steps], key=lambda turn: (turn.date or "", turn.before))),
            other_matches=tuple(one.id for one in others),
            link=str(self.link(Label.CASE, own.id)),
            picture=f"{self._explorer}/api/v1/cases/{written(own.id)}/lineage.svg",
        )

    def collaborator(self, told: Partner) -> Collaborator:
        """A partner with at most twelve quotes."""
        shared = [quote for case in told.cases for quote in case.quotes]
        asked = [quote for action in told.actions for quote in action.quotes]
        return Collaborator(
            id=told.agency.id,
            name=told.agency.name,
            score=told.score,
            why=told.why,
            since=told.since,
            until=told.until,
            platforms=told.platforms,
            cases=tuple(one.case.name for one in told.cases),
            asked_of_both=tuple(action.text for action in told.actions),
            quotes=self.said([*shared, *asked])[:12],
            link=str(self.link(Label.AGENCY, told.agency.id)),
        )

    def open_case(self, row: TrackingRow) -> OpenCase:
        """A row of the tracking table."""
        return OpenCase(
            id=row.case.id,
            name=row.case.name,
            platform=row.case.platform,
            group=row.group,
            status=STANDS[row.status].both,
            since=row.since,
            responsible=row.responsible,
            last_decision=row.decision.words,
            decided=row.decision.day,
            next_step=row.next_step.text if row.next_step else None,
            due=row.due,
            quotes=self.said(row.quotes),
            link=str(self.link(Label.CASE, row.case.id)),
        )

    def task(self, one: Owed) -> Task:
        """An action item and what became of it."""
        asked, report = one.action, one.report
        return Task(
            what=asked.text,
            of_whom=asked.assignees,
            due=asked.due,
            case=asked.case,
            asked=asked.date,
            overdue=one.overdue,
            reported=report.date if report else None,
            quotes=self.said([*asked.quotes, *([report.quote] if report else [])]),
        )

    def fault(self, one: Finding) -> Fault:
        """A finding of the audit."""
        return Fault(
            kind=one.kind,
            severity=one.severity,
            about=one.subject.name,
            says=f"{one.message.zh} {one.message.en}",
            words=one.quote,
            source=f"{file_name(one.path)}:{one.line}",
            date=one.date,
            link=f"{self._explorer}/meetings/{written(one.meeting)}#l{one.line}",
        )

    def next_sitting(self, one: Series) -> NextSitting:
        """What comes next in a series."""
        to_come, both = one.next, Language.EN
        host, known = hosted(to_come, both) if to_come else ("", "")
        quotes = [quote for case in one.pending for quote in case.quotes]
        quotes += to_come.host.quotes if to_come and to_come.host else ()
        return NextSitting(
            platform=one.platform,
            level=one.level,
            group=one.group,
            last=one.last.date if one.last else None,
            next=numbered(to_come, both) if to_come else "",
            expected=between(to_come, both, Calendar.ISO) if to_come else "",
            host=host or None,
            known_from=known,
            to_be_delisted=tuple(case.case.name for case in one.pending if case.matter is Matter.DELIST),
            to_be_established=tuple(case.case.name for case in one.pending if case.matter is Matter.ESTABLISH),
            missing=tuple(numbered(gap, both) for gap in one.missing),
            quotes=self.said(quotes)[:12],
        )

    def excerpt(self, told: Context) -> Excerpt:
        """A passage in its context."""
        (quote,) = self.said([told.quote])
        states = tuple(f"{one.source.name} {one.type} {one.target.name}" for one in told.statements)
        return Excerpt(quote, told.before, told.after, states)

    def _step(self, step: Step) -> Turn:
        words = HAPPENED[step.type].both
        said = self.said(step.quotes)
        return Turn(words, step.day, step.meeting, step.source.name, step.target.name, None, step.inferred, said)

    def _event(self, name: str, event: Event) -> Turn:
        words = HAPPENED[event.type].both
        said = self.said(event.quotes)
        return Turn(words, event.day, event.meeting.name, name, None, event.decision, event.inferred, said)
