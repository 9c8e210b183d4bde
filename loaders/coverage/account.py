"""The account of a document: line by line what it gave rise to, part by part how much, and what was not understood.

Always true: every line that is not blank is there once; a gap is a sentence that looks like a decision and lies in no
passage from which an event, a step of lineage, a task or a merger came.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.interchange import ParsedDocument
from loaders.coverage.labels import Unknown, labels, unknown
from loaders.coverage.passages import DECIDED, Gave, Stated, stated
from loaders.coverage.sentences import OUTSIDE, Sentence, sentences
from loaders.folding import fold
from loaders.lexicon.coverage import coverage_words
from loaders.lexicon.headings import Heading, heading
from loaders.outline.habits import habits
from loaders.outline.markup import prepare
from loaders.outline.sittings import sittings

_DECIDING = frozenset({Heading.RESOLUTION.value, Heading.CONCLUSION.value})
_TELLING = frozenset(
    {
        "head",
        Heading.OPENING.value,
        Heading.PREVIOUS.value,
        Heading.EXPLANATION.value,
        Heading.PROGRESS.value,
        Heading.PROPOSER.value,
        Heading.RESPONSIBLE.value,
        Heading.ATTENDEES.value,
        Heading.END.value,
    }
)
"""Parts that tell what was, who came and who is responsible: words of decision there decide nothing."""


_SHORT = 30
"""Characters of a short sentence behind an unknown label: a result, not an account."""
_SHORTEST = 4
_LONGEST_LABEL = 12
_LONGEST_VERDICT = 8


class Why(StrEnum):
    """Why a sentence looks like a decision."""

    UNDER_DECISION = "under_decision"
    """It stands under 決議, 裁示 or 結論."""
    DECIDING_WORDS = "deciding_words"
    """It has words that decide or ask."""
    UNKNOWN_LABEL = "unknown_label"
    """It stands behind a label that the lexicon does not know."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text."""

    number: int
    start: int
    end: int
    part: str
    """Kind of the part it stands in, ``other`` under no known label, ``outside`` in no sitting."""
    gave: tuple[Gave, ...]
    """What it gave rise to; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence that looks like a decision and gave nothing."""

    line: int
    start: int
    end: int
    text: str
    """Its words as the document has them."""
    part: str
    section: str
    why: tuple[Why, ...]
    words: tuple[str, ...]
    """The words of decision in it."""

    @property
    def likely(self) -> bool:
        """Whether its own words decide, or a label that is not known announces it."""
        return self.why != (Why.UNDER_DECISION,)


@dataclass(frozen=True, slots=True)
class Part:
    """How much of a part of the minutes was used."""

    part: str
    lines: int
    used: int
    """Lines that gave rise to something."""
    decisions: int
    """Sentences that look like decisions."""
    gaps: int
    """Those of them that gave nothing."""

    @property
    def share(self) -> float:
        """Used lines of all lines, 0 to 1."""
        return round(self.used / self.lines, 4) if self.lines else 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """The account of one document."""

    path: str
    kind: str
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    labels: tuple[Unknown, ...]
    parts: tuple[Part, ...]
    """In the order in which they first come."""

    @property
    def total(self) -> Part:
        """All parts together."""
        sums = (sum(getattr(part, name) for part in self.parts) for name in ("lines", "used", "decisions", "gaps"))
        return Part("total", *sums)


def coverage(document: ParsedDocument) -> Coverage:
    """What a document's lines gave rise to, and which decision-like sentences gave nothing.

    In: a document as ``yange parse`` gives it. Out: the account.
    """
    text = document.source.text
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    spoken = [one for one in sentences(sittings(text)) if one.words.text]
    passages = stated(document)
    names = {fold(name) for held in document.minutes for case in held.cases for name in (case.name, *case.aliases)}
    opened = labels(spoken, names | habits(prepare(fold(text))).labels.keys())
    found = [(_body(one, opened.get(one)), why) for one in spoken if (why := _looks(one, opened.get(one)))]
    decided = [one for one in passages if one.gave in DECIDED]
    told = {(one.sitting, one.section) for one in spoken if _within(decided, one)}
    gaps = tuple(
        _gap(left, why, text, starts)
        for one, why in found
        if (left := _left(one, decided, why))
        and (why != (Why.UNDER_DECISION,) or (one.sitting, one.section) not in told)
    )
    lines = tuple(_lines(text, starts, spoken, passages))
    return Coverage(
        path=document.source.path,
        kind=document.kind,
        lines=lines,
        gaps=gaps,
        labels=unknown((label, _number(starts, one.start)) for one, label in opened.items()),
        parts=_parts(lines, Counter(one.part for one, _ in found), Counter(gap.part for gap in gaps)),
    )


def _looks(one: Sentence, label: str | None) -> tuple[Why, ...]:
    """Why a sentence looks like a decision; empty when it does not."""
    words, body = coverage_words(), _body(one, label).words.text
    if (
        (one.part in _TELLING and label is None)
        or len(body) < 2
        or words.routine.match(body)
        or words.talk.search(body)
    ):
        return ()
    deciding = words.decides.search(body) is not None
    reasons = {
        Why.UNDER_DECISION: one.part in _DECIDING and not one.head and (deciding or len(body) > _SHORTEST),
        Why.DECIDING_WORDS: deciding and not (one.head and label is None),
        Why.UNKNOWN_LABEL: label is not None and (deciding or len(body) < _SHORT),
    }
    return tuple(why for why, holds in reasons.items() if holds)


def _left(one: Sentence, decided: Iterable[Stated], why: tuple[Why, ...]) -> Sentence | None:
    """What of a sentence gave nothing: all of it, or the short verdict that opens it (准予下架，並請…); else None."""
    here = [passage for passage in decided if passage.start < one.end and one.start < passage.end]
    if not here:
        return one
    verdict, comma, _ = one.words.text.partition("，")
    opening = replace(one, words=one.words.cut(0, len(verdict)))
    judges = comma and 2 <= len(verdict) <= _LONGEST_VERDICT and not coverage_words().idle.search(verdict)
    understood = any(passage.start < opening.end for passage in here)
    return opening if judges and not understood and why != (Why.DECIDING_WORDS,) else None


def _body(one: Sentence, label: str | None) -> Sentence:
    """A sentence without the label that opens it."""
    before, colon, _ = one.words.text.partition("：")
    known = colon and len(before) <= _LONGEST_LABEL and (label or heading(before))
    return one.behind(len(before) + 1) if known else one


def _gap(one: Sentence, why: tuple[Why, ...], text: str, starts: list[int]) -> Gap:
    found = tuple(dict.fromkeys(match[0] for match in coverage_words().decides.finditer(one.words.text)))
    line = _number(starts, one.start)
    return Gap(line, one.start, one.end, text[one.start : one.end], one.part, one.section, why, found)


def _lines(text: str, starts: list[int], spoken: list[Sentence], passages: tuple[Stated, ...]) -> Iterable[Line]:
    """Every line that is not blank."""
    parts: dict[int, str] = {}
    for one in spoken:
        for number in range(_number(starts, one.start), _number(starts, one.end - 1) + 1):
            parts.setdefault(number, one.part)
    gave: dict[int, set[Gave]] = {}
    for passage in passages:
        for number in range(_number(starts, passage.start), _number(starts, max(passage.start, passage.end - 1)) + 1):
            gave.setdefault(number, set()).add(passage.gave)
    for number, start in enumerate(starts, 1):
        end = starts[number] - 1 if number < len(starts) else len(text)
        if text[start:end].strip():
            found = tuple(kind for kind in Gave if kind in gave.get(number, ()))
            yield Line(number, start, end, parts.get(number, OUTSIDE), found)


def _parts(lines: tuple[Line, ...], decisions: Counter[str], gaps: Counter[str]) -> tuple[Part, ...]:
    every, used = Counter(line.part for line in lines), Counter(line.part for line in lines if line.gave)
    return tuple(Part(part, every[part], used[part], decisions[part], gaps[part]) for part in every)


def _number(starts: list[int], offset: int) -> int:
    return bisect_right(starts, offset)


def _within(passages: Iterable[Stated], one: Sentence) -> bool:
    """Whether a passage and a sentence share words."""
    return bool(one.words.text) and any(passage.start < one.end and one.start < passage.end for passage in passages)
