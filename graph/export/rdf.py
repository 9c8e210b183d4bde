"""The graph as linked data: what is said of each thing, in words that others know (``graph.export.rdf_terms``).

Always true: each node is one resource, its IRI the base and the node's id, percent-encoded; each edge is one triple,
and a ``rdf:Statement`` of its own on which its passages, date, certainty and sitting hang; a change of a case or a
platform is an ``org:ChangeEvent``, too, dated by ``dcterms:date``, for a day is known and no time of day. An unknown
property is no triple. Resources come in the order of the graph.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote

from rdflib import DCTERMS, ORG, PROV, RDF, RDFS, SDO, XSD, Literal, URIRef

from graph.export.escaping import unicode_text
from graph.export.rdf_terms import (
    CHANGES,
    CLASSES,
    NAMES,
    NODE_WORDS,
    REFERENCES,
    STATEMENT_WORDS,
    YANGE,
    of_edge,
)
from graph.model import Edge, Graph, Node, Value
from graph.rules import Kind, Property
from graph.schema import EDGE_PROPERTIES, EDGES, NODE_PROPERTIES, NODES

BASE = "urn:yange:"
"""What IRIs begin with when no one says otherwise."""

Term: TypeAlias = URIRef | Literal | tuple[Literal, ...]
"""An object: a resource, a value, or values in an order that matters."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One thing, and all that is said of it: pairs of a word and an object."""

    iri: URIRef
    said: tuple[tuple[URIRef, Term], ...]

    def by_word(self) -> dict[URIRef, list[Term]]:
        """What is said under each word, each once."""
        found: dict[URIRef, list[Term]] = {}
        for word, term in dict.fromkeys(self.said):
            found.setdefault(word, []).append(term)
        return found


def resources(graph: Graph, base: str = BASE) -> Iterator[Resource]:
    """All that a graph says. In: a graph; what IRIs begin with. Out: our own words, nodes, statements and changes."""
    yield from _own_words()
    leaving: defaultdict[str, list[tuple[URIRef, URIRef]]] = defaultdict(list)
    for edge in graph.edges.values():
        leaving[edge.source].append((_word(graph, edge), _iri(edge.target, base)))
        if edge.type in CHANGES:
            change = _numbered("change", edge, base)
            leaving[edge.source].append((ORG.changedBy, change))
            leaving[edge.target].append((ORG.resultedFrom, change))
    for node in graph.nodes.values():
        yield _thing(node, leaving[node.id], base)
    for edge in graph.edges.values():
        yield _statement(graph, edge, base)
        if edge.type in CHANGES:
            yield _change(edge, base)


def _thing(node: Node, leaving: list[tuple[URIRef, URIRef]], base: str) -> Resource:
    is_a = ((RDF.type, kind) for kind in (YANGE[node.label], *CLASSES[node.label]))
    held = _held(node.properties, NODE_PROPERTIES[node.label], NODE_WORDS[node.label], base)
    return Resource(_iri(node.id, base), (*is_a, *held, *leaving))


def _statement(graph: Graph, edge: Edge, base: str) -> Resource:
    about = ((SDO.about, _numbered("change", edge, base)),) if edge.type in CHANGES else ()
    said = (
        (RDF.type, RDF.Statement),
        (RDF.type, PROV.Entity),
        (RDF.subject, _iri(edge.source, base)),
        (RDF.predicate, _word(graph, edge)),
        (RDF.object, _iri(edge.target, base)),
        *_sitting(edge, base),
        *_held(edge.properties, EDGE_PROPERTIES[edge.type], STATEMENT_WORDS[edge.type], base),
        *about,
    )
    return Resource(_numbered("statement", edge, base), said)


def _change(edge: Edge, base: str) -> Resource:
    said = (
        (RDF.type, ORG.ChangeEvent),
        (RDF.type, CHANGES[edge.type]),
        (ORG.originalOrganization, _iri(edge.source, base)),
        (ORG.resultingOrganization, _iri(edge.target, base)),
        *_sitting(edge, base),
        *(((DCTERMS.date, Literal(edge.date, datatype=XSD.date)),) if edge.date else ()),
    )
    return Resource(_numbered("change", edge, base), said)


def _sitting(edge: Edge, base: str) -> Iterator[tuple[URIRef, URIRef]]:
    if edge.meeting:
        yield YANGE.meeting, _iri(edge.meeting, base)


def _word(graph: Graph, edge: Edge) -> URIRef:
    return of_edge(edge.type, graph.nodes[edge.source].label, graph.nodes[edge.target].label)


def _held(
    held: Mapping[str, Value], rules: Mapping[str, Property], words: Mapping[str, URIRef], base: str
) -> Iterator[tuple[URIRef, Term]]:
    """The properties that are known, in the order of the schema."""
    for name, word in words.items():
        value = held.get(name)
        if word in REFERENCES:
            ids = value if isinstance(value, tuple) else (value,)
            yield from ((word, _iri(str(id), base)) for id in ids if id)
        elif isinstance(value, tuple):
            items = tuple(_literal(one, rules[name].kind, word) for one in value)
            yield from ((word, item) for item in items) if word in NAMES else ((word, items),)
        elif value is not None:
            yield word, _literal(value, rules[name].kind, word)


def _literal(value: str | int | float | bool, kind: Kind, word: URIRef) -> Literal:
    match kind:
        case Kind.DAY:
            return Literal(value, datatype=XSD.date, normalize=False)
        case Kind.TIME:
            return Literal(f"{value}:00", datatype=XSD.time, normalize=False)
        case Kind.STRING | Kind.STRINGS:
            return Literal(unicode_text(str(value)), lang="zh-Hant" if word in NAMES else None)
    return Literal(value)


def _iri(id: str, base: str) -> URIRef:
    return URIRef(base + quote(id, safe="/:@", errors="surrogatepass"))


def _numbered(what: str, edge: Edge, base: str) -> URIRef:
    """An IRI of something that an edge makes; equal for equal edges, today and tomorrow."""
    return URIRef(f"{base}{what}:{hashlib.sha256(json.dumps(edge.key).encode()).hexdigest()[:32]}")


def _own_words() -> Iterator[Resource]:
    """Our own vocabulary, explained by the schema's table."""
    for label, rule in NODES.items():
        above = ((RDFS.subClassOf, kind) for kind in CLASSES[label])
        yield Resource(YANGE[label], ((RDF.type, RDFS.Class), (RDFS.comment, Literal(rule.says)), *above))
    for change, kind in CHANGES.items():
        comment = (RDFS.comment, Literal(EDGES[change].says))
        yield Resource(kind, ((RDF.type, RDFS.Class), comment, (RDFS.subClassOf, ORG.ChangeEvent)))
    for word, says in sorted(_explained().items()):
        yield Resource(word, ((RDF.type, RDF.Property), (RDFS.comment, Literal(says))))


def _explained() -> dict[URIRef, str]:
    """Our own words for edges and properties, and what they say."""
    found = {YANGE.meeting: "the sitting at which it came about"}
    for kind, edge in EDGES.items():
        found |= {of_edge(kind, *ends): edge.says for ends in edge.ends}
        found |= {STATEMENT_WORDS[kind][name]: rule.says for name, rule in EDGE_PROPERTIES[kind].items()}
    for label, words in NODE_WORDS.items():
        found |= {word: NODE_PROPERTIES[label][name].says for name, word in words.items()}
    return {word: says for word, says in found.items() if word in YANGE}
