"""What items say of their cases, before contradictions are settled.

Always true: every statement carries the words that make it; a statement about a case that another sitting decided names
that sitting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.interchange import MeetingRef, Quote
from graph.vocabulary import EdgeType, Role
from loaders.lexicon.decisions import DecisionWords
from loaders.lexicon.lineage import lineage_words
from loaders.minutes.agenda import AgendaItem, Speech
from loaders.minutes.casebook import CaseBook
from loaders.minutes.sittings import MeetingResolver
from loaders.minutes.triggers import MEETING, Mood

_LONGEST = 3000
"""Characters of the longest sentence; longer ones are no prose, and reading them must not take for ever."""
_ELSEWHERE = re.compile(rf"(?:依據?|依照|按照?|遵照|經|業經)?{MEETING}[^「」。；]{{0,8}}[，：]?(?=「)")
"""How a sentence opens that tells what another sitting decided of the cases it names."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of one case."""

    kind: EdgeType
    case: str
    quote: Quote
    mood: Mood = Mood.DECIDED
    target: str | None = None
    meeting: MeetingRef | None = None
    from_heading: bool = False
    inferred: bool = False
    also: tuple[Quote, ...] = ()
    """Further passages that say it: the line that passes a proposal, the line that stands under a heading."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence and the cases it speaks of.

    ``named``: the sentence itself names them. ``role``: that of whoever it names, where a label says it.
    """

    speech: Speech
    keys: tuple[str, ...]
    proposes: bool = False
    named: bool = False
    role: Role | None = None


@dataclass(slots=True)
class Told:
    """What one item said, with the keys of the cases it stands for at its end; ``olds`` went on as others."""

    item: AgendaItem
    subjects: list[str] = field(default_factory=list)
    olds: list[str] = field(default_factory=list)
    own: tuple[str, ...] = ()
    """The cases that the item's head names, whatever they go on as."""
    statements: list[Statement] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)
    pair: tuple[str, ...] = ()
    """Two cases that a sentence named together, for 前者 and 後者."""
    enumerated: tuple[str, ...] = ()
    """The longest enumeration so far, for 其餘3案."""
    listed: tuple[str, ...] = ()
    """The cases of the list above of which nothing was said before, for 其餘各案."""
    beside: tuple[str, ...] = ()
    """The one other case that the item's background names, for 兩案各自續行列管."""
    waiting: tuple[str, ...] = ()
    """The cases right before of which nothing was said, for 兩案 in what is decided of them all."""
    whole: tuple[str, ...] = ()
    """The list above, whatever was said of it, for 前三案 and 末二案."""
    of_list: str = ""
    """The list whose numbers it spoke of last: 提案 or 列管."""
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of all items of one sitting shares. ``known`` are normal forms of the document's case names."""

    book: CaseBook
    words: DecisionWords
    resolver: MeetingResolver
    known: frozenset[str]
    spellings: frozenset[str] = frozenset()
    """The same names folded and squeezed, to find them where nothing quotes them."""
    asked: dict[str, tuple[Speech, ...]] = field(default_factory=dict)
    """Key → what the case's item asks for, where another item's resolution grants it."""


def passage(book: CaseBook, speech: Speech, start: int = 0, end: int | None = None) -> Quote:
    """The passage of some words of a speech, without the stops around them."""
    end = len(speech.text) if end is None else end
    while end > start and speech.text[end - 1] in "。；，：":
        end -= 1
    while start < end and speech.text[start] in "，：；。、":
        start += 1
    return speech.quote(book.text, start, end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether what opens a sentence holds for the next case, too (依第6次會議決議, 一分為二，「A」…；「B」…)."""
    return bool(_ELSEWHERE.match(text, start) or lineage_words().halved.search(text, start, end))


def sentences(speech: Speech) -> Iterator[Speech]:
    """The sentences of a speech; full stops inside quotes do not end one, nor does a sentence go on for pages."""
    text, start, depth = speech.text, 0, 0
    for i, char in enumerate(text):
        if char in "「『（":
            depth += 1
        elif char in "」』）":
            depth = max(0, depth - 1)
        elif char == "；" and text.startswith("「", i + 1) and _goes_on(text, start, i):
            continue
        elif char in "。；！？" and depth == 0:
            yield speech.cut(start, i + 1)
            start = i + 1
        elif i - start >= _LONGEST:
            yield speech.cut(start, i + 1)
            start, depth = i + 1, 0
    if start < len(text):
        yield speech.cut(start)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around some words; all of a short sentence."""
    if len(text) <= 60:
        return 0, len(text)
    left = max(text.rfind(sign, 0, start) for sign in "，；。") + 1
    right = min((i for i in (text.find(sign, end) for sign in "，；。") if i >= 0), default=len(text))
    return left, right


def step(book: CaseBook, told: Told, kind: EdgeType, case: str, target: str, quote: Quote) -> None:
    """Add a step of lineage; the item's 案由 says it too."""
    subject = told.item.subject
    also = (passage(book, subject),) if subject and subject.text else ()
    book.became[case] = target
    told.statements.append(Statement(kind, case, quote, target=target, also=also))
