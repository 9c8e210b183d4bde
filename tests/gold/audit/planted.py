"""The clean corpus of the audit, the faults and decoys planted in it, and the way from texts to findings.

Always true: a change names words that stand exactly once in their file; a finding answers a fault when it is of its
kind, in its document, and its quote and the fault's words share their place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from graph.interchange import ParsedDocument
from graph.store import open_store
from loaders.minutes import parse
from loaders.reading import read_bytes
from queries.audit import Finding, Kind, audit
from yange.loading import graph_of

HERE = Path(__file__).resolve().parent
CLEAN = {path.name: path.read_text("utf-8") for path in sorted((HERE / "clean").glob("*.txt"))}


@dataclass(frozen=True)
class Planted:
    """One change of the clean corpus, and the finding that it deserves, if any."""

    name: str
    edits: list[list[str]] = field(default_factory=list)
    drop: list[str] = field(default_factory=list)
    add: list[list[str]] = field(default_factory=list)
    swap: list[list[str]] = field(default_factory=list)
    as_of: str | None = None
    kind: str = ""
    where: str = ""
    quote: str = ""
    also: list[str] = field(default_factory=list)
    """Kinds that follow from the change, and are neither asked for nor punished."""

    def texts(self) -> dict[str, str]:
        """The corpus as changed."""
        texts = {name: text for name, text in CLEAN.items() if name not in self.drop}
        for name, old, new in (*self.edits, *self.swap):
            assert texts[name].count(old) == 1, f"{self.name}: {name} holds {old!r} {texts[name].count(old)} times"
            texts[name] = texts[name].replace(old, new)
        return texts | dict(self.add)

    def answered_by(self, found: Finding, text: str) -> bool:
        """Whether a finding is the one that was planted."""
        if found.kind != self.kind or Path(found.path).name != self.where:
            return False
        places = [at for at in range(len(text)) if text.startswith(self.quote, at)]
        spans = [(found.start, found.end), *((one.start, one.end) for one in found.evidence if one.path == found.path)]
        return any(start < at + len(self.quote) and at < end for at in places for start, end in spans)


def faults() -> list[Planted]:
    """Every planted fault."""
    return [Planted(**entry) for entry in tomllib.loads((HERE / "faults.toml").read_text("utf-8"))["fault"]]


def decoys() -> list[Planted]:
    """Every decoy."""
    return [Planted(**entry) for entry in tomllib.loads((HERE / "decoys.toml").read_text("utf-8"))["decoy"]]


def findings(texts: dict[str, str], folder: Path, as_of: str | None = None) -> tuple[Finding, ...]:
    """What the audit says of some texts. In: texts by file name; an empty folder for the store; the day."""
    with open_store(folder / "audit.kgl", write=True) as store:
        store.replace(graph_of([parsed(name, text) for name, text in sorted(texts.items())]))
        return audit(store, as_of)


@lru_cache(maxsize=4096)
def parsed(name: str, text: str) -> ParsedDocument:
    """What a text says, read once."""
    return parse(read_bytes(text.encode("utf-8"), name))


@dataclass
class Score:
    """Faults of one kind, and how they fared."""

    planted: int = 0
    found: int = 0
    false: int = 0


def score(outcomes: Iterable[tuple[Planted, tuple[Finding, ...]]]) -> dict[str, Score]:
    """How every kind fared. In: each change with what was found."""
    table = {kind.value: Score() for kind in Kind}
    for planted, found in outcomes:
        texts = planted.texts()
        right = [f for f in found if planted.kind and planted.answered_by(f, texts[planted.where])]
        if planted.kind:
            table[planted.kind].planted += 1
            table[planted.kind].found += bool(right)
        for one in found:
            if one not in right and one.kind not in planted.also:
                table[one.kind].false += 1
    return table
