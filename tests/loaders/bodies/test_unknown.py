"""Cities, platforms and agencies that no list holds: the document teaches them."""

from __future__ import annotations

import pytest

from loaders.bodies import BodyFinder
from loaders.folding import fold
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
    ("嵐明兩市共同辦理。", ["嵐川市", "明河市"]),
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


LETTERED = "嵐明合作交流平臺第3次小組會議紀錄\n主席：嵐川市政府 王副市長\n"


@pytest.mark.parametrize(
    ("document", "learned"),
    [
        (LETTERED + "二、資訊介接：明河市表示仍有疑義。", ("嵐川市", "明河市")),
        (LETTERED + "請明河市於年底前評估。", ("嵐川市", "明河市")),
        (LETTERED + "因明河市外木山段施工。", ("嵐川市", "明河市")),
        (LETTERED + "二、明河市場次尚未辦畢。", ("嵐川市", "明河市")),
        (LETTERED + "由明河及嵐川市自行洽辦。", ("嵐川市", "明河市")),
        (LETTERED + "明河城鄉局已提供規定。", ("嵐川市", "明河市")),
        (LETTERED + "明河衛生局已提供規定。", ("嵐川市",)),
        (LETTERED + "第1季嵐川市、第2季明河市。", ("嵐川市", "明河市")),
        (LETTERED + "請嵐明市環保局交換影像。", ("嵐川市",)),
        (LETTERED + "嵐明市環保局與明河市政府續商。", ("嵐川市", "明河市")),
        ("請青禾縣公共汽車管理處提供職缺數。", ("青禾縣",)),
        ("出席單位：青禾縣、白嶺市", ("青禾縣", "白嶺市")),
        ("主席：白嶺市 王副市長", ("白嶺市",)),
        ("本平臺由青禾縣、白嶺市及墨汐縣組成。", ("青禾縣", "白嶺市", "墨汐縣")),
        ("函邀青禾縣及白嶺市加入。", ("青禾縣", "白嶺市")),
        ("請白嶺市研議。\n白嶺市將於三月前回復。", ("白嶺市",)),
        ("營運交流\t白嶺市政府\n市集\t青禾縣政府農業處", ("白嶺市", "青禾縣")),
    ],
)
def test_a_city_that_stands_alone(document: str, learned: tuple[str, ...]) -> None:
    assert BodyFinder(fold(document)).known.cities.learned == learned


@pytest.mark.parametrize(
    "document",
    [
        "請觀光夜市、連鎖超市及跳蚤市集辦理，花園夜市將配合，花園夜市擬參加。",
        "主辦市、協辦市及承辦市共同研商，請輪值市於3月前彙整，請輪值市研議。",
        "各都市、各城市及國際都市均可；大都市、小城市、新都市三者。",
        "股票上市、實體門市、網路門市及快閃門市均辦理。",
        "出席單位：主辦市、果菜市場、本市、該市。\n地點：花園夜市\n主席：孟家齊市長",
        "請直轄市、省轄市、縣轄市及鄉鎮市辦理；他縣市、外縣市、跨縣市另議。",
        "竹北市、頭份市及員林市共同辦理，請屏東市支援。",
        "產業合作平臺會議：請資訊市場處理，產品上市後另議。",
        "請雙北市環保局、請北市教育局及請北市社會局辦理，兩市與會縣市均同意。",
    ],
)
def test_no_city_stands_alone(document: str) -> None:
    assert BodyFinder(fold(document)).known.cities.learned == ()


def test_a_platform_spelled_in_full_has_no_letters() -> None:
    document = "嵐川明河合作交流平臺\n嵐川市政府及明河市政府"
    assert BodyFinder(document).known.cities.learned == ("嵐川市", "明河市")


def test_letters_of_a_wider_platform_share_a_bureau() -> None:
    document = "汐嵐明松合作交流平臺\n嵐川市政府、明河市政府及松原市政府。請嵐明市環保局交換影像。"
    bureaus = ["嵐川市政府環境保護局", "明河市政府環境保護局"]
    assert named("請嵐明市環保局交換影像。", platform="汐嵐明松合作交流平臺", document=document) == bureaus


def test_a_platform_of_whom_the_document_names_not_all() -> None:
    platform, cities = "汐嵐明松合作交流平臺", ["嵐川市", "明河市", "松原市"]
    document = f"{platform}\n嵐川市政府、明河市政府及松原市政府"
    assert named("請四市續辦。", platform=platform, document=document) == cities
    assert named("請各市續辦。", platform=platform, document=document) == cities
    assert named("嵐川市辦理，請其他3市參加。", platform=platform, document=document) == cities
    assert named("請三市續辦。", platform=platform, document=document) == []
    assert named("請兩市續辦。", platform=platform, document=document) == []
    one = BodyFinder(f"{platform}\n嵐川市政府")
    assert one.members(platform, None) == ("嵐川市",)


def test_members_as_the_document_states_them() -> None:
    document = "東境五縣市合作交流平臺\n本平臺由嵐川市、青禾縣、白嶺縣、墨汐縣及霧嶺市組成。嵐川市政府主辦。"
    five = ["嵐川市", "青禾縣", "白嶺縣", "墨汐縣", "霧嶺市"]
    assert named("擴大為5縣市共同辦理。", platform="東境五縣市合作交流平臺", document=document) == five


def test_an_unknown_citys_council_company_and_association() -> None:
    document = "嵐川市政府與明河市政府"
    council = "請嵐川市政府原住民事務委員會提案。"
    assert named(council, document=document) == ["嵐川市政府原住民事務委員會"]
    assert named("請嵐川自來水事業處提案。", document=document) == ["嵐川市自來水事業處"]
    assert named("尚待嵐川捷運公司評估。", document=document) == ["嵐川捷運公司"]
    assert named("請嵐川及明河捷運公司提供。", document=document) == ["嵐川捷運公司", "明河捷運公司"]
    assert named("請嵐川大學及明河市立大學協助。", document=document) == ["嵐川大學", "明河市立大學"]
    assert named("尚待嵐川市耆老協會同意。", document=document) == ["嵐川市耆老協會"]
    assert named("請社團法人嵐川市導覽協會派員。", document=document) == ["社團法人嵐川市導覽協會"]
