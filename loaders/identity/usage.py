"""How often minutes write two characters side by side: what the corpus says about a word that no dictionary has.

Always true: the counts do not depend on the order of the texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from loaders.identity.normal import normal_form


@dataclass(frozen=True, slots=True)
class Usage:
    """Two neighbouring characters → how often they stand so."""

    counts: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Usage:
        """Count the lines of some texts: documents, or names that are known."""
        counts: Counter[str] = Counter()
        for text in texts:
            for line in text.splitlines():
                counts.update(_pairs(normal_form(line)))
        return cls(counts)

    def compare(self, x: str, y: str) -> tuple[int, int]:
        """How often the commonest pair of characters is written that only the one, or only the other name has."""
        one, other = set(_pairs(x)), set(_pairs(y))
        return self._most(one - other), self._most(other - one)

    def _most(self, pairs: set[str]) -> int:
        return max((self.counts.get(pair, 0) for pair in pairs), default=0)


def _pairs(text: str) -> list[str]:
    return [a + b for a, b in pairwise(text)]
