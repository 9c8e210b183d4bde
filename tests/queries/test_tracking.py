"""The tracking table: a small story, the bundled samples as a reader of them fills it in, and graphs made by chance."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import yange
from graph.build import Identity, build
from graph.errors import NotFoundError
from graph.interchange import ActionItem
from graph.model import Graph
from graph.schema import EVENTS
from graph.store import GraphStore, open_store
from graph.vocabulary import EdgeType, Level, Status
from queries.catalogue import ask
from queries.events import events_of
from queries.status import standings
from queries.tracking import OPEN, TrackingRow, tracking
from tests.contract.conftest import graph_of, minutes
from tests.contract.random_graphs import random_graph
from tests.queries.conftest import GROUP, PLATFORM, Writer

ENDS = """山海合作「環境組」第4次小組會議紀錄
時間：112年12月1日
一、「海岸守護行動」案：活動辦畢，提請副市長層級會議解列。
二、「濕地導覽」案：提請市長層級會議解除列管。
三、「綠屋頂」案：請彙整成果後提報解列，並於113年1月31日前送交名冊。
四、「堤防彩繪」案：各局處首長均同意，擬予提報解列。
五、「市長盃路跑」案：擬提報解列。
六、「路燈節能」案：同意成案，請於113年2月15日前提送計畫，並於113年1月15日前先行盤點。
"""


def rows_of(store: GraphStore, **how: Any) -> dict[str, TrackingRow]:
    return {row.case.name: row for row in tracking(store, **how)}


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A sitting that recommends five cases for delisting, and asks for things by a day."""
    writer = Writer(ENDS, 4, "2023-12-01")
    recommended = EdgeType.DELISTING_RECOMMENDED_AT
    writer.say(recommended, "海岸守護行動", "提請副市長層級會議解列")
    writer.say(recommended, "濕地導覽", "提請市長層級會議解除列管").say(recommended, "綠屋頂", "提報解列")
    writer.say(recommended, "堤防彩繪", "各局處首長均同意，擬予提報解列")
    writer.say(recommended, "市長盃路跑", "「市長盃路跑」案：擬提報解列")
    writer.say(EdgeType.ESTABLISHED_AT, "路燈節能", "同意成案")
    asked = (
        ActionItem(writer.quote("於113年1月31日前送交名冊"), writer.case("綠屋頂"), (), "2024-01-31"),
        ActionItem(writer.quote("請於113年2月15日前提送計畫"), writer.case("路燈節能"), (), "2024-02-15"),
        ActionItem(writer.quote("並於113年1月15日前先行盤點"), writer.case("路燈節能"), (), "2024-01-15"),
    )
    documents = [writer.document(action_items=asked)]
    path = tmp_path_factory.mktemp("ends") / "ends.kgl"
    with open_store(path, write=True) as writing:
        writing.replace(build(documents, Identity.by_name(documents)))
    with open_store(path) as reading:
        yield reading


@pytest.fixture(scope="module")
def samples_store(tmp_path_factory: pytest.TempPathFactory, samples: list[Path]) -> Iterator[GraphStore]:
    """The bundled minutes."""
    path = tmp_path_factory.mktemp("samples") / "samples.kgl"
    with yange.open(path) as kg:
        kg.load(samples)
    with open_store(path) as reading:
        yield reading


def test_rows_stand_as_the_first_sitting_has_them_and_are_numbered(ends: GraphStore) -> None:
    rows = tracking(ends)
    assert [(row.item, row.case.name) for row in rows] == [
        (1, "海岸守護行動"),
        (2, "濕地導覽"),
        (3, "綠屋頂"),
        (4, "堤防彩繪"),
        (5, "市長盃路跑"),
        (6, "路燈節能"),
    ]
    assert {(row.platform, row.group) for row in rows} == {(PLATFORM, GROUP)}


def test_a_row_names_who_proposes_and_who_is_responsible(store: GraphStore) -> None:
    row = rows_of(store, as_of="2023-03-15")["淨灘小尖兵"]
    assert (row.proposers, row.responsible) == (("甲市政府環保局",), ())
    assert (row.status, row.since, row.routinised, row.deferred) == (Status.ESTABLISHED, "2023-03-01", False, False)


def test_a_row_tells_the_last_decision_with_its_words_and_their_place(store: GraphStore) -> None:
    row = rows_of(store, as_of="2023-03-15")["淨灘小尖兵"]
    decision = row.decision
    assert (decision.type, decision.day, decision.level) == (
        EdgeType.ESTABLISHED_AT,
        "2023-03-01",
        Level.WORKING_GROUP,
    )
    assert (decision.meeting, decision.words) == ("山海合作「環境組」第1次小組會議紀錄", "同意成案")
    assert [(quote.text, quote.line) for quote in row.quotes] == [("同意成案", 4)]


def test_a_task_comes_next_until_its_day_and_on_it(store: GraphStore) -> None:
    for day in ("2023-06-15", "2023-07-31"):
        row = rows_of(store, as_of=day)["海岸守護行動"]
        assert row.next_step is not None and row.next_step.text == "請乙市於7月31日前提送成果"
        assert (row.next_step.delisting, row.next_step.level, row.due) == (False, None, "2023-07-31")
    row = rows_of(store, as_of="2023-08-01")["海岸守護行動"]
    assert (row.next_step, row.due) == (None, None)


def test_the_earliest_task_that_is_not_over_comes_next(ends: GraphStore) -> None:
    assert rows_of(ends)["路燈節能"].due == "2024-01-15"
    row = rows_of(ends, as_of="2024-01-16")["路燈節能"]
    assert row.next_step is not None
    assert (row.next_step.text, row.due) == ("請於113年2月15日前提送計畫", "2024-02-15")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("海岸守護行動", Level.DEPUTY_MAYOR),
        ("濕地導覽", Level.MAYOR),
        ("綠屋頂", None),
        ("堤防彩繪", None),
        ("市長盃路跑", None),
    ],
)
def test_a_recommended_case_waits_for_the_sitting_that_the_words_name(
    ends: GraphStore, name: str, level: Level | None
) -> None:
    row = rows_of(ends)[name]
    assert row.status is Status.DELISTING_RECOMMENDED and row.next_step is not None
    assert (row.next_step.delisting, row.next_step.level, row.due) == (True, level, None)
    assert "解" in row.next_step.text


def test_what_a_case_came_out_of_stands_with_it(store: GraphStore) -> None:
    row = rows_of(store)["海岸守護行動"]
    assert {(case.name, case.platform) for case in row.origin} == {("淨灘小尖兵", PLATFORM), ("植樹護坡", PLATFORM)}
    assert rows_of(store, as_of="2023-03-15")["植樹護坡"].origin == ()


def test_cases_off_the_list_are_shown_only_when_asked_for(store: GraphStore) -> None:
    assert set(rows_of(store)) == {"海岸守護行動"}
    closed = rows_of(store, closed=True)
    assert {name: row.status for name, row in closed.items()} == {
        "海岸守護行動": Status.CONTINUED,
        "淨灘小尖兵": Status.RENAMED,
        "植樹護坡": Status.MERGED,
        "賞鳥步道": Status.DELISTED,
        "夜市減塑": Status.LAPSED,
    }
    renamed = closed["淨灘小尖兵"].decision
    assert (renamed.type, renamed.day, renamed.words) == (
        EdgeType.RENAMED_TO,
        "2023-06-01",
        "更名為「海岸守護行動」",
    )
    assert renamed.meeting == "山海合作「環境組」第2次小組會議紀錄"


def test_before_anything_happened_the_table_is_empty(store: GraphStore) -> None:
    assert tracking(store, as_of="2022-12-31", closed=True) == ()


@pytest.mark.parametrize("platform", [PLATFORM, "山海合作交流平台", "山海", " 山海 平臺"])
@pytest.mark.parametrize("group", [None, GROUP, "環境", "「環境」組"])
def test_platform_and_group_are_found_in_any_spelling(store: GraphStore, platform: str, group: str | None) -> None:
    assert tracking(store, platform=platform, group=group) == tracking(store)


def test_an_unknown_platform_or_group_gives_the_nearest_names(store: GraphStore) -> None:
    with pytest.raises(NotFoundError) as caught:
        tracking(store, platform="山河合作交流平臺")
    assert caught.value.nearest == (PLATFORM,)
    with pytest.raises(NotFoundError) as caught:
        tracking(store, group="交通組")
    assert caught.value.nearest == (GROUP,)


class Counting:
    """A store that counts what it is asked."""

    def __init__(self, store: GraphStore) -> None:
        self.store, self.asked = store, 0

    def edition(self) -> None:
        """Nothing is remembered of this store."""

    def query(self, *given: Any, **how: Any) -> Any:
        self.asked += 1
        return self.store.query(*given, **how)


def test_the_number_of_questions_does_not_grow_with_the_cases(tmp_path: Path) -> None:
    asked = {}
    for cases in (2, 60):
        path = tmp_path / f"{cases}.kgl"
        with open_store(path, write=True) as writing:
            writing.replace(graph_of(minutes(1, cases), minutes(2, cases)))
        with open_store(path) as reading:
            counting = Counting(reading)
            rows = tracking(counting)  # type: ignore[arg-type]
        assert [row.case.name for row in rows] == [f"河川整治{n}" for n in range(1, cases + 1)]
        asked[cases] = counting.asked
    assert asked[2] == asked[60]


def groups_of(graph: Graph, case: str, day: str | None) -> Iterator[tuple[str, str]]:
    """When which working groups spoke of a case or decided on it, up to a day."""
    for edge in graph.edges.values():
        sitting = graph.nodes[edge.target].properties
        if edge.source != case or edge.type not in {*EVENTS, EdgeType.DISCUSSED_AT} or "group" not in sitting:
            continue
        when = edge.date or str(edge.properties.get("reported", ""))
        if sitting["level"] == Level.WORKING_GROUP and (day is None or "" < when <= day):
            yield when, str(sitting["group"])


@pytest.mark.parametrize("day", ["2020-01-01", "2021-06-28", "2024-12-31", None])
@pytest.mark.parametrize("seed", range(6))
def test_on_any_graph_rows_agree_with_states_and_events(tmp_path: Path, seed: int, day: str | None) -> None:
    graph = random_graph(seed)
    with open_store(tmp_path / "random.kgl", write=True) as writing:
        writing.replace(graph)
    with open_store(tmp_path / "random.kgl") as reading:
        rows = tracking(reading, as_of=day, closed=True)
        stood, happened = standings(reading, as_of=day), events_of(reading, standings(reading), day)
        still = {row.case.id for row in tracking(reading, as_of=day)}
        assert rows == tracking(reading, as_of=day, closed=True)
    assert {row.case.id: row.status for row in rows} == {case: stands.status for case, stands in stood.items()}
    assert still == {row.case.id for row in rows if row.status in OPEN}
    for row in rows:
        told = [event for event in happened[row.case.id] if event.type is not EdgeType.DISCUSSED_AT]
        days = [event.day or "" for event in told]
        if row.decision.type in {event.type for event in told}:
            assert row.decision.day == (max(days) or None)
        spoken = list(groups_of(graph, row.case.id, day))
        latest = max((when for when, _ in spoken), default="")
        assert row.group in {group for when, group in spoken if when == latest} or not spoken


def test_what_stands_on_the_list_is_what_the_graph_keeps_there(samples_store: GraphStore) -> None:
    kept = {
        row["id"]
        for platform in ("雙北合作交流平臺", "北桃合作交流平臺", "基北合作交流平臺", "基北北桃合作交流平臺")
        for row in ask(samples_store, "open_cases", platform=platform, group=None)
    }
    assert {row.case.id for row in tracking(samples_store)} == kept != set()


def test_the_industry_group_in_autumn_2024_as_its_minutes_of_27_september_have_it(samples_store: GraphStore) -> None:
    rows = tracking(samples_store, platform="基北北桃", group="產業民生組", as_of="2024-10-01")
    by_year = "2024-12-31"
    assert [(row.item, row.case.name, row.status, row.since, row.due) for row in rows] == [
        (1, "青創交流合作", Status.CONTINUED, "2024-09-27", None),
        (2, "公有市場聯合行銷活動", Status.CONTINUED, "2024-09-27", by_year),
        (3, "新興能源經驗交流合作案", Status.CONTINUED, "2024-09-27", by_year),
        (4, "山區捕獸鋏及山豬吊宣導及清除交流", Status.CONTINUED, "2024-09-27", "2024-10-04"),
        (5, "瑞芳工業區事業廢棄物清運案", Status.CONTINUED, "2024-09-27", None),
    ]
    youth, market, *_, waste = rows
    assert {case.name for case in youth.origin} == {"雙北社會企業交流合作案", "北桃創新創業基地觀摩交流"}
    assert {"新北市政府青年局", "桃園市政府青年事務局", "臺北市政府青年局"} <= set(youth.responsible)
    assert market.proposers == ("新北市",)
    assert market.next_step is not None and market.next_step.text == "請4市把成果提送第4季小組會議，據以解除列管"
    assert waste.decision.words == "請基隆市環保局、基隆市產發處、新北市經發局持續協商推動。"
    assert waste.decision.meeting == "113年度「基北北桃合作交流平臺」產業民生組第3次工作小組會議"


def test_the_education_group_in_autumn_2024_waits_for_the_deputy_mayors(samples_store: GraphStore) -> None:
    rows = rows_of(samples_store, platform="基北北桃", group="教育文化", as_of="2024-10-01")
    waits = {
        name: row.next_step.level
        for name, row in rows.items()
        if row.status is Status.DELISTING_RECOMMENDED and row.next_step
    }
    assert waits == {
        "2024IEYI 世界青少年發明展國際賽": None,
        "跨縣市學校交流": Level.DEPUTY_MAYOR,
        "雙語教學在職教師增能學分班": Level.DEPUTY_MAYOR,
        "臺北市立圖書館與桃園市立圖書館『一證通用』服務啟用": Level.DEPUTY_MAYOR,
    }
    (carbon,) = (row for name, row in rows.items() if name.startswith("Just Do It"))
    assert [case.name for case in carbon.origin] == ["基北北桃環教小尖兵大會師—一起來碳究遊學"]
    assert rows["桃園學生卡跨縣市搭乘捷運的優惠案"].proposers == ("桃園市政府教育局",)


def test_the_education_group_in_2019_waits_for_the_mayors(samples_store: GraphStore) -> None:
    rows = rows_of(samples_store, platform="雙北", group="教育文化組", as_of="2019-12-31")
    sky = next(row for name, row in rows.items() if name.startswith("行動天文館"))
    assert (sky.status, sky.since, sky.routinised) == (Status.DELISTING_RECOMMENDED, "2019-09-26", True)
    assert sky.next_step is not None and sky.next_step.level is Level.MAYOR
    assert sky.decision.type is EdgeType.DELISTING_RECOMMENDED_AT
    assert rows["雙北家庭教育資源共享"].proposers == ("新北市政府家庭教育中心",)
    school = next(row for name, row in rows.items() if name.startswith("合作推廣臺北酷課雲"))
    assert (school.status, school.next_step) == (Status.CONTINUED, None)


def test_a_decision_of_the_sitting_itself_goes_before_what_it_tells_of_another(samples_store: GraphStore) -> None:
    row = next(row for name, row in rows_of(samples_store).items() if name.startswith("Just Do It"))
    assert row.decision.meeting == "114 年度「基北北桃」教育文化組第 1 次工作小組會議"
    assert row.decision.words.startswith("校園樹木碳匯之盤查，請各縣市持續辦理")


def test_a_case_taken_up_in_a_list_shows_the_words_of_the_list(samples_store: GraphStore) -> None:
    rows = rows_of(samples_store, platform="雙北")
    assert [name[:6] for name, row in rows.items() if row.group is None] == [
        "醫事人員戒菸",
        "南港及汐止自",
        "兩市共同合作",
        "兩市共同研議",
        "合作籌辦 2",
    ]
    row = rows["南港及汐止自行車動線串聯"]
    assert (row.group, row.decision.words, row.decision.level) == (None, "同意新增合作方案 7 案", Level.MAYOR)
    assert any("南港及汐止自行車動線串聯" in quote.text for quote in row.quotes)
