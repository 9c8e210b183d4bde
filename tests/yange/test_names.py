"""evaluate --names, and explain."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Yange = Callable[..., Result]

_PAIRS = """left,right,same,tier,note
「漁村走讀」案,漁村走讀,1,clear,quotes
漁港改建第一期,漁港改建第二期,0,clear,phase
漁民共餐據點,漁民供餐據點,0,hard,"sound, alike"
"""


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_text(_PAIRS, "utf-8")
    return path


def test_a_table_with_a_row_for_each_tier(run: Yange, pairs: Path) -> None:
    result = run("evaluate", "--names", pairs)
    rows = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines()[1:4]}
    assert result.exit_code == 0
    assert rows["clear"] == ["2", "1.000", "1.000", "1.000", "1.000", "0", "0.0%"]
    assert rows["hard"] == ["1", "1.000", "1.000", "1.000", "0.000", "0", "100.0%"]
    assert rows["overall"][-2:] == ["0", "33.3%"]
    assert "pairs a second" in result.stdout


def test_the_scores_as_json(run: Yange, pairs: Path) -> None:
    told = json.loads(run("evaluate", "--names", pairs, "--json").stdout)
    assert told["tiers"]["overall"]["same"] == {
        "precision": 1.0, "recall": 1.0, "pairs": 1, "answered": 1, "wrong": 0
    }  # fmt: skip
    assert told["tiers"]["overall"]["unsure_share"] == 0.3333
    assert told["pairs_per_second"] > 0


def test_wrong_answers_are_listed(run: Yange, pairs: Path) -> None:
    pairs.write_text("left,right,same\n漁村走讀案,漁村走讀,0\n", "utf-8")
    result = run("evaluate", "--names", pairs)
    assert "same, not different: 漁村走讀案 | 漁村走讀" in result.stdout


def test_the_answers_are_written_for_a_diff(run: Yange, pairs: Path, tmp_path: Path) -> None:
    assert run("evaluate", "--names", pairs, "--answers", tmp_path / "run.csv").exit_code == 0
    assert (tmp_path / "run.csv").read_text("utf-8") == (
        "left,right,same,verdict\n「漁村走讀」案,漁村走讀,1,same\n漁港改建第一期,漁港改建第二期,0,different\n"
        "漁民共餐據點,漁民供餐據點,0,unsure\n"
    )


def test_a_byte_order_mark_other_line_ends_and_no_tier_are_fine(run: Yange, pairs: Path) -> None:
    pairs.write_bytes("\ufeffsame,right,left\r\n1,漁村走讀,漁村走讀案\r\n".encode())
    told = json.loads(run("evaluate", "--names", pairs, "--json").stdout)
    assert list(told["tiers"]) == ["overall"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("left,right\na,b\n", "line 1: the column same is missing"),
        ("left,right,same\n漁村,漁港,yes\n", "line 2: same is 'yes'; write 1"),
        ("left,right,same\n漁村,漁港,1\n漁村,,0\n", "line 3: a name is missing"),
        ("left,right,same\n漁村\n", "line 2: a name is missing"),
        ('left,right,same\n"漁村,漁港,1\n', "no CSV"),
        ("left,right,same\n", "has no pair"),
        ("", "line 1: the column left is missing"),
    ],
)
def test_a_bad_row_is_told_in_one_sentence(run: Yange, pairs: Path, text: str, sentence: str) -> None:
    pairs.write_text(text, "utf-8")
    result = run("evaluate", "--names", pairs)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_is_not_there_or_no_text(run: Yange, pairs: Path, tmp_path: Path) -> None:
    assert run("evaluate", "--names", tmp_path / "none.csv").exit_code == 2
    pairs.write_bytes("left,right,same\n漁村,漁港,1\n".encode("big5"))
    result = run("evaluate", "--names", pairs)
    assert (result.exit_code, "not UTF-8" in result.stderr) == (2, True)


@pytest.mark.parametrize("arguments", [(), ("gold.json", "--names", "a.csv"), ("gold.json", "--answers", "a.csv")])
def test_one_thing_is_evaluated_at_a_time(run: Yange, arguments: tuple[str, ...]) -> None:
    assert run("evaluate", *arguments).exit_code == 2


def test_explain_gives_the_answer_and_its_reasons(run: Yange) -> None:
    result = run("explain", "漁港左岸照明", "漁港右岸照明")
    assert result.exit_code == 0
    assert result.stdout.startswith("different  0.2")
    assert "相對的字：「左」與「右」 (characters that exclude each other: 左 and 右)" in result.stdout


def test_explain_as_json(run: Yange) -> None:
    told = json.loads(run("explain", "環教船巡迴", "環境教育船巡迴", "--json").stdout)
    assert (told["verdict"], told["features"][0]["reason"]) == ("same", "abbreviation")
    assert (told["features"][0]["left"], told["features"][0]["right"]) == ("環教", "環境教育")
