"""What the corpus says about a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.comparison import compare
from loaders.identity.features import Evidence, Feature, Reason, Verdict
from loaders.identity.usage import Usage

TEXTS = st.lists(st.text(st.sampled_from("漁民共餐供據點\n「」 "), max_size=12), max_size=4)


def test_pairs_that_only_one_name_has_are_counted() -> None:
    usage = Usage.of(["漁民共餐\n里民共餐", "「共餐」與供餐"])
    assert usage.compare("漁民共餐", "漁民供餐") == (3, 1)
    assert usage.compare("漁民供餐", "漁民共餐") == (1, 3)
    assert usage.compare("漁民", "漁民") == (0, 0)


def test_what_all_write_one_way_is_a_slip_the_other_way() -> None:
    known = Evidence(usage=Usage.of(["里民共餐"] * 20 + ["漁民供餐據點"]))
    result = compare("漁民共餐據點", "漁民供餐據點", known)
    assert result.verdict is Verdict.SAME
    assert result.features[-1] == Feature(Reason.USAGE, "20", "1")


def test_what_is_written_both_ways_is_no_slip() -> None:
    assert compare("漁港抽水機汰換", "漁港抽水幾汰換").verdict is Verdict.SAME
    known = Evidence(usage=Usage.of(["抽水機", "抽水幾", "抽水幾何", "水幾"] * 3))
    result = compare("漁港抽水機汰換", "漁港抽水幾汰換", known)
    assert (result.verdict, result.features[-1].reason) == (Verdict.UNSURE, Reason.BOTH_USED)


def test_usage_does_not_outweigh_a_veto() -> None:
    known = Evidence(usage=Usage.of(["左岸照明"] * 30))
    assert compare("漁港左岸照明", "漁港右岸照明", known).verdict is Verdict.DIFFERENT


@given(TEXTS)
def test_the_order_of_the_texts_does_not_matter(texts: list[str]) -> None:
    assert Usage.of(texts) == Usage.of(reversed(texts))
