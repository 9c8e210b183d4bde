"""The items of an agenda, and the place on it where a section stands.

Always true: every line that can decide stands in exactly one item's ``decision``; an item without names is prose whose
sentences must name their cases themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from graph.interchange import Quote
from graph.vocabulary import EdgeType
from loaders.folding import Flow
from loaders.minutes.names import Name
from loaders.outline.marks import Style
from loaders.outline.tree import Section


class Kind(Enum):
    """What kind of list or discussion an item stands in."""

    TRACKED = auto()
    NEW = auto()
    PROPOSAL = auto()
    REPORT = auto()
    OPEN = auto()
    MOTION = auto()


@dataclass(frozen=True, slots=True)
class Speech:
    """Some words and the section they stand in."""

    flow: Flow
    path: str

    @property
    def text(self) -> str:
        return self.flow.text

    @property
    def says(self) -> bool:
        """Whether there is anything but stops."""
        return bool(self.text.strip("，。；：、"))

    def cut(self, start: int, end: int | None = None) -> Speech:
        """The words of ``text[start:end]``."""
        return Speech(self.flow.cut(start, end), self.path)

    def quote(self, source: str, start: int = 0, end: int | None = None) -> Quote:
        """The passage of ``source``, the document's text, that ``text[start:end]`` stands for."""
        first, last = self.flow.span(start, len(self.text) if end is None else end)
        return Quote(first, last, source[first:last], self.path)


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case name where it is written. ``sure`` is false where nothing but its place makes it a name."""

    name: Name
    speech: Speech
    remark: str = ""
    sure: bool = True
    number: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda or of a list. ``headings`` are the list headings above it, innermost last.

    ``assisting`` are the cells of ``background`` that name who only helps (協辦).
    ``outcome`` is what the heading of a list of results says of its members; ``becomes`` the case that they go on as.
    """

    kind: Kind
    path: str
    names: tuple[NamedCase, ...] = ()
    subject: Speech | None = None
    decision: tuple[Speech, ...] = ()
    measures: tuple[Speech, ...] = ()
    background: tuple[Speech, ...] = ()
    assisting: tuple[Speech, ...] = ()
    proposers: tuple[Speech, ...] = ()
    headings: tuple[Speech, ...] = ()
    group: str | None = None
    listed: bool = False
    number: int | None = None
    code: str = ""
    outcome: EdgeType | None = None
    becomes: NamedCase | None = None
    about: str = ""
    """The row of the list that a line of the resolution is about (議題二：…), where it names no case itself."""

    @property
    def is_row(self) -> bool:
        """Whether an item is a row of a list; so are the numbered items that review what is tracked."""
        return self.listed or (self.number is not None and self.kind is Kind.TRACKED)

    @property
    def row(self) -> str:
        """What points to this item in its list: its code (B-02) or its number."""
        return self.code or (str(self.number) if self.number else "")


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the agenda a section stands. ``expects``: cases are expected; ``bulk``: a list's heading is above.

    ``outcome`` is the result that the heading of a list of results names.
    """

    kind: Kind
    expects: bool = False
    headings: tuple[Speech, ...] = ()
    group: str | None = None
    bulk: bool = False
    resolved: bool = False
    """Whether a resolution stands here, in which numbers may point to items above."""
    titles: frozenset[Style] = frozenset()
    """The numbering of lines here that are nothing but a name with its text beneath."""
    heads: frozenset[Style] = frozenset()
    """The numbering of lines here most of which open with a case's name and a colon."""
    told: frozenset[Style] = frozenset()
    """The numbering of lines here that all open with a name and go on, behind a comma, with what is told of it."""
    outcome: EdgeType | None = None
    known: frozenset[str] = frozenset()
    """Normal forms of the names that are decided somewhere in the sitting."""

    def prose(self, speech: Speech) -> AgendaItem:
        """An item without names: words that name their cases themselves."""
        return AgendaItem(self.kind, speech.path, decision=(speech,), headings=self.headings, group=self.group)


Walk = Callable[[Iterable[Section], Place], Iterator[AgendaItem]]
"""Reads sections that stand in one place; handed to those who read what stands above them."""


def speeches(section: Section | None) -> tuple[Speech, ...]:
    """All lines of a section; a labelled section without its label. Rows come cell by cell."""
    if section is None:
        return ()
    return tuple(
        Speech(flow, part.path)
        for part in section.walk()
        for flow in part.cells or ((part.rest if part is section or part.heading else part.body),)
        if flow.text
    )
