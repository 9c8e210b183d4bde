"""Agencies, cities, platforms, groups and programs over the small story: lists, dossiers, partners, tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import NotFoundError
from graph.model import Edge, Graph, Node
from graph.store import GraphStore, open_store
from graph.vocabulary import EdgeType, Label, Role, Status
from queries.actions import actions
from queries.agencies import agency_dossier, agency_list
from queries.cases import case_list
from queries.cities import city_dossier, city_list
from queries.matrix import matrix, pair_table
from queries.participation import participation
from queries.partners import Why, partners
from queries.platforms import calendar, group_list, platform_dossier, platform_list
from queries.programs import program_dossier, program_list
from queries.search import find, search

FIRST, OTHER = "agency:甲市政府環保局", "agency:乙市政府環保局"


def id_of(store: GraphStore, name: str, label: Label) -> str:
    return find(store, name, label).thing.id


def test_agencies_with_what_they_do(store: GraphStore) -> None:
    told = {one.name: one for one in agency_list(store)}
    counts = {name: (one.cases, one.partners) for name, one in told.items()}
    assert counts == {"甲市政府環保局": (1, 1), "乙市政府環保局": (1, 1)}
    dossier = agency_dossier(store, id_of(store, "甲市環保局", Label.AGENCY))
    (case,) = dossier.cases
    assert (case.case.name, case.status, case.roles) == ("淨灘小尖兵", Status.RENAMED, (Role.PROPOSER,))
    assert (case.since, [quote.text for quote in case.quotes]) == ("2023-03-01", ["由甲市政府環保局主責"])
    assert dossier.actions == ()
    assert agency_dossier(store, dossier.id, "2023-02-28").cases == ()
    with pytest.raises(NotFoundError):
        agency_dossier(store, "agency:none")


def test_what_is_asked_of_an_agency(store: GraphStore) -> None:
    dossier = agency_dossier(store, id_of(store, "乙市政府環保局", Label.AGENCY))
    (task,) = dossier.actions
    assert (task.assignees, task.assignee_ids) == (("乙市政府環保局",), (dossier.id,))
    assert (task.case, task.due, task.date) == ("海岸守護行動", "2023-07-31", "2023-06-01")
    assert task.case_id == id_of(store, "海岸守護行動", Label.CASE)
    assert agency_dossier(store, dossier.id, "2023-05-31").actions == ()
    assert actions(store) == (task,) == actions(store, since="2023-07-31", until="2023-07-31")
    assert actions(store, since="2023-08-01") == () == actions(store, body=id_of(store, "甲市環保局", Label.AGENCY))


def test_partners_and_why(store: GraphStore) -> None:
    own = id_of(store, "甲市環保局", Label.AGENCY)
    (told,) = partners(store, own)
    assert (told.agency.name, told.score, told.why) == ("乙市政府環保局", 1, (Why.SAME_CASE,))
    (shared,) = told.cases
    assert (shared.roles, shared.partner_roles) == ((Role.PROPOSER,), (Role.MENTIONED,))
    assert (told.since, told.until, len(shared.quotes)) == ("2023-03-01", "2023-03-01", 1)
    (back,) = partners(store, told.agency.id)
    assert back.agency.id == own and back.cases[0].roles == shared.partner_roles
    assert partners(store, own, until="2023-02-28") == ()


def test_hosts_guests_and_joint_tasks_are_reasons(tmp_path: Path) -> None:
    body = {"name": "", "aliases": ()}
    some = {"inferred": False, "confidence": 1.0, "passages": ()}
    nodes = [Node(f"agency:{n}", Label.AGENCY, body | {"name": f"{n}局"}) for n in "甲乙丙"]
    nodes += [
        Node("case:1", Label.CASE, body | {"name": "案"}),
        Node("action:1", Label.ACTION_ITEM, {"text": "請辦理"}),
    ]
    nodes.append(Node("meeting:1", Label.MEETING, {"level": "other", "online": False, "stub": False, "platform": "臺"}))
    joined = [
        Edge(EdgeType.INVOLVED_IN, "agency:甲", "case:1", None, some | {"role": "host", "date": "2024-01-01"}),
        Edge(EdgeType.INVOLVED_IN, "agency:乙", "case:1", None, some | {"role": "invited", "date": "2024-02-01"}),
        Edge(EdgeType.DECIDED_AT, "action:1", "meeting:1", "meeting:1", some),
        *(Edge(EdgeType.ASSIGNED_TO, "action:1", f"agency:{n}", "meeting:1", some) for n in "甲丙"),
    ]
    with open_store(tmp_path / "s.kgl", write=True) as writing:
        writing.replace(Graph.of(nodes, joined))
    with open_store(tmp_path / "s.kgl") as store:
        guest, asked = partners(store, "agency:甲")
        assert (guest.agency.name, guest.score, guest.why) == ("乙局", 2, (Why.SAME_CASE, Why.HOST_AND_GUEST))
        assert (guest.since, guest.until) == ("2024-02-01", "2024-02-01")
        assert (asked.agency.name, asked.score, asked.why, asked.cases) == ("丙局", 1, (Why.SAME_ACTION_ITEM,), ())
        assert [one.text for one in asked.actions] == ["請辦理"] and asked.platforms == ("臺",)
        assert partners(store, "agency:乙")[0].why == guest.why
        assert [one.agency.name for one in partners(store, "agency:甲", until="2024-12-31")] == ["乙局"]


def test_a_short_name_of_an_agency_is_understood(store: GraphStore) -> None:
    assert search(store, "甲市環保局")[0].thing.name == "甲市政府環保局"


def test_tables_say_what_the_parts_say(store: GraphStore) -> None:
    held = participation(store)
    table = matrix(held)
    assert {(cell.agency, cell.case) for cell in table.cells} == {(p.agency.id, p.case.id) for p in held.parts}
    pairs = pair_table(held, 10)
    assert (pairs.shown, pairs.total, pairs.pairs[0].weight) == (1, 1, 1)
    assert {one.id for one in pairs.agencies} == {pairs.pairs[0].a, pairs.pairs[0].b}
    assert pair_table(held, 0).pairs == ()


def test_cities_platforms_and_groups(store: GraphStore) -> None:
    for city in city_list(store):
        assert city_dossier(store, city.id).city == city
    (platform,) = platform_list(store)
    assert (platform.name, platform.sittings, platform.cases) == ("山海合作交流平臺", 3, 5)
    assert (platform.first, platform.last) == ("2023-03-01", "2023-09-01")
    (group,) = group_list(store)
    assert (group.name, group.sittings, group.platform) == ("環境組", 3, platform.name)
    assert platform_dossier(store, platform.id).groups == (group,)
    for find_ in (platform_dossier, city_dossier, program_dossier):
        with pytest.raises(NotFoundError):
            find_(store, "none")


def test_the_calendar_stands_by_day_and_keeps_to_what_is_asked(store: GraphStore) -> None:
    days = [one.sitting.date for one in calendar(store, platform="山海", group="環境")]
    assert days == ["2023-03-01", "2023-06-01", "2023-09-01"]
    assert [one.sitting.date for one in calendar(store, since="2023-03-02", until="2023-06-01")] == ["2023-06-01"]


def test_a_program_with_its_cases(store: GraphStore) -> None:
    (program,) = program_list(store)
    told = program_dossier(store, program.id)
    (case,) = told.cases
    assert (case.case.name, case.date) == ("淨灘小尖兵", "2023-03-01") and case.quotes[0].text == "淨灘小尖兵"
    assert told.program.cases == 1 and told.plans == ()


def test_cases_on_the_table_within_a_time(store: GraphStore) -> None:
    assert {one.name for one in case_list(store, since="2023-07-01")} == {"海岸守護行動"}
    assert {one.name for one in case_list(store, until="2023-03-31")} == {
        "淨灘小尖兵", "植樹護坡", "賞鳥步道", "夜市減塑"
    }  # fmt: skip
    assert case_list(store, agency="甲市環保局", program="世界海洋日")[0].name == "淨灘小尖兵"
