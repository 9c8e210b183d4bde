"""A text as it is read beside what was taken from it: lines, cut where passages begin and end.

Always true: the segments together are the text, character for character; every passage begins with a segment of its
own, so that a link can lead there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from graph.schema import EVENTS, LINEAGE
from graph.vocabulary import EdgeType
from queries.documents import Span


class Hue(StrEnum):
    """What kind of thing a passage states, the weightiest first."""

    LINEAGE = "lineage"
    EVENT = "event"
    TASK = "task"
    BODY = "body"
    OTHER = "other"


_HUES: dict[EdgeType, Hue] = {
    **dict.fromkeys(LINEAGE, Hue.LINEAGE),
    **dict.fromkeys((*EVENTS, EdgeType.REFERRED_TO), Hue.EVENT),
    **dict.fromkeys((EdgeType.DECIDED_AT, EdgeType.ABOUT, EdgeType.ASSIGNED_TO), Hue.TASK),
    **dict.fromkeys((EdgeType.INVOLVED_IN, EdgeType.PROPOSES, EdgeType.CONCERNS), Hue.BODY),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """Some words, and the passages that they belong to, the shortest first."""

    text: str
    start: int
    passages: tuple[str, ...]
    hue: Hue | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text."""

    number: int
    segments: tuple[Segment, ...]


def hue(span: Span) -> Hue:
    """The weightiest kind of statement that rests on a passage."""
    order = list(Hue)
    return min((_HUES.get(one.type, Hue.OTHER) for one in span.statements), key=order.index)


def lines(text: str, spans: Iterable[Span], start: int, end: int) -> tuple[Line, ...]:
    """The lines of a part of a text, cut at the edges of its passages."""
    held = list(spans)
    edges = sorted({edge for span in held for edge in (span.start, span.end)})
    first = text.count("\n", 0, start) + 1
    found = []
    at = start
    for number, line in enumerate(text[start:end].split("\n"), first):
        found.append(Line(number, tuple(_segments(line, at, edges, held))))
        at += len(line) + 1
    return tuple(found)


def _segments(line: str, at: int, edges: list[int], spans: list[Span]) -> Iterator[Segment]:
    cuts = [at, *(edge for edge in edges if at < edge < at + len(line)), at + len(line)]
    near = [span for span in spans if span.start < at + len(line) and span.end > at]
    for begin, stop in pairwise(cuts):
        own = sorted(
            (s for s in near if s.start <= begin and stop <= s.end), key=lambda s: (s.end - s.start, s.passage)
        )
        if begin < stop:
            told = hue(own[0]) if own else None
            yield Segment(line[begin - at : stop - at], begin, tuple(span.passage for span in own), told)
