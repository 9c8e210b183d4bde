"""Networks of agencies, cities and groups: a small store by hand, and graphs by chance beside networkx."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import views
from graph.errors import NotFoundError
from graph.model import Edge as GraphEdge
from graph.model import Graph, Node, Value
from graph.store import GraphStore, open_store
from graph.vocabulary import EdgeType, Label, Role
from queries.network import Direction, Measure, Network, Of, Weight, as_dict, change, network
from queries.network.graphml import graphml
from queries.partners import Why, partners
from tests.contract.random_graphs import random_graph

SEA, HILL = "山海合作交流平臺", "山林合作交流平臺"
TEXT = "甲局主辦。乙局受邀。丙處參與。請甲乙。請甲丙。主席甲市。"
NO_PAGES: dict[str, Value] = {"page_offsets": (), "page_numbers": ()}
AGENCIES = {"甲局": "甲市", "乙局": "乙市", "丙處": "丙縣", "丁署": None}


def named(label: Label, name: str, **more: Value) -> Node:
    return Node(f"{label.value.lower()}:{name}", label, {"name": name, "aliases": (), **more})


def said(kind: EdgeType, source: str, target: str, sitting: int, words: str, role: Role | None = None) -> GraphEdge:
    held: dict[str, Value] = {"passages": (f"passage:{words}",), "inferred": False, "confidence": 1.0}
    held |= {"date": f"202{sitting}-03-01"} | ({"role": role.value} if role else {})
    return GraphEdge(kind, source, target, f"meeting:{sitting}", held)


def story() -> Graph:
    """A triangle of agencies over two cases, a state's agency that one bridge joins, two sittings of two groups."""
    nodes = [
        Node("document:1", Label.DOCUMENT, {"path": "a.txt", "text": TEXT, "sha256": "0" * 64} | NO_PAGES),
        *(named(Label.CITY, name) for name in ("甲市", "乙市", "丙縣")),
        *(named(Label.AGENCY, name) for name in AGENCIES),
        *(named(Label.PLATFORM, name) for name in (SEA, HILL)),
        *(named(Label.GROUP, name, platform=SEA) for name in ("海組", "山組")),
        *(named(Label.CASE, name, platform=SEA, status="continued") for name in ("淨灘", "賞鯨", "護林", "獨案")),
    ]  # fmt: skip
    for words in ("甲局主辦", "乙局受邀", "丙處參與", "請甲乙", "請甲丙", "主席甲市"):
        start = TEXT.index(words)
        held = {"document": "document:1", "start": start, "end": start + len(words), "text": words}
        nodes.append(Node(f"passage:{words}", Label.PASSAGE, held))
    for n, (platform, group) in enumerate(((SEA, "海組"), (SEA, "山組"), (HILL, None)), 1):
        held = {
            "title": f"第{n}次會議", "level": "working_group", "platform": platform, "date": f"202{n}-03-01",
            "online": False, "stub": False,
        }  # fmt: skip
        nodes.append(Node(f"meeting:{n}", Label.MEETING, held | ({"group": group} if group else {})))
    for n, words in ((1, "請甲乙"), (2, "請甲丙")):
        nodes.append(Node(f"action:{n}", Label.ACTION_ITEM, {"text": words}))
    lasting: dict[str, Value] = {"passages": ("passage:甲局主辦",), "inferred": False, "confidence": 1.0}
    edges = [
        said(EdgeType.INVOLVED_IN, "agency:甲局", "case:淨灘", 1, "甲局主辦", Role.HOST),
        said(EdgeType.INVOLVED_IN, "agency:乙局", "case:淨灘", 1, "乙局受邀", Role.INVITED),
        said(EdgeType.INVOLVED_IN, "agency:丙處", "case:淨灘", 2, "丙處參與", Role.RESPONSIBLE),
        said(EdgeType.INVOLVED_IN, "agency:甲局", "case:賞鯨", 2, "甲局主辦", Role.MENTIONED),
        said(EdgeType.INVOLVED_IN, "agency:乙局", "case:賞鯨", 2, "乙局受邀", Role.MENTIONED),
        said(EdgeType.INVOLVED_IN, "agency:丙處", "case:護林", 3, "丙處參與", Role.PARTICIPANT),
        said(EdgeType.INVOLVED_IN, "agency:丁署", "case:護林", 3, "甲局主辦", Role.MENTIONED),
        said(EdgeType.INVOLVED_IN, "city:乙市", "case:獨案", 1, "乙局受邀", Role.PARTICIPANT),
        *(said(EdgeType.DISCUSSED_AT, f"case:{case}", f"meeting:{n}", n, "甲局主辦")
          for case, n in (("淨灘", 1), ("淨灘", 2), ("賞鯨", 2), ("護林", 3), ("獨案", 1))),
        *(GraphEdge(EdgeType.DECIDED_AT, f"action:{n}", f"meeting:{n}", f"meeting:{n}",
                    {"passages": (f"passage:{words}",), "inferred": False, "confidence": 1.0, "date": f"202{n}-03-01"})
          for n, words in ((1, "請甲乙"), (2, "請甲丙"))),
        said(EdgeType.ASSIGNED_TO, "action:1", "agency:甲局", 1, "請甲乙"),
        said(EdgeType.ASSIGNED_TO, "action:1", "agency:乙局", 1, "請甲乙"),
        said(EdgeType.ASSIGNED_TO, "action:2", "city:甲市", 2, "請甲丙"),
        said(EdgeType.ASSIGNED_TO, "action:2", "agency:丙處", 2, "請甲丙"),
        said(EdgeType.ABOUT, "action:1", "case:淨灘", 1, "請甲乙"),
        said(EdgeType.HOSTS, "city:甲市", "meeting:1", 1, "主席甲市"),
        *(GraphEdge(EdgeType.HELD_BY, f"meeting:{n}", f"group:{group}", None, lasting)
          for n, group in ((1, "海組"), (2, "山組"))),
        *(GraphEdge(EdgeType.PART_OF, f"agency:{name}", f"city:{city}", None, lasting)
          for name, city in AGENCIES.items() if city),
    ]  # fmt: skip
    return Graph.of(nodes, edges)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    path: Path = tmp_path_factory.mktemp("network") / "story.kgl"
    with open_store(path, write=True) as writing:
        writing.replace(story())
    with open_store(path) as reading:
        yield reading


def told(held: Network) -> dict[str, tuple[int, ...]]:
    """Edges by the first characters of both ends: how many ties of each kind."""
    return {e.a.name[0] + e.b.name[0]: tuple(e.count(why) for why in Why) for e in held.edges}


def test_agencies_are_tied_by_cases_by_hosting_and_by_action_items(store: GraphStore) -> None:
    held = network(store)
    assert told(held) == {"乙甲": (2, 1, 1), "丙甲": (1, 0, 0), "丙乙": (1, 0, 0), "丁丙": (1, 0, 0)}
    first = held.edges[0]
    assert (first.weight, first.since, first.until) == (4, "2021-03-01", "2022-03-01")
    task = next(tie for tie in first.ties if tie.why is Why.SAME_ACTION_ITEM)
    assert (task.thing.name, task.thing.case.name if task.thing.case else None) == ("請甲乙", "淨灘")
    assert {quote.text for tie in first.ties for quote in tie.quotes} == {"甲局主辦", "乙局受邀", "請甲乙"}


@pytest.mark.parametrize(
    ("weight", "edges"),
    [
        (Weight.CASES, {"乙甲": (2, 0, 0), "丙甲": (1, 0, 0), "丙乙": (1, 0, 0), "丁丙": (1, 0, 0)}),
        (Weight.TASKS, {"乙甲": (0, 0, 1)}),
        (Weight.HOSTING, {"乙甲": (0, 1, 0)}),
    ],
)
def test_a_weight_counts_one_kind_of_tie(store: GraphStore, weight: Weight, edges: dict[str, object]) -> None:
    held = network(store, weight=weight)
    assert told(held) == edges
    assert {node.actor.name for node in held.nodes} == set(AGENCIES), "who has no tie is a node all the same"


def test_a_citys_parts_are_its_own_and_its_agencies(store: GraphStore) -> None:
    held = network(store, of=Of.CITIES)
    assert told(held) == {"乙甲": (2, 2, 1), "丙甲": (1, 0, 1), "丙乙": (1, 0, 0)}
    sitting = next(t for e in held.edges for t in e.ties if t.thing.label is Label.MEETING)
    assert (sitting.thing.name, {q.text for q in sitting.quotes}) == ("第1次會議", {"主席甲市", "乙局受邀"})


def test_groups_are_tied_by_cases_that_both_dealt_with_and_by_what_one_asks_about_them(store: GraphStore) -> None:
    assert told(network(store, of=Of.GROUPS)) == {"山海": (1, 0, 1)}


@pytest.mark.parametrize(
    ("scope", "edges"),
    [
        ({"platform": "山林"}, {"丙丁"}),
        ({"platform": "山海"}, {"乙甲", "丙甲", "丙乙"}),
        ({"since": "2022-01-01"}, {"乙甲", "丁丙"}),
        ({"until": "2021-12-31"}, {"乙甲"}),
    ],
)
def test_platform_and_period_bound_what_counts(store: GraphStore, scope: dict[str, str], edges: set[str]) -> None:
    assert {frozenset(pair) for pair in told(network(store, **scope))} == {frozenset(pair) for pair in edges}


def test_an_unknown_platform_is_told_with_the_nearest_names(store: GraphStore) -> None:
    with pytest.raises(NotFoundError, match="山海"):
        network(store, platform="山河平臺")


def test_figures_and_what_is_behind_them(store: GraphStore) -> None:
    held = network(store)
    nodes = {node.actor.name: node for node in held.nodes}
    assert [(e.a.name, e.b.name) for e in held.bridges] == [("丁署", "丙處")]
    assert {name: (n.degree, n.weighted, n.core) for name, n in nodes.items()} == {
        "甲局": (2, 5, 2), "乙局": (2, 5, 2), "丙處": (3, 3, 2), "丁署": (1, 1, 1),
    }  # fmt: skip
    assert nodes["丙處"].betweenness == pytest.approx(2 / 3, abs=1e-6) and nodes["甲局"].betweenness == 0
    assert {node.actor.name for node in held.core} == {"甲局", "乙局", "丙處"}
    assert nodes["甲局"].community == nodes["乙局"].community
    assert {e.id for e in held.behind("agency:丙處", Measure.CORE)} == {
        e.id for e in held.edges if "丙處" in (e.a.name, e.b.name) and "丁署" not in (e.a.name, e.b.name)
    }
    assert len(held.behind("agency:丙處", Measure.DEGREE)) == 3 and held.behind("agency:x", Measure.CORE) == ()


def test_what_changed_between_two_periods(store: GraphStore) -> None:
    before, after = network(store, until="2021-12-31"), network(store, since="2022-01-01")
    held = change(before, after)
    assert {(c.a.name[0] + c.b.name[0], c.direction) for c in held.edges} == {
        ("丁丙", Direction.NEW), ("乙甲", Direction.WEAKER),
    }  # fmt: skip
    nodes = {one.actor.name: one for one in held.nodes}
    assert nodes["丁署"].before is None and nodes["丁署"].after is not None
    back = change(after, before)
    assert {c.direction for c in back.edges} == {Direction.GONE, Direction.STRONGER}
    assert {c.direction for c in change(after, after).edges} == {Direction.SAME}


def test_as_data_every_case_and_quote_stands_once_and_networkx_reads_it(store: GraphStore) -> None:
    data = json.loads(json.dumps(as_dict(network(store)), ensure_ascii=False))
    graph = nx.node_link_graph(data, edges="edges")
    assert graph.edges["agency:乙局", "agency:甲局"]["weight"] == 4
    things, quotes = [one["id"] for one in data["things"]], [one["passage"] for one in data["quotes"]]
    assert len(things) == len(set(things)) and len(quotes) == len(set(quotes))
    behind = {id for node in data["nodes"] for measure in Measure for id in node[measure]["behind"]}
    ties = [tie for edge in data["edges"] for tie in edge["ties"]]
    assert behind <= set(things) and {tie["thing"] for tie in ties} == set(things)
    assert {id for tie in ties for id in tie["quotes"]} == set(quotes)
    compared = as_dict(change(network(store, until="2021-12-31"), network(store)))
    assert {edge["direction"] for edge in compared["edges"]} == {"new", "stronger"}
    assert {tie["thing"] for e in compared["edges"] for tie in e["behind_after"]} <= {
        o["id"] for o in compared["things"]
    }


def test_graphml_is_read_by_networkx_with_all_figures(store: GraphStore) -> None:
    held = network(store)
    data = graphml(held)
    assert data == graphml(network(store)) and ET.fromstring(data).tag.endswith("graphml")
    read = nx.read_graphml(BytesIO(data))
    assert read.nodes["agency:甲局"]["weighted"] == 5 and read.nodes["agency:甲局"]["label"]
    assert read.edges["agency:乙局", "agency:甲局"]["weight"] == 4


@given(st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_by_chance_it_agrees_with_views_and_partners(kept: Callable[[Graph], GraphStore], seed: int) -> None:
    graph = random_graph(seed)
    store = kept(graph)
    held, cases = network(store), network(store, weight=Weight.CASES)
    view = views.collaboration(graph)
    assert {frozenset(e.ends): e.weight for e in cases.edges} == {
        frozenset((a, b)): weight for a, b, weight in view.edges(data="weight")
    }
    assert {node.id: node.core for node in cases.nodes if node.id in view} == dict(nx.core_number(view))
    for node in held.nodes[:4]:
        near = {one.agency.id: one.score for one in partners(store, node.id)}
        assert near == {next(id for id in e.ends if id != node.id): e.weight for e in held.edges if node.id in e.ends}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Graph], GraphStore]]:
    """Keeps a graph in a store that is closed behind the test."""
    opened: list[GraphStore] = []

    def keep(graph: Graph) -> GraphStore:
        path = tmp_path_factory.mktemp("chance") / "graph.kgl"
        with open_store(path, write=True) as writing:
            writing.replace(graph)
        opened.append(open_store(path))
        return opened[-1]

    yield keep
    for store in opened:
        store.close()
