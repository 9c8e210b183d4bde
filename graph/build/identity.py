"""Which case is which, as told to the builder.

Always true: an Identity is a finished answer. Who gave it (spelling rules, a ledger of human decisions) is no concern
of the graph; ``Identity.by_name`` is the plainest answer there is: one case a platform and folded name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.interchange import ParsedDocument, Quote
from graph.vocabulary import EdgeType


class CaseKey(NamedTuple):
    """Where a case is spoken of: the document, the sitting's place in it, and the case's key there."""

    document: str
    sitting: int
    case: str


@dataclass(frozen=True, slots=True)
class ResolvedCase:
    """One case as the graph has it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    platform: str = ""
    former_ids: tuple[str, ...] = ()
    """Ids that its names would have alone, sorted; each leads to this case and no other."""


@dataclass(frozen=True, slots=True)
class InferredSuccession:
    """A step in a lineage that no sentence states; the quote is what shows it."""

    source: str
    target: str
    type: EdgeType
    document: str
    sitting: int
    quote: Quote
    confidence: float


@dataclass(frozen=True, slots=True)
class Identity:
    """Which case every ParsedCase is, and the successions seen between them."""

    case_ids: Mapping[CaseKey, str] = field(default_factory=dict)
    cases: Mapping[str, ResolvedCase] = field(default_factory=dict)
    inferred: tuple[InferredSuccession, ...] = ()

    @classmethod
    def by_name(cls, documents: Iterable[ParsedDocument]) -> Identity:
        """One case for each platform and name, however spaced or punctuated. In: documents. Out: their identity."""
        spellings: dict[str, set[str]] = {}
        platforms: dict[str, str] = {}
        ids: dict[CaseKey, str] = {}
        for document in documents:
            for index, sitting in enumerate(document.minutes):
                for case in sitting.cases:
                    id = f"case:{case.platform}/{_folded(case.name)}"
                    ids[CaseKey(document.source.sha256, index, case.key)] = id
                    platforms[id] = case.platform
                    spellings.setdefault(id, set()).update((case.name, *case.aliases))
        names = {id: min(seen, key=lambda name: (len(name), name)) for id, seen in spellings.items()}
        cases = {
            id: ResolvedCase(id, names[id], tuple(sorted(seen - {names[id]})), platforms[id])
            for id, seen in spellings.items()
        }
        return cls(ids, cases)


def _folded(name: str) -> str:
    """A name without what is mere spelling: width, blanks, punctuation, 臺/台."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold().replace("台", "臺"))
