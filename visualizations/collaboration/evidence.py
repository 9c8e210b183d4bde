"""What a part or a pair rests on.

Always true: every part is cited by the first passage of each of its roles, so that each sign of a picture, and whether
it is solid, can be looked up; the number stands at the case (a column, a row, a box), never at each sign: two agencies
are shown together because one case names both, so the case is what is cited.
"""

from __future__ import annotations

from collections.abc import Iterable

from queries.collaboration import Pair
from queries.participation import Part
from visualizations.lineage.citations import Source


def of_part(part: Part) -> tuple[Source, ...]:
    """The first passage of each role of an agency in a case."""
    first = {mention.role: mention for mention in reversed(part.mentions) if mention.quotes}
    told = [first[role] for role in part.roles if role in first]
    return tuple(Source(mention.meeting, mention.date, mention.quotes[0]) for mention in told)


def of_parts(parts: Iterable[Part]) -> tuple[Source, ...]:
    """What several parts rest on, each source once, in the order of their days."""
    found = dict.fromkeys(source for part in parts for source in of_part(part))
    return tuple(sorted(found, key=lambda one: (one.day or "9999", one.quote.path, one.quote.start)))


def of_pair(pair: Pair) -> tuple[Source, ...]:
    """What a pair rests on, case by case."""
    return tuple(dict.fromkeys(source for one in pair.shared for source in of_parts((one.a, one.b))))
