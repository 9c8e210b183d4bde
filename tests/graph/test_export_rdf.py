"""Linked data: read again by rdflib, held against the shapes (shapes.ttl), and asked in SPARQL."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyshacl
import pytest
import rdflib
from hypothesis import given, settings
from rdflib import DCTERMS, ORG, PROV, RDF, RDFS, SKOS, XSD, Literal, URIRef
from rdflib.compare import isomorphic

from graph.build import Identity, build
from graph.export import json_ld, turtle
from graph.export.escaping import unicode_text
from graph.export.rdf_terms import CLASSES, NODE_WORDS, STATEMENT_WORDS, YANGE, of_edge
from graph.interchange import ParsedDocument
from graph.model import Edge, Graph, Node
from graph.schema import EDGES
from graph.vocabulary import EdgeType, Label
from tests.contract.random_graphs import random_graph
from tests.graph.export_graphs import ODD, graphs, sound, told_in
from yange.loading import graph_of, parsed

SHAPES = rdflib.Graph().parse(Path(__file__).parent / "shapes.ttl")
CLOSED = (DCTERMS, ORG, PROV, RDF, RDFS, rdflib.SDO, SKOS, XSD)


def as_turtle(graph: Graph, base: str = "urn:yange:") -> rdflib.Graph:
    file = io.BytesIO()
    turtle.dump(graph, file, base)
    return rdflib.Graph().parse(file.getvalue(), format="turtle")


def as_json_ld(graph: Graph) -> rdflib.Graph:
    file = io.BytesIO()
    json_ld.dump(graph, file)
    return rdflib.Graph().parse(file.getvalue(), format="json-ld")


def faults(data: rdflib.Graph) -> set[str]:
    """The shapes that the data breaks; empty when it keeps to all of them."""
    conforms, report, _ = pyshacl.validate(data, shacl_graph=SHAPES)
    sources = report.objects(None, rdflib.SH.sourceShape)
    found = {_named(source) for source in sources}
    assert conforms is (not found)
    return found


def _named(shape: rdflib.term.Node) -> str:
    """The name of the shape that a shape belongs to."""
    while not isinstance(shape, URIRef):
        shape = next(SHAPES.subjects(None, shape))
    return shape.rpartition(":")[2]


@pytest.fixture(scope="module")
def graph(documents: tuple[ParsedDocument, ...]) -> Graph:
    return build(documents, Identity.by_name(documents))


@pytest.fixture(scope="module")
def data(graph: Graph) -> rdflib.Graph:
    return as_turtle(graph)


def test_the_samples_keep_to_the_shapes_and_both_forms_say_the_same(samples: list[Path]) -> None:
    problems: list[Exception] = []
    graph = graph_of(list(parsed(samples, problems.append)))
    data = as_turtle(graph)
    assert problems == [] and faults(data) == set()
    assert len(set(data.subjects(RDF.type, RDF.Statement))) == len(graph.edges) > 1000
    changes = [edge for edge in graph.edges.values() if edge.type in ("RENAMED_TO", "MERGES_INTO", "SPLITS_INTO")]
    assert len(set(data.subjects(RDF.type, ORG.ChangeEvent))) == len(changes) > 10
    assert isomorphic(data, as_json_ld(graph))


@settings(max_examples=10)
@given(graphs())
def test_any_graph_keeps_to_the_shapes_whatever_the_texts(graph: Graph) -> None:
    data = as_turtle(graph)
    assert faults(data) == set()
    texts = {str(value) for value in data.objects(None, PROV.value)}
    held = {str(node.properties["text"]) for node in graph.nodes.values() if "text" in node.properties}
    assert texts == {unicode_text(text) for text in held}


@settings(max_examples=10)
@given(graphs())
def test_json_ld_says_what_turtle_says(graph: Graph) -> None:
    assert isomorphic(as_turtle(graph), as_json_ld(graph))


def _without(graph: Graph, label: Label, *names: str, **more: str | int) -> Graph:
    """The graph, one node of a label without some properties."""
    node = next(node for node in graph.nodes.values() if node.label is label)
    held = {name: value for name, value in node.properties.items() if name not in names} | more
    return Graph({**graph.nodes, node.id: replace(node, properties=held)}, graph.edges)


def _unstated(graph: Graph) -> Graph:
    """The graph, one edge without a passage though a sentence is said to state it."""
    edge = next(edge for edge in graph.edges.values() if edge.passages)
    return Graph(graph.nodes, {**graph.edges, edge.key: replace(edge, properties={**edge.properties, "passages": ()})})


def _sure(graph: Graph, confidence: float) -> Graph:
    edge = next(iter(graph.edges.values()))
    held = {**edge.properties, "confidence": confidence}
    return Graph(graph.nodes, {**graph.edges, edge.key: replace(edge, properties=held)})


BROKEN: dict[str, tuple[str, Callable[[Graph], Graph]]] = {
    "an edge that nothing states": ("Statement", _unstated),
    "an edge surer than sure": ("Statement", lambda graph: _sure(graph, 1.5)),
    "a passage of no document": ("Passage", lambda graph: _without(graph, Label.PASSAGE, "document")),
    "a passage of a meeting": ("Passage", lambda graph: _without(graph, Label.PASSAGE, document="meeting:1")),
    "a passage without a start": ("Passage", lambda graph: _without(graph, Label.PASSAGE, "start")),
    "a passage without an end": ("Passage", lambda graph: _without(graph, Label.PASSAGE, "end")),
    "a passage without words": ("Passage", lambda graph: _without(graph, Label.PASSAGE, "text")),
    "a passage that ends before it starts": ("Passage", lambda graph: _without(graph, Label.PASSAGE, start=9, end=3)),
    "a case without a name": ("Case", lambda graph: _without(graph, Label.CASE, "name")),
}


@pytest.mark.parametrize("what", BROKEN)
def test_the_shapes_find_a_broken_graph(graph: Graph, what: str) -> None:
    shape, broken = BROKEN[what]
    assert faults(as_turtle(broken(graph))) == {shape}


@pytest.mark.parametrize("word", [ORG.originalOrganization, ORG.resultingOrganization, ORG.changedBy])
def test_the_shapes_find_a_change_that_lacks_an_end(graph: Graph, word: URIRef) -> None:
    data = as_turtle(graph)
    data.remove(next(iter(data.triples((None, word, None)))))
    assert faults(data) == {"Change"}


def test_a_rename_is_a_dated_change_of_an_organization_and_a_statement_with_its_quote(data: rdflib.Graph) -> None:
    asked = """
        SELECT ?old ?new ?day ?quote ?path ?inferred ?confidence WHERE {
            ?change a org:ChangeEvent, yange:Renaming ; org:originalOrganization ?one ;
                org:resultingOrganization ?other ; dcterms:date ?day .
            ?one a org:OrganizationalCollaboration ; skos:prefLabel ?old ; org:changedBy ?change ;
                yange:renamedTo ?other .
            ?other skos:prefLabel ?new ; org:resultedFrom ?change .
            ?statement schema:about ?change ; rdf:subject ?one ; rdf:predicate yange:renamedTo ; rdf:object ?other ;
                prov:wasDerivedFrom ?passage ; yange:inferred ?inferred ; yange:confidence ?confidence .
            ?passage a prov:Entity ; prov:value ?quote ; prov:wasQuotedFrom ?document .
            ?document a prov:Entity ; yange:path ?path .
        }"""
    (row,) = data.query(asked)
    assert list(row) == [
        Literal("河濱導覽", lang="zh-Hant"),
        Literal("河濱漫遊", lang="zh-Hant"),
        Literal("2023-06-01", datatype=XSD.date),
        Literal("河濱導覽更名為河濱漫遊"),
        Literal("minutes.txt"),
        Literal(False),
        Literal(1.0),
    ]


def test_units_names_and_sittings_are_in_words_that_others_know(data: rdflib.Graph) -> None:
    asked = """
        SELECT ?name ?other ?begins WHERE {
            ?bureau org:unitOf ?city ; skos:prefLabel ?name .
            ?city a org:FormalOrganization ; skos:prefLabel "青河市"@zh-Hant ; skos:altLabel ?other ;
                org:memberOf ?platform .
            ?group org:subOrganizationOf ?platform .
            ?meeting a prov:Activity, schema:Event ; schema:organizer ?group ; schema:startTime ?begins .
        }"""
    (row,) = data.query(asked)
    assert [str(one) for one in row] == ["青河市政府水利局", "青河", "09:30:00"]
    assert row[2].datatype == XSD.time


def test_iris_are_percent_encoded_stable_and_under_the_base_that_is_asked_for(graph: Graph) -> None:
    edge = next(edge for edge in graph.edges.values() if edge.type is EdgeType.RENAMED_TO)
    alone = Graph.of([graph.nodes[edge.source], graph.nodes[edge.target]], [Edge(edge.type, edge.source, edge.target)])
    data = as_turtle(alone, "https://example.org/id/")
    (change,) = data.subjects(RDF.type, ORG.ChangeEvent)
    assert str(change) == "https://example.org/id/change:0d5b0238782197a8516e72c9ce0d7acb"
    platform = "%E5%B1%B1%E6%B5%B7%E5%90%88%E4%BD%9C%E4%BA%A4%E6%B5%81%E5%B9%B3%E8%87%BA"
    assert {str(case) for case in data.subjects(RDF.type, YANGE.Case)} == {
        f"https://example.org/id/case:{platform}/%E6%B2%B3%E6%BF%B1%E5%B0%8E%E8%A6%BD",
        f"https://example.org/id/case:{platform}/%E6%B2%B3%E6%BF%B1%E6%BC%AB%E9%81%8A",
    }
    odd = as_turtle(told_in(sound(random_graph(1)), list(ODD)))
    iris = {str(term) for triple in odd for term in triple if isinstance(term, URIRef)}
    assert all(iri.isascii() and not set(iri) & set(' <>"{}|\\^`\n') for iri in iris)
    labelled = [node for node in odd.subjects(RDF.type, None) if str(node).startswith("urn:yange:city:")]
    assert len(set(labelled)) == sum(node.label is Label.CITY for node in random_graph(1).nodes.values())


def test_ids_that_differ_have_iris_that_differ() -> None:
    ids = [
        "city:a/b",
        "city:a%2Fb",
        "city:a b",
        "city:a+b",
        "city:a%20b",
        "city:甲",
        "city:\ud800",
        "city:a#b",
        "city:a?b",
    ]
    data = as_turtle(Graph.of([Node(id, Label.CITY, {"name": "甲", "aliases": ()}) for id in ids]))
    assert len(set(data.subjects(RDF.type, YANGE.City))) == len(ids)


def test_our_own_words_are_explained_and_all_others_exist(data: rdflib.Graph) -> None:
    used = {word for word in data.predicates() if word in YANGE} | {
        kind for kind in data.objects(None, RDF.type) if kind in YANGE
    }
    used |= {word for word in data.objects(None, RDF.predicate) if word in YANGE}
    assert used <= set(data.subjects(RDFS.comment, None)) and len(used) > 40
    words = {kind for kinds in CLASSES.values() for kind in kinds}
    words |= {word for table in (NODE_WORDS, STATEMENT_WORDS) for own in table.values() for word in own.values()}
    words |= {of_edge(rule.type, *ends) for rule in EDGES.values() for ends in rule.ends}
    others = {word for word in words if word not in YANGE}
    assert len(others) > 30 and all(any(word in vocabulary for vocabulary in CLOSED) for word in others)


def test_no_two_edge_types_or_properties_share_a_word() -> None:
    for table in (NODE_WORDS, STATEMENT_WORDS):
        assert all(len(set(own.values())) == len(own) for own in table.values())
    by_word: dict[URIRef, set[str]] = {}
    for rule in EDGES.values():
        for ends in rule.ends:
            by_word.setdefault(of_edge(rule.type, *ends), set()).add(rule.type)
    assert all(len(kinds) == 1 for kinds in by_word.values())
    properties = {word for table in (NODE_WORDS, STATEMENT_WORDS) for own in table.values() for word in own.values()}
    assert not set(by_word) & properties


def test_lists_whose_order_matters_are_lists() -> None:
    schedule = ("三月 籌備", "一月 檢討", "三月 籌備")
    graph = Graph.of([Node("plan:1", Label.PLAN, {"title": "計畫", "schedule": schedule})])
    for data in (as_turtle(graph), as_json_ld(graph)):
        (head,) = data.objects(None, YANGE.schedule)
        assert [str(one) for one in data.items(head)] == list(schedule)
