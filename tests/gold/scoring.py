"""A set of annotated documents → how well their graphs agree with the annotations.

Always true: the numbers are those of ``queries.evaluation``, summed over the documents of the set; two gold cases of
one name on two platforms are two cases that no spelling can tell apart, so they are no fault of identity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any

from queries.evaluation import Evaluation, Score, evaluate
from queries.evaluation.alignment import Alignment, Extracted, spellings
from queries.evaluation.score import PARTS
from tests.gold.corpus import Annotated, annotated, graph_of

SUCCESSION = ("RENAMED_TO", "MERGES_INTO")
"""The steps that must never be invented."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One document: its text and gold as scored, its graph, and how they agree."""

    name: str
    text: str
    gold: dict[str, Any]
    graph: dict[str, Any]
    result: Evaluation
    faults: tuple[str, ...] = ()
    """Gold cases split over several nodes, nodes that swallow several gold cases."""

    @property
    def invented(self) -> list[str]:
        """False RENAMED_TO and MERGES_INTO, each with the document's name."""
        wrong = [s for kind in SUCCESSION if kind in self.result.types for s in self.result.types[kind].wrong]
        return [f"{self.name}: {' '.join(statement)}" for statement in wrong]


@dataclass(slots=True)
class Total:
    """Sums over some documents."""

    types: dict[str, Score] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, result: Evaluation) -> None:
        """Count one document in."""
        for kind, row in result.types.items():
            old = self.types.get(kind, Score(0, 0, 0))
            new = row.score
            self.types[kind] = Score(old.gold + new.gold, old.found + new.found, old.right + new.right)
        pairs = {"header": result.header, "evidence": result.evidence}
        for name, row_of in pairs.items():
            self.counts.update({f"{name}.right": row_of["right"], f"{name}.of": row_of["of"]})
        self.counts.update({f"actions.{name}": count for name, count in result.action_items.items()})
        self.counts.update({"cases.matched": result.cases["matched"], "cases.gold": result.cases["gold"]})

    def part(self, name: str) -> Score:
        """The score of events, lineage, actors or plan."""
        rows = [self.types[kind] for kind in PARTS[name] if kind in self.types]
        return Score(sum(r.gold for r in rows), sum(r.found for r in rows), sum(r.right for r in rows))

    def share(self, name: str) -> float:
        """Right ones of all header fields, or of all right edges those whose passage covers the gold quote."""
        return self.counts[f"{name}.right"] / self.counts[f"{name}.of"] if self.counts[f"{name}.of"] else 1.0

    def table(self) -> str:
        """Every part and edge type with precision, recall and F1; header, evidence, cases and action items below."""
        lines = [f"{'':28}{'P':>6}{'R':>6}{'F1':>6}{'right':>7}{'found':>7}{'gold':>6}"]
        for part, kinds in PARTS.items():
            if self.part(part).gold or self.part(part).found:
                lines.append(_row(part, self.part(part)))
                lines += [_row(f"  {kind}", self.types[kind]) for kind in kinds if kind in self.types]
        return "\n".join([*lines, *(f"{name:28}{self.counts[a]} of {self.counts[b]}" for name, a, b in _SHARES)])


_SHARES = (
    ("header fields", "header.right", "header.of"),
    ("right edges with evidence", "evidence.right", "evidence.of"),
    ("cases", "cases.matched", "cases.gold"),
    ("action items", "actions.found", "actions.gold"),
    ("  all assignees right", "actions.assignees", "actions.found"),
    ("  due day right", "actions.due.right", "actions.due.gold"),
)


def _row(name: str, score: Score) -> str:
    rates = f"{score.precision:6.2f}{score.recall:6.2f}{score.f1:6.2f}"
    return f"{name:28}{rates}{score.right:7}{score.found:7}{score.gold:6}"


def scored(
    one: Annotated, text: Callable[[str], str] = str, gold: Callable[[dict[str, Any]], dict[str, Any]] = dict
) -> Scored:
    """One document compared with its annotation. In: ``text`` and ``gold`` may vary both alike. Out: the comparison."""
    written, wanted = text(one.text), gold(one.gold)
    graph = graph_of(written, one.text_path.name)
    return Scored(one.name, written, wanted, graph, evaluate(wanted, graph), tuple(_faults(wanted, graph)))


@cache
def scored_set(name: str) -> tuple[Scored, ...]:
    """Every annotated document of a set as it stands."""
    return tuple(scored(one) for one in annotated(name))


def total(documents: Iterable[Scored]) -> Total:
    """The sums over some documents."""
    sums = Total()
    for document in documents:
        sums.add(document.result)
    return sums


def _faults(gold: dict[str, Any], graph: dict[str, Any]) -> list[str]:
    sides = Alignment(gold, Extracted.of(graph))
    cases = {case["id"]: case for case in gold["cases"]}
    twins = {pair for a, b in combinations(cases, 2) if _twins(cases[a], cases[b]) for pair in ((a, b), (b, a))}
    faults = []
    for id, nodes in sides.nodes_of.items():
        allowed = 1 + sum(pair[0] == id for pair in twins)
        if len(nodes) > allowed:
            faults.append(f"split: {cases[id]['name']} → {', '.join(sorted(nodes))}")
    for node, ids in sides.gold_of.items():
        if any(pair not in twins for pair in combinations(sorted(ids), 2)):
            faults.append(f"swallowed: {node} ← {', '.join(sorted(cases[id]['name'] for id in ids))}")
    return faults


def _twins(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two gold cases share a spelling on two platforms."""
    shared = spellings([one["name"], *one.get("aliases", [])]) & spellings([other["name"], *other.get("aliases", [])])
    return bool(shared) and one.get("platform") != other.get("platform")
