"""The minutes sentence by sentence, each with the cases under whose item it stands: what no passage holds.

Always true: sentences stand in the order of their document and cover none of it twice; their words are the document's,
character for character; a sentence that stands under no case's item has no case, one of a list has all that share it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.store import GraphStore
from queries.catalogue import Row, ask
from queries.events import Sitting, sittings
from queries.evidence import Quote, quote_at
from queries.memory import remembered

_CHAPTER = r"[壹貳參肆伍陸柒捌玖拾]+\s*[、.]"
_HEADING = re.compile(rf"^[ \t　]*(?:{_CHAPTER}|散會|案\s*由|主席|臨時動議)", re.MULTILINE)
_NUMBER = r"[一二三四五六七八九十\d]{1,3}"
_MARK = rf"[ \t　]*(?:[-*•][ \t]*)?(?:[（(]{_NUMBER}[)）]|{_NUMBER}[、.．]|{_CHAPTER})"
_LABEL = r"[ \t　]*(?:案\s*由|說\s*明|決\s*議|裁\s*示|主席|提案單位)"
_END = re.compile(rf"[。；]+|\n(?=\s*\n|{_MARK}|{_LABEL})|\t")
_LEAD = re.compile(rf"\s*(?:{_MARK})*\s*")
_LONGEST_ITEM = 2000
"""How far behind its last passage the item of a case may go on."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Some words of the minutes of a sitting."""

    sitting: Sitting
    document: str
    start: int
    end: int
    text: str
    cases: frozenset[str]
    """Ids of the cases under whose item it stands."""

    def quote(self, store: GraphStore) -> Quote:
        """Its words, and where a reader finds them."""
        return quote_at(store, self.document, self.start, self.end)


def sentences(store: GraphStore) -> dict[str, tuple[Sentence, ...]]:
    """All sentences of all sittings whose minutes are here, by the id of the sitting."""
    return remembered(store, _sentences)


def _sentences(store: GraphStore) -> dict[str, tuple[Sentence, ...]]:
    begins: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in ask(store, "recorded"):
        begins[row["document"]].append((row["start"], row["meeting"]))
    items: dict[str, list[Row]] = defaultdict(list)
    for row in ask(store, "item_passages"):
        items[row["document"]].append(row)
    known = {one.id: one for one in sittings(store)}
    texts = {row["id"]: row["text"] for row in ask(store, "documents", ids=sorted(begins))}
    found: dict[str, list[Sentence]] = defaultdict(list)
    for document, places in begins.items():
        places.sort()
        ends = [start for start, _ in places[1:]] + [len(texts[document])]
        for (start, meeting), end in zip(places, ends, strict=True):
            held = _Items([row for row in items[document] if row["meeting"] == meeting], texts[document])
            for one, other in _spans(texts[document], start, end):
                words = texts[document][one:other]
                found[meeting].append(Sentence(known[meeting], document, one, other, words, held.at(one, other)))
    return {meeting: tuple(said) for meeting, said in found.items()}


class _Items:
    """Under which case's item each place of a sitting's minutes stands."""

    def __init__(self, rows: list[Row], text: str) -> None:
        shared: dict[int, tuple[int, set[str]]] = {}
        for row in rows:
            stop, cases = shared.get(row["start"], (row["stop"], set()))
            shared[row["start"]] = (max(stop, row["stop"]), cases | {row["case"]})
        self._starts = sorted(shared)
        self._items = [shared[start] for start in self._starts]
        self._text = text

    def at(self, start: int, end: int) -> frozenset[str]:
        """The cases whose item holds a sentence: what it names, else what stands before it with no heading between."""
        own: set[str] = set()
        for at in range(bisect_right(self._starts, start), bisect_right(self._starts, end - 1)):
            own |= self._items[at][1]
        before = bisect_right(self._starts, start) - 1
        if own or before < 0:
            return frozenset(own)
        stop, cases = self._items[before]
        gap = self._text[self._starts[before] : start]
        near = start - stop < _LONGEST_ITEM and not _HEADING.search(gap)
        return frozenset(cases) if near else frozenset()


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two offsets, without marks of lists and blanks around them."""
    at = start
    for stop in [*(found.end() for found in _END.finditer(text, start, end)), end]:
        lead = _LEAD.match(text, at, stop)
        begin = lead.end() if lead else at
        close = begin + len(text[begin:stop].rstrip())
        if close > begin:
            yield begin, close
        at = stop
