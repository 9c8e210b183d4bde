"""The documents with a gold annotation, and the way from a text to its graph.

Always true: a set is a folder of texts and a folder of annotations, paired by name; ``graph_of`` goes the way of
``yange load FILE`` and ``yange export``, so what a test sees here is what a user gets.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.build import build
from graph.export import to_json
from loaders.identity import resolve
from loaders.minutes import parse
from loaders.reading import read_bytes

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests/gold"
SHARED = ROOT.parent / "shared"
SETS: dict[str, tuple[Path, Path]] = {
    "samples": (ROOT / "samples", GOLD / "samples"),
    **{folder.name: (folder, folder) for folder in sorted(GOLD.iterdir()) if any(folder.glob("*.txt"))},
    "seeds": (SHARED / "seeds", SHARED / "gold"),
}
"""Name of a set → where its texts and where its annotations are; every folder here that holds texts is a set."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and what a careful reader found in it."""

    text_path: Path
    gold_path: Path

    @property
    def name(self) -> str:
        """What the document is called in test ids and tables."""
        return self.gold_path.stem

    @property
    def text(self) -> str:
        """The document as it stands in its file."""
        return text_of(self.text_path)

    @property
    def gold(self) -> dict[str, Any]:
        """The annotation (form: README.md)."""
        loaded: dict[str, Any] = json.loads(self.gold_path.read_text("utf-8"))
        return loaded


def text_of(path: Path) -> str:
    """A file's text, its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def documents(name: str) -> list[Path]:
    """Every text of a set, annotated or not, in the order of their names; none where the folder is missing."""
    return sorted(SETS[name][0].glob("*.txt"))


def annotated(name: str) -> list[Annotated]:
    """The annotated documents of a set; a shared annotation 000.json belongs to the one text that begins 000_."""
    folder, gold = SETS[name]
    found = []
    for path in sorted(gold.glob("*.json")):
        exact = folder / f"{path.stem}.txt"
        texts = [exact] if exact.exists() else sorted(folder.glob(f"{path.stem}_*.txt"))
        found += [Annotated(text, path) for text in texts]
    return found


def graph_of(text: str, name: str) -> dict[str, Any]:
    """The exported graph of one document alone. In: its text and file name. Out: node-link JSON."""
    document = parse(read_bytes(text.encode("utf-8"), name))
    return to_json(build([document], resolve([document])))
