"""Chronicles made by hand and by chance, for pictures without a store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from graph.build.status import Standing
from graph.vocabulary import EdgeType, Level, Status
from queries.chronicle import Chronicle, History
from queries.events import Event, Sitting
from queries.evidence import Quote
from queries.steps import CaseName, Step

PLATFORM = "山海合作交流平臺"
E = EdgeType
EVENTS = (E.PROPOSED_AT, E.ESTABLISHED_AT, E.CONTINUED_AT, E.DELISTING_RECOMMENDED_AT, E.DELISTED_AT, E.ROUTINISED_AT,
          E.DEFERRED_AT, E.REJECTED_AT, E.WITHDRAWN_AT, E.REOPENED_AT, E.EXPANDED_AT, E.DISCUSSED_AT)  # fmt: skip


def sitting(ordinal: int, day: str, group: str = "環境組", **other: Any) -> Sitting:
    """A sitting of a group."""
    held = {"platform": PLATFORM, "level": Level.WORKING_GROUP, "stub": False, **other}
    year = int(day[:4]) - 1911
    return Sitting(
        f"meeting:{group}:{day}",
        f"{year}年度{group}第{ordinal}次會議",
        day,
        group=group,
        roc_year=year,
        ordinal=ordinal,
        **held,
    )


def quote(number: int, text: str = "同意解除列管") -> Quote:
    """A passage of a document of our own."""
    return Quote(
        f"passage:{number}", text, "document:1", "minutes.txt", number, None, 10 * number, 10 * number + 6, None
    )


def event(kind: EdgeType, at: Sitting, number: int, *, inferred: bool = False) -> Event:
    """Something that a sitting did."""
    return Event(kind, at.date, None, at, () if inferred else (quote(number),), inferred, 0.5 if inferred else 1.0)


def step(
    kind: EdgeType, source: CaseName, target: CaseName, day: str | None, number: int, *, inferred: bool = False
) -> Step:
    """A renaming, merger or split."""
    said = () if inferred else (quote(number, f"{source.name}併入{target.name}"),)
    return Step(kind, source, target, day, None, "112年度環境組會議", said, inferred, 0.5 if inferred else 1.0)


_NAMES = st.text(
    st.sampled_from("沿革環教小尖兵淨零行動智慧城市交流合作案第一二期ABab12（）、/・ "), min_size=1, max_size=40
)
_START = date(2013, 1, 5)


@st.composite
def chronicles(draw: st.DrawFn, names: st.SearchStrategy[str] = _NAMES) -> Chronicle:
    """Some cases of one or two groups over up to twelve years, with steps among them."""
    days = sorted(draw(st.sets(st.integers(0, 12 * 365), min_size=1, max_size=24)))
    groups = draw(st.sampled_from([("環境組",), ("環境組", "交通組")]))
    sat = [
        sitting(n % 4 + 1, (_START + timedelta(day)).isoformat(), groups[n % len(groups)]) for n, day in enumerate(days)
    ]
    histories = []
    for number in range(draw(st.integers(1, 9))):
        case = CaseName(f"case:{number}", draw(names), draw(st.sampled_from([PLATFORM, "雙北合作交流平臺", None])))
        group = draw(st.sampled_from((*groups, None)))
        own = draw(st.lists(st.sampled_from(sat), min_size=0, max_size=8, unique_by=lambda one: one.id))
        events = [
            event(kind, at, 10 * number + n, inferred=draw(st.booleans()))
            for n, at in enumerate(sorted(own, key=lambda one: one.date or ""))
            for kind in draw(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=2, unique=True))
        ]
        status = draw(st.sampled_from(Status))
        histories.append(History(case, group, Standing(status, status) if events else None, tuple(events)))
    cases = [history.case for history in histories]
    steps = []
    for number in range(draw(st.integers(0, 8)) if len(cases) > 1 else 0):
        older, younger = draw(st.lists(st.sampled_from(cases), min_size=2, max_size=2, unique=True))
        kind = draw(st.sampled_from([E.RENAMED_TO, E.MERGES_INTO, E.SPLITS_INTO]))
        day = draw(st.sampled_from([None, *(one.date for one in sat)]))
        steps.append(step(kind, older, younger, day, 500 + number, inferred=draw(st.booleans())))
    once = {(one.type, one.source, one.target): one for one in steps}
    return Chronicle(tuple(histories), tuple(once.values()), {sat[0].id: "甲市"}, None)
