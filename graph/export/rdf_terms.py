"""The words that the graph is told in as linked data: what stands in which vocabulary.

Always true: an edge type or a property has one word for each label it stands at; it is one of our own (``yange:``) only
where ORG, PROV-O, SKOS, DCMI Terms and schema.org have none that says the same; our own words are those of the schema's
table, in camel case, and are explained by it.
"""

from __future__ import annotations

from rdflib import DCTERMS, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD, Namespace, URIRef

from graph.schema import EDGE_PROPERTIES, NODE_PROPERTIES
from graph.vocabulary import EdgeType, Label

YANGE = Namespace("urn:yange:vocabulary#")
PREFIXES = {
    str(namespace): prefix
    for prefix, namespace in (
        ("dcterms", DCTERMS),
        ("org", ORG),
        ("prov", PROV),
        ("rdf", RDF),
        ("rdfs", RDFS),
        ("schema", SDO),
        ("skos", SKOS),
        ("xsd", XSD),
        ("yange", YANGE),
    )
}
"""Prefix by namespace."""

CLASSES: dict[Label, tuple[URIRef, ...]] = {
    Label.CITY: (ORG.FormalOrganization,),
    Label.AGENCY: (ORG.Organization,),
    Label.ORGANIZATION: (ORG.FormalOrganization,),
    Label.PLATFORM: (ORG.OrganizationalCollaboration,),
    Label.GROUP: (ORG.Organization,),
    Label.MEETING: (PROV.Activity, SDO.Event),
    Label.CASE: (ORG.OrganizationalCollaboration,),
    Label.PROGRAM: (SKOS.Concept,),
    Label.PLAN: (PROV.Plan, SDO.CreativeWork),
    Label.PERSON: (PROV.Person, SDO.Person),
    Label.ACTION_ITEM: (PROV.Entity, SDO.Action),
    Label.DOCUMENT: (PROV.Entity, SDO.DigitalDocument),
    Label.PASSAGE: (PROV.Entity, SDO.Quotation),
}
"""What a node is in the words of others, beside a class of our own for each label."""

CHANGES: dict[EdgeType, URIRef] = {
    EdgeType.RENAMED_TO: YANGE.Renaming,
    EdgeType.MERGES_INTO: YANGE.Merger,
    EdgeType.SPLITS_INTO: YANGE.Split,
}
"""Edges that are also told as an org:ChangeEvent, with the kind of change."""

_OF_NODES = {
    "name": SKOS.prefLabel,
    "aliases": SKOS.altLabel,
    "title": DCTERMS.title,
    "code": SKOS.notation,
    "document_no": DCTERMS.identifier,
    "document": PROV.wasQuotedFrom,
    "text": PROV.value,
    "sha256": SDO.sha256,
    "media_type": SDO.encodingFormat,
    "date": DCTERMS.date,
    "start_time": SDO.startTime,
    "end_time": SDO.endTime,
    "place": SDO.location,
    "period_start": SDO.startDate,
    "period_end": SDO.endDate,
}
_OF_EDGES = {
    "passages": PROV.wasDerivedFrom,
    "date": DCTERMS.date,
    "since": SDO.startDate,
    "until": SDO.endDate,
}
_EDGES = {
    EdgeType.CONCERNS: DCTERMS.subject,
    EdgeType.HELD_BY: SDO.organizer,
    EdgeType.MEMBER_OF: ORG.memberOf,
    EdgeType.ASSIGNED_TO: SDO.agent,
    EdgeType.ABOUT: SDO.object,
    EdgeType.DECIDED_AT: PROV.wasGeneratedBy,
    EdgeType.RECORDED_IN: SDO.subjectOf,
    EdgeType.BASED_ON: SDO.isBasedOn,
}
_PARTS = {
    (Label.AGENCY, Label.CITY): ORG.unitOf,
    (Label.ORGANIZATION, Label.CITY): DCTERMS.isPartOf,
}
NAMES = frozenset({SKOS.prefLabel, SKOS.altLabel, DCTERMS.title})
"""Words whose values are names in Chinese."""
REFERENCES = frozenset({PROV.wasQuotedFrom, PROV.wasDerivedFrom})
"""Words whose values are ids of nodes."""


def short(iri: URIRef) -> str | None:
    """A word of a known vocabulary with its prefix; None for any other IRI.

    >>> short(ORG.unitOf)
    'org:unitOf'
    """
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = PREFIXES.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix else None


def of_edge(kind: EdgeType, source: Label, target: Label) -> URIRef:
    """The word for an edge of this type between nodes of these labels.

    >>> of_edge(EdgeType.PART_OF, Label.AGENCY, Label.CITY) == ORG.unitOf
    True
    """
    if kind is EdgeType.PART_OF:
        return _PARTS.get((source, target), ORG.subOrganizationOf)
    return _EDGES.get(kind) or YANGE[_camel(kind.lower())]


def _camel(name: str) -> str:
    """
    >>> _camel("established_at")
    'establishedAt'
    """
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


NODE_WORDS = {
    label: {rule.name: _OF_NODES.get(rule.name) or YANGE[_camel(rule.name)] for rule in rules.values() if rule.exported}
    for label, rules in NODE_PROPERTIES.items()
}
"""The word for each property of each label."""

STATEMENT_WORDS = {
    kind: {rule.name: _OF_EDGES.get(rule.name) or YANGE[_camel(rule.key)] for rule in rules.values()}
    for kind, rules in EDGE_PROPERTIES.items()
}
"""The word for each property of each edge type."""
