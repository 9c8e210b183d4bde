"""Numbers that the minutes state about their own contents (計 7 案, 等 5 案), beside what they list.

Always true: a number stands once for each place in the text; what was counted before a merger is not counted again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.interchange import StatedCount
from loaders.minutes.agenda import Speech
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle import Told, passage
from loaders.minutes.names import COUNT
from loaders.numerals import numeral

_MOST = 200
_BEFORE_AFTER = re.compile(r"(\d+|[一二三四五六七八九十]+)案(?:合併|整併|併)為(\d+|[一二三四五六七八九十]+)案")


def stated_counts(tolds: Iterable[Told], book: CaseBook) -> Iterator[StatedCount]:
    """Every stated number, with the number of cases listed under that heading or named in that sentence."""
    for speech, named in _lines(tolds).values():
        merged = _BEFORE_AFTER.search(speech.text)
        if not named and not merged:
            continue
        for found in COUNT.finditer(speech.text):
            value = numeral(found[1])
            if value is None or value > _MOST or (merged and _before_merger(found, value, merged)):
                continue
            yield StatedCount(passage(book, speech, found.start(), found.end()), value, "cases", named or None)


def _lines(tolds: Iterable[Told]) -> dict[tuple[int, int], tuple[Speech, int]]:
    """Place → heading with the number of cases under it, or sentence with the number of cases it names."""
    lines: dict[tuple[int, int], tuple[Speech, int]] = {}
    for told in tolds:
        for heading in told.item.headings:
            where = heading.flow.span(0, len(heading.text))
            lines[where] = heading, len(told.item.names) + (lines[where][1] if where in lines else 0)
        for spoken in told.spoken:
            where = spoken.speech.flow.span(0, len(spoken.speech.text))
            lines.setdefault(where, (spoken.speech, len(spoken.keys) if spoken.named else 0))
    return lines


def _before_merger(found: re.Match[str], value: int, merged: re.Match[str]) -> bool:
    """Whether a number counts the cases before they merged (5案合併為2案)."""
    return merged.start() <= found.start() < merged.end() - 1 and value != numeral(merged[2])
