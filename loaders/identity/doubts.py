"""What is to be asked of people: names that may be one case, and cases that may have gone on as another.

Always true: a doubt asserts nothing; it is about two cases of one platform that no sitting speaks of side by side, that
no lineage joins and that nobody has judged; the same documents and ledger give the same doubts in the same order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.build.identity import CaseKey
from graph.interchange import ParsedCase, ParsedDocument, Quote, Source
from graph.judgement import Doubt, DoubtKind, Feature, Side
from graph.vocabulary import EdgeType, Role
from loaders.identity.comparison import compare
from loaders.identity.features import Evidence, Verdict
from loaders.identity.index import Index
from loaders.identity.ledger import Ledger, case_id
from loaders.identity.normal import normal_form
from loaders.identity.resolution import Resolution, resolution
from loaders.identity.sittings import LINEAGE, Sitting, by_series
from loaders.identity.succession import alike

_LEAST_ALIKE = 0.6
"""Names with less in common are not looked at."""
_LEAST_OFFERED = 0.45
"""From which score a succession is worth a person's look."""
_SHARED = 0.1
"""What a shared place, proposer or program adds to the score of a succession."""
_LEAVES = frozenset({*LINEAGE, EdgeType.REJECTED_AT, EdgeType.WITHDRAWN_AT})
"""Decisions after which nobody asks what a case became; one that was delisted may come back under another name."""
_AROUND = (60, 140)
"""So many characters of its line are quoted before and after a name."""


def doubts(documents: Sequence[ParsedDocument], ledger: Ledger) -> list[Doubt]:
    """The questions that documents leave open. In: all documents, what people judged. Out: likeliest first."""
    look = _Look(resolution(documents, ledger), ledger)
    found: dict[frozenset[str], Doubt] = {}
    for doubt in (*look.identities(), *look.successions()):
        pair = frozenset((doubt.left.case, doubt.right.case))
        if pair not in found or (found[pair].kind is doubt.kind and found[pair].score < doubt.score):
            found[pair] = doubt
    return sorted(found.values(), key=lambda doubt: (-doubt.score, doubt.kind, doubt.left.id, doubt.right.id))


@dataclass(frozen=True, slots=True)
class _Told:
    """A case as one sitting speaks of it."""

    sitting: Sitting
    case: ParsedCase

    @property
    def key(self) -> CaseKey:
        return self.sitting.key(self.case)

    def proposers(self) -> set[str]:
        mentions = self.sitting.minutes.mentions
        return {m.body.name for m in mentions if m.case == self.case.key and m.role is Role.PROPOSER}

    def programs(self) -> set[str]:
        return {program.name for program in self.sitting.minutes.programs if program.case == self.case.key}


class _Look:
    """A resolution as doubts are found in it."""

    def __init__(self, resolution: Resolution, ledger: Ledger) -> None:
        self.resolution, self.ledger, self.ids = resolution, ledger, resolution.identity.case_ids
        self.told = {s.key(case): _Told(s, case) for s in resolution.sittings for case in s.minutes.cases}
        self.judged: defaultdict[str, set[str]] = defaultdict(set)
        for key, spellings in resolution.spellings.items():
            for id in (case_id(resolution.cases[key].platform, spelling) for spelling in spellings):
                if ledger.touches(id):
                    self.judged[self.ids[key]].add(ledger.meaning(id))
        self.lineage = self._lineages()

    def identities(self) -> Iterator[Doubt]:
        """Names of one platform that the matcher does not tell apart, and that no rule made one."""
        homes: defaultdict[str, dict[str, _Told]] = defaultdict(dict)
        for key, told in self.told.items():
            homes[self.resolution.cases[key].platform].setdefault(normal_form(told.case.name), told)
        for _, names in sorted(homes.items()):
            for left, right in Index(names).couples(_LEAST_ALIKE):
                first, second = sorted((names[left], names[right]), key=lambda told: (told.sitting.when, told.key))
                if not self._open(first, second):
                    continue
                found = compare(first.case.name, second.case.name, _evidence(first, second))
                if found.verdict is not Verdict.DIFFERENT:
                    reasons = tuple(Feature(one.reason.value, one.chinese, one.english) for one in found.features)
                    yield self._doubt(DoubtKind.IDENTITY, first, second, found.score, reasons)

    def successions(self) -> Iterator[Doubt]:
        """A case vanishes from a group's list and the next sitting has a new one like it, each the other's best."""
        for row in by_series(self.resolution.sittings):
            spoken = [{self.ids[sitting.key(case)] for case in sitting.minutes.cases} for sitting in row]
            for at, (before, after) in enumerate(pairwise(row)):
                earlier, later = set().union(*spoken[: at + 1]), set().union(*spoken[at + 1 :])
                gone = [told for told in _staying(before) if self.ids[told.key] not in later]
                new = [told for told in _arriving(after) if self.ids[told.key] not in earlier]
                scored = {(a.key, b.key): _promise(a, b) for a in gone for b in new if self._open(a, b)}
                for (a, b), score in scored.items():
                    rivals = (other for pair, other in scored.items() if (a in pair) != (b in pair))
                    if score >= _LEAST_OFFERED and all(other < score for other in rivals):
                        first, second = self.told[a], self.told[b]
                        likeness = f"{alike(first.case, second.case):.2f}"
                        reasons = (Feature("likeness", f"名稱相似 {likeness}", f"names alike {likeness}"),)
                        yield self._doubt(DoubtKind.SUCCESSION, first, second, score, reasons)

    def _open(self, left: _Told, right: _Told) -> bool:
        """Whether two cases of one platform may be asked about."""
        one, other, clusters = self.ids[left.key], self.ids[right.key], self.resolution.clusters
        if one == other or left.case.platform != right.case.platform or clusters.listed_together(left.key, right.key):
            return False
        if self.lineage.get(one, one) == self.lineage.get(other, other):
            return False
        return not any(self.ledger.answers(a, b) for a in self.judged.get(one, ()) for b in self.judged.get(other, ()))

    def _lineages(self) -> dict[str, str]:
        """Every case that came out of another or went on as one → what stands for all of its lineage."""
        steps = [(self.ids[a], self.ids[b]) for sitting in self.resolution.sittings for a, b in sitting.steps()]
        steps += [(step.source, step.target) for step in self.resolution.identity.inferred]
        near: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in steps:
            near[one].add(other)
            near[other].add(one)
        found: dict[str, str] = {}
        for start in sorted(near):
            waiting = [] if start in found else [start]
            while waiting:
                id = waiting.pop()
                if id not in found:
                    found[id] = start
                    waiting += near[id]
        return found

    def _doubt(self, kind: DoubtKind, left: _Told, right: _Told, score: float, reasons: tuple[Feature, ...]) -> Doubt:
        features = (*reasons, *_shared(left, right))
        return Doubt(kind, self._side(left), self._side(right), round(min(score, 1.0), 2), features)

    def _side(self, told: _Told) -> Side:
        source, case, meeting = told.sitting.source, told.case, told.sitting.minutes.meeting
        quote = _in_its_line(source, case.quote)
        return Side(
            id=case_id(case.platform, case.name),
            case=self.ids[told.key],
            name=case.name,
            platform=case.platform,
            quote=quote,
            meeting=meeting.title,
            date=meeting.date,
            document=f"document:{source.sha256}",
            path=source.path,
            line=source.text.count("\n", 0, case.quote.start) + 1,
        )


def _staying(sitting: Sitting) -> list[_Told]:
    """The cases on a sitting's list that it neither refuses nor leads on."""
    leaving = {decision.case for decision in sitting.minutes.decisions if decision.type in _LEAVES}
    return [_Told(sitting, case) for case in sitting.minutes.cases if case.position and case.key not in leaving]


def _arriving(sitting: Sitting) -> list[_Told]:
    """The cases on a sitting's list that it does not say where they come from."""
    ends = {decision.target for decision in sitting.minutes.decisions if decision.type in LINEAGE}
    return [_Told(sitting, case) for case in sitting.minutes.cases if case.position and case.key not in ends]


def _evidence(left: _Told, right: _Told) -> Evidence:
    """What the minutes say besides the names."""
    return Evidence(
        same_proposer=bool(left.proposers() & right.proposers()),
        shared_program=bool(left.programs() & right.programs()),
        listed_together=False,
    )


def _promise(left: _Told, right: _Told) -> float:
    """How likely one goes on as the other: how much the names have in common, and what else is shared."""
    place = left.case.position == right.case.position
    common = (place, bool(left.proposers() & right.proposers()), bool(left.programs() & right.programs()))
    return alike(left.case, right.case) + _SHARED * sum(common)


def _shared(left: _Told, right: _Told) -> tuple[Feature, ...]:
    """What two cases have in common beside their names."""
    groups = {told.sitting.minutes.meeting.group or "" for told in (left, right)}
    place = left.case.position if left.case.position == right.case.position else None
    found = (
        ("group", "同組", groups.pop() if len(groups) == 1 else ""),
        ("place in the list", "項次相同", str(place or "")),
        ("proposer", "提案單位相同", "、".join(sorted(left.proposers() & right.proposers()))),
        ("program", "計畫相同", "、".join(sorted(left.programs() & right.programs()))),
    )
    return tuple(Feature(name, f"{said}：{value}", f"same {name}: {value}") for name, said, value in found if value)


def _in_its_line(source: Source, quote: Quote) -> Quote:
    """A quote with the rest of its line, as far as a reader needs it."""
    before, after = _AROUND
    start = max(source.text.rfind("\n", 0, quote.start) + 1, quote.start - before)
    stop = source.text.find("\n", quote.end)
    end = min(stop if stop >= 0 else len(source.text), quote.end + after)
    return Quote(start, end, source.text[start:end], quote.section)
