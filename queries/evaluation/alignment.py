"""Which node of an exported graph is which thing of a gold annotation.

Always true: a node answers for at most one gold case and one gold meeting, and a gold thing has at most one node. Names
are compared by spelling key, so a variant of writing is never a mistake.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.vocabulary import Label
from queries.spelling import key

Record = Mapping[str, Any]
"""A JSON object of the gold annotation or of the graph."""


@dataclass(slots=True)
class Extracted:
    """An exported graph (ontology section 8), indexed by id and label."""

    nodes: dict[str, Record]
    edges: list[Record]
    by_label: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, data: Record) -> Extracted:
        """The graph of a node-link JSON object."""
        graph = cls({n["id"]: n for n in data["nodes"]}, list(data.get("edges") or data.get("links") or []))
        for node in graph.nodes.values():
            graph.by_label[node.get("label", "")].append(node)
        return graph


def spellings(names: Iterable[str | None]) -> set[str]:
    """Keys of all names that are there."""
    return {key(name) for name in names if name} - {""}


def node_names(node: Record) -> list[str]:
    """Name, title and aliases of a node, those that are there, in this order."""
    return [name for name in (node.get("name"), node.get("title"), *(node.get("aliases") or ())) if name]


def gold_names(item: Record) -> list[str]:
    """Name and aliases of a gold case, agency or program."""
    return [item["name"], *item.get("aliases", ())]


def identity(item: Record) -> str:
    """The id of a gold thing, or its name where gold gives none."""
    return str(item.get("id", item["name"]))


class Alignment:
    """The two sides laid over each other; ``gold_end`` and ``found_end`` give both the same terms."""

    def __init__(self, gold: Record, graph: Extracted) -> None:
        self.graph = graph
        self.meetings = _meetings(gold["meetings"], graph.by_label[Label.MEETING])
        self.cases = _cases(gold["cases"], graph.by_label[Label.CASE])
        self.nodes_of, self.gold_of = _overlaps(gold["cases"], graph.by_label[Label.CASE])
        self._gold_ids = {item["id"] for item in (*gold["cases"], *gold["meetings"])}
        self._bodies: dict[str, str] = {}
        for item in (*gold.get("agencies", ()), *gold.get("programs", ())):
            for name in gold_names(item):
                self._bodies.setdefault(key(name), key(item["name"]))
        self._official = set(self._bodies.values())

    def body(self, name: str | None) -> str:
        """The official name's key for any spelling of a body or program that gold knows."""
        return self._bodies.get(key(name or ""), key(name or ""))

    def gold_end(self, ref: str) -> str:
        """What one end of a gold edge means."""
        return ref if ref in self._gold_ids else self.body(ref)

    def found_end(self, node_id: str) -> str | None:
        """What one end of an extracted edge means; None when the graph has no such node."""
        node = self.graph.nodes.get(node_id)
        if node is None:
            return None
        match node.get("label"):
            case Label.MEETING:
                return self.meetings.get(node_id, "?" + node_id)
            case Label.CASE:
                return self.cases.get(node_id, "?" + key(node.get("name") or ""))
        names = [self.body(name) for name in node_names(node)]
        return next((name for name in names if name in self._official), names[0] if names else "?")


def _meetings(gold: Iterable[Record], nodes: list[Record]) -> dict[str, str]:
    """Node id → gold id: by date, else by what the sitting is called, else by the little that a cut head leaves."""
    found: dict[str, str] = {}
    for item in gold:
        free = [node for node in nodes if node["id"] not in found]
        best = next(_sittings(item, free), None)
        if best is not None:
            found[best["id"]] = item["id"]
    return found


def _sittings(item: Record, free: list[Record]) -> Iterator[Record]:
    date = item.get("date")
    if date:
        yield from (node for node in free if str(node.get("date") or "")[:10] == date)
    yield from (node for node in free if _called(node) == _called(item))
    if not date:
        yield from (node for node in free if _may_be(node, item))


def _called(meeting: Record) -> tuple[object, ...]:
    return (key(meeting.get("platform") or "")[:4], meeting.get("level"), key(meeting.get("group") or ""),
            meeting.get("roc_year"), meeting.get("ordinal"))  # fmt: skip


def _may_be(node: Record, item: Record) -> bool:
    year, ordinal = item.get("roc_year"), item.get("ordinal")
    return (
        node.get("level") == item.get("level")
        and not node.get("date")
        and (not ordinal or node.get("ordinal") == ordinal)
        and (not year or not node.get("roc_year") or node.get("roc_year") == year)
    )


def _overlaps(gold: Iterable[Record], nodes: list[Record]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Gold id → node ids and node id → gold ids wherever one spelling agrees."""
    forward: dict[str, set[str]] = defaultdict(set)
    backward: dict[str, set[str]] = defaultdict(set)
    keys = {node["id"]: spellings(node_names(node)) for node in nodes}
    for item in gold:
        wanted = spellings(gold_names(item))
        for node_id, names in keys.items():
            if wanted & names:
                forward[identity(item)].add(node_id)
                backward[node_id].add(identity(item))
    return forward, backward


def _cases(gold: Iterable[Record], nodes: list[Record]) -> dict[str, str]:
    """Node id → gold id, the largest overlap of spellings first; a platform that agrees goes before all."""
    pairs: list[tuple[int, int, int, str, str]] = []
    for item in gold:
        wanted = spellings(gold_names(item))
        for node in nodes:
            both = len(wanted & spellings(node_names(node)))
            if both:
                same_name = key(item["name"]) == key(node.get("name") or "")
                same_platform = _platform(item) == _platform(node)
                pairs.append((-both * same_platform, -same_name, -both, identity(item), node["id"]))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for *_, gold_id, node_id in sorted(pairs):
        if gold_id not in taken and node_id not in found:
            taken.add(gold_id)
            found[node_id] = gold_id
    return found


def _platform(item: Record) -> str:
    return key(item.get("platform") or "")[:4]
