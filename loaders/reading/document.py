"""A Document is a text and the place of every character in its source.

Always true: ``text`` is what the source says, in reading order, with "\\n" between lines and "\\t" between the cells of
a table's row; nothing is folded or corrected. Offsets count Unicode code points.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where an offset stands in the source: 1-based line, and 1-based page where the source has pages."""

    line: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source file's text. ``pages`` holds (offset, page number) where each page begins, ascending."""

    text: str
    path: str
    title: str
    media_type: str = "text/plain"
    pages: tuple[tuple[int, int], ...] = ()
    line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]
        object.__setattr__(self, "line_starts", tuple(starts))

    @property
    def sha256(self) -> str:
        """Identity of the document: the SHA-256 of its text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def place(self, offset: int) -> Place:
        """Line and page of the character at ``offset`` (0 ≤ offset ≤ len(text)); IndexError outside."""
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} is outside the document's {len(self.text)} characters")
        line = bisect_right(self.line_starts, offset)
        at = bisect_right([start for start, _ in self.pages], offset) - 1
        return Place(line, self.pages[at][1] if at >= 0 else None)
