"""coverage and lexicon: a platform that nobody has heard of, before and after it is taught."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from graph.vocabulary import EdgeType
from loaders.lexicon.own import VARIABLE
from tests.loaders.lexicon.platforms_of_our_own import OVERSEAS, TEACH_OVERSEAS, TEACH_VALLEY, VALLEY

Yange = Callable[..., Result]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory of our own, with no lexicon in it."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parsed(run: Yange, file: Path) -> dict[str, Any]:
    (sitting,) = json.loads(run("parse", file).stdout)["minutes"]
    return dict(sitting)


def events(sitting: dict[str, Any]) -> dict[str, str]:
    """What happened to each case, but for that it was discussed and proposed."""
    names = {case["key"]: case["name"] for case in sitting["cases"]}
    idle = (EdgeType.DISCUSSED_AT, EdgeType.PROPOSED_AT)
    return {names[d["case"]]: d["type"] for d in sitting["decisions"] if d["type"] not in idle}


@pytest.mark.parametrize(
    ("text", "lessons", "before", "after"),
    [
        (
            VALLEY,
            TEACH_VALLEY,
            (None, [], 3, {"鐵馬補給站共用": "ESTABLISHED_AT"}),
            (
                "農遊分會",
                ["玉里鎮", "池上鄉", "關山鎮", "富里鄉"],
                0,
                {
                    "縱谷稻香慢行": "CONTINUED_AT", "四鄉鎮農夫市集輪辦": "DELISTED_AT", "縱谷護溪日": "CONTINUED_AT",
                    "秀姑巒溪共同護溪": "MERGES_INTO", "源流淨溪日": "MERGES_INTO", "鐵馬補給站共用": "ESTABLISHED_AT",
                },
            ),
        ),
        (
            OVERSEAS,
            TEACH_OVERSEAS,
            (None, [], 4, {}),
            (
                "觀光班",
                ["臺北市", "基隆市", "那霸市", "石垣市"],
                0,
                {
                    "雙城燈節互訪": "CONTINUED_AT",
                    "郵輪岸上遊程串接": "DELISTED_AT",
                    "高校教育旅行互換": "ESTABLISHED_AT",
                },
            ),
        ),
    ],
    ids=["townships of a valley", "cities of two countries"],
)  # fmt: skip
def test_a_new_platform_is_taught_by_data_alone(
    run: Yange, tmp_path: Path, text: str, lessons: str, before: tuple[object, ...], after: tuple[object, ...]
) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text(text, "utf-8")
    for said in (before, after):
        sitting = parsed(run, file)
        (account,) = json.loads(run("coverage", file, "--json").stdout)
        found = (sitting["meeting"]["group"], sitting["members"], account["total"]["gaps"], events(sitting))
        assert found == said
        if said is before:
            for line in lessons.strip().split("\n"):
                result = run("lexicon", "add", *shlex.split(line))
                assert (result.exit_code, result.stderr) == (0, ""), result.output
    checked = run("lexicon", "check", file)
    assert checked.exit_code == 0 and "0 errors" in checked.stdout
    assert VARIABLE not in os.environ


def test_load_reads_with_our_words_wherever_the_file_lies(run: Yange, tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(OVERSEAS, "utf-8")
    ours = tmp_path / "elsewhere" / "ours.toml"
    ours.parent.mkdir()
    for line in TEACH_OVERSEAS.strip().split("\n"):
        assert run("lexicon", "add", *shlex.split(line), "--lexicon", ours).exit_code == 0
    query = "MATCH (c:City)-[:MEMBER_OF]->(p:Platform) RETURN p.name AS platform, count(c) AS cities ORDER BY platform"
    told = {}
    for name, options in (("without", ()), ("with", ("--lexicon", ours))):
        assert run("load", "minutes.txt", "--store", name, *options).exit_code == 0
        told[name] = json.loads(run("cypher", query, "--store", name, "--json").stdout)
    assert told == {"without": [], "with": [{"platform": "臺琉城市結盟圓桌會", "cities": 4}]}


def test_coverage_shows_parts_gaps_labels_and_lines(run: Yange, tmp_path: Path) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text(OVERSEAS, "utf-8")
    shown = run("coverage", file)
    assert shown.exit_code == 0 and "12 of 16 lines used 75%" in shown.stdout
    assert "     14  自清單除名。" in shown.stdout and "合意  (lines 11, 14, 18)" in shown.stdout
    lines = run("coverage", file, "--lines").stdout.splitlines()
    assert "   14  ·\t合意：自清單除名。" in lines and any("會議資訊\t一、日期" in line for line in lines)


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_covered(run: Yange, tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(VALLEY, "utf-8")
    result = run("coverage", "gone.txt", "minutes.txt", "--json")
    assert result.exit_code == 2 and "gone.txt" in result.stderr and len(json.loads(result.stdout)) == 1


def test_a_wrong_lexicon_is_told_with_its_line_by_every_command_that_reads(run: Yange, tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(VALLEY, "utf-8")
    (tmp_path / "yange.lexicon.toml").write_text('[[phrase]]\nmeans = "delistd"\nwords = ["下架"]\n', "utf-8")
    for arguments in (("parse", "minutes.txt"), ("coverage", "minutes.txt"), ("lexicon", "add", "group", "甲組")):
        result = run(*arguments)
        assert result.exit_code == 2 and "yange.lexicon.toml:2: " in result.stderr, arguments
    result = run("lexicon", "check", "--json")
    (remark,) = json.loads(result.stdout)["remarks"]
    assert (result.exit_code, remark["severity"], remark["line"]) == (2, "error", 2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("phrase", "下架"), "--means"),
        (("group", "甲組", "--office", "乙"), "takes no such option"),
        (("nonsense", "甲"), "nonsense"),
    ],
)
def test_adding_wrongly_is_a_usage_error_and_writes_nothing(
    run: Yange, elsewhere: Path, arguments: tuple[str, ...], words: str
) -> None:
    result = run("lexicon", "add", *arguments)
    assert result.exit_code == 2 and words in result.stderr and not list(elsewhere.iterdir())


def test_adding_twice_says_so(run: Yange) -> None:
    assert "added to yange.lexicon.toml" in run("lexicon", "add", "group", "農遊分會").stdout
    assert "already has it" in run("lexicon", "add", "group", "農遊分會").stdout
