"""The tracking table as a sheet: what each cell says, in both languages and both calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.vocabulary import EdgeType, Level, Status
from queries.evidence import Quote
from queries.steps import CaseName
from queries.tracking import Decision, NextStep, TrackingRow
from visualizations.spreadsheet import Cell, spreadsheet
from visualizations.tracking import tracking_sheet
from visualizations.words import Calendar, Language

PLATFORM = "山海合作交流平臺"
ROW = TrackingRow(
    item=1,
    case=CaseName("case:1", "海岸守護行動", PLATFORM),
    group="環境組",
    origin=(CaseName("case:2", "淨灘", PLATFORM), CaseName("case:3", "植樹", "海陸合作交流平臺")),
    proposers=("甲市政府環保局", "乙市"),
    responsible=("甲市政府環保局",),
    status=Status.CONTINUED,
    since="2023-09-01",
    routinised=True,
    deferred=False,
    decision=Decision(
        EdgeType.CONTINUED_AT, "2023-09-01", "第3次小組會議", Level.WORKING_GROUP, "持續列管，請提送成果。", False
    ),
    next_step=NextStep("請乙市提送成果", delisting=False, level=None),
    due="2023-12-31",
    quotes=(
        Quote("p:1", "持續列管", "d:1", "minutes/三.pdf", 7, 2, 60, 64, None),
        Quote("p:2", "請提送成果", "d:1", "minutes/三.pdf", 9, None, 70, 75, None),
    ),
)


def cells(row: TrackingRow, language: Language = Language.ZH, calendar: Calendar = Calendar.ISO) -> dict[str, Cell]:
    sheet = tracking_sheet([row], language, calendar)
    return dict(zip(sheet.columns, sheet.rows[0], strict=True))


def test_a_chinese_row_says_all_that_is_known() -> None:
    assert cells(ROW) == {
        "項次": 1,
        "案名": "海岸守護行動",
        "平臺": PLATFORM,
        "小組": "環境組",
        "前身": "淨灘\n植樹（海陸合作交流平臺）",
        "提案機關": "甲市政府環保局\n乙市",
        "主責機關": "甲市政府環保局",
        "狀態": "列管中（例行）\n2023-09-01 起",
        "最近決議": "2023-09-01 持續列管\n第3次小組會議\n持續列管，請提送成果。",
        "下一步": "請乙市提送成果",
        "期限": date(2023, 12, 31),
        "出處": "三.pdf:7（第 2 頁）, 9",
    }


def test_an_english_row_translates_headings_states_and_kinds_but_not_the_minutes() -> None:
    said = cells(ROW, Language.EN)
    assert list(said) == [
        *("No.", "Case", "Platform", "Group", "Came out of", "Proposed by"),
        *("Responsible", "Status", "Last decision", "Next step", "Due", "Source"),
    ]
    assert said["Status"] == "tracked (routine)\nsince 2023-09-01"
    assert said["Last decision"] == "2023-09-01 continued\n第3次小組會議\n持續列管，請提送成果。"
    assert (said["Next step"], said["Source"]) == ("請乙市提送成果", "三.pdf:7 (p. 2), 9")


def test_the_roc_calendar_stands_in_texts_and_beside_real_days() -> None:
    said = cells(ROW, calendar=Calendar.ROC)
    assert (said["期限"], said["期限（民國）"]) == (date(2023, 12, 31), "112/12/31")
    assert said["狀態"] == "列管中（例行）\n112/9/1 起" and str(said["最近決議"]).startswith("112/9/1 持續列管")


def test_a_case_that_waits_names_the_sitting_that_is_to_delist_it() -> None:
    waits = replace(ROW, next_step=NextStep("提請解列", delisting=True, level=Level.DEPUTY_MAYOR), due=None)
    assert (cells(waits)["下一步"], cells(waits)["期限"]) == ("待副市長層級會議解列", None)
    assert cells(waits, Language.EN)["Next step"] == "to be delisted by the deputy mayors"
    unnamed = replace(ROW, next_step=NextStep("提報解列", delisting=True, level=None))
    assert cells(unnamed)["下一步"] == "提報解列"


def test_a_sitting_without_minutes_is_named_by_its_level_and_an_inferred_decision_as_such() -> None:
    told = Decision(EdgeType.DELISTED_AT, None, "", Level.DEPUTY_MAYOR, "予以解列", True)
    assert cells(replace(ROW, decision=told))["最近決議"] == "解除列管（推定）\n副市長層級會議\n予以解列"


def test_what_is_not_known_is_an_empty_cell() -> None:
    bare = replace(
        ROW, origin=(), proposers=(), responsible=(), since=None, routinised=False, next_step=None, due=None, quotes=()
    )
    said = cells(bare, calendar=Calendar.ROC)
    empty = {heading for heading, cell in said.items() if cell is None}
    assert empty == {"前身", "提案機關", "主責機關", "下一步", "期限", "期限（民國）", "出處"}
    assert said["狀態"] == "列管中"


def test_the_title_names_platform_and_group_where_there_is_but_one() -> None:
    other = replace(ROW, group="交通組")
    elsewhere = replace(ROW, case=CaseName("case:9", "電競", "海陸合作交流平臺"))
    assert tracking_sheet([ROW]).title == f"{PLATFORM} 環境組 合作案列管表"
    assert tracking_sheet([ROW, other]).title == f"{PLATFORM} 合作案列管表"
    assert tracking_sheet([ROW, elsewhere]).title == "合作案列管表"
    assert tracking_sheet([], Language.EN, as_of="2023-12-31").title == "Tracking table (as of 2023-12-31)"
    assert tracking_sheet([], calendar=Calendar.ROC, as_of="2023-12-31").title == "合作案列管表（截至 112/12/31）"


def test_a_brief_table_is_short_of_columns_and_of_words() -> None:
    wordy = replace(ROW, decision=replace(ROW.decision, words="字" * 100))
    sheet = tracking_sheet([wordy], brief=True)
    assert sheet.columns == ("項次", "案名", "主責機關", "狀態", "最近決議", "下一步", "期限")
    assert sheet.rows[0][3:5] == ("列管中（例行）", "2023-09-01 持續列管\n" + "字" * 60 + "…\n三.pdf:7（第 2 頁）, 9")
    assert sheet.rows[0][6] == "2023-12-31"


def test_words_of_minutes_that_look_like_a_formula_stay_words() -> None:
    hostile = replace(ROW, case=replace(ROW.case, name='=HYPERLINK("http://x.test")'))
    assert "'=HYPERLINK" in spreadsheet(tracking_sheet([hostile]), "a.csv").decode("utf-8-sig")
