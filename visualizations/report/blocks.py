"""What a report is made of, whatever file it becomes.

Always true: a report is a value and holds plain text that no writer reads as markup; a statement that rests on a
passage carries a Note with its quote; notes with equal text are one footnote, numbered by first mention.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Drawing
from visualizations.words import Language


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


Block: TypeAlias = Heading | Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Report:
    """A report on pages of a profile; ``subtitle`` says of what and when."""

    title: str
    subtitle: str
    language: Language
    profile: Profile
    blocks: tuple[Block, ...]
