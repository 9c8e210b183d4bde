"""calendar and actions, over the bundled samples, and a platform that nobody has heard of."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

Yange = Callable[..., Result]

RULES = """
[[platform]]
name = "星海合作平臺"
word = "星海"
members = ["臺南市", "屏東縣", "澎湖縣"]
levels = { deputy_mayor = { per_year = 2, decides = true }, working_group = { per_year = 3 } }
[platform.rota.working_group]
2024 = ["臺南市", "屏東縣", "澎湖縣"]
"""
MINUTES = """113年度星海合作漁港組第{n}次小組會議紀錄

壹、時間：113年{month}月10日上午10時
貳、地點：視訊會議
參、主席：林主任秘書小明

肆、會議決議：

一、漁港清淤機具共用案：本案{said}

伍、散會：上午11時。
"""


def test_the_calendar_says_when_who_hosts_and_what_waits(run: Yange, loaded: Path) -> None:
    result = run("calendar", "--as-of", "113.10.1", "--store", loaded)
    assert (result.exit_code, result.stderr) == (0, "")
    shown = result.stdout
    assert "as of 截至 2024-10-01 (民國113.10.1)" in shown
    assert "基北北桃合作交流平臺" in shown and "雙北合作交流平臺\n" not in shown
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    deputies = lines.index("deputy mayors 副市長層級 每年 2 次")
    assert lines[deputies + 1].startswith(
        "next 下次 113年第4次 2024-07-01 – 2024-12-31 host 主辦 桃園市 by the rota 依輪序"
    )
    group = next(line for line in lines if line.startswith("next 下次") and "會議紀錄載明" in line)
    assert "113年第4次" in group and "基隆市" in group
    assert any(line.startswith("跨縣市學校交流 ← 教育文化組") for line in lines)


def test_the_calendar_as_json_and_csv(run: Yange, loaded: Path) -> None:
    series = json.loads(run("calendar", "--as-of", "2025-03-31", "--store", loaded, "--json").stdout)
    assert [(one["level"], one["group"]) for one in series] == [
        ("mayor", None), ("deputy_mayor", None), ("working_group", "教育文化組"), ("working_group", "產業民生組"),
    ]  # fmt: skip
    gap = series[2]["missing"][0]
    assert (gap["roc_year"], gap["ordinal"], gap["why"]) == (113, 4, "spoken_of") and gap["quotes"][0]["text"]
    table = run("calendar", "--as-of", "2025-03-31", "--group", "教育文化", "--store", loaded, "--csv").stdout
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["下次會議"], row["主辦"], row["缺少紀錄"]) == ("114年第2次", "新北市", "113年第4次 他次紀錄提及")


def test_a_platform_nobody_has_heard_of_is_added_by_data_alone(
    run: Yange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules, store = tmp_path / "rules.toml", tmp_path / "store.kgl"
    rules.write_text(RULES, "utf-8")
    for n, month, said in ((1, "3", "同意成案。"), (2, "6", "提請副首長層級會議解列。")):
        (tmp_path / f"{n}.txt").write_text(MINUTES.format(n=n, month=month, said=said), "utf-8")
    monkeypatch.setenv("YANGE_GOVERNANCE", str(rules))
    assert run("load", tmp_path / "1.txt", tmp_path / "2.txt", "--store", store).exit_code == 0
    series = json.loads(run("calendar", "--store", store, "--json").stdout)
    found = {one["group"] or one["level"]: one for one in series}
    assert set(found) == {"deputy_mayor", "漁港組"} and {one["platform"] for one in series} == {"星海合作平臺"}
    group = found["漁港組"]["next"]
    assert (group["roc_year"], group["ordinal"], group["host"]["city"]) == (113, 3, "澎湖縣")
    assert (group["window"]["since"], group["window"]["until"]) == ("2024-09-01", "2024-12-31")
    (case,) = found["deputy_mayor"]["pending"]
    assert (case["matter"], case["group"], case["case"]["name"]) == ("delist", "漁港組", "漁港清淤機具共用案")


def test_rules_that_cannot_be_read_are_told(run: Yange, loaded: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("[[platform]]\nword = 3", "utf-8")
    for file, reason in ((bad, "no governance file"), (tmp_path / "none.toml", "cannot be read")):
        result = run("calendar", "--governance", file, "--store", loaded)
        assert (result.exit_code, result.stdout) == (2, "") and reason in result.stderr and str(file) in result.stderr


def test_a_platform_that_sits_no_more_has_no_calendar(run: Yange, loaded: Path) -> None:
    result = run("calendar", "--platform", "雙北", "--store", loaded)
    assert (result.exit_code, result.stdout) == (0, "") and "sits no more" in result.stderr


def test_actions_say_who_owes_what_and_what_is_reported(run: Yange, loaded: Path) -> None:
    result = run("actions", "--agency", "新北經發局", "--store", loaded)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.split("\n")[0].split() == ["期限", "狀態", "權責機關", "事項", "合作案", "交辦會議", "回報"]
    items = json.loads(run("actions", "--agency", "新北經發局", "--store", loaded, "--json").stdout)
    assert items and all(one["action"]["meeting"] for one in items)
    told = next(one for one in items if one["report"])
    text = Path(told["report"]["quote"]["path"]).read_text("utf-8")
    assert text[told["report"]["quote"]["start"] : told["report"]["quote"]["end"]] == told["report"]["quote"]["text"]


def test_overdue_actions_as_of_a_day(run: Yange, loaded: Path) -> None:
    items = json.loads(run("actions", "--overdue", "--as-of", "112.8.1", "--store", loaded, "--json").stdout)
    assert {one["action"]["due"] for one in items} == {"2023-07-10"}
    assert all(one["overdue"] and one["report"] is None for one in items)
    table = run("actions", "--overdue", "--as-of", "112.8.1", "--store", loaded, "--csv", "--calendar", "iso").stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["期限"], row["狀態"]) for row in rows] == [("2023-07-10", "逾期")] * len(items)


def test_actions_before_a_day_as_a_file(run: Yange, loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "待辦.xlsx"
    result = run("actions", "--due-before", "2023-08", "-o", file, "--store", loaded)
    assert result.exit_code == 0 and result.stdout.endswith(f"written to {file}\n")
    page = load_workbook(file).active
    assert page is not None and page["A1"].value == "期限" and page.max_row > 1
    assert run("actions", "--due-before", "1999", "--store", loaded).stderr.startswith("Nothing is owed")
    assert run("actions", "--agency", "星海市政府漁業局", "--store", loaded).exit_code == 4


def test_the_table_as_csv(run: Yange, loaded: Path) -> None:
    table = run("table", "--platform", "基北北桃", "--as-of", "113.10.1", "--store", loaded, "--csv").stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == 11 and {
        "項次",
        "案名",
        "前身",
        "提案機關",
        "主責機關",
        "狀態",
        "最近決議",
        "下一步",
        "期限",
        "出處",
    } <= set(rows[0])
