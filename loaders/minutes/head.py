"""The head of a sitting: its title, and the lines around it that say which sitting it is.

Always true: a title that says everything stands for itself; what it leaves out is read from the few short lines that
stand right above it or between it and the first line of the header (平臺 on a line of its own, 會議次別：…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from graph.vocabulary import Level
from loaders.folding import Flow, flow, fold
from loaders.lexicon.headings import HEADER, Heading
from loaders.minutes.people import people
from loaders.minutes.title import Title, read_title
from loaders.outline.sittings import Sitting

_MOST, _LONGEST, _REACH = 4, 60, 400
_TOLD = re.compile(r"[。；，]|散會|(?:[紀記]\s*錄|主\s*席|主持)[^：]{0,4}：\s*\S{2,4}\s*$")
"""What stands in no line that says which sitting it is."""
_SHORTEST = 6


def read_head(sitting: Sitting, text: str) -> tuple[Flow, Title]:
    """The words that name a sitting, empty where nothing does, and what they say."""
    named = [s.rest for s in sitting.header if s.heading is Heading.TITLE and s.rest]
    words = sitting.title if len(sitting.title.text) >= _SHORTEST or not named else named[0]
    title = read_title(words.text)
    if sitting.compilation:
        return words, _completed(title, read_title(sitting.compilation.text))
    if words and _is_whole(title):
        return words, title
    around = _around(sitting, text)
    parts = (*_parts(around, text), *(part.text for part in named))
    said = _completed(read_title("；".join(parts)), read_title("".join(parts)))
    if not words and around and (said.platform or (said.ordinal and said.level is not Level.OTHER)):
        return around, said
    return words, _completed(title, said) if words else title


def _is_whole(title: Title) -> bool:
    grouped = title.group or title.level is not Level.WORKING_GROUP
    return bool(title.platform and title.ordinal and grouped and title.level is not Level.OTHER)


def _completed(title: Title, said: Title) -> Title:
    """A title with what it leaves out."""
    return replace(
        title,
        platform=title.platform or said.platform,
        group=title.group or (said.group if title.level in (Level.OTHER, Level.WORKING_GROUP) else None),
        level=said.level if title.level is Level.OTHER else title.level,
        roc_year=title.roc_year or said.roc_year,
        ordinal=title.ordinal or said.ordinal,
    )


def _around(sitting: Sitting, text: str) -> Flow:
    """The lines above a title, its own, and those before the header; nothing where they do not look like a head."""
    first = min((s.body.offsets[0] for s in sitting.header if s.body and _opens(s.heading, s.rest)), default=0)
    until = text.rfind("\n", 0, first) + 1
    if not sitting.start < until <= sitting.start + _REACH:
        return Flow("", ())
    above = [] if sitting.title.text and read_title(sitting.title.text).platform else list(_above(text, sitting.start))
    spans = [*reversed(above), *_lines(text, sitting.start, until)]
    start, end = min(spans)[0], max(spans)[1]
    own = sitting.title.offsets
    told = any(
        end - start > _LONGEST or _TOLD.search(fold(text[start:end]))
        for start, end in spans
        if not own or end <= own[0] or start > own[-1]
    )
    head = fold(text[start:end])
    found = flow(head, [(s - start, e - start) for s, e in spans])
    return Flow("", ()) if told or len(spans) > _MOST + 1 else Flow(found.text, tuple(start + o for o in found.offsets))


def _opens(kind: Heading | None, rest: Flow) -> bool:
    """Whether a line of the header is one behind which no more of the head stands; 會議紀錄：A平臺 is none."""
    return kind in HEADER - {Heading.TITLE} and (kind is not Heading.RECORDER or bool(people(rest)))


def _parts(head: Flow, text: str) -> Iterator[str]:
    """The lines of a head."""
    cuts = [
        0,
        *(at for at in range(1, len(head.text)) if "\n" in text[head.offsets[at - 1] : head.offsets[at]]),
        len(head.text),
    ]
    for start, end in pairwise(cuts):
        yield head.text[start:end]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines of a stretch that hold words."""
    for line in re.finditer(r"[^\n]+", text[start:end]):
        if re.search(r"\w", line[0]):
            yield start + line.start(), start + line.end()


def _above(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The line or two right above a place, the nearest first, up to one that tells something."""
    lines = list(_lines(text, max(0, start - _LONGEST * 2), start))
    for line in reversed(lines[-2:]):
        if line[1] - line[0] > _LONGEST or _TOLD.search(fold(text[slice(*line)])):
            return
        yield line
