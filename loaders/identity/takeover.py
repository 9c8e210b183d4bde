"""Cases of a platform that another one took over: which of the new platform's cases they are.

Always true: a case goes on as the new platform's case of the same name where that one did not begin there, the old one
had not ended and was spoken of before, and no other platform that went into the new one has a case of that name; else
they stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.build.identity import CaseKey
from graph.governance import governance
from graph.interchange import ParsedCase
from graph.vocabulary import EdgeType
from loaders.identity.normal import normal_form
from loaders.identity.sittings import Sitting

_BEGINNINGS = frozenset({EdgeType.PROPOSED_AT, EdgeType.ESTABLISHED_AT})
_ENDINGS = frozenset(
    {EdgeType.DELISTED_AT, EdgeType.REJECTED_AT, EdgeType.WITHDRAWN_AT, EdgeType.RENAMED_TO, EdgeType.MERGES_INTO,
     EdgeType.SPLITS_INTO}
)  # fmt: skip


@dataclass(slots=True)
class _Life:
    """What is known of a name on one platform."""

    keys: list[CaseKey] = field(default_factory=list)
    first: str = "9999"
    last: str = ""
    began: bool = False
    ended: bool = False


def taken_over(sittings: Sequence[Sitting], cases: Mapping[CaseKey, ParsedCase]) -> Iterator[tuple[CaseKey, CaseKey]]:
    """Pairs of an old platform's case and the new platform's case that it goes on as. In: all sittings, their cases."""
    into = _mergers(sittings)
    lives = _lives(sittings, cases)
    for _, platforms in sorted(lives.items()):
        for new in sorted(set(into.values()) & platforms.keys()):
            old = [name for name in platforms if into.get(name) == new]
            if len(old) == 1 and _goes_on(platforms[old[0]], platforms[new]):
                yield min(platforms[old[0]].keys), min(platforms[new].keys)


def _goes_on(old: _Life, new: _Life) -> bool:
    return not old.ended and not new.began and "" < old.last < new.first


def _mergers(sittings: Iterable[Sitting]) -> dict[str, str]:
    """Platform → the platform that took it over, as is known or as minutes say."""
    known = {one.name: one.merged_into for one in governance().values() if one.merged_into}
    told = {merger.source: merger.target for sitting in sittings for merger in sitting.minutes.mergers}
    return {source: target for source, target in (told | known).items() if source != target}


def _lives(sittings: Iterable[Sitting], cases: Mapping[CaseKey, ParsedCase]) -> dict[str, dict[str, _Life]]:
    """Normal form → platform → what became of the case of that name there."""
    found: defaultdict[str, defaultdict[str, _Life]] = defaultdict(lambda: defaultdict(_Life))
    for sitting in sittings:
        told: defaultdict[str, set[EdgeType]] = defaultdict(set)
        for decision in sitting.minutes.decisions:
            told[decision.case].add(decision.type)
        for case in sitting.minutes.cases:
            life = found[normal_form(cases[sitting.key(case)].name)][case.platform]
            life.keys.append(sitting.key(case))
            day = sitting.minutes.meeting.date or ""
            life.first, life.last = min(life.first, day or "9999"), max(life.last, day)
            life.began = life.began or not _BEGINNINGS.isdisjoint(told[case.key])
            life.ended = life.ended or not _ENDINGS.isdisjoint(told[case.key])
    return {form: dict(platforms) for form, platforms in found.items()}
