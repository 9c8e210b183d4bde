"""What a passage states, told in as few words as it can be.

Always true: every statement of the passage is told once, but for those that only say how documents are ordered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.vocabulary import EdgeType, Label
from queries.documents import Span, Statement
from queries.links import NodeName

_UNTOLD = frozenset({EdgeType.FOLLOWS, EdgeType.RECORDED_IN})


@dataclass(frozen=True, slots=True)
class Alike:
    """Statements of one kind about the same thing, told in one breath."""

    type: EdgeType
    role: str | None
    inferred: bool
    whose: tuple[NodeName, ...]
    about: NodeName | None
    """None for what is said of the sitting itself."""


def grouped(statements: Iterable[Statement]) -> list[Alike]:
    """Statements of one passage, those that differ only in who together."""
    found: dict[tuple[EdgeType, str | None, bool, NodeName | None], list[NodeName]] = {}
    for one in statements:
        if one.type in _UNTOLD:
            continue
        task = one.source.label is Label.ACTION_ITEM
        about = None if task or one.target.label is Label.MEETING else one.target
        if not task or one.type is not EdgeType.DECIDED_AT:
            whose = one.target if task else one.source
            found.setdefault((one.type, one.role, one.inferred, about), []).append(whose)
        else:
            found.setdefault((one.type, one.role, one.inferred, about), [])
    return [Alike(kind, role, inferred, tuple(whose), about) for (kind, role, inferred, about), whose in found.items()]


def telling(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The passages that state more than how documents are ordered."""
    return tuple(span for span in spans if any(one.type not in _UNTOLD for one in span.statements))
