"""The py2neo classes read on each real server what the graph says.

Always true: what is expected is taken from the graph object; what holds for the samples alone is only that there is
something to compare.
"""

from __future__ import annotations

import pytest
from py2neo import Graph as Server
from py2neo.ogm import Model, Property, RelatedFrom, RelatedTo

from graph import py2neo_models as models
from graph.model import Graph
from graph.store.mapping import stored_node
from graph.vocabulary import EdgeType, Label

CLASSES: tuple[type[Model], ...] = (models.City, models.Agency, models.Case, models.Meeting, models.Program)
RELATIONS = [
    (kind, name) for kind in CLASSES for name, held in vars(kind).items() if isinstance(held, (RelatedTo, RelatedFrom))
]
FILLED = {
    ("Agency", "proposed"),
    ("Agency", "cases"),
    ("Agency", "city"),
    ("Case", "proposers"),
    ("Case", "bodies"),
    ("Case", "sittings"),
    ("Case", "programs"),
    ("Case", "renamed_to"),
    ("Case", "renamed_from"),
    ("Case", "merges_into"),
    ("Case", "merged_from"),
    ("City", "bodies"),
    ("Meeting", "cases"),
    ("Meeting", "follows"),
    ("Program", "cases"),
}
"""What the samples have at least one of."""
ABSENT = {"aliases", "code", "kind", "group"}
"""Properties that a label of the samples may go without."""


@pytest.fixture(scope="module")
def server(stocked: str) -> Server:
    return Server(stocked)


def neighbours(graph: Graph, id: str, kind: EdgeType, outgoing: bool) -> set[str]:
    """The ids at the other ends of a node's edges of one type."""
    joined = [edge for edge in graph.edges.values() if edge.type is kind]
    if outgoing:
        return {edge.target for edge in joined if edge.source == id}
    return {edge.source for edge in joined if edge.target == id}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_node_is_read_with_its_properties(kind: type[Model], server: Server, minutes_graph: Graph) -> None:
    label = Label(kind.__primarylabel__)
    expected = {node.id: stored_node(node) for node in minutes_graph.nodes.values() if node.label is label}
    read = {one.id: one for one in kind.match(server)}
    assert read.keys() == expected.keys() and expected
    own = [name for base in kind.__mro__ for name, held in vars(base).items() if isinstance(held, Property)]
    assert {"id", "name"} <= set(own)
    for id, one in read.items():
        assert {name: getattr(one, name) for name in own} == {name: expected[id].get(name) for name in own}
    for name in own:
        known = any(name in held for held in expected.values())
        assert known or name in ABSENT, f"no {label} of the samples has {name}"


@pytest.mark.parametrize(("kind", "name"), RELATIONS, ids=[f"{kind.__name__}.{name}" for kind, name in RELATIONS])
def test_every_relation_is_read(kind: type[Model], name: str, server: Server, minutes_graph: Graph) -> None:
    relation = vars(kind)[name]
    type_, outgoing = EdgeType(relation.relationship_type), isinstance(relation, RelatedTo)
    seen = 0
    for node in minutes_graph.nodes.values():
        if node.label is not Label(kind.__primarylabel__):
            continue
        expected = neighbours(minutes_graph, node.id, type_, outgoing)
        if not expected and seen:
            continue
        one = kind.match(server, node.id).first()
        assert {other.id for other in getattr(one, name)} == expected, f"{node.id}.{name}"
        names = {stored_node(minutes_graph.nodes[id])["name"] for id in expected}
        assert {other.name for other in getattr(one, name)} == names
        seen += len(expected)
    assert seen or (kind.__name__, name) not in FILLED, f"the samples have no {kind.__name__}.{name}"


def test_the_relations_that_must_be_filled_exist() -> None:
    assert {(kind.__name__, name) for kind, name in RELATIONS} >= FILLED


def test_the_way_through_the_objects_is_the_way_through_the_graph(server: Server, minutes_graph: Graph) -> None:
    """From an agency over its cases to what these became, as one goes in a notebook."""
    renamed = [edge for edge in minutes_graph.edges.values() if edge.type is EdgeType.RENAMED_TO]
    for edge in renamed:
        older = models.Case.match(server, edge.source).first()
        younger = next(one for one in older.renamed_to if one.id == edge.target)
        assert edge.source in {one.id for one in younger.renamed_from}
        for body in older.bodies:
            if minutes_graph.nodes[body.id].label is Label.AGENCY:
                assert edge.source in {one.id for one in models.Agency.match(server, body.id).first().cases}
    younger_names = [minutes_graph.nodes[edge.target].properties["name"] for edge in renamed]
    assert any("淨零行動" in str(name) for name in younger_names)
