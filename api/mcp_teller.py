"""From what the library answers to what an assistant is told.

Always true: nothing is told that the library did not answer; a quote is told once, with its place and its link.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from api.addresses import written
from api.mcp_answers import (
    CaseStory,
    Collaborator,
    Excerpt,
    Fault,
    Match,
    NextSitting,
    OpenCase,
    Said,
    Task,
    Turn,
)
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
