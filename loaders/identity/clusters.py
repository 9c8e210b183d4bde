"""Disjoint clusters of what sittings say: each becomes one case.

Always true: what a person judged apart never comes into one cluster, not even by way of a third; ``join`` also keeps
apart what one sitting lists beside each other and what a step of a lineage leads between, ``unite`` does not. Whether
two clusters may become one is known from the two alone.
"""

from __future__ import annotations

from collections import defaultdict

from graph.build.identity import CaseKey
from loaders.identity.ledger import Ledger


class Clusters:
    """Union-find over cases as sittings speak of them. In: what people judged."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._parent: dict[CaseKey, CaseKey] = {}
        self._sittings: dict[CaseKey, set[tuple[str, int]]] = {}
        self._meanings: dict[CaseKey, set[str]] = {}
        self._stepped: defaultdict[CaseKey, set[CaseKey]] = defaultdict(set)

    def add(self, key: CaseKey) -> None:
        """A cluster of its own."""
        self._parent[key] = key
        self._sittings[key] = {(key.document, key.sitting)}
        self._meanings[key] = set()

    def step(self, a: CaseKey, b: CaseKey) -> None:
        """Say that one went on as the other, so that ``join`` keeps them two. Before anything is joined."""
        self._stepped[a].add(b)
        self._stepped[b].add(a)

    def find(self, key: CaseKey) -> CaseKey:
        """What stands for the cluster of a case."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def claim(self, key: CaseKey, meaning: str) -> bool:
        """Let a cluster answer to what a person judged; False where it answers to what was judged another case."""
        held = self._meanings[self.find(key)]
        if not self._ledger.foes(meaning).isdisjoint(held):
            return False
        if self._ledger.foes(meaning):
            held.add(meaning)
        return True

    def join(self, a: CaseKey, b: CaseKey) -> bool:
        """Make two clusters one, unless they list two cases of one sitting, follow one another or were judged apart."""
        x, y = sorted((self.find(a), self.find(b)))
        if x == y:
            return True
        if self.listed_together(x, y) or self.stepped(x, y) or self.judged_apart(x, y):
            return False
        self._union(x, y)
        return True

    def unite(self, a: CaseKey, b: CaseKey) -> bool:
        """Make two clusters one because a person says so, unless a person judged them apart."""
        x, y = sorted((self.find(a), self.find(b)))
        if x != y and self.judged_apart(x, y):
            return False
        if x != y:
            self._union(x, y)
        return True

    def listed_together(self, a: CaseKey, b: CaseKey) -> bool:
        """Whether one sitting speaks of both."""
        return not self._sittings[self.find(a)].isdisjoint(self._sittings[self.find(b)])

    def stepped(self, a: CaseKey, b: CaseKey) -> bool:
        """Whether a sitting says that one went on as the other."""
        return self.find(b) in self._stepped[self.find(a)]

    def judged_apart(self, a: CaseKey, b: CaseKey) -> bool:
        """Whether a person judged a name of the one to be another case than a name of the other."""
        few, many = sorted((self._meanings[self.find(a)], self._meanings[self.find(b)]), key=len)
        return any(not self._ledger.foes(meaning).isdisjoint(many) for meaning in few)

    def _union(self, x: CaseKey, y: CaseKey) -> None:
        self._parent[y] = x
        self._sittings[x] |= self._sittings.pop(y)
        self._meanings[x] |= self._meanings.pop(y)
        for other in self._stepped.pop(y, ()):
            self._stepped[other].discard(y)
            if other != x:
                self._stepped[other].add(x)
                self._stepped[x].add(other)
