"""Views say what the graph says: on small graphs by hand, on graphs by chance, on the samples, beside the catalogue."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import views
from graph.model import Edge, Graph, Node, Value, content_hash
from graph.schema import LINEAGE
from graph.store import open_store
from graph.vocabulary import EdgeType, Label
from queries.catalogue import ask
from tests.contract.random_graphs import random_graph

SEEDS = range(12)
seeds = st.integers(min_value=0, max_value=10_000)


def case(name: str, **more: Value) -> Node:
    return Node(f"case:{name}", Label.CASE, {"name": name, "aliases": (), **more})


def agency(name: str) -> Node:
    return Node(f"agency:{name}", Label.AGENCY, {"name": name, "aliases": ()})


def edge(kind: EdgeType, source: str, target: str, day: str | None = None, **more: Value) -> Edge:
    held: dict[str, Value] = {"passages": (f"p:{source}",), "inferred": False, "confidence": 1.0, **more}
    return Edge(kind, source, target, f"m:{day}" if day else None, held | ({"date": day} if day else {}))


def steps() -> Graph:
    """環教 → 小尖兵 → 淨零 ← 綠碳; 夜釣 split into 釣點 and 釣季; 步道 stands alone; one platform goes into another."""
    nodes = [
        case("環教", platform="雙北", status="renamed", first_seen="2019-06-28", last_seen="2021-06-03"),
        *(case(name) for name in ("小尖兵", "淨零", "綠碳", "夜釣", "釣點", "釣季", "步道")),
        *(Node(f"platform:{name}", Label.PLATFORM, {"name": name, "aliases": ()}) for name in ("雙北", "基北北桃")),
        agency("水利局"),
    ]
    edges = [
        edge(EdgeType.RENAMED_TO, "case:環教", "case:小尖兵", "2021-06-03"),
        edge(EdgeType.RENAMED_TO, "case:小尖兵", "case:淨零", "2024-03-05", inferred=True, passages=("a", "b")),
        edge(EdgeType.MERGES_INTO, "case:綠碳", "case:淨零"),
        edge(EdgeType.SPLITS_INTO, "case:夜釣", "case:釣點", "2023-01-01"),
        edge(EdgeType.SPLITS_INTO, "case:夜釣", "case:釣季", "2023-01-01"),
        edge(EdgeType.MERGES_INTO, "platform:雙北", "platform:基北北桃", "2022-01-01"),
        edge(EdgeType.PROPOSES, "agency:水利局", "case:步道", "2022-01-01"),
    ]
    return Graph.of(nodes, edges)


def work() -> Graph:
    """Three agencies and a city around three cases."""
    nodes = [
        *(agency(name) for name in ("水利局", "環保局", "交通局", "無事局")),
        Node("city:青河市", Label.CITY, {"name": "青河市", "aliases": ()}),
        case("夜釣", platform="山海", status="continued", first_seen="2020-01-01", last_seen="2023-01-01"),
        case("導覽"),
        case("公車"),
    ]
    edges = [
        edge(EdgeType.PROPOSES, "agency:水利局", "case:夜釣", "2022-05-01"),
        edge(EdgeType.INVOLVED_IN, "agency:水利局", "case:夜釣", "2020-01-01", role="responsible"),
        edge(EdgeType.INVOLVED_IN, "agency:水利局", "case:夜釣", "2023-01-01", role="responsible"),
        edge(EdgeType.INVOLVED_IN, "agency:環保局", "case:夜釣", "2021-01-01", role="mentioned"),
        edge(EdgeType.INVOLVED_IN, "agency:環保局", "case:導覽", role="assisting"),
        edge(EdgeType.INVOLVED_IN, "agency:水利局", "case:導覽", "2024-02-02", role="mentioned"),
        edge(EdgeType.INVOLVED_IN, "agency:交通局", "case:公車", role="mentioned"),
        edge(EdgeType.INVOLVED_IN, "city:青河市", "case:公車", "2022-01-01", role="responsible"),
    ]
    return Graph.of(nodes, edges)


def links(view: nx.Graph[str] | nx.MultiDiGraph[str]) -> set[tuple[str, str]]:
    return {(one.split(":")[1], other.split(":")[1]) for one, other in view.edges()}


# -- lineage -----------------------------------------------------------------------------------------------------------


def test_lineage_holds_every_step_between_cases_and_what_is_known_of_them() -> None:
    view = views.lineage(steps())
    assert links(view) == {("環教", "小尖兵"), ("小尖兵", "淨零"), ("綠碳", "淨零"), ("夜釣", "釣點"), ("夜釣", "釣季")}
    assert view.nodes["case:環教"] == {
        "name": "環教", "platform": "雙北", "status": "renamed", "first_seen": "2019-06-28", "last_seen": "2021-06-03",
    }  # fmt: skip
    assert view.nodes["case:綠碳"] == {"name": "綠碳"}
    assert "case:步道" not in view and "agency:水利局" not in view
    assert nx.is_directed_acyclic_graph(view)


def test_lineage_tells_of_every_step_what_the_edge_tells() -> None:
    (first,) = views.lineage(steps())["case:環教"]["case:小尖兵"].values()
    assert first == {"type": "RENAMED_TO", "date": "2021-06-03", "inferred": False, "passages": ("p:case:環教",)}
    (second,) = views.lineage(steps())["case:小尖兵"]["case:淨零"].values()
    assert second == {"type": "RENAMED_TO", "date": "2024-03-05", "inferred": True, "passages": ("a", "b")}
    (third,) = views.lineage(steps())["case:綠碳"]["case:淨零"].values()
    assert third == {"type": "MERGES_INTO", "inferred": False, "passages": ("p:case:綠碳",)}


@pytest.mark.parametrize("name", ["環教", "小尖兵", "淨零", "綠碳"])
def test_lineage_of_one_case_is_all_that_hangs_together_with_it(name: str) -> None:
    view = views.lineage(steps(), f"case:{name}")
    assert links(view) == {("環教", "小尖兵"), ("小尖兵", "淨零"), ("綠碳", "淨零")}
    assert view.nodes["case:環教"]["platform"] == "雙北"
    (step,) = view["case:綠碳"]["case:淨零"].values()
    assert step["type"] == "MERGES_INTO"


def test_lineage_of_a_case_without_steps_is_the_case_alone() -> None:
    view = views.lineage(steps(), "case:步道")
    assert dict(view.nodes) == {"case:步道": {"name": "步道"}} and view.number_of_edges() == 0
    assert len(views.lineage(Graph())) == 0


@pytest.mark.parametrize("id", ["case:無此案", "", "agency:水利局", "platform:雙北"])
def test_lineage_of_what_is_no_case_is_a_key_error(id: str) -> None:
    with pytest.raises(KeyError):
        views.lineage(steps(), id)


def test_a_name_that_was_taken_back_is_two_steps_and_the_only_cycle() -> None:
    back = edge(EdgeType.RENAMED_TO, "case:小尖兵", "case:環教", "2022-01-01")
    graph = steps()
    view = views.lineage(Graph.of(graph.nodes.values(), [*graph.edges.values(), back]))
    assert [set(cycle) for cycle in nx.simple_cycles(view)] == [{"case:環教", "case:小尖兵"}]


def test_two_sittings_that_tell_of_one_step_are_two_edges() -> None:
    again = edge(EdgeType.RENAMED_TO, "case:環教", "case:小尖兵", "2022-01-01")
    graph = steps()
    view = views.lineage(Graph.of(graph.nodes.values(), [*graph.edges.values(), again]), "case:環教")
    told = view.get_edge_data("case:環教", "case:小尖兵")
    assert sorted(step["date"] for step in told.values()) == ["2021-06-03", "2022-01-01"]


# -- participation and collaboration -----------------------------------------------------------------------------------


def test_participation_is_of_two_modes_and_knows_roles_and_days() -> None:
    view = views.participation(work())
    assert nx.is_bipartite(view)
    assert {node.split(":")[1]: held["bipartite"] for node, held in view.nodes(data=True)} == {
        "水利局": 0, "環保局": 0, "交通局": 0, "夜釣": 1, "導覽": 1, "公車": 1,
    }  # fmt: skip
    assert view.nodes["agency:水利局"] == {"bipartite": 0, "name": "水利局"}
    held = view.nodes["case:夜釣"]
    assert (held["bipartite"], held["name"], held["platform"]) == (1, "夜釣", "山海")
    assert view.edges["agency:水利局", "case:夜釣"] == {
        "roles": ["proposes", "responsible"], "since": "2020-01-01", "until": "2023-01-01",
    }  # fmt: skip
    assert view.edges["agency:環保局", "case:夜釣"] == {
        "roles": ["mentioned"], "since": "2021-01-01", "until": "2021-01-01",
    }  # fmt: skip
    assert view.edges["agency:環保局", "case:導覽"] == {"roles": ["assisting"]}
    assert view.number_of_edges() == 5


@pytest.mark.parametrize(
    ("since", "until", "pairs"),
    [
        (None, None, {"水夜", "環夜", "環導", "水導", "交公"}),
        ("2021-01-01", None, {"水夜", "環夜", "水導"}),
        ("2021-01-02", "2022-05-01", {"水夜"}),
        (None, "2021-01-01", {"水夜", "環夜"}),
        ("2023-01-02", "2024-02-01", set()),
        ("2024-02-02", "2024-02-02", {"水導"}),
        ("2024-01-01", "2020-01-01", set()),
    ],
)
def test_a_period_counts_both_of_its_days_and_nothing_without_a_day(
    since: str | None, until: str | None, pairs: set[str]
) -> None:
    view = views.participation(work(), since, until)
    assert short(view) == pairs
    assert set(view) == {end for pair in view.edges() for end in pair}


def short(view: nx.Graph[str]) -> set[str]:
    """Edges of a two-mode view, each as the first characters of its agency and its case."""
    pairs = (sorted(pair, key=lambda end: view.nodes[end]["bipartite"]) for pair in view.edges())
    return {"".join(end.split(":")[1][0] for end in pair) for pair in pairs}


def test_collaboration_weighs_the_cases_that_two_agencies_share() -> None:
    view = views.collaboration(work())
    assert dict(view.nodes) == {
        "agency:水利局": {"name": "水利局", "cases": 2},
        "agency:環保局": {"name": "環保局", "cases": 2},
        "agency:交通局": {"name": "交通局", "cases": 1},
    }
    ((one, other, held),) = view.edges(data=True)
    assert {one, other} == {"agency:水利局", "agency:環保局"}
    assert held == {"weight": 2, "cases": ["case:夜釣", "case:導覽"], "since": "2021-01-01", "until": "2024-02-02"}


def test_collaboration_within_a_period() -> None:
    view = views.collaboration(work(), "2021-01-01", "2023-12-31")
    assert view.nodes["agency:水利局"]["cases"] == 1 and "agency:交通局" not in view
    assert view.edges["agency:水利局", "agency:環保局"] == {
        "weight": 1, "cases": ["case:夜釣"], "since": "2022-05-01", "until": "2023-01-01",
    }  # fmt: skip
    assert views.collaboration(work(), "2022-01-01").number_of_edges() == 0


def test_collaboration_of_agencies_without_any_day_has_none() -> None:
    nodes = [agency("甲局"), agency("乙局"), case("夜釣")]
    edges = [edge(EdgeType.PROPOSES, f"agency:{name}局", "case:夜釣") for name in "甲乙"]
    view = views.collaboration(Graph.of(nodes, edges))
    assert view.edges["agency:甲局", "agency:乙局"] == {"weight": 1, "cases": ["case:夜釣"]}


def test_a_view_is_a_copy() -> None:
    graph = work()
    before = content_hash(graph)
    for view in (views.participation(graph), views.collaboration(graph), views.lineage(steps(), "case:環教")):
        for _, held in view.nodes(data=True):
            held.clear()
        for *_, held in view.edges(data=True):
            held.clear()
        view.remove_nodes_from(list(view))
    assert content_hash(graph) == before
    assert views.collaboration(graph).edges["agency:水利局", "agency:環保局"]["weight"] == 2


# -- graphs by chance, counted again -----------------------------------------------------------------------------------


def taking_part(graph: Graph, since: str | None, until: str | None) -> dict[tuple[str, str], list[Edge]]:
    """(agency, case) → the edges that say so within the period."""
    found: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for one in graph.edges.values():
        if one.type not in (EdgeType.PROPOSES, EdgeType.INVOLVED_IN):
            continue
        if graph.nodes[one.source].label is not Label.AGENCY:
            continue
        day = one.properties.get("date")
        bounded = since is not None or until is not None
        inside = isinstance(day, str) and not (since and day < since) and not (until and day > until)
        if inside or not bounded:
            found[one.source, one.target].append(one)
    return dict(found)


def span(edges: list[Edge]) -> dict[str, str]:
    days = [str(one.properties["date"]) for one in edges if "date" in one.properties]
    return {"since": min(days), "until": max(days)} if days else {}


days = st.sampled_from([None, "2019-01-03", "2021-06-03", "2023-06-28", "2024-11-28"])


@settings(max_examples=40, deadline=None)
@given(seeds, days, days)
def test_participation_and_collaboration_counted_again(seed: int, since: str | None, until: str | None) -> None:
    graph = random_graph(seed)
    part = taking_part(graph, since, until)
    both = views.participation(graph, since, until)
    assert {frozenset(pair) for pair in both.edges()} == {frozenset(pair) for pair in part}
    for (body, thing), edges in part.items():
        roles = {"proposes" if one.type is EdgeType.PROPOSES else str(one.properties["role"]) for one in edges}
        assert both.edges[body, thing] == {"roles": sorted(roles), **span(edges)}
    cases: defaultdict[str, set[str]] = defaultdict(set)
    for body, thing in part:
        cases[body].add(thing)
    expected: dict[frozenset[str], dict[str, Any]] = {}
    for one, other in combinations(sorted(cases), 2):
        if shared := sorted(cases[one] & cases[other]):
            ends = [(span(part[one, thing]), span(part[other, thing])) for thing in shared]
            both = [max(a["since"], b["since"]) for a, b in ends if a and b]
            last = [end["until"] for pair in ends for end in pair if end]
            known = ({"since": min(both)} if both else {}) | ({"until": max(last)} if last else {})
            expected[frozenset((one, other))] = {"weight": len(shared), "cases": shared, **known}
    view = views.collaboration(graph, since, until)
    assert {frozenset((one, other)): held for one, other, held in view.edges(data=True)} == expected
    assert {node: held["cases"] for node, held in view.nodes(data=True)} == {
        body: len(things) for body, things in cases.items()
    }


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_lineage_counted_again(seed: int) -> None:
    graph = random_graph(seed)
    told = [one for one in graph.edges.values() if one.type in LINEAGE and one.source.startswith("case:")]
    view = views.lineage(graph)
    assert sorted((a, b, held["type"], held["passages"]) for a, b, held in view.edges(data=True)) == sorted(
        (one.source, one.target, one.type.value, one.passages) for one in told
    )
    assert set(view) == {end for one in told for end in (one.source, one.target)}
    assert nx.is_directed_acyclic_graph(view)
    for id, node in graph.nodes.items():
        if node.label is Label.CASE:
            near = {id}
            while grown := {end for one in told if {one.source, one.target} & near for end in (one.source, one.target)}:
                if grown <= near:
                    break
                near |= grown
            alone = views.lineage(graph, id)
            assert set(alone) == near
            assert alone.number_of_edges() == sum(one.source in near for one in told)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_catalogue_says_the_same(seed: int, tmp_path: Path) -> None:
    graph = random_graph(seed)
    together = views.collaboration(graph)
    with open_store(tmp_path / "yange.kgl", write=True) as store:
        store.replace(graph)
        for id, node in graph.nodes.items():
            if node.label is Label.AGENCY:
                said = {row["id"]: row["cases"] for row in ask(store, "collaborators", agency=id, limit=1000)}
                assert said == {other: held["weight"] for _, other, held in together.edges(id, data=True)}
            if node.label is Label.CASE:
                ends: dict[str, set[str]] = {"ancestor": set(), "descendant": set()}
                for row in ask(store, "case_lineage", case=id):
                    far = row["cases"][0 if row["direction"] == "ancestor" else -1]
                    ends[row["direction"]].add(far["id"])
                alone = views.lineage(graph, id)
                assert ends == {"ancestor": nx.ancestors(alone, id), "descendant": nx.descendants(alone, id)}
        pairs = sorted((row["a"], row["b"], row["cases"]) for row in ask(store, "collaboration", limit=1000))
    assert pairs == sorted(
        (*(str(graph.nodes[end].properties["name"]) for end in sorted((one, other))), held["weight"])
        for one, other, held in together.edges(data=True)
    )


# -- the samples -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def known(samples: list[Path]) -> Graph:
    from yange.loading import graph_of, parsed

    return graph_of(list(parsed(samples, lambda problem: pytest.fail(str(problem)))))


def test_the_samples_come_out_of_each_other(known: Graph) -> None:
    view = views.lineage(known)
    assert nx.is_directed_acyclic_graph(view)
    assert view.number_of_edges() >= 9
    for source, target, held in view.edges(data=True):
        assert known.nodes[source].label is known.nodes[target].label is Label.CASE
        assert held["type"] in {kind.value for kind in LINEAGE}
        assert held["passages"] and set(held["passages"]) <= known.nodes.keys()
    old = next(node for node, held in view.nodes(data=True) if "環教小尖兵" in held["name"])
    (young,) = view.successors(old)
    (step,) = view[old][young].values()
    assert (step["type"], step["date"], step["inferred"]) == ("RENAMED_TO", "2024-03-05", False)
    assert set(views.lineage(known, young)) == {old, young}


def test_the_agencies_of_the_samples_that_work_together(known: Graph) -> None:
    view = views.collaboration(known)
    held = view.edges["agency:新北市政府教育局", "agency:臺北市政府教育局"]
    assert held["weight"] == len(held["cases"]) >= 4
    assert all(known.nodes[id].label is Label.CASE for id in held["cases"])
    assert known.nodes["agency:新北市政府教育局"].properties["name"] == view.nodes["agency:新北市政府教育局"]["name"]
    both = views.participation(known)
    assert nx.is_bipartite(both) and set(view) == {node for node, one in both.nodes(data=True) if one["bipartite"] == 0}
    early, late = views.participation(known, until="2019-12-31"), views.participation(known, since="2020-01-01")
    assert early.number_of_edges() and late.number_of_edges()
    assert all(one["until"] <= "2019-12-31" for *_, one in early.edges(data=True))
    assert all(one["since"] >= "2020-01-01" for *_, one in late.edges(data=True))
