"""Every passage of a parsed document with what it gave rise to.

Always true: a passage that gave several things is there once for each; nothing is there that the parsed document does
not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.interchange import ParsedDocument, ParsedMinutes, ParsedPlan, Quote
from graph.schema import EVENTS, LINEAGE
from graph.vocabulary import EdgeType


class Gave(StrEnum):
    """What a passage gave rise to."""

    HEADER = "header"
    EVENT = "event"
    LINEAGE = "lineage"
    TASK = "task"
    COUNT = "count"
    MERGER = "merger"
    CASE = "case"
    DECISION = "decision"
    BODY = "body"
    PROGRAM = "program"
    PLAN = "plan"


DECIDED = frozenset({Gave.EVENT, Gave.LINEAGE, Gave.TASK, Gave.MERGER})
"""What a decision comes to. A wording that was merely kept (DECISION) is not understood."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A span of the document and what it gave rise to."""

    start: int
    end: int
    gave: Gave


def stated(document: ParsedDocument) -> tuple[Stated, ...]:
    """All passages, by their place."""
    found = {
        Stated(quote.start, quote.end, gave)
        for part in (*map(_of_minutes, document.minutes), *map(_of_plan, document.plans))
        for quote, gave in part
    }
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.gave)))


def _of_minutes(minutes: ParsedMinutes) -> Iterator[tuple[Quote, Gave]]:
    for quote in (minutes.quote, *minutes.header_quotes.values()):
        yield quote, Gave.HEADER
    for case in minutes.cases:
        yield case.quote, Gave.CASE
        if case.renaming_requested:
            yield case.renaming_requested, Gave.LINEAGE
    for decision in minutes.decisions:
        yield decision.quote, _kind(decision.type)
    for mention in minutes.mentions:
        yield mention.quote, Gave.BODY
    for program in minutes.programs:
        yield program.quote, Gave.PROGRAM
    for item in minutes.action_items:
        yield item.quote, Gave.TASK
    for count in minutes.counts:
        yield count.quote, Gave.COUNT
    for merger in minutes.mergers:
        yield merger.quote, Gave.MERGER


def _of_plan(plan: ParsedPlan) -> Iterator[tuple[Quote, Gave]]:
    yield plan.quote, Gave.PLAN
    for organiser in plan.organisers:
        yield organiser.quote, Gave.BODY
    for _, quote in (*plan.based_on, *plan.schedule):
        yield quote, Gave.PLAN
    for _, quote in plan.programs:
        yield quote, Gave.PROGRAM


def _kind(decision: EdgeType) -> Gave:
    if decision in LINEAGE:
        return Gave.LINEAGE
    return Gave.EVENT if decision in EVENTS or decision is EdgeType.REFERRED_TO else Gave.DECISION
