"""Names that come near are found, and a name in no way like them is not compared."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from loaders.identity.index import Index

forms = st.lists(st.text("山海河港田橋路塔", min_size=6, max_size=14), min_size=2, max_size=30, unique=True)


@settings(max_examples=100, deadline=None)
@given(forms)
def test_every_couple_that_differs_in_one_character_is_found(made: list[str]) -> None:
    found = set(Index(made).couples(0.65))
    for left in made:
        for right in made:
            if left < right and Indel.distance(left, right) <= 2:
                assert (left, right) in found


@given(forms, st.randoms(use_true_random=False))
def test_the_order_of_the_names_does_not_matter(made: list[str], chance: object) -> None:
    assert list(Index(made).couples(0.5)) == list(Index(reversed(made)).couples(0.5))


def test_names_that_share_nothing_are_not_compared() -> None:
    index = Index(["漁村走讀推廣", "海廢回收獎勵", "漁村慢遊推廣"])
    assert index.near("漁村走讀推廣") == {"漁村慢遊推廣"}
    assert index.near("山區步道") == set()
    index.add("山區步道整修")
    assert index.near("山區步道") == {"山區步道整修"}
