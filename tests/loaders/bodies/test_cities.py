"""Cities named one by one: full, short, of two characters, pointed at; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.loaders.bodies._reading import FOUR, TWO, named, read

NAMED = [
    ("請臺北市與桃園市於三月前交換名單。", ["臺北市", "桃園市"]),
    ("台北市政府表示支持，新北市府另案函復。", ["臺北市", "新北市"]),
    ("請新北與北市共同把關影片品質。", ["新北市", "臺北市"]),
    ("感謝新北、桃園及基隆派員，請臺北比照辦理。", ["新北市", "桃園市", "基隆市", "臺北市"]),
    ("新北9月辦理的園遊會歡迎基隆參加。", ["新北市", "基隆市"]),
    ("主政：臺北；協辦：基隆、新北。", ["臺北市", "基隆市", "新北市"]),
    ("提案單位新北市說明緣由。", ["新北市"]),
    ("以新北市及桃園市的果園為場域。", ["新北市", "桃園市"]),
    ("由基隆市漁港擴大至桃園市畜牧場。", ["基隆市", "桃園市"]),
    ("宜蘭縣政府及花蓮縣列席，宜蘭表示支持。", ["宜蘭縣", "花蓮縣", "宜蘭縣"]),
    ("高雄、臺中等市亦表示關切。", ["高雄市", "臺中市"]),
    ("新竹縣市均已回復。", ["新竹縣", "新竹市"]),
    ("11月新北將辦研討會，桃園115年接手。", ["新北市", "桃園市"]),
    ("桃市府與基市府已簽妥。", ["桃園市", "基隆市"]),
    ("新北市師生可申請帳號，開放名額予桃園市教師。", ["新北市", "桃園市"]),
    ("經基隆市及臺北市合意後另行辦理。", ["基隆市", "臺北市"]),
    ("9月底由桃園市接棒，臺北市市長將出席。", ["桃園市", "臺北市"]),
]

NOBODY = [
    "臺北車站、桃園國際機場及基隆港周邊不在此限。",
    "參考桃園捷運與基隆捷運之經驗，臺北小巨蛋及新北設計展均屬之。",
    "明天臺北燈節閉幕，新北好市節十月登場，陽明山花季隨後開始。",
    "更新北部水資源調度計畫，改善東北角交通。",
    "桃園市議員於質詢時關切，北市教資字第1130001號函諒達。",
    "依新北市綠美化自治條例及臺北市補助作業要點續辦。",
    "提高市民意願，集中市場攤商，其中市集三處。",
    "臺北市場價格波動，新北市場動態良好。",
    "高屏溪、花東縱谷及基隆河整治經費充裕。",
    "「新北新創之星」及「桃園市青創博覽會」成果豐碩，《臺北市志》可參。",
    "全國各縣市均可報名，跨縣市及外縣市另議，主辦縣市自行籌措。",
    "各單位、相關局處及主政局處請配合，大家辛苦了。",
    "大臺北地區與北臺灣生活圈。",
    "北北基好玩卡、北北基桃都會通及新北八里沿線。",
    "桃園市虎頭山創新園區業務調整。",
]

POINTED = [
    ("請本市各校配合，本府將發函。", "新北市", ["新北市", "新北市"]),
    ("市府團隊全力支持。", "桃園市", ["桃園市"]),
    ("感謝貴市協助，貴府請惠復。", "基隆市", ["基隆市", "基隆市"]),
    ("請桃園市先行試辦，並由該市彙整成果。", "臺北市", ["桃園市", "桃園市"]),
    ("部分市府尚未回復，縣市政府應配合。", "臺北市", []),
    ("請縣府及本縣各鄉鎮配合。", "臺北市", []),
    ("本市場攤商、本市集及本府城老街。", "臺北市", []),
    ("請該市說明。", "臺北市", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_looks_like_a_city(text: str) -> None:
    assert named(text, "臺北市") == []


@pytest.mark.parametrize(("text", "host", "expected"), POINTED)
def test_pointed_at(text: str, host: str, expected: list[str]) -> None:
    assert named(text, host) == expected


def test_pointing_words_mean_nobody_without_a_host() -> None:
    assert named("請本市、本府、本局及市府研議，青年局協助。") == []


def test_written_is_the_spelling_or_empty() -> None:
    found = read("請北市與本市、四市及新北市府研商。", "桃園市")
    assert [[b.written for b in f.bodies] for f in found] == [["北市"], [""], [""] * 4, ["新北市府"]]
    assert [f.collective for f in found] == [False, False, True, False]


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("基北北桃合作交流平臺每季召開小組會議。", FOUR),
        ("本案原為雙北合作案，原北桃合作案併同檢討。", FOUR),
        ("雙北、北桃及基北整併入基北北桃平臺。", FOUR),
        ("雙北捷運可享優惠，雙北生活圈密不可分。", TWO),
        ("改於基北北桃「交通組」提案，原雙北教育文化組提案。", FOUR),
        ("整合基北、北桃合作交流地區。", FOUR),
    ],
)
def test_a_platform_is_no_city(text: str, platform: str) -> None:
    assert named(text, platform=platform) == []


def test_place_finds_its_city() -> None:
    from loaders.bodies import BodyFinder

    finder = BodyFinder("地點：嵐川市政府三樓")
    assert finder.city_of_place("五股綠地公園、楓江廠房") == "新北市"
    assert finder.city_of_place("桃園市綜合會議廳301會議室") == "桃園市"
    assert finder.city_of_place("嵐川市民中心") == "嵐川市"
    assert finder.city_of_place("中正區公民會館") is None
    assert finder.city_of_place("線上會議") is None
