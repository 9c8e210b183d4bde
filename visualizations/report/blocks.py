"""What a report is made of, whatever file it becomes.

Always true: a report is a value and holds plain text that no writer reads as markup; a statement that rests on a
passage carries a Note with its quote; notes with equal text are one footnote, numbered by first mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Drawing
from visualizations.words import Language, Words


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the sitting, its day and the quoted words."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Some words, and the notes that stand behind them."""

    text: str
    notes: tuple[Note, ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 stands below the title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a small one is set as a source note."""

    spans: tuple[Span, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``share`` is its part of the width beside the others."""

    title: str
    share: float = 1.0
    number: bool = False
    """Set to the right, as figures are."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; a cell is some spans; the head is repeated on every page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in its size, with a caption; its description is what is read to those who do not see it."""

    drawing: Drawing
    caption: tuple[Span, ...]


_FEW = 6
"""How many notes stand at the foot of one page beside a picture without driving away what belongs to it."""


def with_sources(drawing: Drawing, caption: str, notes: Sequence[Note], language: Language) -> tuple[Block, ...]:
    """A figure with its notes: a few behind the caption, more of them in paragraphs that may go to the next page.

    In: the picture; its caption; the notes in the order of their numbers; in which language. Out: blocks that mention
    every note once, in that order.
    """
    if len(notes) <= _FEW:
        return (Figure(drawing, (Span(caption, tuple(notes)),)),)
    word = Words("上圖出處：", "Sources of the figure: ").of(language)
    rows = [tuple(notes[at : at + _FEW]) for at in range(0, len(notes), _FEW)]
    told = (Paragraph((Span(word if row is rows[0] else "", row),), small=True) for row in rows)
    return (Figure(drawing, (Span(caption),)), *told)


Block: TypeAlias = Heading | Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Report:
    """A report on pages of a profile; ``subtitle`` says of what and when."""

    title: str
    subtitle: str
    language: Language
    profile: Profile
    blocks: tuple[Block, ...]
