"""The tracking table 列管表: the cases that stand on the list, what was decided last and what is to come.

Always true: a row says nothing that minutes do not say; rows stand by platform, group and first sitting, numbered
from 1 within each group; the number of questions asked does not grow with the number of cases.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Level, Role, Status
from queries.catalogue import Row, ask
from queries.events import known, sittings
from queries.evidence import Quote, Quotes, one_line
from queries.reports import reports
from queries.search import meant, names
from queries.spelling import bare
from queries.status import Standing, standings
from queries.steps import CaseName

OPEN = frozenset({Status.PROPOSED, Status.ESTABLISHED, Status.CONTINUED, Status.DELISTING_RECOMMENDED, Status.DEFERRED})
"""What a case is while it stands on the list, as ``open_cases.cypher`` has it."""

_WEIGHT = (
    EdgeType.DISCUSSED_AT, EdgeType.PROPOSED_AT, EdgeType.EXPANDED_AT, EdgeType.ESTABLISHED_AT, EdgeType.CONTINUED_AT,
    EdgeType.ROUTINISED_AT, EdgeType.DEFERRED_AT, EdgeType.DELISTING_RECOMMENDED_AT, EdgeType.REJECTED_AT,
    EdgeType.WITHDRAWN_AT, EdgeType.DELISTED_AT, EdgeType.REOPENED_AT, EdgeType.SPLITS_INTO, EdgeType.RENAMED_TO,
    EdgeType.MERGES_INTO,
)  # fmt: skip
"""Which of one day's decisions counts as the last: the one that says most of where the case goes, heaviest last."""

_BODIES = (Label.AGENCY, Label.ORGANIZATION, Label.CITY, Label.GROUP)
_SITTING = "(?=[^，。；「」]{0,4}(?:層級|會議|會報|大會|年會))"
_DEPUTY = re.compile(f"副(?:縣?市長|縣長|首長){_SITTING}")
_MAYOR = re.compile(f"(?:市長|縣長|(?<!局處)(?<!機關)(?<!單位)首長){_SITTING}")

_ENDS = re.compile("解列|解除列管|結案")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a sitting decided about a case."""

    type: EdgeType
    day: str | None
    meeting: str
    """Title of the sitting; empty for one that is only spoken of."""
    level: Level | None
    words: str
    """The decision's whole wording, else the quoted words that state it."""
    inferred: bool


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is to come, in the minutes' words: a delisting by a higher sitting, another group, or a task not yet due."""

    text: str
    delisting: bool
    level: Level | None
    """Which sitting is to delist; None for a task, or where the words do not tell."""


@dataclass(frozen=True, slots=True)
class TrackingRow:
    """One case of the table, as of a day."""

    item: int
    """Running number within platform and group, in the order of first sittings."""
    case: CaseName
    group: str | None
    """The group whose sitting spoke of it last; None for a case that only higher sittings spoke of."""
    origin: tuple[CaseName, ...]
    """All it came out of, the nearest first."""
    proposers: tuple[str, ...]
    responsible: tuple[str, ...]
    """Who was made responsible; where nobody was, who hosts."""
    status: Status
    since: str | None
    routinised: bool
    deferred: bool
    decision: Decision
    next_step: NextStep | None
    due: str | None
    """Last day of the task that comes next."""
    quotes: tuple[Quote, ...]
    """The words that state the last decision, and where they stand."""

    @property
    def platform(self) -> str | None:
        """The platform of the case."""
        return self.case.platform


def tracking(
    store: GraphStore,
    *,
    platform: str | None = None,
    group: str | None = None,
    as_of: str | None = None,
    closed: bool = False,
) -> tuple[TrackingRow, ...]:
    """The table as of a day.

    In: a store; a platform and a group in any spelling (None: all); an ISO day (None: the end of all that is known);
    whether to show as well the cases that are no longer on the list. Out: its rows. Raises NotFoundError with the
    nearest names for a platform or a group that is not known.
    """
    on = meant(store, platform, Label.PLATFORM).name if platform else None
    of = meant(store, group, Label.GROUP, on).name if group else None
    stood = standings(store, as_of=as_of)
    listed = {
        case.id: CaseName(case.id, case.name, case.platform)
        for case in names(store, [Label.CASE])
        if case.id in stood and on in (None, case.platform) and (closed or stood[case.id].status in OPEN)
    }
    table = _Table(store, listed, as_of)
    shown = sorted((case for case in listed if of in (None, table.group(case))), key=table.place)
    bodies = groupby(shown, key=lambda case: (listed[case].platform, table.group(case)))
    return tuple(table.row(item, case, stood[case]) for _, same in bodies for item, case in enumerate(same, 1))


class _Table:
    """What is known of the cases beside where they stand, read from the store at once."""

    def __init__(self, store: GraphStore, cases: dict[str, CaseName], as_of: str | None) -> None:
        ids = sorted(cases)
        self._cases = cases
        self._steps = [step for step in ask(store, "steps") if known(step, as_of)]
        self._happened = _by_case(ask(store, "turning_points", cases=ids, day=as_of))
        for step in self._steps:
            self._happened[step["source"]["id"]].append(step)
        self._quotes = Quotes(store, (i for case in ids for row in self._happened[case] for i in row["passages"] or ()))
        self._sittings = {sitting.id: sitting for sitting in sittings(store)}
        today = as_of or max((one.date for one in self._sittings.values() if one.date and not one.stub), default="")
        self._groups = _by_case(ask(store, "case_groups", cases=ids, day=as_of))
        self._parties = _by_case(ask(store, "parties", cases=ids, day=as_of))
        done = reports(store, as_of).keys()
        owed = (row for row in ask(store, "tasks", cases=ids, day=as_of, **{"from": today}) if row["id"] not in done)
        self._tasks = _by_case(owed)
        self._sent = _by_case(ask(store, "referrals", day=today))
        self._quoted = Quotes(store, (i for rows in self._sent.values() for row in rows for i in row["passages"] or ()))

    def group(self, case: str) -> str | None:
        """The working group that spoke of the case last."""
        return next((row["group"] for row in self._groups[case]), None)

    def place(self, case: str) -> tuple[bool, str, bool, str, str, list[tuple[str, int]], str, str]:
        """By platform and group (cases without one last), then as the first sitting and its minutes have it."""
        name, platform, group = self._cases[case].name, self._cases[case].platform, self.group(case)
        first = min(self._happened[case], key=lambda row: (_day(row) or "9999", _weight(row)))
        quotes = self._quotes.of(first["passages"])
        where = [(quote.path, quote.start + max(quote.text.find(name), 0)) for quote in quotes]
        body = (platform is None, platform or "", group is None, group or "")
        return (*body, _day(first) or "9999", where, name, case)

    def row(self, item: int, case: str, standing: Standing) -> TrackingRow:
        """The row of one case that stands somewhere."""
        last = max(self._happened[case], key=lambda row: (_day(row) or "", _weight(row), row["date"] is not None))
        next_step, due = self._next(case, standing)
        return TrackingRow(
            item=item,
            case=self._cases[case],
            group=self.group(case),
            origin=tuple(self._origin(case)),
            proposers=self._named(case, Role.PROPOSER),
            responsible=self._named(case, Role.RESPONSIBLE) or self._named(case, Role.HOST),
            status=standing.status,
            since=standing.since,
            routinised=standing.routinised,
            deferred=standing.deferred,
            decision=self._decision(case, last),
            next_step=next_step,
            due=due,
            quotes=self._quotes.of(last["passages"]),
        )

    def _decision(self, case: str, last: Row) -> Decision:
        sitting = self._sittings.get(last["meeting"])
        talks = (row for row in self._happened[case] if row["type"] == EdgeType.DISCUSSED_AT)
        wording = next((row["decision"] for row in talks if row["meeting"] == last["meeting"]), None)
        return Decision(
            type=EdgeType(last["type"]),
            day=_day(last),
            meeting=sitting.name if sitting else "",
            level=sitting.level if sitting else None,
            words=(wording or "").lstrip("。，；、： ") or self._said(case, last),
            inferred=bool(last["inferred"]),
        )

    def _next(self, case: str, standing: Standing) -> tuple[NextStep | None, str | None]:
        """What is to come of a case on the list, and by when: the task that is due first, the last that was asked."""
        if standing.last is Status.DELISTING_RECOMMENDED:
            return self._delisting(case), None
        if standing.last not in OPEN:
            return None, None
        sent = next((row for row in self._sent[case][::-1] if row["date"] >= (standing.since or "")), None)
        if sent:
            said = "；".join(one_line(quote.text) for quote in self._quoted.of(sent["passages"])[-1:])
            return NextStep(said or sent["group"], delisting=False, level=None), None
        first = [task for task in self._tasks[case] if task["due"] == self._tasks[case][0]["due"]]
        ends = {task["id"]: _ENDS.search(task["text"]) is not None for task in first}
        task = max(first, key=lambda one: (one["date"] or "", ends[one["id"]], one["start"] or 0), default=None)
        return (NextStep(one_line(task["text"]), delisting=False, level=None), task["due"]) if task else (None, None)

    def _delisting(self, case: str) -> NextStep:
        """What the last recommendation leaves to a higher sitting."""
        asked = [row for row in self._happened[case] if row["type"] == EdgeType.DELISTING_RECOMMENDED_AT]
        last = max(asked, key=lambda row: _day(row) or "")
        said = "".join(quote.text for quote in self._quotes.of(last["passages"]))
        return NextStep(self._said(case, last), delisting=True, level=delisting_level(said))

    def _said(self, case: str, row: Row) -> str:
        """The words that state it; those that hold the case's name are left out where others say more."""
        said = [one_line(quote.text) for quote in self._quotes.of(row["passages"])]
        telling = [words for words in said if bare(self._cases[case].name) not in bare(words)]
        return "；".join(dict.fromkeys(telling or said))

    def _origin(self, case: str) -> Iterator[CaseName]:
        """What the case came out of, generation by generation, each case once."""
        seen = generation = {case}
        while generation:
            sources = [CaseName(**step["source"]) for step in self._steps if step["target"]["id"] in generation]
            fresh = sorted({one for one in sources if one.id not in seen}, key=lambda one: (one.name, one.id))
            yield from fresh
            generation = {one.id for one in fresh}
            seen = seen | generation

    def _named(self, case: str, role: Role) -> tuple[str, ...]:
        """The bodies in a role, agencies before cities, those named earlier first."""
        held = [row for row in self._parties[case] if row["role"] == role]
        held.sort(key=lambda row: _BODIES.index(Label(row["label"])))
        return tuple(dict.fromkeys(row["name"] for row in held))


def delisting_level(words: str) -> Level | None:
    """Which sitting is to delist, as some words have it; None where they do not tell."""
    return Level.DEPUTY_MAYOR if _DEPUTY.search(words) else Level.MAYOR if _MAYOR.search(words) else None


def _by_case(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["case"]].append(row)
    return found


def _day(row: Row) -> str | None:
    """The day it counts from: when it came about, else when it was first told of."""
    day: str | None = row["date"] or row["reported"]
    return day


def _weight(row: Row) -> int:
    return _WEIGHT.index(EdgeType(row["type"]))
