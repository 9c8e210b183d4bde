"""Words for several cities: 四市, 各縣市, 其他3市, 兩市, 雙北, 以上三市."""

from __future__ import annotations

import pytest

from tests.loaders.bodies._reading import FOUR, TWO, named, read

ALL = ["基隆市", "臺北市", "新北市", "桃園市"]
PAIR = ["臺北市", "新北市"]


@pytest.mark.parametrize(
    "text",
    ["請四市續辦。", "請 4 市續辦。", "4縣市均有共識。", "請各縣市政府填報。", "請各市主政局處彙整。", "各直轄市續辦。",
     "邀請基北北桃師生參加。", "請4個城市輪流主辦。", "各成員縣市應配合。", "函送4市相關單位。", "4市市場相互觀摩。"],
)  # fmt: skip
def test_all_members(text: str) -> None:
    (found,) = read(text)
    assert [body.name for body in found.bodies] == ALL
    assert found.collective


OTHERS = [
    ("新北市辦理好物節，請其他三市擺攤。", None, ["新北市", "基隆市", "臺北市", "桃園市"]),
    ("請基隆市評估邀請其他 3 市參加。", None, ["基隆市", "臺北市", "新北市", "桃園市"]),
    ("提早邀約其他3市政府。", "臺北市", ["基隆市", "新北市", "桃園市"]),
    ("新北市可提供其他縣市參加，請臺北市研議提供他縣市之可能。", None,
     ["新北市", "基隆市", "臺北市", "桃園市", "臺北市", "基隆市", "新北市", "桃園市"]),
    ("若臺北市有資源亦請邀請3縣市參加。", None, ["臺北市", "基隆市", "新北市", "桃園市"]),
    ("新北市以外縣市均已回復。", None, ["基隆市", "臺北市", "桃園市"]),
    ("臺北市及桃園市先行，其餘縣市跟進。", None, ["臺北市", "桃園市", "基隆市", "新北市"]),
    ("請基隆市環保局支援新北市環保局，並副知其他2市。", None,
     ["基隆市環境保護局", "新北市政府環境保護局", "臺北市", "桃園市"]),
    ("臺北市、桃園市、基隆市各辦一場，請以上3市提供其他市政府資料。", None,
     ["臺北市", "桃園市", "基隆市", "臺北市", "桃園市", "基隆市", "新北市"]),
    ("建請雙北及桃園評估，其餘市府配合。", None, ["臺北市", "新北市", "桃園市", "基隆市"]),
    ("提供其他縣市參考。", None, []),
    ("其他市場及其他市集不在此限。", "臺北市", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "host", "expected"), OTHERS)
def test_the_others(text: str, host: str | None, expected: list[str]) -> None:
    assert named(text, host) == expected


def test_two_cities() -> None:
    assert named("請兩市共同推動。", platform=TWO) == PAIR
    assert named("請雙方填報進度。", platform=TWO) == PAIR
    assert named("請兩市共同推動。", "臺北市", subject=("基隆市", "新北市")) == ["基隆市", "新北市"]
    assert named("請兩市共同推動。", "臺北市") == []
    assert named("桃園市拜會新北市，請兩市續商。") == ["桃園市", "新北市"] * 2
    assert named("新北市與基隆市兩市同意。", subject=("臺北市", "桃園市")) == ["新北市", "基隆市"] * 2
    assert named("請雙北著手共享資源。") == PAIR


def test_a_list_with_its_count() -> None:
    three = ["臺北市", "新北市", "桃園市"]
    assert named("臺北市、新北市與桃園市三市合辦。") == three * 2


@pytest.mark.parametrize(
    "text",
    ["至少2市有共識即可。", "任一市同意即可。", "第4市場、三市鎮及九市區。", "跨縣市交流，縣市合作事項。"],
)
def test_no_cities_are_meant(text: str) -> None:
    assert named(text) == []


def test_words_of_other_regions_count_only_where_they_act() -> None:
    assert named("宜花東各縣歡迎參加。") == ["宜蘭縣", "花蓮縣", "臺東縣"]
    assert named("花東縱谷與高屏溪。") == []


def test_nobody_without_members() -> None:
    assert named("請四市及各縣市續辦，其他3市跟進。", platform="") == []


def test_members_follow_the_day() -> None:
    from loaders.bodies import BodyFinder

    finder = BodyFinder("")
    assert finder.members("中臺灣區域治理平台", "2018-01-01") == ("臺中市", "彰化縣", "南投縣", "苗栗縣")
    assert "新竹市" in finder.members("中臺灣區域治理平臺", "2024-01-01")
    assert finder.members(FOUR, "2024-01-01") == tuple(ALL)
    assert finder.members("星海合作交流平臺", None) == ()


def test_members_by_the_letters_of_a_platform_that_no_list_holds() -> None:
    """The document need not name the cities that its platform's letters stand for."""
    ruled = "請四縣市各推薦一名窗口。"
    assert named(ruled, platform="桃竹竹苗區域合作平臺") == ["桃園市", "新竹市", "新竹縣", "苗栗縣"]
    assert named("請兩縣市各推薦一名窗口。", platform="中投合作交流平臺") == ["臺中市", "南投縣"]


def test_a_platforms_letters_before_its_count() -> None:
    view = "中投合作交流平臺會議紀錄，臺中市政府及南投縣政府出席。"
    found = named("請中投兩縣市警察局會勘。", platform="中投合作交流平臺", document=view)
    assert found == ["臺中市政府警察局", "南投縣政府警察局"]


@pytest.mark.parametrize(
    "text", ["臺北、新北兩市教育局已簽約。", "請臺北市、新北市之教育局會勘。", "臺北、新北二市之教育局"]
)
def test_an_agency_behind_a_list_is_that_of_each_city_in_it(text: str) -> None:
    assert named(text) == ["臺北市政府教育局", "新北市政府教育局"]


def test_short_names_are_cities_where_they_stand_in_a_list() -> None:
    assert named("臺北、新北、桃園三市均同意。")[:3] == ["臺北市", "新北市", "桃園市"]


def test_cities_by_a_letter_each() -> None:
    assert named("北、桃二市交通局同意辦理。") == []  # 北 is the letter of two
    assert named("基、桃二市交通局同意辦理。") == ["基隆市政府交通處", "桃園市政府交通局"]
    assert named("基、桃二市同意辦理。") == ["基隆市", "桃園市"]
