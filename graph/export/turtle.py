"""Linked data as Turtle: one paragraph for each resource, written as it is made.

Always true: resources are written one by one, and all triples are never held at once; texts are quoted as JSON quotes
them, which Turtle reads.
"""

from __future__ import annotations

import json
from typing import BinaryIO

from rdflib import RDF, XSD, URIRef

from graph.export.rdf import BASE, Resource, Term, resources
from graph.export.rdf_terms import PREFIXES, short
from graph.model import Graph

_PLAIN = frozenset({XSD.boolean, XSD.integer})
"""Types whose values stand without quotes."""


def dump(graph: Graph, file: BinaryIO, base: str = BASE) -> None:
    """Write the graph as Turtle. In: a graph; a file open for bytes; what IRIs begin with."""
    for namespace, prefix in PREFIXES.items():
        file.write(f"@prefix {prefix}: <{namespace}> .\n".encode())
    for resource in resources(graph, base):
        file.write(_paragraph(resource).encode())


def _paragraph(resource: Resource) -> str:
    said = (f"{_word(word)} {', '.join(map(_term, terms))}" for word, terms in resource.by_word().items())
    return f"\n{_iri(resource.iri)} " + " ;\n    ".join(said) + " .\n"


def _word(iri: URIRef) -> str:
    return "a" if iri == RDF.type else _iri(iri)


def _iri(iri: URIRef) -> str:
    return short(iri) or f"<{iri}>"


def _term(term: Term) -> str:
    if isinstance(term, tuple):
        return f"({' '.join(map(_term, term))})"
    if isinstance(term, URIRef):
        return _iri(term)
    if term.datatype in _PLAIN:
        return str(term)
    text = json.dumps(str(term), ensure_ascii=False)
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^{_iri(term.datatype)}" if term.datatype else text
