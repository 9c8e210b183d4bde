"""Labels that the lexicon does not know (合意：, 近況：): what stands beneath them is read as if they were not there.

Always true: a label is reported once, with every line that it opens; whoever speaks is no label.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from loaders.coverage.sentences import HEAD, OTHER, Sentence
from loaders.lexicon.coverage import coverage_words
from loaders.lexicon.headings import Heading, heading

_LABEL = re.compile(r"([\u3400-\u9fff]{2,8})：")
_OPEN_PARTS = frozenset({OTHER, Heading.PROPOSALS.value, Heading.REPORT.value, Heading.MOTION.value})
"""Parts in which items stand."""
_CLOSED_PARTS = frozenset({HEAD, Heading.RESOLUTION.value, Heading.CONCLUSION.value})
"""Parts in which a colon makes no label of an item."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A label that the lexicon does not know."""

    word: str
    lines: tuple[int, ...]
    """Numbers of the lines that it opens."""


def labels(spoken: Iterable[Sentence], known: Collection[str]) -> dict[Sentence, str]:
    """The sentences that an unknown label opens.

    In: sentences; words that are no unknown labels (names of cases, labels that the document explains by its habit).
    Out: the label of each. One that stands in an account of progress counts only when it comes again.
    """
    found = {one: label for one in spoken if (label := _label(one)) and label not in known}
    times = Counter(found.values())
    there = {label for one, label in found.items() if one.part in _OPEN_PARTS}
    return {one: label for one, label in found.items() if label in there or times[label] > 1}


def _label(one: Sentence) -> str | None:
    found = _LABEL.match(one.words.text) if one.part not in _CLOSED_PARTS else None
    if found is None or heading(found[1]) is not None or coverage_words().speaker.search(found[1]):
        return None
    return found[1]


def unknown(opened: Iterable[tuple[str, int]]) -> tuple[Unknown, ...]:
    """The unknown labels by how often they stand. In: every one with the line that it opens."""
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for word, line in opened:
        lines[word].append(line)
    found = (Unknown(word, tuple(dict.fromkeys(some))) for word, some in lines.items())
    return tuple(sorted(found, key=lambda one: (-len(one.lines), one.lines, one.word)))
