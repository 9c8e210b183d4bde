"""What makes two names two cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.vetoes import listed, vetoes
from loaders.lexicon.discriminators import discriminators

FORMS = st.text(st.sampled_from("第123期國中小水質位左右岸2024年臺北桃園海廢回收"), max_size=14)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("海廢回收1期", "海廢回收2期"),
        ("海廢回收", "海廢回收2期"),
        ("國中走讀", "國小走讀"),
        ("水質監測", "水位監測"),
        ("板橋走讀", "三重走讀"),
        ("日間走讀", "夜間走讀"),
    ],
)
def test_what_excludes_each_other(x: str, y: str) -> None:
    assert vetoes(x, y)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("2024年海廢回收", "海廢回收"),
        ("國小走讀", "走讀"),
        ("海廢回收", "海廢回收推廣"),
        ("國中與國小走讀", "國小的國中走讀"),
    ],
)
def test_what_only_one_side_says_or_both_say_is_no_veto(x: str, y: str) -> None:
    assert vetoes(x, y) == ()


def test_the_longest_word_is_meant() -> None:
    assert listed("高中職與國中小") == ["高中職", "國中小"]


@given(FORMS, FORMS)
def test_the_order_does_not_matter(x: str, y: str) -> None:
    assert sorted(vetoes(x, y)) == sorted(feature.turned() for feature in vetoes(y, x))


@given(FORMS)
def test_nothing_is_vetoed_against_itself(x: str) -> None:
    assert vetoes(x, x) == ()


def test_every_row_holds_words_that_exclude_each_other() -> None:
    rows: dict[str, set[str]] = {}
    for word, row in discriminators().row_of.items():
        rows.setdefault(row, set()).add(word)
    assert {"audience", "stage", "place"} <= rows.keys()
    assert all(len(words) > 1 for words in rows.values())
    assert all(len(word) > 1 for words in rows.values() for word in words)
