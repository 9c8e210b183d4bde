"""Where a passage is read: the page of its sitting, else that of its document.

Always true: a passage belongs to the sitting whose minutes hold its first character; the text before the first title of
a document belongs to its first sitting.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from queries.catalogue import ask
from queries.evidence import Quote


@dataclass(frozen=True, slots=True)
class Held:
    """A sitting's minutes within a document: from its title up to the next one."""

    id: str
    name: str
    date: str | None
    start: int
    end: int | None
    """None: up to the end of the document."""


class Places:
    """The sittings that some documents tell of."""

    def __init__(self, store: GraphStore, documents: Iterable[str]) -> None:
        rows = ask(store, "document_sittings", documents=sorted(set(documents)))
        begins = {r["id"]: r["start"] for r in ask(store, "passages", ids=[i for row in rows for i in row["passages"]])}
        found: defaultdict[str, list[Held]] = defaultdict(list)
        for row in rows:
            start = min((begins[i] for i in row["passages"] if i in begins), default=0)
            found[row["document"]].append(Held(row["id"], row["name"], row["date"], start, None))
        self._held = {document: _one_after_another(held) for document, held in found.items()}

    def sittings(self, document: str) -> tuple[Held, ...]:
        """The sittings of a document, as they stand in it."""
        return self._held.get(document, ())

    def of(self, quote: Quote) -> Held | None:
        """The sitting whose minutes a quote stands in."""
        held = self.sittings(quote.document)
        at = bisect_right([one.start for one in held], quote.start) - 1
        return held[max(at, 0)] if held else None


def _one_after_another(held: list[Held]) -> tuple[Held, ...]:
    """Each up to the beginning of the next, the first from the beginning of the document."""
    ordered = sorted(held, key=lambda one: (one.start, one.id))
    ends = [one.start for one in ordered[1:]] + [None]
    starts = [0, *(one.start for one in ordered[1:])]
    return tuple(
        Held(one.id, one.name, one.date, start, end) for one, start, end in zip(ordered, starts, ends, strict=True)
    )
