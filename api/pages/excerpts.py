"""Quotes as they stand in their minutes: with the lines around them, the quoted words marked.

Always true: the pieces of an excerpt together are the document's text, character for character; quotes that stand near
each other share an excerpt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from api.pages.places import Held, Places
from graph.store import GraphStore
from queries.catalogue import ask
from queries.evidence import Quote

_AROUND = 90
"""How many characters before and after a quote are shown of a long line."""
_BETWEEN = 60
"""How far apart excerpts are at least; nearer ones are one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of an excerpt; ``passage`` is the id of what is quoted with them, if anything."""

    text: str
    start: int
    passage: str | None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a document."""

    document: str
    file: str
    line: int
    page: int | None
    section: str | None
    sitting: Held | None
    passage: str
    """Id of the first passage quoted in it."""
    start: int
    pieces: tuple[Piece, ...]


def excerpts(store: GraphStore, quotes: Iterable[Quote]) -> tuple[Excerpt, ...]:
    """The quotes in their surroundings, in the order of their documents."""
    ordered = sorted(set(quotes), key=lambda q: (q.path, q.document, q.start, -q.end))
    documents = {quote.document for quote in ordered}
    texts = {row["id"]: row["text"] for row in ask(store, "documents", ids=sorted(documents))}
    places = Places(store, documents)
    found: list[Excerpt] = []
    for document, same in groupby(ordered, key=lambda q: q.document):
        for near in _near(list(same), texts[document]):
            found.append(_excerpt(near, texts[document], places))
    return tuple(found)


def _near(quotes: list[Quote], text: str) -> list[list[Quote]]:
    """Quotes whose surroundings meet, together."""
    found: list[list[Quote]] = []
    reach = -1
    for quote in quotes:
        if found and _before(text, quote.start) <= reach + _BETWEEN:
            found[-1].append(quote)
        else:
            found.append([quote])
        reach = max(reach, _after(text, quote.end))
    return found


def _excerpt(quotes: list[Quote], text: str, places: Places) -> Excerpt:
    first = quotes[0]
    start = min(_before(text, quote.start) for quote in quotes)
    end = max(_after(text, quote.end) for quote in quotes)
    return Excerpt(
        document=first.document,
        file=first.file,
        line=first.line,
        page=first.page,
        section=first.section,
        sitting=places.of(first),
        passage=first.passage,
        start=first.start,
        pieces=tuple(_pieces(quotes, text, start, end)),
    )


def _pieces(quotes: list[Quote], text: str, start: int, end: int) -> list[Piece]:
    """The text between two offsets, cut where quotes begin and end; what several quote belongs to the first one."""
    pieces: list[Piece] = []
    at = start
    for quote in quotes:
        if quote.end <= at:
            continue
        begin = max(at, quote.start)
        if begin > at:
            pieces.append(Piece(text[at:begin], at, None))
        pieces.append(Piece(text[begin : quote.end], begin, quote.passage))
        at = quote.end
    return [*pieces, Piece(text[at:end], at, None)] if at < end else pieces


def _before(text: str, start: int) -> int:
    """Where to begin: at the head of the line, unless that is far."""
    head = text.rfind("\n", 0, start) + 1
    return head if start - head <= 2 * _AROUND else start - _AROUND


def _after(text: str, end: int) -> int:
    """Where to end: at the foot of the line, unless that is far; of a line that ends with a colon, of the next one."""
    foot = _foot(text, end)
    if text[:foot].rstrip().endswith(("：", ":")):
        foot = _foot(text, foot + len(text[foot:]) - len(text[foot:].lstrip()))
    return foot if foot - end <= 2 * _AROUND else end + _AROUND


def _foot(text: str, at: int) -> int:
    """Where the line ends that holds this offset."""
    foot = text.find("\n", at)
    return len(text) if foot < 0 else foot
