"""Which case of one sitting is which of another, over all documents together.

Always true: the answer depends on what the documents say and not on their order; two names become one case only where
their difference is spelling, or where one stands for the other in a neighbouring sitting of the same group and no
sitting knows both; cases of two platforms stay two unless an item says that it was carried over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from rapidfuzz.distance import Indel

from graph.build.identity import CaseKey, Identity, InferredSuccession, ResolvedCase
from graph.interchange import ParsedCase, ParsedDocument, ParsedMinutes
from graph.vocabulary import EdgeType
from loaders.identity.matching import Verdict, continues, same_case
from loaders.identity.normal import normal_form

_LINEAGE = frozenset({EdgeType.RENAMED_TO, EdgeType.MERGES_INTO, EdgeType.SPLITS_INTO})
_LEAST_ALIKE = 0.4
_CONFIDENCE = 0.9
_BEGINNINGS = frozenset({EdgeType.PROPOSED_AT, EdgeType.ESTABLISHED_AT})


@dataclass(frozen=True, slots=True)
class _Sitting:
    """One sitting with its place among the documents."""

    document: str
    index: int
    minutes: ParsedMinutes

    @property
    def series(self) -> tuple[str, str, str]:
        m = self.minutes.meeting
        return m.platform, m.level, m.group or ""

    @property
    def when(self) -> tuple[str, int, int, str, int]:
        m = self.minutes.meeting
        return m.date or "", m.roc_year or 0, m.ordinal or 0, self.document, self.index

    def key(self, case: ParsedCase) -> CaseKey:
        return CaseKey(self.document, self.index, case.key)

    def steps(self) -> Iterator[frozenset[CaseKey]]:
        """Pairs of cases of which one goes on as the other."""
        for decision in self.minutes.decisions:
            if decision.type in _LINEAGE and decision.target and decision.target != decision.case:
                ends = (decision.case, decision.target)
                yield frozenset(CaseKey(self.document, self.index, end) for end in ends)


class _Union:
    """Disjoint clusters; a union that would give one sitting two names for one case is refused."""

    def __init__(self) -> None:
        self.parent: dict[CaseKey, CaseKey] = {}
        self.apart: dict[CaseKey, set[tuple[str, int]]] = {}
        self.linked: set[frozenset[CaseKey]] = set()

    def add(self, key: CaseKey) -> None:
        self.parent[key] = key
        self.apart[key] = {(key.document, key.sitting)}

    def find(self, key: CaseKey) -> CaseKey:
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, a: CaseKey, b: CaseKey) -> bool:
        x, y = sorted((self.find(a), self.find(b)))
        if x == y:
            return True
        if self.apart[x] & self.apart[y] or any(
            {self.find(p), self.find(q)} == {x, y} for p, q in map(tuple, self.linked)
        ):
            return False
        self.parent[y] = x
        self.apart[x] |= self.apart.pop(y)
        return True


def resolve(documents: Sequence[ParsedDocument]) -> Identity:
    """The identity of every case. In: all documents of a store. Out: case ids, names, inferred steps."""
    found = (_Sitting(d.source.sha256, i, m) for d in documents for i, m in enumerate(d.minutes))
    sittings = sorted(found, key=lambda sitting: sitting.when)
    union = _Union()
    cases: dict[CaseKey, ParsedCase] = {}
    for sitting in sittings:
        for case in sitting.minutes.cases:
            cases[sitting.key(case)] = case
            union.add(sitting.key(case))
    union.linked = {pair for s in sittings for pair in s.steps() if pair <= cases.keys()}
    _same_spelling(union, cases, _ended(sittings))
    _carried_over(union, cases)
    _neighbours(union, sittings)
    _slips(union, cases)
    ids, resolved = _named(union, cases, sittings)
    return Identity(ids, resolved, tuple(_renamed_after_request(sittings, ids)))


def _ended(sittings: Iterable[_Sitting]) -> set[CaseKey]:
    """The cases that a sitting itself took off its list."""
    return {
        CaseKey(s.document, s.index, d.case)
        for s in sittings
        for d in s.minutes.decisions
        if d.type is EdgeType.DELISTED_AT and d.meeting is None
    }


def _same_spelling(union: _Union, cases: dict[CaseKey, ParsedCase], ended: set[CaseKey]) -> None:
    """One platform and one normal form, or the same words in another order; of twins the one that goes on is meant."""
    forms: dict[tuple[str, str], CaseKey] = {}
    bags: dict[tuple[str, str], list[CaseKey]] = defaultdict(list)
    for key in sorted(cases, key=lambda key: (key in ended, key)):
        case = cases[key]
        for spelling in (case.name, *case.aliases):
            form = normal_form(spelling)
            first = forms.setdefault((case.platform, form), key)
            union.join(first, key)
            bag = bags[case.platform, "".join(sorted(form))]
            if key not in bag:
                bag.append(key)
    for bag in bags.values():
        for other in bag[1:]:
            pairs = product(_spellings(cases[bag[0]]), _spellings(cases[other]))
            if any(same_case(a, b) is Verdict.SAME for a, b in pairs):
                union.join(bag[0], other)


def _spellings(case: ParsedCase) -> tuple[str, ...]:
    return (case.name, *case.aliases)


def _carried_over(union: _Union, cases: dict[CaseKey, ParsedCase]) -> None:
    """A case that its item says comes from an old platform is that platform's case of the same name."""
    home: dict[tuple[str, str], CaseKey] = {}
    for key in sorted(cases):
        home.setdefault((cases[key].platform, normal_form(cases[key].name)), key)
    for key in sorted(cases):
        if len(cases[key].origins) == 1:
            for spelling in _spellings(cases[key]):
                old = home.get((cases[key].origins[0], normal_form(spelling)))
                if old:
                    union.join(old, key)


def _neighbours(union: _Union, sittings: Iterable[_Sitting]) -> None:
    """Shortened, lengthened and slightly misspelt names between neighbouring sittings of one group."""
    for row in _series(sittings):
        for gap in (1, 2):
            for before, after in zip(row, row[gap:], strict=False):
                _match(union, before, after)


def _series(sittings: Iterable[_Sitting]) -> Iterable[list[_Sitting]]:
    """The sittings of one platform, level and group, in order."""
    series: dict[tuple[str, str, str], list[_Sitting]] = defaultdict(list)
    for sitting in sittings:
        series[sitting.series].append(sitting)
    return series.values()


def _match(union: _Union, before: _Sitting, after: _Sitting) -> None:
    here = {union.find(before.key(c)) for c in before.minutes.cases}
    there = {union.find(after.key(c)) for c in after.minutes.cases}
    left = [c for c in before.minutes.cases if union.find(before.key(c)) not in there]
    right = [c for c in after.minutes.cases if union.find(after.key(c)) not in here]
    for a in left:
        like = [b for b in right if a.platform == b.platform and _goes_on(a, b)]
        if len(like) == 1:
            union.join(before.key(a), after.key(like[0]))


def _goes_on(before: ParsedCase, after: ParsedCase) -> bool:
    return any(continues(x, y) for x, y in product(_spellings(before), _spellings(after)))


def _slips(union: _Union, cases: dict[CaseKey, ParsedCase]) -> None:
    """A slip in a long name, anywhere on one platform, where only one case comes near."""
    names: dict[tuple[str, str], CaseKey] = {}
    for key in sorted(cases):
        homes = {cases[key].platform, *cases[key].origins}
        for home in homes:
            names.setdefault((home, normal_form(cases[key].name)), key)
    blocks: dict[tuple[str, str], list[tuple[str, CaseKey]]] = defaultdict(list)
    for (home, form), key in sorted(names.items()):
        if len(form) >= 12:
            for part in (form[:5], form[-5:]):
                blocks[home, part].append((form, key))
    for block in blocks.values():
        for i, (form, key) in enumerate(block):
            others = (other for other in block[:i] + block[i + 1 :] if abs(len(other[0]) - len(form)) <= 1)
            near = [other for name, other in others if continues(form, name)]
            if len(near) == 1:
                union.join(key, near[0])


def _named(
    union: _Union, cases: dict[CaseKey, ParsedCase], sittings: Sequence[_Sitting]
) -> tuple[dict[CaseKey, str], dict[str, ResolvedCase]]:
    """Ids and official names: the spelling that most sittings list, the latest where they are even."""
    when = {(s.document, s.index): s.when for s in sittings}
    clusters: dict[CaseKey, list[CaseKey]] = defaultdict(list)
    for key in cases:
        clusters[union.find(key)].append(key)
    ids: dict[CaseKey, str] = {}
    resolved: dict[str, ResolvedCase] = {}
    ordered = sorted(clusters.values(), key=lambda keys: min((when[k.document, k.sitting], k) for k in keys))
    for keys in ordered:
        keys.sort(key=lambda k: (when[k.document, k.sitting], k))
        votes: Counter[str] = Counter()
        for key in keys:
            votes[cases[key].name] += 2 if cases[key].position else 1
        latest = {cases[k].name: i for i, k in enumerate(keys)}
        name = max(votes, key=lambda n: (votes[n], latest[n], len(n), n))
        platform = cases[keys[-1]].platform
        case_id = base = f"case:{platform}/{normal_form(name)}"
        count = 2
        while case_id in resolved:
            case_id = f"{base}#{count}"
            count += 1
        aliases = sorted({s for k in keys for s in _spellings(cases[k])} - {name})
        resolved[case_id] = ResolvedCase(case_id, name, tuple(aliases), platform)
        ids.update(dict.fromkeys(keys, case_id))
    return ids, resolved


def _renamed_after_request(sittings: Sequence[_Sitting], ids: dict[CaseKey, str]) -> Iterable[InferredSuccession]:
    """A sitting asks for a new name; the next lists a new, similar name in its place and the old one no more."""
    for row in _series(sittings):
        for before, after in pairwise(row):
            known = {ids[before.key(c)] for c in before.minutes.cases}
            here = {ids[after.key(c)] for c in after.minutes.cases}
            started = {d.case for d in after.minutes.decisions if d.type in _BEGINNINGS or d.type in _LINEAGE}
            listed = (c for c in after.minutes.cases if c.position and c.key not in started)
            fresh = [c for c in listed if ids[after.key(c)] not in known]
            asked = [c for c in before.minutes.cases if c.renaming_requested and ids[before.key(c)] not in here]
            for case in asked:
                new = _new_name(case, fresh, len(asked) == 1)
                if new:
                    old_id, new_id = ids[before.key(case)], ids[after.key(new)]
                    where = after.document, after.index, new.quote
                    yield InferredSuccession(old_id, new_id, EdgeType.RENAMED_TO, *where, _CONFIDENCE)


def _new_name(case: ParsedCase, fresh: Sequence[ParsedCase], only: bool) -> ParsedCase | None:
    """The new case that is most alike; ``only``: no other case was to be renamed, and the place in the list tells."""
    form = normal_form(case.name)
    scored = [(Indel.normalized_similarity(form, normal_form(one.name)), one) for one in fresh]
    best, new = min(scored, key=lambda score: (-score[0], score[1].key), default=(0.0, None))
    alone = only and len(fresh) == 1 and case.position == fresh[0].position
    return new if best >= _LEAST_ALIKE or alone else None
