"""Typed answers over the small story of conftest: what a reader of those minutes would say."""

from __future__ import annotations

import pytest

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Role, Status
from queries.collaboration import collaboration
from queries.dossier import case_dossier, meeting_dossier
from queries.events import events, sittings
from queries.lineage import lineage
from queries.search import find, on_day, search
from queries.status import standings


def case(store: GraphStore, name: str) -> str:
    return find(store, name, Label.CASE).thing.id


def test_lineage_forward_tells_step_day_sitting_and_words(store: GraphStore) -> None:
    answer = lineage(store, case(store, "淨灘小尖兵"))
    (step,) = answer.descendants
    assert (step.type, step.source.name, step.target.name) == (EdgeType.RENAMED_TO, "淨灘小尖兵", "海岸守護行動")
    assert (step.date, step.meeting, step.inferred) == ("2023-06-01", "山海合作「環境組」第2次小組會議紀錄", False)
    (quote,) = step.quotes
    assert (quote.text, quote.path, quote.line) == ("更名為「海岸守護行動」", "minutes/2023-06-01.txt", 3)
    assert answer.ancestors == ()
    assert answer.standing is not None and answer.standing.status is Status.RENAMED


def test_lineage_backward_finds_all_origins(store: GraphStore) -> None:
    answer = lineage(store, case(store, "海岸守護行動"))
    assert {(step.type, step.source.name) for step in answer.ancestors} == {
        (EdgeType.RENAMED_TO, "淨灘小尖兵"),
        (EdgeType.MERGES_INTO, "植樹護坡"),
    }
    assert {life.case.name for life in answer.relatives} == {"淨灘小尖兵", "植樹護坡"}


def test_lineage_as_of_a_day_before_the_renaming_knows_nothing_of_it(store: GraphStore) -> None:
    answer = lineage(store, case(store, "淨灘小尖兵"), "2023-05-31")
    assert answer.descendants == () and answer.relatives == ()
    assert answer.standing is not None and answer.standing.status is Status.ESTABLISHED
    assert [event.date for event in answer.events] == ["2023-03-01"]


def test_events_stand_in_order_with_item_and_words(store: GraphStore) -> None:
    first, second = events(store, case(store, "賞鳥步道"))
    assert (first.type, second.type) == (EdgeType.CONTINUED_AT, EdgeType.DELISTED_AT)
    assert [quote.text for quote in second.quotes] == ["同意解列"]
    assert events(store, case(store, "賞鳥步道"), "2023-01-01") == ()


def test_a_sitting_that_decides_is_not_told_twice_as_discussed(store: GraphStore) -> None:
    assert [event.type for event in events(store, case(store, "淨灘小尖兵"))] == [EdgeType.ESTABLISHED_AT]


def test_standings_are_those_the_graph_keeps(store: GraphStore) -> None:
    kept = {
        row["id"]: row["status"]
        for row in store.query("MATCH (c:`Case`) RETURN c.id AS id, c.status AS status").records()
    }
    assert {id: stands.status for id, stands in standings(store).items()} == kept
    assert standings(store)[case(store, "夜市減塑")].status is Status.LAPSED
    assert standings(store, as_of="2023-06-01")[case(store, "夜市減塑")].status is Status.ESTABLISHED
    assert standings(store, as_of="2022-01-01") == {}


def test_case_dossier_gives_each_body_once_in_its_strongest_role(store: GraphStore) -> None:
    answer = case_dossier(store, case(store, "淨灘小尖兵"))
    assert [(body.name, body.role) for body in answer.bodies] == [
        ("甲市政府環保局", Role.PROPOSER),
        ("乙市政府環保局", Role.MENTIONED),
    ]
    assert [program.name for program in answer.programs] == ["世界海洋日"]
    (task,) = case_dossier(store, case(store, "海岸守護行動")).actions
    assert (task.assignees, task.due, task.due_text) == (("乙市政府環保局",), "2023-07-31", "7月31日前")


def test_case_dossier_as_of_a_day_holds_nothing_that_was_said_later(store: GraphStore) -> None:
    for id in standings(store):
        before, now = case_dossier(store, id, "2023-03-01"), case_dossier(store, id)
        assert {body.id for body in before.bodies} <= {body.id for body in now.bodies}
        assert all((task.date or "") <= "2023-03-01" for task in before.actions)
    assert case_dossier(store, case(store, "海岸守護行動"), "2023-03-01").actions == ()


def test_meeting_dossier_gives_header_decisions_and_tasks(store: GraphStore) -> None:
    answer = meeting_dossier(store, on_day(store, "2023-03-01").thing.id)
    assert (answer.group, answer.date, answer.stub) == ("環境組", "2023-03-01", False)
    assert [(person.type, person.name, person.post) for person in answer.people] == [(EdgeType.CHAIRS, "林森", "處長")]
    assert [entry.name for entry in answer.agenda if entry.type is EdgeType.CONTINUED_AT] == ["賞鳥步道"]
    assert len(answer.agenda) == 4
    (task,) = meeting_dossier(store, on_day(store, "2023-06-01").thing.id).actions
    assert task.case == "海岸守護行動"


def test_sittings_stand_by_day(store: GraphStore) -> None:
    assert [sitting.date for sitting in sittings(store)] == ["2023-03-01", "2023-06-01", "2023-09-01"]


def test_agencies_of_one_case_are_a_pair(store: GraphStore) -> None:
    (pair,) = collaboration(store)
    assert {pair.a.name, pair.b.name} == {"甲市政府環保局", "乙市政府環保局"}
    assert (pair.cases, pair.names, pair.since) == (1, ("淨灘小尖兵",), "2023-03-01")


@pytest.mark.parametrize(
    "spelling", ["淨灘小尖兵", " 淨灘 小尖兵", "「淨灘小尖兵」案", "小尖兵", "淨灘\u3000小尖兵合作案", "山海 尖兵"]
)
def test_any_spelling_and_any_part_finds_the_case(store: GraphStore, spelling: str) -> None:
    assert find(store, spelling, Label.CASE).thing.name == "淨灘小尖兵"


def test_an_exact_name_goes_before_one_that_contains_it(store: GraphStore) -> None:
    hits = search(store, "海岸守護行動")
    assert (hits[0].thing.label, hits[0].thing.name, hits[0].rank) == (Label.CASE, "海岸守護行動", 1)


def test_an_id_is_a_name_too(store: GraphStore) -> None:
    id = case(store, "植樹護坡")
    assert find(store, id, Label.CASE).thing.id == id


def test_what_nothing_answers_to_gives_the_three_nearest(store: GraphStore) -> None:
    with pytest.raises(NotFoundError) as caught:
        find(store, "海岸守望行動", Label.CASE)
    assert len(caught.value.nearest) == 3 and caught.value.nearest[0] == "海岸守護行動"
    assert "海岸守護行動" in str(caught.value)


def test_a_day_without_sitting_is_told(store: GraphStore) -> None:
    with pytest.raises(NotFoundError, match="2020-02-02"):
        on_day(store, "2020-02-02")
