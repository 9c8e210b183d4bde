"""A graph while it is being made: statements come in, one after another, and are joined where they say the same.

Always true: what a draft ends up as depends on what was said and on the order of the documents, which ``build`` fixes;
a value once known is not replaced; passages, aliases and decisions add up; a stated edge beats an inferred one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.interchange import Body, Quote, Source
from graph.model import Edge, EdgeKey, Graph, Node, Value
from graph.schema import allows
from graph.vocabulary import EdgeType, Label, PlanRole, Role

_STRENGTH: dict[str, int] = {role.value: place for roles in (Role, PlanRole) for place, role in enumerate(roles)}


@dataclass(slots=True)
class _Link:
    """An edge while it is being made."""

    type: EdgeType
    source: str
    target: str
    meeting: str | None
    passages: set[str] = field(default_factory=set)
    inferred: bool = True
    confidence: float = 0.0
    properties: dict[str, Value] = field(default_factory=dict)

    def edge(self) -> Edge:
        held = dict(self.properties)
        held |= {"passages": tuple(sorted(self.passages)), "inferred": self.inferred, "confidence": self.confidence}
        return Edge(self.type, self.source, self.target, self.meeting, held)


class Draft:
    """Nodes and edges so far."""

    def __init__(self) -> None:
        self.labels: dict[str, Label] = {}
        self.properties: dict[str, dict[str, Value]] = {}
        self.aliases: dict[str, set[str]] = {}
        self.links: dict[EdgeKey, _Link] = {}
        self.days: dict[str, set[str]] = {}

    def node(self, label: Label, id: str, aliases: Iterable[str] | None = None, **properties: Value | None) -> str:
        """Say that a node is there; what is unknown (None, "") is left out. Out: its id."""
        self.labels[id] = label
        held = self.properties.setdefault(id, {})
        for name, value in properties.items():
            if value is not None and value != "":
                held.setdefault(name, value)
        if aliases is not None:
            self.aliases.setdefault(id, set()).update(aliases)
        return id

    def named(self, label: Label, name: str, *written: str, **properties: Value | None) -> str:
        """Say that a node known by its name is there, and how it was written. Out: its id."""
        return self.node(label, f"{label.lower()}:{name}", written, name=name, **properties)

    def person(self, name: str) -> str:
        """Say that a person is there. Out: the person's id."""
        return self.node(Label.PERSON, f"person:{name}", name=name)

    def see(self, id: str, day: str | None) -> None:
        """Say that a case was spoken of on a day."""
        self.days.setdefault(id, set()).update([day] if day else [])

    def passage(self, source: Source, quote: Quote) -> str:
        """Say that a document has this passage. Out: its id."""
        return self.node(
            Label.PASSAGE,
            f"passage:{source.sha256[:16]}:{quote.start}-{quote.end}",
            document=document_id(source),
            start=quote.start,
            end=quote.end,
            text=quote.text,
            section=quote.section,
        )

    def edge(
        self,
        kind: EdgeType,
        source: str,
        target: str,
        passages: Iterable[str],
        meeting: str | None = None,
        *,
        inferred: bool = False,
        confidence: float = 1.0,
        **properties: Value | None,
    ) -> None:
        """Say that an edge is there. Nothing leads to itself, and what two statements share becomes one edge."""
        if source == target:
            return
        key = (kind.value, source, target, meeting or "")
        link = self.links.setdefault(key, _Link(kind, source, target, meeting))
        link.passages.update(passages)
        link.inferred = link.inferred and inferred
        link.confidence = max(link.confidence, float(confidence))
        for name, value in properties.items():
            if value is not None and value != "":
                link.properties[name] = _joined(name, link.properties.get(name), value)

    def body(self, body: Body, passage: str) -> str:
        """Say that a body is there, with the bodies it is part of. Out: its id."""
        if body.label is Label.GROUP:
            return self.group(body.platform or "", body.name, passage, body.written)
        kind = {"level": body.kind} if body.label is Label.AGENCY else {"kind": body.kind}
        days = {"since": body.since, "until": body.until, "became": body.became}
        own = {} if body.label is Label.CITY else kind | (days if body.label is Label.AGENCY else {})
        id = self.named(body.label, body.name, *_spellings(body.written, body.name), **own)
        above = id
        if body.parent and body.label is Label.AGENCY and body.parent != body.name:
            above = self.named(Label.AGENCY, body.parent)
            self.lasting(EdgeType.PART_OF, id, above, passage)
        if body.city and allows(body.label, EdgeType.PART_OF, Label.CITY):
            self.lasting(EdgeType.PART_OF, above, self.named(Label.CITY, body.city), passage)
        return id

    def group(self, platform: str, name: str, passage: str, written: str = "") -> str:
        """Say that a platform has this group. Out: the group's id."""
        id = f"group:{platform}/{name}"
        self.node(Label.GROUP, id, _spellings(written, name), name=name, platform=platform)
        if platform:
            self.lasting(EdgeType.PART_OF, id, self.named(Label.PLATFORM, platform), passage)
        return id

    def lasting(self, kind: EdgeType, source: str, target: str, passage: str) -> None:
        """Say an edge that holds between names, not at a sitting; it keeps its first passage as the witness."""
        if (kind.value, source, target, "") not in self.links:
            self.edge(kind, source, target, [passage])

    def graph(self) -> Graph:
        """All of it as a value."""
        for id, spellings in self.aliases.items():
            self.properties[id]["aliases"] = tuple(sorted(spellings - {self.properties[id].get("name"), ""}))
        for id, days in self.days.items():
            if days:
                self.properties[id] |= {"first_seen": min(days), "last_seen": max(days)}
        nodes = [Node(id, label, self.properties[id]) for id, label in self.labels.items()]
        return Graph.of(nodes, [link.edge() for link in self.links.values()])


def document_id(source: Source) -> str:
    """Id of a document's node."""
    return f"document:{source.sha256}"


def _spellings(written: str, name: str) -> tuple[str, ...]:
    return (written,) if written and written != name else ()


def _joined(name: str, held: Value | None, value: Value) -> Value:
    """One value of two: the stronger role, the earlier report, both decisions, else the one known first."""
    if held is None or held == value:
        return value
    if name == "role":
        return min(str(held), str(value), key=_STRENGTH.__getitem__)
    if name == "reported":
        return min(str(held), str(value))
    if name == "decision":
        return held if str(value) in str(held).split("\n") else f"{held}\n{value}"
    return held
