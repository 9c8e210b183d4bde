"""Names that may be alike, found without comparing each with every other.

Always true: which names come near is a pure function of the set of names; a name is compared with those that share
one of its rarest pairs of characters, so a new name costs the same however many there are of other things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import Indel


class Index:
    """Normal forms by their pairs of neighbouring characters. In: the forms."""

    def __init__(self, forms: Iterable[str] = ()) -> None:
        self._holders: defaultdict[str, list[str]] = defaultdict(list)
        self._forms: set[str] = set()
        for form in sorted(set(forms)):
            self.add(form)

    def add(self, form: str) -> None:
        """Let a form be found."""
        if form not in self._forms:
            self._forms.add(form)
            for pair in _pairs(form):
                self._holders[pair].append(form)

    def near(self, form: str) -> set[str]:
        """The other forms that share one of the rarer pairs of this one."""
        shared = (pair for pair in _pairs(form) if len(self._holders.get(pair, ())) > (form in self._forms))
        pairs = sorted(shared, key=lambda pair: (len(self._holders[pair]), pair))
        found = {other for pair in pairs[: max(3, len(form) // 2)] for other in self._holders[pair]}
        return found - {form}

    def alike(self, form: str, least: float) -> list[str]:
        """Those of them that are so much alike (from 0 to 1), sorted."""
        found = process.extract(
            form, list(self.near(form)), scorer=Indel.normalized_similarity, score_cutoff=least, limit=None
        )
        return sorted(other for other, _, _ in found)

    def couples(self, least: float) -> Iterator[tuple[str, str]]:
        """Every two forms of which one is found by the other and so much alike, each couple once and in order."""
        couples = {tuple(sorted((form, other))) for form in self._forms for other in self.alike(form, least)}
        yield from sorted((left, right) for left, right in couples)


def _pairs(form: str) -> set[str]:
    return {form[i : i + 2] for i in range(len(form) - 1)}
