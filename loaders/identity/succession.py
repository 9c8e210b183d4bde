"""One case that went on as another where no sentence says so: after a request for a new name, or as a person judged.

Always true: identity and succession are two things; a step found here leads between two cases, is inferred, and rests
on the passage that first has the new name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from graph.build.identity import CaseKey, InferredSuccession
from graph.interchange import ParsedCase
from graph.vocabulary import EdgeType
from loaders.identity.clusters import Clusters
from loaders.identity.ledger import Ledger, case_id
from loaders.identity.normal import normal_form
from loaders.identity.sittings import LINEAGE, Sitting, by_series

_LEAST_ALIKE = 0.4
_REQUESTED = 0.9
_JUDGED = 0.99
"""How sure a step is that a person vouches for and no sentence states."""
_BEGINNINGS = frozenset({EdgeType.PROPOSED_AT, EdgeType.ESTABLISHED_AT})


def renamed_after_request(
    sittings: Sequence[Sitting], ids: Mapping[CaseKey, str], clusters: Clusters
) -> Iterator[InferredSuccession]:
    """A sitting asks for a new name; the next lists a new, similar name in its place and the old one no more."""
    for row in by_series(sittings):
        for before, after in pairwise(row):
            known = {ids[before.key(c)] for c in before.minutes.cases}
            here = {ids[after.key(c)] for c in after.minutes.cases}
            fresh = [c for c in newly_listed(after) if ids[after.key(c)] not in known]
            asked = [c for c in before.minutes.cases if c.renaming_requested and ids[before.key(c)] not in here]
            for case in asked:
                new = _new_name(case, fresh, len(asked) == 1)
                if new and not clusters.judged_apart(before.key(case), after.key(new)):
                    yield _step(ids[before.key(case)], ids[after.key(new)], after, new, _REQUESTED)


def judged_successions(
    ledger: Ledger,
    sittings: Iterable[Sitting],
    ids: Mapping[CaseKey, str],
    spellings: Mapping[CaseKey, tuple[str, ...]],
) -> Iterator[InferredSuccession]:
    """What people judged to have gone on as something else, where both are loaded."""
    first: dict[str, tuple[Sitting, ParsedCase]] = {}
    for sitting in sittings if ledger.successions else ():
        for case in sitting.minutes.cases:
            for spelling in spellings[sitting.key(case)]:
                first.setdefault(ledger.meaning(case_id(case.platform, spelling)), (sitting, case))
    for ends in ledger.successions:
        old, new = (first.get(ledger.meaning(end)) for end in ends)
        if old and new:
            source, target = (ids[sitting.key(case)] for sitting, case in (old, new))
            if source != target:
                yield _step(source, target, *new, _JUDGED)


def newly_listed(sitting: Sitting) -> list[ParsedCase]:
    """The cases on a sitting's list that it does not itself begin or lead on to."""
    started = {d.case for d in sitting.minutes.decisions if d.type in _BEGINNINGS or d.type in LINEAGE}
    return [case for case in sitting.minutes.cases if case.position and case.key not in started]


def alike(left: ParsedCase, right: ParsedCase) -> float:
    """How much of two names is the same, from 0 to 1."""
    return Indel.normalized_similarity(normal_form(left.name), normal_form(right.name))


def _step(source: str, target: str, sitting: Sitting, new: ParsedCase, confidence: float) -> InferredSuccession:
    return InferredSuccession(source, target, EdgeType.RENAMED_TO, *sitting.place, new.quote, confidence)


def _new_name(case: ParsedCase, fresh: Sequence[ParsedCase], only: bool) -> ParsedCase | None:
    """The new case that is most alike; ``only``: no other case was to be renamed, and the place in the list tells."""
    scored = [(alike(case, one), one) for one in fresh]
    best, new = min(scored, key=lambda score: (-score[0], score[1].key), default=(0.0, None))
    alone = only and len(fresh) == 1 and case.position == fresh[0].position
    return new if best >= _LEAST_ALIKE or alone else None
