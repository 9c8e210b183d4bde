"""What stands of a case at the end of a sitting → decisions in the interchange form, with the words that decide.

Always true: a decision is there once for each passage that makes it; that a case was discussed carries the words of
its item that decide, or, where a list or another line decides, the words of those passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.interchange import Decision, Quote
from graph.vocabulary import EdgeType
from loaders.folding import fold
from loaders.minutes.casebook import tidy
from loaders.minutes.lifecycle.statements import Statement, Told

Chosen = dict[EdgeType, Statement]
_MOST_PASSAGES = 4


@dataclass(slots=True)
class SaidOfCase:
    """Everything said of one case at this sitting by this sitting; ``steps`` are those of its lineage."""

    key: str
    said: list[Statement] = field(default_factory=list)
    steps: list[Statement] = field(default_factory=list)
    tolds: list[Told] = field(default_factory=list)
    elsewhere: set[EdgeType] = field(default_factory=set)
    """What other sittings are told to have decided of it."""

    @property
    def item(self) -> str:
        """The place of the case's first item."""
        return self.tolds[0].item.path if self.tolds else ""


def stated(case: SaidOfCase, chosen: Chosen) -> Iterator[Decision]:
    """What stands, each with the passages that say it."""
    for statement in chosen.values():
        said = [s for s in case.said if s.kind is statement.kind and s.mood is statement.mood]
        passages = (passage for s in (statement, *said) for passage in (s.quote, *s.also))
        yield from quoted(statement, case.item, passages)[:_MOST_PASSAGES]


def discussed(case: SaidOfCase, chosen: Chosen) -> Iterator[Decision]:
    """That the case was discussed, with the words that decide."""
    deciding = [*chosen.values(), *case.steps]
    first = next(iter((*case.said, *deciding)), None)
    if first is None or not (deciding or case.tolds):
        return
    own = "".join(speech.text for speech in case.tolds[0].item.decision) if case.tolds else ""
    if deciding and not any(words_of(statement) in own for statement in deciding):
        own = "；".join(dict.fromkeys(tidy(statement.quote.text) for statement in deciding))
    yield Decision(
        EdgeType.DISCUSSED_AT, case.key, first.quote, item=case.item, text=own.strip("：，；、").lstrip("。")
    )


def words_of(statement: Statement) -> str:
    """What a statement's passage says, folded, without the breaks of its lines."""
    return fold(re.sub(r"\s", "", statement.quote.text))


def quoted(statement: Statement, item: str, quotes: Iterable[Quote]) -> list[Decision]:
    """A statement once for each passage that makes it."""
    return [replace(decision(statement, item), quote=quote) for quote in dict.fromkeys(quotes)]


def decision(statement: Statement, item: str) -> Decision:
    """A statement in the interchange form; one of another sitting with its words."""
    return Decision(
        type=statement.kind,
        case=statement.case,
        quote=statement.quote,
        target=statement.target,
        meeting=statement.meeting,
        inferred=statement.inferred,
        confidence=0.7 if statement.inferred else 1.0,
        item=item,
        text=tidy(statement.quote.text) if statement.meeting else "",
    )


def once(decisions: Iterable[Decision]) -> list[Decision]:
    """Without repetitions."""
    seen: dict[tuple[object, ...], Decision] = {}
    for one in decisions:
        at = (one.type, one.case, one.target, one.meeting, one.quote.start)
        seen.setdefault(at, one)
    return list(seen.values())
