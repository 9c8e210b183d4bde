"""As what a body is named with a case: seven of ten roles are those that careful readers gave, over every set."""

from __future__ import annotations

from collections import defaultdict

from queries.evaluation.alignment import Alignment, Extracted
from tests.gold.corpus import SETS
from tests.gold.scoring import Scored, scored_set


def roles(document: Scored) -> list[tuple[str, set[str]]]:
    """The role of every INVOLVED_IN edge of the annotation, with those of the graph's edges between the same two."""
    sides = Alignment(document.gold, Extracted.of(document.graph))
    found: defaultdict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for edge in document.graph["edges"]:
        if edge["type"] == "INVOLVED_IN":
            found[sides.found_end(edge["source"]), sides.found_end(edge["target"])].add(edge["role"])
    wanted = (edge for edge in document.gold["edges"] if edge["type"] == "INVOLVED_IN" and edge.get("role"))
    pairs = ((edge["role"], found[sides.gold_end(edge["from"]), sides.gold_end(edge["to"])]) for edge in wanted)
    return [(role, given) for role, given in pairs if given]


def test_the_roles_of_all_annotated_minutes() -> None:
    pairs = [pair for name in SETS for document in scored_set(name) for pair in roles(document)]
    right = sum(role in given for role, given in pairs)
    assert len(pairs) > 5000
    assert right >= 0.7 * len(pairs), f"{right} of {len(pairs)}"
