"""The sentences of a document's sittings, each with the part of the minutes that it stands in.

Always true: sentences stand in reading order and do not overlap; a sentence's offsets are those of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.folding import Flow
from loaders.lexicon.headings import HEADER, Heading
from loaders.outline.sittings import Sitting
from loaders.outline.tree import Section

HEAD, OTHER, OUTSIDE = "head", "other", "outside"
"""The head of the minutes, items under no label that is known, and what stands outside of all sittings."""
_STOPS = "。；！？"
_OPEN, _CLOSE = "「『（", "」』）"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Some words in a part of the minutes, folded and squeezed."""

    words: Flow
    part: str
    """Kind of the heading that it stands under; ``other`` where none is known."""
    section: str
    sitting: int
    """Number of its sitting in the document, from 0."""
    head: bool = False
    """Whether its section has more beneath it, so that it rather opens something."""

    def behind(self, label: int) -> Sentence:
        """The sentence without so many characters at its head."""
        return replace(self, words=self.words.cut(label))

    @property
    def start(self) -> int:
        """Where it begins in the document."""
        return self.words.offsets[0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words.offsets[-1] + 1


def sentences(sittings: Iterable[Sitting]) -> Iterator[Sentence]:
    """All sentences of these sittings."""
    for at, sitting in enumerate(sittings):
        if sitting.title:
            yield Sentence(sitting.title, HEAD, "", at)
        for section in sitting.header:
            yield from _of_section(section, HEAD, at)
        for section in sitting.sections:
            yield from _of_section(section, OTHER, at)


def _of_section(section: Section, above: str, sitting: int) -> Iterator[Sentence]:
    heading = section.heading
    part = HEAD if heading in HEADER else heading.value if heading and heading is not Heading.SUBJECT else above
    for words in section.cells or (section.body,):
        for one in _cut(words):
            yield Sentence(one, part, section.path, sitting, bool(section.children))
    for child in section.children:
        yield from _of_section(child, part, sitting)


def _cut(words: Flow) -> Iterator[Flow]:
    """Words cut at their full stops; those inside of quotes and brackets end nothing."""
    start, depth = 0, 0
    for at, char in enumerate(words.text):
        depth = max(0, depth + (char in _OPEN) - (char in _CLOSE))
        if char in _STOPS and depth == 0:
            yield words.cut(start, at + 1)
            start = at + 1
    if start < len(words.text):
        yield words.cut(start)
