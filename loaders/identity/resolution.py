"""Which case of one sitting is which of another, over all documents together.

Always true: the answer depends on what the documents and the ledger say and not on their order; what a person judged
comes before every rule; else two names become one case only where their difference is spelling, or where one stands
for the other in a neighbouring sitting of the same group and no sitting knows both; cases of two platforms stay two
unless an item says that it was carried over, or the one platform went into the other and the case went on there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Indel, LCSseq, Levenshtein

from graph.build.identity import CaseKey, Identity
from graph.interchange import ParsedCase, ParsedDocument
from loaders.identity.clusters import Clusters
from loaders.identity.comparison import compare
from loaders.identity.index import Index
from loaders.identity.ledger import Ledger, case_id
from loaders.identity.matching import Verdict, continues, same_case
from loaders.identity.naming import named
from loaders.identity.normal import normal_form
from loaders.identity.sittings import Sitting, by_series, in_order
from loaders.identity.succession import judged_successions, renamed_after_request, renamed_in_list
from loaders.identity.takeover import taken_over
from loaders.lexicon.discriminators import discriminators

_NOBODY = Ledger()


@dataclass(frozen=True, slots=True)
class Resolution:
    """How cases were told apart: what ``resolve`` answers with, and what a doubt is found in."""

    sittings: Sequence[Sitting]
    cases: dict[CaseKey, ParsedCase]
    spellings: dict[CaseKey, tuple[str, ...]]
    """The name, and the other spellings there that nobody judged another case."""
    clusters: Clusters
    identity: Identity


def resolve(documents: Sequence[ParsedDocument], ledger: Ledger = _NOBODY) -> Identity:
    """The identity of every case. In: all documents of a store, what people judged. Out: ids, names, inferred steps."""
    return resolution(documents, ledger).identity


def resolution(documents: Sequence[ParsedDocument], ledger: Ledger = _NOBODY) -> Resolution:
    """The same, with what it came from."""
    sittings = in_order(documents)
    cases = {sitting.key(case): case for sitting in sittings for case in sitting.minutes.cases}
    spellings = {key: _spellings(case, ledger) for key, case in cases.items()}
    clusters = Clusters(ledger)
    for key in cases:
        clusters.add(key)
    for sitting in sittings:
        for before, after in sitting.steps():
            clusters.step(before, after)
    rules = _Rules(cases, spellings, clusters)
    rules.same_name(ledger, {key for sitting in sittings for key in sitting.ended()})
    rules.same_meaning()
    rules.carried_over()
    for old, new in taken_over(sittings, cases):
        clusters.join(old, new)
    rules.neighbours(sittings)
    rules.slips()
    ids, resolved = named(clusters, cases, spellings, sittings)
    asked = tuple(renamed_after_request(sittings, ids, clusters))
    told = {step.source for step in asked} | {ids[key] for sitting in sittings for key, _ in sitting.steps()}
    steps = (
        *asked,
        *(step for step in renamed_in_list(sittings, ids, clusters) if step.source not in told),
        *judged_successions(ledger, sittings, ids, spellings),
    )
    return Resolution(sittings, cases, spellings, clusters, Identity(ids, resolved, steps))


def _spellings(case: ParsedCase, ledger: Ledger) -> tuple[str, ...]:
    """The spellings of a case in one sitting, without those that a person judged another case than those before."""
    kept: list[str] = []
    meanings: set[str] = set()
    for spelling in (case.name, *case.aliases):
        meaning = ledger.meaning(case_id(case.platform, spelling))
        if ledger.foes(meaning).isdisjoint(meanings):
            kept.append(spelling)
            meanings.add(meaning)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules, each of which joins clusters; they are applied in order."""

    cases: dict[CaseKey, ParsedCase]
    spellings: dict[CaseKey, tuple[str, ...]]
    clusters: Clusters

    def same_name(self, ledger: Ledger, ended: set[CaseKey]) -> None:
        """One platform and one normal form, and what people judged the same; of twins the one that goes on is meant."""
        homes: dict[str, CaseKey] = {}
        order = sorted(self.cases, key=lambda key: (key in ended, key))
        for key in order:
            id = case_id(self.cases[key].platform, self.cases[key].name)
            self.clusters.claim(key, ledger.meaning(id))
            self.clusters.join(homes.setdefault(id, key), key)
        judged: dict[str, CaseKey] = {}
        for ids in ledger.classes():
            for home in (homes[id] for id in ids if id in homes):
                self.clusters.unite(judged.setdefault(ledger.meaning(ids[0]), home), home)
        for key in order:
            for spelling in self.spellings[key][1:]:
                id = case_id(self.cases[key].platform, spelling)
                if self.clusters.claim(key, ledger.meaning(id)):
                    self.clusters.join(homes.setdefault(id, key), key)
                    if ledger.meaning(id) in judged or ledger.meaning(id) != id:
                        self.clusters.unite(judged.setdefault(ledger.meaning(id), key), key)

    def same_meaning(self) -> None:
        """Names of one platform that differ in nothing but spelling, the order of their words, or an obvious slip."""
        homes: dict[str, dict[str, tuple[str, CaseKey]]] = defaultdict(dict)
        for key in sorted(self.cases):
            for spelling in self.spellings[key]:
                homes[self.cases[key].platform].setdefault(normal_form(spelling), (spelling, key))
        for platform, names in sorted(homes.items()):
            for form, (_, long) in names.items():
                short = names.get(_without(form, platform))
                if short:
                    self.clusters.join(long, short[1])  # 雲嘉嘉南公費疫苗調撥 on that platform itself
            for form, other_form in Index(names).couples(_LEAST):
                (name, key), (other_name, other) = names[form], names[other_form]
                if _one_case(name, other_name, form, other_form):
                    self.clusters.join(key, other)

    def carried_over(self) -> None:
        """A case that its item says comes from an old platform is that platform's case of the same name."""
        home: dict[str, CaseKey] = {}
        for key in sorted(self.cases):
            home.setdefault(case_id(self.cases[key].platform, self.cases[key].name), key)
        for key in sorted(self.cases):
            if len(self.cases[key].origins) == 1:
                for spelling in self.spellings[key]:
                    old = home.get(case_id(self.cases[key].origins[0], spelling))
                    if old:
                        self.clusters.join(old, key)

    def neighbours(self, sittings: Sequence[Sitting]) -> None:
        """Shortened, lengthened and slightly misspelt names between neighbouring sittings of one group."""
        for row in by_series(sittings):
            for gap in (1, 2):
                for before, after in zip(row, row[gap:], strict=False):
                    self._match(before, after)

    def _match(self, before: Sitting, after: Sitting) -> None:
        find = self.clusters.find
        here = {find(before.key(case)) for case in before.minutes.cases}
        there = {find(after.key(case)) for case in after.minutes.cases}
        left = [before.key(case) for case in before.minutes.cases if find(before.key(case)) not in there]
        right = [after.key(case) for case in after.minutes.cases if find(after.key(case)) not in here]
        places = (
            {
                **before.places(lambda key: find(key) in there),
                **after.places(lambda key: find(key) in here),
            }
            if left and right
            else {}
        )
        for a in left:
            same = [b for b in right if self.cases[a].platform == self.cases[b].platform]
            like = [b for b in same if self._goes_on(a, b)]
            like = like or [b for b in same if places.get(a) == places.get(b) is not None and self._slipped(a, b)]
            if len(like) == 1:
                self.clusters.join(a, like[0])

    def _slipped(self, before: CaseKey, after: CaseKey) -> bool:
        """One character of a shorter name, in the same place of two lists."""
        x, y = (normal_form(self.cases[key].name) for key in (before, after))
        alike = min(len(x), len(y)) >= _SHORTEST_SLIP and Levenshtein.distance(x, y, score_cutoff=1) == 1
        return alike and len(x) == len(y) and same_case(x, y) is Verdict.UNSURE

    def _goes_on(self, before: CaseKey, after: CaseKey) -> bool:
        pairs = product(self.spellings[before], self.spellings[after])
        return any(_half_shared(x, y) and continues(x, y) for x, y in pairs)

    def slips(self) -> None:
        """A slip in a long name, anywhere on one platform, where only one case comes near."""
        homes: dict[str, dict[str, CaseKey]] = defaultdict(dict)
        for key in sorted(self.cases):
            for platform in {self.cases[key].platform, *self.cases[key].origins}:
                homes[platform].setdefault(normal_form(self.cases[key].name), key)
        for _, names in sorted(homes.items()):
            long = [form for form in names if len(form) >= _LONG]
            index = Index(long)
            for form in sorted(long):
                near = [other for other in index.alike(form, _LEAST) if _nearly(form, other) and continues(form, other)]
                if len(near) == 1:
                    self.clusters.join(names[form], names[near[0]])


_LONG = 12
"""The length from which a slip is told from another case wherever it stands."""
_SHORTEST_SLIP = 6
"""The length from which a slip is told in the same place of two lists."""
_SHORTEST_REST = 5
"""The characters that must be left of a name without its platform's word."""
_END = re.compile("(?:城市|區域|縣市|跨域)?(?:合作|交流|治理|發展)*(?:平臺|論壇|聯盟|會報|委員會)$")
_LEAST = 0.65
"""How much a name and the same with two words exchanged have in common at least."""
_SLIP = 0.85
"""How much a name and the same with a slip have in common at least."""
_CLOSE = 0.8
"""From which likeness two names are worth the matcher's close look."""
_EDGE = 5


def _without(form: str, platform: str) -> str:
    """A normal form without the word of the platform it stands on, which tells it from no other case there."""
    word = normal_form(_END.sub("", platform))
    return form.removeprefix(word) if word and len(form) - len(word) >= _SHORTEST_REST else ""


def _one_case(left: str, right: str, form: str, other_form: str) -> bool:
    """Whether the matcher is sure of two names; what the quick look leaves open is looked at closely where it pays."""
    quick, common = same_case(left, right), discriminators().common
    if quick is Verdict.UNSURE and Indel.normalized_similarity(common(form), common(other_form)) >= _CLOSE:
        return compare(left, right).verdict is Verdict.SAME
    return quick is Verdict.SAME


def _half_shared(left: str, right: str) -> bool:
    """Whether half of the shorter name stands in the longer: the least that any rule asks for, and soon told."""
    x, y = normal_form(left), normal_form(right)
    return 2 * LCSseq.similarity(x, y) >= min(len(x), len(y))


def _nearly(form: str, other: str) -> bool:
    """Whether two forms are of nearly one length, begin or end alike, and differ by a slip or in the order of words."""
    if abs(len(form) - len(other)) > 1 or (form[:_EDGE] != other[:_EDGE] and form[-_EDGE:] != other[-_EDGE:]):
        return False
    return Indel.normalized_similarity(form, other) >= _SLIP or sorted(form) == sorted(other)
