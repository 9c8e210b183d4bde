"""What a case is as of a day."""

from __future__ import annotations

import pytest

from graph.build.status import Event, standing
from graph.vocabulary import EdgeType as E
from graph.vocabulary import Status

LIFE = [
    Event(E.PROPOSED_AT, "2020-01-01"),
    Event(E.ESTABLISHED_AT, "2020-04-01"),
    Event(E.CONTINUED_AT, "2020-07-01"),
    Event(E.DELISTING_RECOMMENDED_AT, "2020-10-01"),
    Event(E.DELISTED_AT, "2021-01-01"),
]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2020-01-01", Status.PROPOSED),
        ("2020-06-30", Status.ESTABLISHED),
        ("2020-07-01", Status.CONTINUED),
        ("2020-12-31", Status.DELISTING_RECOMMENDED),
        (None, Status.DELISTED),
    ],
)
def test_the_last_event_on_or_before_the_day_decides(day: str | None, status: Status) -> None:
    found = standing(reversed(LIFE), as_of=day)
    assert found is not None
    assert found.status is status


def test_before_its_first_event_a_case_has_no_status() -> None:
    assert standing(LIFE, as_of="2019-12-31") is None
    assert standing([Event(E.DELISTED_AT)], as_of="2030-01-01") is None
    assert standing([Event(E.DISCUSSED_AT, "2020-01-01")]) is None


def test_on_one_day_the_later_part_of_life_decides() -> None:
    day = "2020-01-01"
    found = standing([Event(E.DELISTED_AT, day), Event(E.CONTINUED_AT, day), Event(E.MERGES_INTO, day)])
    assert found is not None
    assert found.status is Status.MERGED


def test_routinised_and_deferred_are_noted_beside() -> None:
    found = standing([*LIFE[:3], Event(E.ROUTINISED_AT, "2020-07-01"), Event(E.DEFERRED_AT, "2020-02-01")])
    assert found is not None
    assert (found.status, found.routinised, found.deferred) == (Status.CONTINUED, True, False)
    deferred = standing([Event(E.PROPOSED_AT, "2020-01-01"), Event(E.DEFERRED_AT, "2020-01-01")])
    assert deferred is not None
    assert (deferred.status, deferred.deferred) == (Status.PROPOSED, True)
    only = standing([Event(E.DEFERRED_AT, "2020-01-01")])
    assert only is not None
    assert only.status is Status.DEFERRED


def test_a_case_that_its_group_no_longer_lists_has_lapsed() -> None:
    sittings = ["2020-07-01", "2020-10-01", "2021-01-01"]
    found = standing(LIFE[:3], sittings)
    assert found is not None
    assert (found.status, found.last, found.since) == (Status.LAPSED, Status.CONTINUED, "2020-07-01")
    earlier = standing(LIFE[:3], sittings, as_of="2020-12-31")
    assert earlier is not None
    assert earlier.status is Status.CONTINUED
    ended = standing(LIFE, [*sittings, "2022-01-01", "2022-04-01"])
    assert ended is not None
    assert ended.status is Status.DELISTED
    routine = standing([*LIFE[:3], Event(E.ROUTINISED_AT, "2020-07-01")], sittings)
    assert routine is not None
    assert routine.status is Status.CONTINUED
