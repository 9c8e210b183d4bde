"""Cities, platforms and agencies that no list holds: the document teaches them."""

from __future__ import annotations

import pytest

from loaders.folding import fold
from loaders.bodies import BodyFinder
from tests.loaders.bodies._reading import named

PLATFORM = "嵐明合作交流平臺"
DOCUMENT = """嵐明合作交流平臺第3次小組會議紀錄
地點：嵐川市政府海洋事務局會議室
一、請嵐川市政府經濟發展局、明河市政府城鄉發展處辦理。嵐川市教育局配合，配合市政府政策。原嵐明合作案續行。
二、青禾縣政府教育處、青禾縣動物保護防疫所參加，請北市府及部分市府支援。
"""

TAUGHT = [
    ("請嵐川經發局與明河城鄉處研商。", ["嵐川市政府經濟發展局", "明河市政府城鄉發展處"]),
    ("嵐市、明市及青禾縣均同意。", ["嵐川市", "明河市", "青禾縣"]),
    ("嵐川持續辦理，請明河跟進。", ["嵐川市", "明河市"]),
    ("請海事局彙整，嵐川市海洋局另提。", ["嵐川市政府海洋事務局", "嵐川市政府海洋事務局"]),
    ("青禾動保所及青禾縣環保局派員。", ["青禾縣動物保護防疫所", "青禾縣政府環境保護局"]),
    ("嵐明兩市共同辦理。", ["嵐川市", "明河市"] * 2),
    ("嵐明合作案續行，原嵐明合作平臺併入。", []),
    ("兩市教育局提供意見。", ["嵐川市政府教育局", "明河市政府教育局"]),
    ("請嵐明教育局處轉知。", ["嵐川市政府教育局", "明河市政府教育局"]),
    ("明河市立高級中學、明河市大溪國小參加。", ["明河市立高級中學", "明河市大溪國小"]),
    ("請嵐川市及明河市政府消防局研商。", ["嵐川市政府消防局", "明河市政府消防局"]),
    ("請本局文教科安排，本府研考會協助。", ["嵐川市政府海洋事務局文教科", "嵐川市政府研究發展考核委員會"]),
    ("青禾縣以外縣市另議。", ["嵐川市", "明河市"]),
    ("嵐川港與明河大橋周邊。", []),
]


@pytest.mark.parametrize(("text", "expected"), TAUGHT)
def test_taught_by_the_document(text: str, expected: list[str]) -> None:
    assert named(text, "嵐川市", "嵐川市政府海洋事務局", platform=PLATFORM, document=DOCUMENT) == expected


def test_only_cities_are_learned() -> None:
    assert BodyFinder(DOCUMENT).known.cities.learned == ("嵐川市", "明河市", "青禾縣")


@pytest.mark.parametrize(
    ("document", "learned"),
    [
        ("請嵐川市政府辦理", ("嵐川市",)),
        ("邀集白嶺縣政府與會", ("白嶺縣",)),
        ("地點：明河口市政府大樓", ("明河口市",)),
        ("臺北市、嵐川市及青禾縣等三縣市", ("嵐川市", "青禾縣")),
        ("嵐中市政府、嵐北市教育局", ("嵐中市", "嵐北市")),
        ("各縣市政府、其他市政府、該市政府、兩市教育局、直轄市政府、四市政府", ()),
        ("配合市政府政策，函請市政府，呼應市政府", ()),
        ("竹北市公所、頭份市公所、臺北市政府", ()),
        ("夜市民政、超市教育局", ()),
    ],
)
def test_learning(document: str, learned: tuple[str, ...]) -> None:
    assert BodyFinder(fold(document)).known.cities.learned == learned


def test_two_cities_of_one_stem_have_no_short_form() -> None:
    document = "嵐川市政府與嵐川縣政府"
    assert named("請嵐川辦理，請嵐川縣辦理。", document=document) == ["嵐川縣"]


def test_members_of_an_unknown_platform() -> None:
    assert BodyFinder(DOCUMENT).members(PLATFORM, None) == ("嵐川市", "明河市")
    twins = BodyFinder("嵐川市政府教育局、嵐陽市政府教育局、青禾縣政府列席")
    assert twins.members("雙嵐合作交流平臺", None) == ("嵐川市", "嵐陽市")
    assert twins.members("嵐川市與青禾縣合作平臺", None) == ("嵐川市", "青禾縣")
    counted = BodyFinder("嵐川市政府、嵐陽市政府、青禾縣政府。請3縣市配合，三縣市均同意。")
    assert set(counted.members("東境共好平臺", None)) == {"嵐川市", "嵐陽市", "青禾縣"}


def test_a_short_form_belongs_to_the_city_that_the_document_names() -> None:
    document = "竹汀縣政府與霧嶺市政府"
    assert named("請竹縣及霧市確認。", document=document) == ["竹汀縣", "霧嶺市"]


def test_members_join_known_and_unknown_cities() -> None:
    finder = BodyFinder("嵐川市政府與桃園市政府")
    assert set(finder.members("嵐桃合作交流平臺", None)) == {"嵐川市", "桃園市"}


def test_a_learned_long_form_wins_over_the_table() -> None:
    document = "嵐川市政府智慧城市發展處\n嵐川市政府文化及觀光處"
    assert named("請嵐川市智慧處說明。", document=document) == ["嵐川市政府智慧城市發展處"]
    assert named("請嵐川市政府文化及觀光處說明。", document=document) == ["嵐川市政府文化及觀光處"]
