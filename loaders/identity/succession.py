"""One case that went on as another where no sentence says so: after a request for a new name, or as a person judged.

Always true: identity and succession are two things; a step found here leads between two cases, is inferred, and rests
on the passage that first has the new name.
"""

from __future__ import annotations

from collections import Counter
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
_ALONE, _WORDS, _IN_LIST = 0.25, 0.85, 0.7
"""Likeness that is enough where only one case is gone and one is new; the share of characters from which two names hold
the same words; how sure a step is that only two lists show."""
_KEEPING = frozenset({EdgeType.ESTABLISHED_AT, EdgeType.CONTINUED_AT, EdgeType.EXPANDED_AT})
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


def renamed_in_list(
    sittings: Sequence[Sitting], ids: Mapping[CaseKey, str], clusters: Clusters
) -> Iterator[InferredSuccession]:
    """A case that is gone from a list goes on as the one that stands in its place in the next sitting's list.

    Only where the old one had not ended, the new one does not begin, and their names have something in common.
    """
    for row in by_series(sittings):
        names = [{ids[sitting.key(case)] for case in sitting.minutes.cases} for sitting in row]
        for at, (before, after) in enumerate(pairwise(row)):
            earlier, later = set().union(*names[: at + 1]), set().union(*names[at + 1 :])
            gone = [c for c in _going_on(before) if ids[before.key(c)] not in later]
            fresh = [c for c in newly_listed(after) if ids[after.key(c)] not in earlier]
            old_at = _by_place(before, gone, ids, names[at + 1])
            new_at = _by_place(after, fresh, ids, names[at])
            least = _ALONE if len(gone) == len(fresh) == 1 else _LEAST_ALIKE
            for place in old_at.keys() & new_at.keys() if _is_next(before, after) else ():
                if len(old_at[place]) == len(new_at[place]):  # else nobody can tell which became which
                    for old, new in zip(old_at[place], new_at[place], strict=True):
                        apart = clusters.judged_apart(before.key(old), after.key(new)) or _same_words(old, new)
                        if alike(old, new) >= least and not apart:
                            yield _step(ids[before.key(old)], ids[after.key(new)], after, new, _IN_LIST)


def _by_place(
    sitting: Sitting, cases: Sequence[ParsedCase], ids: Mapping[CaseKey, str], shared: set[str]
) -> dict[int, list[ParsedCase]]:
    """Cases by how many that another sitting has, too, stand before them in a list, in the list's order."""
    places, found = sitting.places(lambda key: ids[key] in shared), dict[int, list[ParsedCase]]()
    for case in sorted(cases, key=lambda case: case.position or 0):
        found.setdefault(places[sitting.key(case)], []).append(case)
    return found


def _same_words(left: ParsedCase, right: ParsedCase) -> bool:
    """Whether two names are nearly the same words in another order: one case perhaps, and no new name."""
    x, y = (Counter(normal_form(case.name)) for case in (left, right))
    return (x & y).total() >= _WORDS * min(x.total(), y.total())


def _going_on(sitting: Sitting) -> list[ParsedCase]:
    """The listed cases that a sitting keeps or accepts, and of which it says nothing else."""
    said: dict[str, set[EdgeType]] = {}
    for decision in sitting.minutes.decisions:
        if decision.meeting is None and decision.type is not EdgeType.DISCUSSED_AT:
            said.setdefault(decision.case, set()).add(decision.type)
    kept = (case for case in sitting.minutes.cases if case.position)
    return [case for case in kept if said.get(case.key) and said[case.key] <= _KEEPING]


def _is_next(before: Sitting, after: Sitting) -> bool:
    """Whether no sitting can have been between two, by their numbers."""
    one, other = before.minutes.meeting, after.minutes.meeting
    if not (one.ordinal and other.ordinal and one.roc_year and other.roc_year):
        return False
    same_year = one.roc_year == other.roc_year
    return other.ordinal == one.ordinal + 1 or (not same_year and other.ordinal == 1)
