"""Numbers that the minutes state about their own contents (計 7 案, 等 5 案), beside what they list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.interchange import StatedCount
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle import Told, passage
from loaders.minutes.names import COUNT
from loaders.numerals import numeral

_BEFORE_AFTER = re.compile(r"(\d+|[一二三四五六七八九十]+)案(?:合併|整併|併)為(\d+|[一二三四五六七八九十]+)案")


def stated_counts(tolds: Iterable[Told], book: CaseBook) -> Iterator[StatedCount]:
    """Every stated number, with the number of cases listed under that heading or named in that sentence."""
    under: dict[tuple[int, int], int] = {}
    lines = {}
    for told in tolds:
        for heading in told.item.headings:
            where = heading.flow.span(0, len(heading.text))
            lines[where] = heading
            under[where] = under.get(where, 0) + len(told.item.names)
        for spoken in told.spoken:
            where = spoken.speech.flow.span(0, len(spoken.speech.text))
            if where not in lines:
                lines[where] = spoken.speech
                under[where] = len(spoken.keys) if spoken.named else 0
    for where, speech in lines.items():
        merged = _BEFORE_AFTER.search(speech.text)
        for found in COUNT.finditer(speech.text):
            value = numeral(found[1].replace("兩", "二"))
            if value is None or value > 200 or merged and merged.start() <= found.start() < merged.end() - 1 and value != numeral(merged[2]):
                continue
            if under[where] or merged:
                yield StatedCount(passage(book, speech, found.start(), found.end()), value, "cases", under[where] or None)
