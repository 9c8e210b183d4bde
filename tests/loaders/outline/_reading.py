"""Help for the tests of the outline: the tree of some lines."""

from __future__ import annotations

from loaders.folding import fold
from loaders.outline.lines import Joiner
from loaders.outline.markup import prepare
from loaders.outline.tree import Section, grow


def tree(text: str) -> tuple[Section, ...]:
    """The sections of a text."""
    view = prepare(fold(text))
    return grow(view, Joiner(view, 0, len(view)).run())


def shape(text: str) -> list[object]:
    """Nested lists of bodies: [body, [child …], …]."""

    def one(section: Section) -> list[object]:
        words = section.body.text or "|".join(cell.text for cell in section.cells)
        return [words, *(one(child) for child in section.children)]

    return [one(section) for section in tree(text)]
