"""lineage, case, meeting, search, cypher, over the bundled samples."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Yange = Callable[..., Result]
OLD = "環教小尖兵大會師"
NEW = "Just Do It 保護地球自己來-淨零行動：綠碳匯總動員"


def test_lineage_tells_what_became_of_a_case_with_the_words_that_say_so(run: Yange, loaded: Path) -> None:
    result = run("lineage", "環教小尖兵", "--store", loaded)
    assert (result.exit_code, result.stderr) == (0, "")
    for part in (
        OLD,
        NEW,
        "2024-03-05 (民國113.3.5)",
        "renamed 更名",
        "更改為",
        "基北北桃-教育文化組-2023-2025.txt:172",
    ):
        assert part in result.stdout


def test_lineage_as_json_has_every_step_and_event_with_date_meeting_and_quote(run: Yange, loaded: Path) -> None:
    answer = json.loads(run("lineage", "環教小尖兵", "--store", loaded, "--json").stdout)
    assert OLD in answer["case"]["name"] and answer["ancestors"] == []
    step = next(step for step in answer["descendants"] if step["type"] == "RENAMED_TO")
    assert (
        step["date"] == "2024-03-05" and step["meeting"] and any("更改為" in quote["text"] for quote in step["quotes"])
    )
    assert answer["status"] == answer["standing"]["status"] == "renamed"
    assert [event["date"] for event in answer["events"]] == sorted(event["date"] for event in answer["events"])
    assert all(event["quotes"] and event["meeting"]["name"] for event in answer["events"])


def test_quotes_stand_in_the_file_at_the_line_given(run: Yange, loaded: Path, root: Path) -> None:
    answer = json.loads(run("lineage", "環教小尖兵", "--store", loaded, "--json").stdout)
    quotes = [quote for event in answer["events"] for quote in event["quotes"]]
    for quote in quotes:
        text = Path(root, quote["path"]).read_text("utf-8")
        assert text[quote["start"] : quote["end"]] == quote["text"]
        assert quote["text"].split("\n")[0] in text.split("\n")[quote["line"] - 1]
    assert quotes


@pytest.mark.parametrize(
    "name", [NEW, "綠碳匯總動員", "ｊｕｓｔ ｄｏ ｉｔ 保護地球", "just do it　保護地球自己來－淨零行動"]
)
def test_lineage_of_the_new_name_leads_back_to_the_old(run: Yange, loaded: Path, name: str) -> None:
    answer = json.loads(run("lineage", name, "--store", loaded, "--json").stdout)
    (step,) = answer["ancestors"]
    assert OLD in step["source"]["name"]


@pytest.mark.parametrize("day", ["2023-12-31", "112.12.31", "民國112年12月31日", "112-12", "2023"])
def test_lineage_as_of_a_day_knows_nothing_later(run: Yange, loaded: Path, day: str) -> None:
    answer = json.loads(run("lineage", "環教小尖兵", "--as-of", day, "--store", loaded, "--json").stdout)
    assert (answer["as_of"], answer["descendants"]) == ("2023-12-31", [])
    assert answer["standing"]["status"] in ("established", "continued")
    assert "as of 2023-12-31" in run("lineage", "環教小尖兵", "--as-of", day, "--store", loaded).stdout


def test_a_day_that_is_none_is_a_usage_error(run: Yange, loaded: Path) -> None:
    for day in ("yesterday", "2023-02-30", "113.13.1"):
        result = run("lineage", "環教小尖兵", "--as-of", day, "--store", loaded)
        assert result.exit_code == 2 and "Invalid value" in result.stderr


def test_a_name_that_fits_several_cases_names_the_others(run: Yange, loaded: Path) -> None:
    result = run("case", "交流", "--store", loaded)
    assert result.exit_code == 0 and result.stdout
    assert "also fits" in result.stderr and len(result.stderr.splitlines()) > 2


def test_a_name_that_nothing_answers_to_gives_the_three_nearest(run: Yange, loaded: Path) -> None:
    for command in ("lineage", "case"):
        result = run(command, "環教小尖冰大會獅", "--store", loaded)
        assert (result.exit_code, result.stdout) == (4, "")
        assert OLD in result.stderr and result.stderr.count("」、「") == 2


def test_case_gives_bodies_programs_and_tasks(run: Yange, tmp_path: Path, minutes: Path) -> None:
    store = tmp_path / "case.kgl"
    run("load", minutes, "--store", store)
    answer = json.loads(run("case", "河川水質", "--store", store, "--json").stdout)
    assert answer["name"] == "河川水質聯合監測"
    assert any(body["name"] == "新北市政府環境保護局" and body["quotes"] for body in answer["bodies"])
    assert [task["due"] for task in answer["actions"]] == ["2024-06-30"]
    shown = run("case", "河川水質", "--store", store).stdout
    assert "新北市政府環境保護局" in shown and "due 期限 2024-06-30 (民國113.6.30)" in shown


@pytest.mark.parametrize("name", ["2019-01-25", "108.1.25", "2019雙北合作「教育文化組」第1次小組會議"])
def test_meeting_by_day_and_by_title(run: Yange, loaded: Path, name: str) -> None:
    answer = json.loads(run("meeting", name, "--store", loaded, "--json").stdout)
    assert (answer["date"], answer["group"], answer["start_time"]) == ("2019-01-25", "教育文化組", "14:00")
    assert {"溫雅筑", "康哲維", "新北市"} <= {person["name"] for person in answer["people"]}
    assert answer["agenda"] and all(entry["quotes"] for entry in answer["agenda"])
    assert "溫雅筑 專門委員" in run("meeting", name, "--store", loaded).stdout


def test_meeting_without_a_name_lists_all(run: Yange, loaded: Path) -> None:
    listed = json.loads(run("meeting", "--store", loaded, "--json").stdout)
    days = [one["date"] for one in listed if one["date"]]
    assert len(days) >= 21 and days == sorted(days)
    assert "2019-01-25 (民國108.1.25)" in run("meeting", "--store", loaded).stdout


@pytest.mark.parametrize("text", ["台北市與桃園市圖書館", "臺北市圖書館一證通用", "一證 通用", "『一證通用』"])
def test_search_takes_any_spelling(run: Yange, loaded: Path, text: str) -> None:
    hits = json.loads(run("search", text, "--store", loaded, "--json").stdout)
    assert any("一證通用" in hit["thing"]["name"] for hit in hits if hit["thing"]["label"] == "Case")
    assert "一證通用" in run("search", text, "--store", loaded).stdout


def test_cypher_answers_with_parameters_and_as_a_table(run: Yange, loaded: Path) -> None:
    query = "MATCH (c:`Case`) WHERE c.name CONTAINS $word RETURN c.name AS name ORDER BY name LIMIT $n"
    answer = json.loads(run("cypher", query, "-p", "word=碳匯", "-p", "n=1", "--store", loaded).stdout)
    assert len(answer) == 1 and "碳匯" in answer[0]["name"]
    assert run("cypher", query, "-p", "word", "--store", loaded).exit_code == 2


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("CREATE (n:`Case` {id: '1'})", 5),
        ("MATCH (n) DETACH DELETE n", 5),
        ("MATCH (", 6),
        ("UNWIND range(1, 20000) AS n RETURN n", 6),
    ],
)
def test_cypher_refuses_to_write_and_explains_what_is_wrong(run: Yange, loaded: Path, query: str, code: int) -> None:
    before = loaded.read_bytes()
    result = run("cypher", query, "--store", loaded)
    assert (result.exit_code, result.stdout) == (code, "") and result.stderr.startswith("yange: ")
    assert loaded.read_bytes() == before


@pytest.mark.parametrize(
    "command", ["lineage x", "case x", "meeting", "search x", "cypher RETURN", "verify", "export -"], ids=str
)
def test_without_a_store_every_question_says_how_to_make_one(run: Yange, tmp_path: Path, command: str) -> None:
    result = run(*command.split(), "--store", tmp_path / "none.kgl")
    assert (result.exit_code, result.stdout) == (5, "")
    assert "yange load" in result.stderr and not (tmp_path / "none.kgl").exists()


def test_a_server_that_is_not_there_is_told_in_a_sentence(run: Yange) -> None:
    result = run("lineage", "x", "--store", "bolt://127.0.0.1:1")
    assert result.exit_code == 5 and "cannot be reached" in result.stderr
