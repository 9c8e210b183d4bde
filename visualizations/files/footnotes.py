"""Which number a footnote has.

Always true: notes with equal text are one footnote; numbers run from 1 in the order of first mention.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from visualizations.report.blocks import Note


@dataclass(frozen=True, slots=True)
class Mention:
    """A mark in the text: the footnote's number, its words, and how often it was mentioned up to here."""

    number: int
    text: str
    time: int

    @property
    def first(self) -> bool:
        """Whether the footnote itself stands here; a later mention only refers to it."""
        return self.time == 1


class Footnotes:
    """The footnotes of one report, while it is written from its head to its end."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}
        self._numbers: dict[str, int] = {}

    def mentions(self, notes: Iterable[Note]) -> list[Mention]:
        """The marks behind some words."""
        return [self._mention(note.text) for note in notes]

    def mentioned(self) -> list[Mention]:
        """Every footnote with its number of mentions, in order."""
        return [Mention(number, text, self._times[text]) for text, number in self._numbers.items()]

    def _mention(self, text: str) -> Mention:
        number = self._numbers.setdefault(text, len(self._numbers) + 1)
        self._times[text] = self._times.get(text, 0) + 1
        return Mention(number, text, self._times[text])
