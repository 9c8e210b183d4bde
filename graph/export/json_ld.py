"""Linked data as JSON-LD: one object a line, with the prefixes as its context.

Always true: it says what ``graph.export.turtle`` says, and like it never holds all triples at once.
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from rdflib import RDF, XSD, URIRef

from graph.export.rdf import BASE, Resource, Term, resources
from graph.export.rdf_terms import PREFIXES, short
from graph.model import Graph

_NATIVE = frozenset({XSD.boolean, XSD.integer})
"""Types that JSON has, too."""


def dump(graph: Graph, file: BinaryIO, base: str = BASE) -> None:
    """Write the graph as JSON-LD. In: a graph; a file open for bytes; what IRIs begin with."""
    context = {prefix: namespace for namespace, prefix in PREFIXES.items()}
    file.write(f'{{"@context": {json.dumps(context, indent=1)},\n"@graph": ['.encode())
    comma = ""
    for resource in resources(graph, base):
        file.write(f"{comma}\n{json.dumps(_object(resource), ensure_ascii=False)}".encode())
        comma = ","
    file.write(b"\n]}\n")


def _object(resource: Resource) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": _iri(resource.iri)}
    for word, terms in resource.by_word().items():
        if word == RDF.type:
            found["@type"] = [_iri(term) for term in terms if isinstance(term, URIRef)]
        else:
            found[_iri(word)] = [_value(term) for term in terms] if len(terms) > 1 else _value(terms[0])
    return found


def _iri(iri: URIRef) -> str:
    return short(iri) or str(iri)


def _value(term: Term) -> Any:
    if isinstance(term, tuple):
        return {"@list": [_value(one) for one in term]}
    if isinstance(term, URIRef):
        return {"@id": _iri(term)}
    if term.language:
        return {"@value": str(term), "@language": term.language}
    if term.datatype in _NATIVE:
        return term.toPython()
    return {"@value": str(term), "@type": _iri(term.datatype)} if term.datatype else str(term)
