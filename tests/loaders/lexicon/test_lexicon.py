"""The lexicon's data are sound: codes, cities, parents, platforms that exist."""

from __future__ import annotations

import re

import pytest

from loaders.folding import fold
from loaders.lexicon.bodies import agencies, cities, complete_registers, districts, functions, organizations
from loaders.lexicon.data import read
from loaders.lexicon.platforms import (
    group_named,
    issue_groups,
    official_platform,
    platform_named,
    platforms,
    regions,
)


def test_all_cities_of_taiwan() -> None:
    assert len(cities()) == 22
    assert len({city.code for city in cities().values()}) == 22
    assert all(re.fullmatch(r"TW-[A-Z]{3}", city.code) for city in cities().values())
    assert sum(len(city.districts) for city in cities().values()) == 368
    assert [len(cities()[c].districts) for c in ("臺北市", "新北市", "桃園市", "基隆市")] == [12, 29, 13, 7]


def test_districts_know_their_cities() -> None:
    assert districts()["五股"] == ("新北市",)
    assert set(districts()["中正區"]) == {"臺北市", "基隆市"}


def test_names_are_folded() -> None:
    names = [*cities(), *agencies(), *organizations(), *platforms(), *regions(), *issue_groups()]
    assert [name for name in names if fold(name) != name] == []


def test_agencies_belong_to_cities_and_parents_that_exist() -> None:
    for agency in agencies().values():
        assert agency.city is None or agency.city in cities()
        assert agency.parent is None or agency.parent in agencies()
        assert agency.source
    assert complete_registers() == {"臺北市", "新北市", "桃園市", "基隆市"}
    assert agencies()["臺北市政府青年局"].since == "2024-06-01"
    assert agencies()["臺北市市場處"].parent == "臺北市政府產業發展局"


def test_functions_are_unambiguous_in_their_long_form() -> None:
    tails = [f.name + suffix for f in functions() for suffix in f.suffixes]
    assert len(tails) == len(set(tails))


def test_platforms_name_cities_and_successors_that_exist() -> None:
    for platform in platforms().values():
        assert {m.city for m in platform.members} <= set(cities())
        assert platform.merged_into is None or platform.merged_into in platforms()
    assert all(set(members) <= set(cities()) for members in regions().values())


@pytest.mark.parametrize(
    ("words", "official"),
    [
        ("2019 雙北合作「教育文化組」第 1 次小組會議紀錄", "雙北合作交流平臺"),
        ("114 年度「基北北桃」教育文化組第 1 次工作小組會議紀錄", "基北北桃合作交流平臺"),
        ("中台灣區域治理平台首長會議", "中臺灣區域治理平臺"),
        ("北北基桃合作平臺", "基北北桃合作交流平臺"),
        ("嵐明合作交流平臺第2次會議", None),
        ("雙北市民", None),
    ],
)
def test_official_platform(words: str, official: str | None) -> None:
    assert official_platform(words) == official


def test_lookups_by_spelling() -> None:
    platform = platform_named("雙北平台")
    assert platform is not None and platform.members_on("2020-01-01") == ("臺北市", "新北市")
    group = group_named("教育文化小組")
    assert group is not None and group.name == "教育文化組"
    assert platform_named("嵐明平臺") is None and group_named("星海組") is None


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read("nothing.toml")
