"""Schools, institutions, companies, associations; and the laws that hold for every reading."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.vocabulary import Label
from loaders.bodies import BodyFinder, Setting
from tests.loaders.bodies._reading import named, read

ORGANIZATIONS = [
    ("新北市山城國小至桃園市青埔國小參訪。", [("新北市山城國小", "school"), ("桃園市青埔國小", "school")]),
    ("承辦：松濤國小、碧潭國中。", [("松濤國小", "school"), ("碧潭國中", "school")]),
    ("請桃園市立武陵高級中等學校協助。", [("桃園市立武陵高級中等學校", "school")]),
    ("與海洋大學及國立臺灣師範大學合辦。", [("國立臺灣海洋大學", "university"), ("國立臺灣師範大學", "university")]),
    ("洽臺北市立大學及輔仁大學。", [("臺北市立大學", "university"), ("輔仁大學", "university")]),
    ("辦理遠山造紙工業股份有限公司參訪。", [("遠山造紙工業股份有限公司", "company")]),
    (
        "請和平汽車股份有限公司與中油公司提供資料。",
        [("和平汽車股份有限公司", "company"), ("臺灣中油股份有限公司", "company")],
    ),
    ("請北捷及桃捷配合。", [("臺北大眾捷運股份有限公司", "company"), ("桃園大眾捷運股份有限公司", "company")]),
    ("請新北市電玩產業總會推薦。", [("新北市電玩產業總會", "association")]),
    ("請財團法人青禾文教基金會協助。", [("財團法人青禾文教基金會", "association")]),
    ("請桃園市農會及中華民國自行車協會參加。", [("桃園市農會", "association"), ("中華民國自行車協會", "association")]),
    ("由臺北市立動物園與新北市立鶯歌陶瓷博物館合辦。", [("臺北市立動物園", None), ("新北市立鶯歌陶瓷博物館", None)]),
    ("「新北市電玩產業總會」刻正招募會員。", [("新北市電玩產業總會", "association")]),
    ("請桃園市生質能中心協助說明。", [("桃園市生質能中心", None)]),
]

NOBODY = [
    "各國小、國中小及高中職均可參加，國小學生免費。",
    "公司申請增資，捷運公司另議，民間公司亦可，承商會面協商。",
    "各農會、公會及相關協會，人民團體與動保團體。",
    "北捷系統與桃捷沿線。",
    "大學生及大學城。",
    "雙北國小共同學區。",
]


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS)
def test_organisations(text: str, expected: list[tuple[str, str | None]]) -> None:
    bodies = [body for found in read(text) for body in found.bodies]
    assert [(body.name, body.kind) for body in bodies] == expected
    assert all(body.label is Label.ORGANIZATION for body in bodies)


@pytest.mark.parametrize("text", NOBODY)
def test_kind_words_alone_name_nobody(text: str) -> None:
    assert [name for name in named(text, "臺北市") if name not in ("臺北市", "新北市")] == []


def test_a_school_is_one_school() -> None:
    document = "新北市山城國小至本市參訪。\n由山城國小與本市松濤國小承辦。\n承辦單位：松濤國小。"
    assert named("由山城國小與本市松濤國小承辦。", "臺北市", document=document) == ["新北市山城國小", "松濤國小"]


WORDS = (
    "請|臺北市|新北|北市|基隆市政府|嵐川市|嵐川|教育局|環保局|產業發展處|局處|四市|各縣市|其他3市|兩市|雙北|以上三市|"
    "基北北桃|合作案|平臺|本市|本府|本局|該市|該局|市府|及|、|與|，|。|「|」|（|）|中心|國小|山城|股份有限公司|"
    "協會|教育部|分|處|理|場|集|科|工商服務|參與|辦理|12|月|A|b"
)
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=40)
FINDER = BodyFinder("嵐川市政府教育局與臺北市政府")
SETTING = Setting("新北市", "新北市政府經濟發展局", "基北北桃合作交流平臺", ("基隆市", "臺北市", "新北市", "桃園市"))


@given(PIECES)
def test_finds_lie_in_the_text_in_order_without_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for found in FINDER.find(text, SETTING, ("基隆市", "新北市")):
        assert end <= found.start < found.end <= len(text)
        assert found.bodies
        for body in found.bodies:
            assert body.written in text[found.start : found.end]
            assert body.label in (Label.CITY, Label.AGENCY, Label.ORGANIZATION)
        end = found.end


@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    assert all(found.bodies for found in BodyFinder(text).find(text, SETTING))


def test_reading_is_quick() -> None:
    text = ("請新北市政府農業局於下半年擴大邀請基隆及桃園參與，並研擬場域之交流活動，四市教育局處配合辦理。" * 12)[:500]
    FINDER.find(text, SETTING)
    best = min(_timed(text) for _ in range(7))
    assert best < 0.01


def _timed(text: str) -> float:
    start = time.perf_counter()
    FINDER.find(text, SETTING)
    return time.perf_counter() - start
