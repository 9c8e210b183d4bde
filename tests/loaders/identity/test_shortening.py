"""Abbreviations and subtitles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.features import Feature, Reason
from loaders.identity.normal import normal_form
from loaders.identity.shortening import abbreviates, contracted, subtitle


def _subtitle(left: str, right: str) -> Feature | None:
    return subtitle(left, right, normal_form(left), normal_form(right))


NAMES = st.text(st.sampled_from("環境教育小尖兵社會住宅電子競技社宅環教電競推"), max_size=12)


@pytest.mark.parametrize(
    ("brief", "full"), [("環教", "環境教育"), ("社宅", "社會住宅"), ("職安衛", "職業安全衛生"), ("兒少", "兒童少年")]
)
def test_one_character_of_each_word(brief: str, full: str) -> None:
    assert abbreviates(brief, full)


@pytest.mark.parametrize(
    ("brief", "full"), [("境教", "環境教育"), ("環育會", "環境教育"), ("", "環境"), ("環", ""), ("公園", "公共園區")]
)
def test_what_is_no_abbreviation(brief: str, full: str) -> None:
    assert not abbreviates(brief, full)


def test_the_longer_name_is_written_as_short_as_the_other() -> None:
    assert contracted("環教小尖兵", "環境教育小尖兵") == (
        "環教小尖兵",
        "環教小尖兵",
        (Feature(Reason.ABBREVIATION, "環教", "環境教育"),),
    )


def test_other_words_stay_as_they_are() -> None:
    assert contracted("海廢回收", "海廢再生回收") == ("海廢回收", "海廢再生回收", ())


@given(NAMES, NAMES)
def test_only_the_longer_name_changes(x: str, y: str) -> None:
    short, long, found = contracted(x, y)
    assert (short == x) or (long == y)
    assert bool(found) == ((short, long) != (x, y))


@pytest.mark.parametrize(
    ("left", "right", "rest"),
    [
        ("漁村走讀推廣－看見浪花", "漁村走讀推廣", "看見浪花"),
        ("漁村走讀推廣：看見海", "漁村走讀推廣", "看見海"),
        ("「漁村走讀推廣」看見海", "漁村走讀推廣", "看見海"),
    ],
)
def test_a_subtitle_begins_at_a_break(left: str, right: str, rest: str) -> None:
    assert _subtitle(left, right) == Feature(Reason.SUBTITLE, rest, "")
    assert _subtitle(right, left) == Feature(Reason.SUBTITLE, "", rest)


@pytest.mark.parametrize(
    ("left", "right"), [("漁村走讀推廣南岸行腳", "漁村走讀推廣"), ("漁村－南岸", "漁村"), ("漁村走讀推廣", "海廢回收")]
)
def test_no_break_no_subtitle(left: str, right: str) -> None:
    assert _subtitle(left, right) is None


def test_a_subtitle_that_names_a_part_is_more_than_a_subtitle() -> None:
    assert _subtitle("漁村走讀推廣（北區）", "漁村走讀推廣") == Feature(Reason.LONGER, "北區", "")
