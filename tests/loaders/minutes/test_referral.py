"""Cases that a sentence sends to another issue group, and those that stay."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

CASE = "港區夜間照明"


def sent_to(resolution: str) -> set[str | None]:
    """The groups to which the resolution of a new proposal sends it."""
    sitting = minutes("壹、新增提案", f"案由一：「{CASE}」。", f"決議：{resolution}")
    return {target for kind, case, target in said(sitting) if kind == "REFERRED_TO" and case == CASE}


@pytest.mark.parametrize(
    "resolution",
    [
        "請提案單位至「照護組」重新提案。",
        "請循「照護組」提出。",
        "請「照護組」接續研議。",
        "交照護組審議。",
        "因涉照護組權責，請改於該組提案。",
        "屬「照護組」業務，移由該組研處。",
        "請提案單位逕洽照護組提案。",
        "請轉請照護組納入議程。",
        "請移到照護組討論。",
        "決議移轉照護組討論。",
        "請改至「照護組」提出。",
    ],
)
def test_a_group_that_is_named_takes_the_case_over(resolution: str) -> None:
    assert sent_to(resolution) == {"照護組"}


@pytest.mark.parametrize(
    "resolution",
    [
        "請照護組協助提供資料，同意成案。",
        "請向照護組提出資料需求，同意成案。",
        "改由他組研議。",
        "移請其他議題組研議。",
        "移請小組研議。",
        "請各組於小組會議提出。",
        "請於海洋組提案。",
        "嵐川市曾建議移由「照護組」辦理，惟仍屬本組權責，同意成案。",
    ],
)
def test_it_stays_where_no_other_group_is_asked_to_take_it(resolution: str) -> None:
    assert sent_to(resolution) == set()


def test_a_group_may_be_called_小組_in_its_name() -> None:
    assert sent_to("請移「交通運輸小組」研處。") == {"交通運輸小組"}
    assert sent_to("請移「照護小組」研處。") == {"照護小組"}
    assert sent_to("請移該工作小組研處。") == sent_to("請移相關小組研處。") == set()


def test_the_last_group_named_is_where_a_case_goes() -> None:
    assert sent_to("宜由漁業組主政，建請移請「照護組」研議。") == {"照護組"}
    assert sent_to("成果請轉知照護組各縣市參考，同意成案。") == set()
    assert sent_to("甲局建議移由照護組辦理，經討論仍以本小組為宜。") == set()


@pytest.mark.parametrize(
    "words", ["原列交通組，依114年1月17日副首長層級會議決議改由本組列管", "交通組114年第1次會議決議移由海洋組列管"]
)
def test_a_case_that_another_sitting_sent_here(words: str) -> None:
    found = said(minutes("壹、列管案件", f"一、「{CASE}」：本案{words}；本案持續列管。"))
    assert {("REFERRED_TO", CASE, "海洋組"), ("CONTINUED_AT", CASE, None)} <= found


def test_a_case_that_is_handed_over_and_stays_on_the_list() -> None:
    found = said(minutes("壹、列管案件", f"一、「{CASE}」：由本組移請照護組接辦，持續列管。"))
    assert {("REFERRED_TO", CASE, "照護組"), ("CONTINUED_AT", CASE, None)} <= found


def test_a_group_that_is_only_told_takes_nothing() -> None:
    assert sent_to("轉介表單請副知照護組參考，本案持續列管。") == set()
