"""What happened on a platform in a period, as a report.

Always true: every row and every picture rests on notes with the quoted words, or says that it is inferred; blocks are
made in reading order, so the numbers in pictures are those of the notes; a section without anything to tell says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import EdgeType
from queries.audit import audit
from queries.catalogue import ask
from queries.chronicle import Chronicle, cases_in, chronicle
from queries.events import Event, sittings
from queries.evidence import Quote, Quotes
from queries.participation import participation
from queries.reports import reports
from queries.steps import CaseName, Step
from queries.tracking import TrackingRow, tracking
from visualizations.citations import Citations, Source
from visualizations.collaboration.matrix import matrix_figures
from visualizations.collaboration.telling import Options as Speech
from visualizations.drawing.profile import Profile
from visualizations.lineage import Options, chart, figures
from visualizations.lineage.chart import called
from visualizations.lineage.frame import short_platform
from visualizations.report.blocks import Block, Column, Heading, Note, Paragraph, Report, Span, Table
from visualizations.report.findings import findings_table
from visualizations.words import HAPPENED, STANDS, Calendar, Language, Words, day

E = EdgeType
_Cells = tuple[tuple[Span, ...], ...]
"""A row of a table."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what and when a report tells, and how: an official platform name, ISO days that both belong to it."""

    platform: str
    since: str
    until: str
    language: Language
    calendar: Calendar
    profile: Profile


def platform_report(store: GraphStore, scope: Scope, title: str | None = None) -> Report:
    """The report of a platform.

    In: a store; what to tell of; a title of one's own. Out: the report: figures, new, renamed, merged, split and
    delisted cases with pictures of their lineage, the open cases, who worked together, tasks that are overdue,
    what the audit found.
    """
    return _Telling(store, scope).report(title)


class _Telling:
    """One report while its blocks are made."""

    def __init__(self, store: GraphStore, scope: Scope) -> None:
        self.store, self.scope = store, scope
        self.cited = Citations()
        self.chronicle: Chronicle = chronicle(store, cases_in(store, scope.platform), scope.until)
        self.open = tracking(store, platform=scope.platform, as_of=scope.until)
        told = reports(store, scope.until)
        late = (row for row in ask(store, "overdue", day=scope.until) if row["id"] not in told)
        self.overdue = [row for row in late if row["platform"] == scope.platform]

    def report(self, title: str | None) -> Report:
        """All of it."""
        name = title or self._say(f"{self.scope.platform}沿革報告", f"Lineage report: {self.scope.platform}")
        span = f"{self._day(self.scope.since)} – {self._day(self.scope.until)}"
        blocks = (
            *self._summary(),
            *self._new(),
            *self._lineage(),
            *self._delisted(),
            *self._open_cases(),
            *self._collaboration(),
            *self._tasks(),
            *self._faults(),
            *self._sources(),
        )
        return Report(name, span, self.scope.language, self.scope.profile, blocks)

    def _summary(self) -> Iterable[Block]:
        happened = self._events()
        steps = self._steps()
        sat = {event.meeting.id for _, event in happened}
        counts = (
            (Words("召開會議（次）", "Sittings"), len(sat)),
            (Words("討論案件", "Cases spoken of"), len({case.id for case, _ in happened})),
            *(
                (Words(f"{HAPPENED[kind].zh}案件", f"Cases {HAPPENED[kind].en}"), len(self._cases_with(kind)))
                for kind in (E.ESTABLISHED_AT, E.DELISTING_RECOMMENDED_AT, E.DELISTED_AT, E.ROUTINISED_AT)
            ),
            *(
                (Words(f"{HAPPENED[kind].zh}", f"Cases {HAPPENED[kind].en}"), sum(step.type is kind for step in steps))
                for kind in (E.RENAMED_TO, E.MERGES_INTO, E.SPLITS_INTO)
            ),
            (Words("期末列管案件", "Open cases at the end"), len(self.open)),
            (Words("期末逾期事項", "Tasks overdue at the end"), len({row["id"] for row in self.overdue})),
        )
        yield Heading(self._say("一、摘要", "1. Summary"))
        rows = tuple(((Span(words.of(self.scope.language)),), (Span(str(count)),)) for words, count in counts)
        columns = (Column(self._say("項目", "Item"), 3), Column(self._say("數量", "Number"), 1, number=True))
        yield Table(self._say("本期數據", "Figures of the period"), columns, rows)

    def _new(self) -> Iterable[Block]:
        yield Heading(self._say("二、新增案件", "2. New cases"))
        yield from self._event_table(E.ESTABLISHED_AT, self._say("新增成案", "Established cases"))

    def _lineage(self) -> Iterable[Block]:
        yield Heading(self._say("三、更名、合併與分案", "3. Renamed, merged and split cases"))
        steps = self._steps()
        if not steps:
            yield self._nothing()
            return
        rows = [
            (
                (Span(self._day(step.day)),),
                (Span(self._named(step.source)),),
                (Span(HAPPENED[step.type].of(self.scope.language) + self._guess(step.inferred)),),
                (Span(self._named(step.target), self._notes(step.meeting or "", step.day, step.quotes)),),
            )
            for step in steps
        ]
        columns = (
            Column(self._say("日期", "Day"), 1.3),
            Column(self._say("原案名", "From"), 3),
            Column(self._say("決議", "Decision"), 1),
            Column(self._say("現案名", "To"), 3),
        )
        yield Table(self._say("案名與案件變動", "Changes of names and cases"), columns, tuple(rows))
        ends = {end.id for step in steps for end in (step.source, step.target)}
        yield from self._picture(ends, self._say("變動案件沿革", "Lineage of the cases that changed"))

    def _delisted(self) -> Iterable[Block]:
        yield Heading(self._say("四、解除列管", "4. Delisted cases"))
        yield from self._event_table(E.DELISTED_AT, self._say("解除列管案件", "Delisted cases"))
        if self._cases_with(E.DELISTED_AT):
            yield from self._picture(
                self._cases_with(E.DELISTED_AT), self._say("解列案件沿革", "Lineage of delisted cases")
            )

    def _open_cases(self) -> Iterable[Block]:
        yield Heading(self._say("五、列管案件", "5. Open cases"))
        if not self.open:
            yield self._nothing()
            return
        columns = (
            Column(self._say("項次", "No."), 0.6, number=True),
            Column(self._say("案名", "Case"), 3),
            Column(self._say("小組", "Group"), 1.2),
            Column(self._say("提案／主責", "Proposed by / responsible"), 2),
            Column(self._say("狀態", "Status"), 1),
            Column(self._say("最近決議", "Last decision"), 3),
        )
        rows = tuple(self._open_row(number, row) for number, row in enumerate(self.open, 1))
        until = self._day(self.scope.until)
        yield Table(self._say(f"截至 {until} 列管案件", f"Open cases as of {until}"), columns, rows)

    def _open_row(self, number: int, row: TrackingRow) -> _Cells:
        decision = row.decision
        who = "、".join(dict.fromkeys((*row.proposers, *row.responsible)))
        what = f"{self._day(decision.day)} {HAPPENED[decision.type].of(self.scope.language)}" + self._guess(
            decision.inferred
        )
        return (
            (Span(str(number)),),
            (Span(row.case.name),),
            (Span(row.group or ""),),
            (Span(who),),
            (Span(STANDS[row.status].of(self.scope.language)),),
            (Span(what + self._guess(decision.inferred), self._notes(decision.meeting, decision.day, row.quotes)),),
        )

    def _collaboration(self) -> Iterable[Block]:
        scope = self.scope
        yield Heading(self._say("六、機關合作", "6. Who works together"))
        held = participation(self.store, platform=scope.platform, since=scope.since, until=scope.until)
        if not held.parts:
            yield self._nothing()
            return
        title = self._say("機關與合作案參與矩陣", "Agencies and cases")
        yield from matrix_figures(held, title, scope.profile, Speech(scope.language, scope.calendar), self.cited)

    def _tasks(self) -> Iterable[Block]:
        yield Heading(self._say("七、逾期事項", "7. Overdue tasks"))
        if not self.overdue:
            yield self._nothing()
            return
        quotes = Quotes(self.store, (id for row in self.overdue for id in row["passages"] or ()))
        columns = (
            Column(self._say("期限", "Due"), 1.3),
            Column(self._say("事項", "Task"), 4),
            Column(self._say("負責機關", "Asked"), 2),
            Column(self._say("案名", "Case"), 2),
        )
        owed = {row["id"]: row for row in self.overdue}
        who: dict[str, list[str]] = {id: [] for id in owed}
        for row in self.overdue:
            who[row["id"]] += [row["assignee"]] if row["assignee"] else []
        rows = tuple(
            (
                (Span(self._day(row["due"])),),
                (Span(row["text"], self._notes(row["meeting"], row["date"], quotes.of(row["passages"]))),),
                (Span("、".join(who[id])),),
                (Span(row["case"] or ""),),
            )
            for id, row in owed.items()
        )
        said = self._say("屆期而未見後續討論之事項", "Tasks whose day is over and whose case was not spoken of since")
        yield Table(said, columns, rows)

    def _faults(self) -> Iterable[Block]:
        yield Heading(self._say("八、稽核發現", "8. Findings of the audit"))
        scope = self.scope
        held = {one.id: one for one in sittings(self.store) if one.platform == scope.platform}
        found = [
            one
            for one in audit(self.store, scope.until)
            if one.meeting in held and scope.since <= (one.date or "") <= scope.until
        ]
        titles = {id: called(one) for id, one in held.items()}
        yield findings_table(found, titles, scope.language, scope.calendar, self._notes) if found else self._nothing()

    def _sources(self) -> Iterable[Block]:
        yield Heading(self._say("九、資料來源", "9. Sources"))
        files = sorted({source.quote.file for source in self.cited.all()})
        says = self._say(
            f"本報告依會議紀錄 {len(files)} 件編成：{'、'.join(files)}。各項敘述均附註原文；標明「推論」者非原文明示。",
            f"Made from {len(files)} documents: {', '.join(files)}. Every statement has a note with "
            "the words that state it; what is marked as inferred is not stated.",
        )
        yield Paragraph((Span(says),), small=True)

    def _event_table(self, kind: EdgeType, caption: str) -> Iterable[Block]:
        """The cases to which something happened, one row a case and day."""
        told = [(case, event) for case, event in self._events() if event.type is kind]
        if not told:
            yield self._nothing()
            return
        columns = (
            Column(self._say("日期", "Day"), 1.3),
            Column(self._say("案名", "Case"), 4),
            Column(self._say("會議", "Sitting"), 4),
        )
        rows = tuple(
            (
                (Span(self._day(event.day)),),
                (Span(case.name + self._guess(event.inferred)),),
                (
                    Span(
                        event.meeting.name,
                        self._notes(event.meeting.name, event.meeting.date or event.day, event.quotes),
                    ),
                ),
            )
            for case, event in told
        )
        yield Table(caption, columns, rows)

    def _picture(self, cases: Iterable[str], title: str) -> Iterable[Block]:
        """The lineage of some cases within the period."""
        scope = self.scope
        options = Options(scope.language, scope.calendar, since=scope.since, until=scope.until)
        shown = chart(chronicle(self.store, cases, scope.until), options)
        yield from figures(shown, title, scope.profile, self.cited) if shown.lanes else ()

    def _events(self) -> list[tuple[CaseName, Event]]:
        """What happened to cases of the platform in the period, by day."""
        scope = self.scope
        told = [
            (history.case, event)
            for history in self.chronicle.histories
            for event in history.events
            if history.case.platform == scope.platform and scope.since <= (event.day or "") <= scope.until
        ]
        return sorted(told, key=lambda one: (one[1].day or "", one[0].name, one[0].id))

    def _cases_with(self, kind: EdgeType) -> list[str]:
        return list(dict.fromkeys(case.id for case, event in self._events() if event.type is kind))

    def _steps(self) -> list[Step]:
        """What came out of what in the period, by day."""
        told = [step for step in self.chronicle.steps if self.scope.since <= (step.day or "") <= self.scope.until]
        return sorted(told, key=lambda step: (step.day or "", step.target.name, step.source.name, step.source.id))

    def _notes(self, sitting: str, when: str | None, quotes: Iterable[Quote]) -> tuple[Note, ...]:
        """Quotes as notes, numbered as they come."""
        told = [Source(sitting, when, quote) for quote in quotes]
        self.cited.add(told)
        return tuple(Note(source.words(self.scope.language, self.scope.calendar)) for source in told)

    def _event_notes(self, event: Event) -> tuple[Note, ...]:
        return self._notes(called(event.meeting), event.meeting.date or event.day, event.quotes)

    def _named(self, case: CaseName) -> str:
        """A case, with its platform where that is another one."""
        elsewhere = case.platform and case.platform != self.scope.platform
        return case.name + (f"（{short_platform(case.platform or '')}）" if elsewhere else "")

    def _guess(self, inferred: bool) -> str:
        return self._say("（推論）", " (inferred)") if inferred else ""

    def _day(self, iso: str | None) -> str:
        return day(iso, self.scope.calendar) if iso else self._say("日期不詳", "no date")

    def _nothing(self) -> Paragraph:
        return Paragraph((Span(self._say("本期無。", "None in this period.")),))

    def _say(self, zh: str, en: str) -> str:
        return Words(zh, en).of(self.scope.language)
