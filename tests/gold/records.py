"""Small minutes kept many to a file, each with its gold in a few lines → annotations of the ordinary form.

Always true: a record is its text up to ``--- gold`` and one statement a line behind it (README.md has the forms); what
it does not speak of is not scored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.vocabulary import EdgeType
from queries.evaluation import Evaluation, evaluate
from queries.evaluation.score import PARTS
from tests.gold.corpus import GOLD, graph_of

FOLDER = GOLD / "records"
PROPOSED = EdgeType.PROPOSED_AT


@dataclass(frozen=True, slots=True)
class Record:
    """One small text: its number in the file, what it tries, and its gold lines, split at the bars."""

    number: str
    about: str
    text: str
    lines: tuple[tuple[str, ...], ...]

    @property
    def names_actors(self) -> bool:
        """Whether the gold says who proposes and takes part; if it does, it says all of it."""
        return any(line[0].lstrip("? ") in PARTS["actors"] for line in self.lines)

    def evaluate(self) -> Evaluation:
        """How the graph of the text agrees with the gold."""
        return evaluate(self.gold, graph_of(self.text, f"{self.number}.txt"))

    @property
    def no_cases(self) -> set[str]:
        """Phrases that must not become a case."""
        return {line[1] for line in self.lines if line[0] == "NOCASE"}

    @property
    def silent(self) -> bool:
        """Whether the text is no minutes at all."""
        return self.lines == (("NOTHING",),)

    @property
    def gold(self) -> dict[str, Any]:
        """The annotation in the form of the other sets; without quotes and DISCUSSED_AT."""
        gold = _Gold(next((line[2] for line in self.lines if line[:2] == ("HEADER", "date") and len(line) == 3), ""))
        for mark, *rest in self.lines:
            gold.add(mark.lstrip("? "), rest, optional=mark.startswith("?"))
        return {
            "document": f"{self.number}.txt",
            "meetings": [*gold.sittings.values()],
            "cases": [*gold.cases.values()],
            "agencies": gold.agencies,
            "edges": gold.edges,
        }


@dataclass(slots=True)
class _Gold:
    """An annotation while the lines are read."""

    main: str
    """The day of the text's sitting, or of its last one."""
    sittings: dict[str, dict[str, Any]] = field(default_factory=dict)
    cases: dict[str, dict[str, Any]] = field(default_factory=dict)
    agencies: list[dict[str, Any]] = field(default_factory=list)
    edges: list[dict[str, Any]] = field(default_factory=list)

    def add(self, kind: str, ends: list[str], optional: bool) -> None:
        match kind:
            case "HEADER" if not optional:
                name, value, day = (*ends, self.main)[:3]
                self._sitting(day).update({name: _value(name, value), "stub": False})
            case "ALIAS":
                self._case(ends[0])["aliases"] += ends[1:]
            case "AGENCY":
                self.agencies.append({"name": ends[0], "aliases": ends[1:]})
            case "CASE":
                self._case(ends[0])
            case "PROPOSES" | "INVOLVED_IN":
                self.agencies.append({"name": ends[0], "aliases": []})
                self._edge(kind, ends[0], self._case(ends[1])["id"], optional)
            case "CONCERNS" | "REFERRED_TO":
                self._edge(kind, self._case(ends[0])["id"], ends[1], optional)
            case "RENAMED_TO" | "MERGES_INTO" | "SPLITS_INTO":
                self._edge(kind, self._case(ends[0])["id"], self._case(ends[1])["id"], optional)
            case _ if kind in PARTS["events"]:
                self._event(kind, self._case(ends[0])["id"], self._sitting((*ends, self.main)[1])["id"], optional)

    def _event(self, kind: str, case: str, sitting: str, optional: bool) -> None:
        """A case that a sitting accepts may have been proposed there or before."""
        self._edge(kind, case, sitting, optional)
        if kind == EdgeType.ESTABLISHED_AT:
            self.edges = [e for e in self.edges if (e["type"], e["from"], e["to"]) != (PROPOSED, case, sitting)]
            self._edge(PROPOSED, case, sitting, optional=True)

    def _edge(self, kind: str, source: str, target: str, optional: bool) -> None:
        self.edges.append({"type": kind, "from": source, "to": target, "optional": optional})

    def _case(self, name: str) -> dict[str, Any]:
        return self.cases.setdefault(name, {"id": f"case {name}", "name": name, "aliases": []})

    def _sitting(self, key: str) -> dict[str, Any]:
        """A sitting that no HEADER line describes is one that is only spoken of."""
        level, slash, ordinal = key.partition("/")
        said = {"level": level, "ordinal": int(ordinal)} if slash else {"date": key or None}
        return self.sittings.setdefault(key, {"id": f"sitting {key}", "stub": True, **said})


def _value(name: str, written: str) -> object:
    """A header field as annotations hold it: ordinals are numbers, online is true or false."""
    if name == "online":
        return written.lower() == "true"
    return int(written) if name == "ordinal" and written.isdecimal() else written


def records(path: Path) -> Iterator[Record]:
    """The records of a file, in its order."""
    for part in re.split(r"(?m)^=== (?=\d{3}\b)", path.read_text("utf-8"))[1:]:
        head, rest = part.split("\n", 1)
        text, gold = re.split(r"(?m)^--- gold *$", rest, maxsplit=1)
        lines = tuple(tuple(re.split(r"\s*\|\s*", line.strip())) for line in gold.splitlines() if line.strip())
        yield Record(head[:3], head[4:], text, lines)
