"""The words behind an answer, and where a reader finds them.

Always true: a Quote's text is what the store holds, character for character; line and page are counted in the
document's own text, once for as long as the store holds the same, and never kept beside it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from queries.catalogue import Row, ask
from queries.memory import remembered


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as a reader meets it."""

    passage: str
    text: str
    document: str
    path: str
    line: int
    """1-based line of the document's text."""
    page: int | None
    """Page of the source, where it has pages."""
    start: int
    end: int
    section: str | None

    @property
    def file(self) -> str:
        """The file's name, without where it lay."""
        return file_name(self.path)


def file_name(path: str) -> str:
    """The name at the end of a path, whichever way it is written.

    >>> file_name("minutes/112-1.txt"), file_name("minutes\\\\112-1.txt")
    ('112-1.txt', '112-1.txt')
    """
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def one_line(text: str) -> str:
    """The text with its line breaks closed, as Chinese is read.

    >>> one_line("同意解除\\n列管")
    '同意解除列管'
    """
    return re.sub(r"\s*\n\s*", "", text).strip()


class Quotes:
    """All quotes that one answer needs, read from the store in two questions."""

    def __init__(self, store: GraphStore, ids: Iterable[str]) -> None:
        rows = ask(store, "passages", ids=sorted(set(ids)))
        places = _places(store, {row["document"] for row in rows})
        self._quotes = {row["id"]: _quote(row, places[row["document"]]) for row in rows}

    def of(self, ids: Iterable[str] | None) -> tuple[Quote, ...]:
        """The quotes of these passages, in the order of their documents."""
        found = [self._quotes[i] for i in ids or () if i in self._quotes]
        return tuple(sorted(found, key=lambda quote: (quote.path, quote.start, quote.end)))


def quote_at(store: GraphStore, document: str, start: int, end: int) -> Quote:
    """The words of a document between two offsets, where no passage holds them; its ``passage`` is empty."""
    places = _places(store, {document})[document]
    (row,) = ask(store, "documents", ids=[document])
    line, page = places.line(start), places.page(start)
    return Quote("", row["text"][start:end], document, places.path, line, page, start, end, None)


class _Places:
    """Lines and pages of one document."""

    def __init__(self, document: Row) -> None:
        self.path: str = document["path"] or document["name"] or document["id"]
        self._ends = array("Q", (end.start() for end in re.finditer("\n", document["text"])))
        self._offsets: list[int] = list(document["page_offsets"] or ())
        self._numbers: list[int] = list(document["page_numbers"] or ())

    def line(self, offset: int) -> int:
        return bisect_left(self._ends, offset) + 1

    def page(self, offset: int) -> int | None:
        at = bisect_right(self._offsets, offset) - 1
        return self._numbers[at] if at >= 0 else None


def _known(store: GraphStore) -> dict[str, _Places]:
    """What is remembered of documents, each added when it is first quoted."""
    return {}


def _places(store: GraphStore, documents: set[str]) -> dict[str, _Places]:
    """The places of these documents; the text of one is read when it is first quoted."""
    known = remembered(store, _known)
    if new := sorted(documents - known.keys()):
        known |= {row["id"]: _Places(row) for row in ask(store, "documents", ids=new)}
    return known


def _quote(row: Row, places: _Places) -> Quote:
    start = row["start"]
    return Quote(
        passage=row["id"],
        text=row["text"],
        document=row["document"],
        path=places.path,
        line=places.line(start),
        page=places.page(start),
        start=start,
        end=row["stop"],
        section=row["section"] or None,
    )
