"""Precision, recall and F1 by edge type; evidence, header fields, identity and action items beside them.

Always true: an edge that gold calls optional is neither rewarded nor punished, and DISCUSSED_AT is not scored because
it follows from the other events.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.vocabulary import EdgeType, Label
from queries.evaluation.alignment import Alignment, Extracted, Record
from queries.spelling import key

E = EdgeType
PARTS: dict[str, tuple[EdgeType, ...]] = {
    "events": (E.PROPOSED_AT, E.ESTABLISHED_AT, E.CONTINUED_AT, E.DELISTING_RECOMMENDED_AT, E.DELISTED_AT,
               E.ROUTINISED_AT, E.DEFERRED_AT, E.EXPANDED_AT, E.REJECTED_AT, E.WITHDRAWN_AT, E.REOPENED_AT),
    "lineage": (E.RENAMED_TO, E.MERGES_INTO, E.SPLITS_INTO, E.REFERRED_TO),
    "actors": (E.PROPOSES, E.INVOLVED_IN, E.CONCERNS),
    "plan": (E.ORGANISES, E.BASED_ON, E.INVOLVES),
}  # fmt: skip
HEADER = ("date", "start", "end", "level", "group", "platform", "ordinal", "recorder", "online", "host_city")

Statement = tuple[str, str, str]
"""Edge type, source and target in the terms of the alignment."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were wanted, how many were found, how many of those are right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 when nothing was found and nothing wanted."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_dict(self) -> dict[str, Any]:
        """The numbers, rounded to a thousandth."""
        rates = {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}
        return rates | {"gold": self.gold, "found": self.found, "right": self.right}


@dataclass(frozen=True, slots=True)
class TypeScore:
    """One edge type: its score and the statements that were missed or are wrong."""

    score: Score
    missed: tuple[Statement, ...]
    wrong: tuple[Statement, ...]

    def as_dict(self) -> dict[str, Any]:
        """Score and statements in one object."""
        return self.score.as_dict() | {"missed": [*map(list, self.missed)], "wrong": [*map(list, self.wrong)]}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything one comparison says; ``as_dict`` has the shape that ``yange evaluate --json`` prints."""

    document: str
    types: dict[str, TypeScore]
    evidence: Counter[str]
    meetings: dict[str, int]
    header: dict[str, Any]
    cases: dict[str, Any]
    action_items: dict[str, int]

    def part(self, name: str | None = None) -> Score:
        """The score of events, lineage, actors or plan; of everything without a name."""
        chosen = PARTS[name] if name else tuple(t for part in PARTS.values() for t in part)
        rows = [self.types[kind].score for kind in chosen if kind in self.types]
        return Score(sum(r.gold for r in rows), sum(r.found for r in rows), sum(r.right for r in rows))

    def as_dict(self) -> dict[str, Any]:
        """The whole evaluation as one JSON object."""
        parts = {name: self.part(name) for name in PARTS}
        return {
            "document": self.document,
            "overall": self.part().as_dict(),
            **{name: score.as_dict() for name, score in parts.items() if score.gold or score.found},
            "types": {kind: row.as_dict() for kind, row in self.types.items()},
            "evidence": {"right": self.evidence["right"], "of": self.evidence["of"]},
            "meetings": self.meetings,
            "header": self.header,
            "cases": self.cases,
            "action_items": self.action_items,
        }


def evaluate(gold: Record, graph: Record) -> Evaluation:
    """Compare an exported graph (ontology section 8) with a gold annotation of the same document."""
    extracted = Extracted.of(graph)
    sides = Alignment(gold, extracted)
    loose = {sides.body(p["name"]) for p in gold.get("programs", ()) if p.get("optional")}
    required, optional, quotes = _wanted(gold["edges"], sides, loose)
    found, passages = _found(extracted, sides, loose)
    right = required & found
    evidence = Counter(of=len(right), right=sum(_covers(passages[s], quotes[s]) for s in right))
    real = [meeting for meeting in gold["meetings"] if not meeting.get("stub")]
    seen = set(sides.meetings.values())
    return Evaluation(
        document=gold["document"],
        types=_by_type(required, found, optional),
        evidence=evidence,
        meetings={"gold": len(real), "found": sum(meeting["id"] in seen for meeting in real)},
        header=_header(real, sides),
        cases=_identity(gold["cases"], sides),
        action_items=dict(_action_items(gold.get("action_items", ()), sides)),
    )


def _scored() -> set[str]:
    return {str(kind) for part in PARTS.values() for kind in part}


def _wanted(
    edges: Iterable[Record], sides: Alignment, loose: set[str]
) -> tuple[set[Statement], set[Statement], dict[Statement, list[str]]]:
    """Required statements, optional statements, and the gold quotes of each."""
    required: set[Statement] = set()
    optional: set[Statement] = set()
    quotes: dict[Statement, list[str]] = defaultdict(list)
    for edge in edges:
        statement = (edge["type"], sides.gold_end(edge["from"]), sides.gold_end(edge["to"]))
        if edge["type"] not in _scored() or (edge["type"] == E.CONCERNS and statement[2] in loose):
            continue
        (optional if edge.get("optional") else required).add(statement)
        quotes[statement].append(edge.get("quote") or "")
    return required, optional - required, quotes


def _found(graph: Extracted, sides: Alignment, loose: set[str]) -> tuple[set[Statement], dict[Statement, list[str]]]:
    """The graph's statements, and the texts of the passages under each."""
    found: set[Statement] = set()
    passages: dict[Statement, list[str]] = defaultdict(list)
    for edge in graph.edges:
        source, target = sides.found_end(edge["source"]), sides.found_end(edge["target"])
        if edge["type"] not in _scored() or source is None or target is None:
            continue
        if edge["type"] == E.CONCERNS and target in loose:
            continue
        statement = (edge["type"], source, target)
        found.add(statement)
        for passage in edge.get("passages") or ():
            node = graph.nodes.get(passage, {}) if isinstance(passage, str) else passage
            passages[statement].append(node.get("text") or "")
    return found, passages


def _by_type(required: set[Statement], found: set[Statement], optional: set[Statement]) -> dict[str, TypeScore]:
    table = {}
    for kind in (k for part in PARTS.values() for k in part):
        want = {s for s in required if s[0] == kind}
        got = {s for s in found if s[0] == kind} - optional
        if want or got:
            score = Score(len(want), len(got), len(want & got))
            table[str(kind)] = TypeScore(score, tuple(sorted(want - got)), tuple(sorted(got - want)))
    return table


def _squash(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _covers(passages: Iterable[str], quotes: Iterable[str]) -> bool:
    """Whether a passage holds a gold quote or lies inside one, blanks aside."""
    pairs = [(_squash(passage), _squash(quote)) for passage in passages for quote in quotes]
    return any((quote and quote in passage) or (passage and passage in quote) for passage, quote in pairs)


def _header(meetings: Iterable[Record], sides: Alignment) -> dict[str, Any]:
    """How many header fields that gold knows the graph has right, and which it has wrong."""
    node_of = {gold_id: node_id for node_id, gold_id in sides.meetings.items()}
    of, wrong = 0, []
    for meeting in meetings:
        node = sides.graph.nodes.get(node_of.get(meeting["id"], ""), {})
        for field in HEADER:
            wanted = meeting.get(field)
            if wanted in (None, ""):
                continue
            of += 1
            seen = _field(node, field, wanted, sides.graph)
            if not _same(field, wanted, seen):
                wrong.append([meeting["id"], field, wanted, seen])
    return {"right": of - len(wrong), "of": of, "wrong": wrong}


def _field(node: Record, field: str, wanted: Any, graph: Extracted) -> Any:
    """A header field as the graph has it; people and hosts stand at the far end of an edge."""
    kind = {"recorder": E.RECORDS, "host_city": E.HOSTS}.get(field)
    if kind is None or not node:
        return node.get({"start": "start_time", "end": "end_time"}.get(field, field))
    ends = [graph.nodes[edge["source"]].get("name") for edge in graph.edges
            if edge["type"] == kind and edge["target"] == node["id"] and edge["source"] in graph.nodes]  # fmt: skip
    return wanted if key(wanted) in {key(end or "") for end in ends} else (ends or [None])[0]


def _same(field: str, wanted: Any, seen: Any) -> bool:
    if field == "platform" and seen:
        return key(str(seen))[:3] == key(str(wanted))[:3]
    if field in ("start", "end") and seen:
        return str(seen)[:5] == str(wanted)[:5]
    length = 10 if field in ("date", "platform") else None
    return key(str(seen))[:length] == key(str(wanted))[:length]


def _identity(gold: list[Record], sides: Alignment) -> dict[str, Any]:
    """Gold cases spread over several nodes, nodes that swallow several gold cases, nodes that are no gold case."""
    nodes = sides.graph.by_label[Label.CASE]
    return {
        "gold": len(gold),
        "matched": len(set(sides.cases.values())),
        "nodes": len(nodes),
        "split": sorted(gold_id for gold_id, ids in sides.nodes_of.items() if len(ids) > 1),
        "swallowed": sorted(_name(sides.graph.nodes[i]) for i, ids in sides.gold_of.items() if len(ids) > 1),
        "extra": sorted(_name(node) for node in nodes if node["id"] not in sides.cases),
    }


def _name(node: Record) -> str:
    return str(node.get("name") or node["id"])


def _action_items(gold: Iterable[Record], sides: Alignment) -> Counter[str]:
    """Action items found by their first words; of those, the right assignees and due days."""
    graph, items = sides.graph, sides.graph.by_label[Label.ACTION_ITEM]
    targets: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        if edge["type"] == E.ASSIGNED_TO and edge["target"] in graph.nodes:
            targets[edge["source"]].add(sides.body(graph.nodes[edge["target"]].get("name")))
    counts: Counter[str] = Counter()
    for item in gold:
        counts["gold"] += 1
        quote = _squash(item["quote"])
        near = [node for node in items if _begins_alike(quote, _squash(node.get("text") or ""))]
        if not near:
            continue
        counts["found"] += 1
        wanted = {sides.body(name) for name in item.get("assignees", ())}
        counts["assignees"] += any(targets[node["id"]] == wanted for node in near)
        if item.get("due"):
            counts["due.gold"] += 1
            counts["due.right"] += any(str(node.get("due") or "")[:10] == item["due"] for node in near)
    return counts


def _begins_alike(quote: str, text: str) -> bool:
    return bool(quote) and (quote[:12] in text or text[:12] in quote)
