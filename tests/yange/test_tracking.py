"""table, over the bundled samples: on the terminal, as JSON and as files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import Result
from odfdo import Document
from openpyxl import load_workbook

Yange = Callable[..., Result]
INDUSTRY = ("--platform", "基北北桃", "--group", "產業民生", "--as-of", "113.10.1")
CASES = [
    "青創交流合作",
    "公有市場聯合行銷活動",
    "新興能源經驗交流合作案",
    "山區捕獸鋏及山豬吊宣導及清除交流",
    "瑞芳工業區事業廢棄物清運案",
]


def test_the_terminal_shows_a_table_for_each_group_under_its_name(run: Yange, loaded: Path) -> None:
    result = run("table", "--platform", "基北北桃", "--as-of", "113.10.1", "--store", loaded)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    at = lines.index("基北北桃合作交流平臺 產業民生組")
    assert lines.index("基北北桃合作交流平臺 教育文化組") < at
    assert lines[at + 1].split() == ["項次", "案名", "主責機關", "狀態", "最近決議", "下一步", "期限"]
    assert [line.split()[:2] for line in lines[at + 2 :]] == [[str(n), name] for n, name in enumerate(CASES, 1)]
    assert "113/12/31" in lines[at + 3] and "列管中" in lines[at + 3]


def test_headings_and_days_follow_language_and_calendar(run: Yange, loaded: Path) -> None:
    shown = run("table", *INDUSTRY, "--lang", "en", "--calendar", "iso", "--store", loaded).stdout
    assert "Last decision" in shown and "tracked" in shown and "2024-12-31" in shown and "113/" not in shown


def test_json_has_every_field_with_the_quotes(run: Yange, loaded: Path) -> None:
    rows = json.loads(run("table", *INDUSTRY, "--store", loaded, "--json").stdout)
    assert [row["case"]["name"] for row in rows] == CASES
    market = rows[1]
    assert (market["item"], market["group"], market["status"], market["due"]) == (
        2,
        "產業民生組",
        "continued",
        "2024-12-31",
    )
    assert market["decision"]["meeting"].endswith("第3次工作小組會議") and market["next_step"]["delisting"] is False
    quote = market["quotes"][0]
    text = Path(quote["path"]).read_text("utf-8")
    assert text[quote["start"] : quote["end"]] == quote["text"]


def test_a_file_has_all_columns_in_the_format_of_its_ending(run: Yange, loaded: Path, tmp_path: Path) -> None:
    for suffix in (".ods", ".xlsx", ".csv"):
        result = run("table", *INDUSTRY, "-o", tmp_path / f"列管表{suffix}", "--store", loaded)
        assert (result.exit_code, result.stdout) == (0, f"5 cases written to {tmp_path / f'列管表{suffix}'}\n")
    page = load_workbook(tmp_path / "列管表.xlsx").active
    assert page is not None
    assert [cell.value for cell in page[1]][-4:] == ["下一步", "期限", "期限（民國）", "出處"]
    assert [cell.value for cell in page["B"]][1:] == CASES and page["K3"].value == datetime(2024, 12, 31)
    table = Document(tmp_path / "列管表.ods").body.get_table(0)
    assert table is not None and [row[1] for row in table.get_values()][1:] == CASES
    with (tmp_path / "列管表.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["案名"] for row in csv.DictReader(file)] == CASES


def test_the_same_question_writes_the_same_file(run: Yange, loaded: Path, tmp_path: Path) -> None:
    for name in ("one.ods", "two.ods"):
        run("table", "-o", tmp_path / name, "--store", loaded)
    assert (tmp_path / "one.ods").read_bytes() == (tmp_path / "two.ods").read_bytes()


def test_closed_cases_are_shown_only_when_asked_for(run: Yange, loaded: Path) -> None:
    counts = [len(json.loads(run("table", *more, "--store", loaded, "--json").stdout)) for more in ((), ("--closed",))]
    assert 0 < counts[0] < counts[1]


@pytest.mark.parametrize("spelling", ["基北北桃合作交流平台", "基北北桃合作交流平臺", "基北北桃", "「基北北桃」"])
def test_a_platform_is_found_in_any_spelling(run: Yange, loaded: Path, spelling: str) -> None:
    rows = json.loads(run("table", "--platform", spelling, "--store", loaded, "--json").stdout)
    assert rows and {row["case"]["platform"] for row in rows} == {"基北北桃合作交流平臺"}


def test_an_unknown_platform_or_group_gives_the_nearest_names(run: Yange, loaded: Path) -> None:
    for option, name, near in (("--platform", "高屏合作平臺", "合作交流平臺"), ("--group", "教育文華組", "教育文化組")):
        result = run("table", option, name, "--store", loaded)
        assert (result.exit_code, result.stdout) == (4, "") and f"「{name}」" in result.stderr and near in result.stderr


def test_an_empty_table_says_so_and_is_still_written(run: Yange, loaded: Path, tmp_path: Path) -> None:
    result = run("table", "--as-of", "2001-01-01", "--store", loaded)
    assert (result.exit_code, result.stdout) == (0, "") and "No case" in result.stderr
    result = run("table", "--as-of", "2001-01-01", "-o", tmp_path / "empty.csv", "--store", loaded)
    assert (
        result.stdout.startswith("0 cases written") and (tmp_path / "empty.csv").read_text("utf-8-sig").count("\n") == 1
    )


def test_a_file_that_cannot_be_is_told_and_nothing_is_written(run: Yange, loaded: Path, tmp_path: Path) -> None:
    for name, reason in (("table.pdf", ".ods, .xlsx, .csv"), ("no/table.ods", "cannot be written")):
        result = run("table", "-o", tmp_path / name, "--store", loaded)
        assert (result.exit_code, result.stdout) == (2, "") and reason in result.stderr
    assert list(tmp_path.iterdir()) == []
