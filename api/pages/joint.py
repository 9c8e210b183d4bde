"""Who says that two agencies work together, or that one takes part in a case.

Always true: every reason is a case with the roles of each side and the words of minutes.
"""

from __future__ import annotations

from dataclasses import dataclass

from api.pages.excerpts import Excerpt, excerpts
from graph.store import GraphStore
from graph.vocabulary import Role
from queries.collaboration import pairs
from queries.participation import Agency, Part, Participation
from queries.steps import CaseName


@dataclass(frozen=True, slots=True)
class Reason:
    """A case, and what each agency is in it."""

    case: CaseName
    roles: tuple[tuple[Agency, tuple[Role, ...]], ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands behind a link of a network, or a cell of a matrix."""

    id: str
    agencies: tuple[Agency, ...]
    reasons: tuple[Reason, ...]


def joint(store: GraphStore, held: Participation, sel: str) -> Joint | None:
    """What stands behind the id of a pair, a part, an agency or a case; None where there is nothing of this id."""
    for pair in pairs(held):
        if pair.id == sel:
            return Joint(sel, (pair.a, pair.b), tuple(_reason(store, (one.a, one.b)) for one in pair.shared))
    own = [part for part in held.parts if sel in (part.id, part.agency.id, part.case.id)]
    if not own:
        return None
    by_case: dict[str, list[Part]] = {}
    for part in own:
        by_case.setdefault(part.case.id, []).append(part)
    agencies = tuple(dict.fromkeys(part.agency for part in own))
    return Joint(sel, agencies, tuple(_reason(store, tuple(parts)) for parts in by_case.values()))


def _reason(store: GraphStore, parts: tuple[Part, ...]) -> Reason:
    quotes = [quote for part in parts for mention in part.mentions for quote in mention.quotes]
    return Reason(parts[0].case, tuple((part.agency, part.roles) for part in parts), excerpts(store, quotes))
