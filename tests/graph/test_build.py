"""Documents → graph: identity of sittings, joining of statements, evidence, order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.build import CaseKey, Identity, InferredSuccession, build
from graph.interchange import Decision, MeetingRef, ParsedCase, ParsedDocument, ParsedMinutes
from graph.model import Edge, Graph, content_hash
from graph.schema import EVENTS
from graph.verification import verify
from graph.vocabulary import EdgeType, Label, Level

Edges = Callable[[Graph, EdgeType], list[Edge]]
SERIES = "meeting:山海合作交流平臺/working_group/河川組"
DEPUTIES = "meeting:山海合作交流平臺/deputy_mayor"


@pytest.fixture(scope="module")
def graph(documents: tuple[ParsedDocument, ...]) -> Graph:
    return build(documents, Identity.by_name(documents))


def labelled(graph: Graph, label: Label) -> set[str]:
    return {id for id, node in graph.nodes.items() if node.label is label}


def ends(found: list[Edge]) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in found}


def test_everything_is_as_the_schema_and_the_texts_say(graph: Graph) -> None:
    assert verify(graph) == []
    assert all(edge.passages for edge in graph.edges.values())


def test_sittings_are_known_by_series_year_and_ordinal(graph: Graph) -> None:
    assert labelled(graph, Label.MEETING) == {f"{SERIES}/112-1", f"{SERIES}/112-2", f"{DEPUTIES}/112-4"}
    held = graph.nodes[f"{SERIES}/112-1"].properties
    assert (held["date"], held["start_time"], held["group"], held["online"], held["stub"]) == (
        "2023-02-01",
        "09:30",
        "河川組",
        False,
        False,
    )
    assert graph.nodes[f"{SERIES}/112-2"].properties["online"] is True


def test_a_delisting_told_of_belongs_to_the_sitting_that_decided(graph: Graph, edges: Edges) -> None:
    (delisted,) = edges(graph, EdgeType.DELISTED_AT)
    assert delisted.target == delisted.meeting == f"{DEPUTIES}/112-4"
    assert delisted.date == "2023-04-01"
    assert len(delisted.passages) == 2  # its own minutes, and the sitting that tells of it
    assert delisted.properties["reported"] == "2023-06-01"


def test_a_sitting_only_spoken_of_is_a_stub(without_deputy: tuple[ParsedDocument, ...], edges: Edges) -> None:
    graph = build(without_deputy, Identity.by_name(without_deputy))
    (delisted,) = edges(graph, EdgeType.DELISTED_AT)
    stub = graph.nodes[delisted.target].properties
    assert (stub["stub"], stub["level"], stub["ordinal"], stub.get("date")) == (True, "deputy_mayor", 4, None)
    assert delisted.date is None
    assert delisted.target not in {edge.source for edge in edges(graph, EdgeType.RECORDED_IN)}
    assert verify(graph) == []


def test_events_are_discussions_too(graph: Graph, edges: Edges) -> None:
    events = [edge for edge in graph.edges.values() if edge.type in EVENTS]
    discussed = {edge.key[1:3]: edge.properties for edge in edges(graph, EdgeType.DISCUSSED_AT)}
    assert {edge.key[1:3] for edge in events} <= discussed.keys()
    said = discussed["case:山海合作交流平臺/夜釣步道", f"{SERIES}/112-1"]
    assert (said["item_no"], said["decision"]) == ("案一", "本案同意成案。")


def test_the_proposer_is_also_involved_and_the_strongest_role_stays(graph: Graph, edges: Edges) -> None:
    case = "case:山海合作交流平臺/夜釣步道"
    assert ends(edges(graph, EdgeType.PROPOSES)) == {("agency:青河市政府水利局", case)}
    roles = {edge.source: (edge.properties["role"], len(edge.passages)) for edge in edges(graph, EdgeType.INVOLVED_IN)}
    assert roles == {"agency:青河市政府水利局": ("proposer", 2), "city:青河市": ("responsible", 1)}


def test_bodies_keep_their_spellings_and_what_they_are_part_of(graph: Graph, edges: Edges) -> None:
    assert graph.nodes["agency:青河市政府水利局"].properties["aliases"] == ("青河水利局",)
    assert ends(edges(graph, EdgeType.PART_OF)) == {
        ("agency:青河市政府水利局", "city:青河市"),
        ("group:山海合作交流平臺/河川組", "platform:山海合作交流平臺"),
    }
    assert {edge.source for edge in edges(graph, EdgeType.MEMBER_OF)} == {"city:青河市", "city:白石市"}


def test_header_people_and_hosts(graph: Graph, edges: Edges) -> None:
    (chair,) = edges(graph, EdgeType.CHAIRS)
    assert (chair.source, chair.properties["title"]) == ("person:王大同", "處長")
    assert graph.nodes[chair.passages[0]].properties["text"] == "主席王處長大同"
    assert {edge.source for edge in edges(graph, EdgeType.HOSTS)} == {"city:青河市", "agency:青河市政府水利局"}
    assert {edge.source for edge in edges(graph, EdgeType.RECORDS)} == {"person:李小明"}


def test_sittings_of_a_series_follow_one_another(graph: Graph, edges: Edges) -> None:
    assert ends(edges(graph, EdgeType.FOLLOWS)) == {(f"{SERIES}/112-2", f"{SERIES}/112-1")}


def test_action_items_plans_and_mergers(graph: Graph, edges: Edges) -> None:
    (item,) = labelled(graph, Label.ACTION_ITEM)
    assert graph.nodes[item].properties["due"] == "2023-03-31"
    assert ends(edges(graph, EdgeType.ASSIGNED_TO)) == {(item, "city:青河市")}
    assert ends(edges(graph, EdgeType.DECIDED_AT)) == {(item, f"{SERIES}/112-1")}
    assert ends(edges(graph, EdgeType.BASED_ON)) == {("plan:青河市智慧河川計畫", "plan:國家河川計畫")}
    assert [edge.properties["role"] for edge in edges(graph, EdgeType.ORGANISES)] == ["lead"]
    assert ends(edges(graph, EdgeType.MERGES_INTO)) == {("platform:海灣平臺", "platform:山海合作交流平臺")}


def test_cases_know_their_status_and_days(graph: Graph) -> None:
    found = {
        node.properties["name"]: tuple(node.properties.get(key) for key in ("status", "first_seen", "last_seen"))
        for node in graph.nodes.values()
        if node.label is Label.CASE
    }
    assert found == {
        "夜釣步道": ("delisted", "2023-02-01", "2023-06-01"),
        "河濱導覽": ("renamed", "2023-02-01", "2023-06-01"),
        "河濱漫遊": ("continued", "2023-06-01", "2023-06-01"),
    }


def test_an_inferred_succession_stays_apart(documents: tuple[ParsedDocument, ...], edges: Edges) -> None:
    identity = Identity.by_name(documents)
    second = documents[1]
    step = InferredSuccession(
        "case:山海合作交流平臺/夜釣步道",
        "case:山海合作交流平臺/河濱漫遊",
        EdgeType.RENAMED_TO,
        second.source.sha256,
        0,
        second.minutes[0].cases[2].quote,
        0.6,
    )
    graph = build(documents, replace(identity, inferred=(step,)))
    found = {edge.source: (edge.inferred, edge.properties["confidence"]) for edge in edges(graph, EdgeType.RENAMED_TO)}
    assert found == {step.source: (True, 0.6), "case:山海合作交流平臺/河濱導覽": (False, 1.0)}
    assert verify(graph) == []


def test_a_case_that_the_identity_lacks_is_told(documents: tuple[ParsedDocument, ...]) -> None:
    with pytest.raises(ValueError, match="says nothing of"):
        build(documents, Identity())


def test_two_spellings_of_one_case_never_lead_to_themselves(documents: tuple[ParsedDocument, ...]) -> None:
    identity = Identity.by_name(documents)
    sha256 = documents[1].source.sha256
    same = dict(identity.case_ids) | {CaseKey(sha256, 0, "b"): identity.case_ids[CaseKey(sha256, 0, "c")]}
    graph = build(documents, replace(identity, case_ids=same))
    assert all(edge.source != edge.target for edge in graph.edges.values())


def test_a_case_keeps_the_spellings_and_former_ids_that_the_identity_gives_it_and_no_others(
    documents: tuple[ParsedDocument, ...],
) -> None:
    identity = Identity.by_name(documents)
    id, case = next((id, case) for id, case in identity.cases.items() if case.name == "夜釣步道")
    cases = dict(identity.cases) | {id: replace(case, aliases=("夜釣棧道",), former_ids=("case:舊/夜釣棧道",))}
    graph = build(documents, replace(identity, cases=cases))
    held = graph.nodes[id].properties
    assert (held["aliases"], held["former_ids"]) == (("夜釣棧道",), ("case:舊/夜釣棧道",))
    others = [node for node in graph.nodes.values() if node.label is Label.CASE and node.id != id]
    assert others and not any("former_ids" in node.properties for node in others)
    assert verify(graph) == []


def test_only_a_document_that_a_person_edited_says_so(documents: tuple[ParsedDocument, ...]) -> None:
    first, *rest = documents
    graph = build([replace(first, edited=True), *rest], Identity.by_name(documents))
    said = {id: graph.nodes[id].properties.get("edited") for id in labelled(graph, Label.DOCUMENT)}
    assert said.pop(f"document:{first.source.sha256}") is True
    assert set(said.values()) == {None} and verify(graph) == []


@given(st.permutations(range(4)))
def test_the_order_of_documents_does_not_matter(documents: tuple[ParsedDocument, ...], order: list[int]) -> None:
    shuffled = [documents[place] for place in order]
    expected = build(documents, Identity.by_name(documents))
    assert content_hash(build(shuffled, Identity.by_name(shuffled))) == content_hash(expected)


def test_an_edited_reading_counts_and_nothing_counts_twice(documents: tuple[ParsedDocument, ...]) -> None:
    edited = replace(documents[2], minutes=(), edited=True)
    with_both = [*documents, edited, *documents]
    assert build(with_both, Identity.by_name(with_both)) == build(
        [*documents[:2], edited, documents[3]], Identity.by_name(documents)
    )


def numbered(script: Any, words: str, date: str | None, ordinal: int | None, *said: MeetingRef) -> ParsedDocument:
    """Minutes of a deputies' sitting that tell of delistings elsewhere."""
    s = script(f"{words} 植樹案" + "".join(f" 甲{place}解列" for place in range(len(said))))
    parsed: ParsedDocument = s.document(
        ParsedMinutes(
            MeetingRef("甲平臺", Level.DEPUTY_MAYOR, None, 112 if ordinal else None, ordinal, date),
            s.quote(words),
            cases=(ParsedCase("c1", "植樹", "甲平臺", s.quote("植樹案")),),
            decisions=tuple(
                Decision(EdgeType.DELISTED_AT, "c1", s.quote(f"甲{place}解列"), meeting=ref)
                for place, ref in enumerate(said)
            ),
        )
    )
    return parsed


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ({"ordinal": 1}, "meeting:甲平臺/deputy_mayor/112-1"),
        ({"date": "2023-01-01"}, "meeting:甲平臺/deputy_mayor/112-1"),
        ({"ordinal": 1, "roc_year": 111}, "meeting:甲平臺/deputy_mayor/111-1"),
        ({"ordinal": 1, "date": "2022-12-12"}, "meeting:甲平臺/deputy_mayor/2022-12-12"),
        ({"ordinal": 3}, None),
        ({}, None),
    ],
)
def test_a_mention_means_the_one_sitting_that_fits(
    script: type, said: dict[str, object], target: str | None, edges: Edges
) -> None:
    ref = MeetingRef("甲平臺", Level.DEPUTY_MAYOR, **said)  # type: ignore[arg-type]
    documents = [
        numbered(script, "第一次", "2023-01-01", 1),
        numbered(script, "第二次", "2023-05-01", 2, ref),
        numbered(script, "第三次", "2023-09-01", 3),
    ]
    (delisted,) = edges(build(documents, Identity.by_name(documents)), EdgeType.DELISTED_AT)
    stub = f"meeting:{documents[1].source.sha256[:16]}@"
    assert delisted.target == target if target else delisted.target.startswith(stub)


def test_where_two_sittings_fit_none_is_taken(script: type, edges: Edges) -> None:
    ref = MeetingRef("甲平臺", Level.DEPUTY_MAYOR, ordinal=1)
    earlier = numbered(script, "前年第一次", "2022-01-01", 1)
    meeting = replace(earlier.minutes[0].meeting, roc_year=111)
    documents = [
        replace(earlier, minutes=(replace(earlier.minutes[0], meeting=meeting),)),
        numbered(script, "第一次", "2023-01-01", 1),
        numbered(script, "第二次", "2023-05-01", 2, ref),
    ]
    graph = build(documents, Identity.by_name(documents))
    (delisted,) = edges(graph, EdgeType.DELISTED_AT)
    assert graph.nodes[delisted.target].properties["stub"] is True


def test_two_days_under_one_number_are_two_sittings(script: type) -> None:
    documents = [numbered(script, "第一次", "2023-01-01", 1), numbered(script, "又第一次", "2023-02-02", 1)]
    assert labelled(build(documents, Identity.by_name(documents)), Label.MEETING) == {
        "meeting:甲平臺/deputy_mayor/112-1",
        "meeting:甲平臺/deputy_mayor/112-1@2023-02-02",
    }


def test_a_sitting_without_number_joins_the_one_of_its_day(script: type) -> None:
    documents = [numbered(script, "第一次", "2023-01-01", 1), numbered(script, "無次別", "2023-01-01", None)]
    assert len(labelled(build(documents, Identity.by_name(documents)), Label.MEETING)) == 1
    alone = [numbered(script, "無次別", None, None)]
    (id,) = labelled(build(alone, Identity.by_name(alone)), Label.MEETING)
    assert id == f"meeting:{alone[0].source.sha256[:16]}@0"
