"""What the lines of a document gave rise to, and what it says that nobody read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.coverage import Coverage, Gave, Why, coverage
from loaders.coverage.passages import DECIDED, stated
from loaders.lexicon.own import use
from loaders.minutes import parse
from loaders.reading import Document, read_file
from tests.loaders.lexicon.platforms_of_our_own import OVERSEAS, VALLEY

KNOWN = """雙北合作「交通組」第1次小組會議紀錄

壹、時間：113年5月8日
貳、主席：林副局長春生
參、討論事項
案由一：「公車轉乘」案，提請討論。
說明：
一、歷年已同意解列多案，持續列管者仍有三案。
二、請參閱附件。
決議：同意成案，請臺北市政府交通局於6月30日前提送計畫。
案由二：「共享單車」案，提請討論。
決議：
一、准予下架。
二、洽悉。
三、兩市承辦人皆甚辛勞。
肆、散會
"""


def account(text: str) -> Coverage:
    return coverage(parse(Document(text, "minutes.txt", "minutes")))


def gaps(held: Coverage) -> dict[int, str]:
    return {gap.line: gap.text for gap in held.gaps}


def test_every_line_that_is_not_blank_says_what_it_gave() -> None:
    held = account(KNOWN)
    lines = {line.number: line for line in held.lines}
    assert set(lines) == {n for n, line in enumerate(KNOWN.split("\n"), 1) if line.strip()}
    assert all(KNOWN[line.start : line.end] == KNOWN.split("\n")[line.number - 1] for line in held.lines)
    assert lines[1].gave == (Gave.HEADER,) and lines[1].part == "head"
    assert {Gave.EVENT, Gave.TASK, Gave.BODY} <= set(lines[10].gave) and lines[10].part == "resolution"
    assert (lines[8].gave, lines[8].part) == ((), "explanation")


def test_a_decision_that_nobody_read_is_a_gap_and_what_explains_is_none() -> None:
    held = account(KNOWN)
    assert gaps(held) == {13: "准予下架。", 15: "兩市承辦人皆甚辛勞。"}
    assert [(gap.likely, gap.why) for gap in held.gaps] == [
        (True, (Why.UNDER_DECISION, Why.DECIDING_WORDS)),
        (False, (Why.UNDER_DECISION,)),
    ]
    assert held.gaps[0].words == ("准予", "下架") and held.gaps[0].section == "參/案由二/決議/一"


def test_a_short_verdict_before_a_task_is_a_gap_of_its_own() -> None:
    assert gaps(account(VALLEY)) == {
        11: "繼續盯案", 14: "准予下架", 17: "本案與「源流淨溪日」案合流為「縱谷護溪日」案，繼續盯案。",
    }  # fmt: skip


def test_labels_that_are_not_known_are_told_with_their_lines() -> None:
    held = account(OVERSEAS)
    assert [(label.word, label.lines) for label in held.labels] == [("合意", (11, 14, 18)), ("參加者", (6,))]
    assert {11, 14, 18} < set(gaps(held))
    assert all(Why.UNKNOWN_LABEL in gap.why for gap in held.gaps)


@pytest.fixture
def taught(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "ours.toml"
    file.write_text('[[phrase]]\nmeans = "delisted"\nwords = ["下架"]\n', "utf-8")
    use(file)
    yield file
    use(None)


def test_what_the_lexicon_learns_closes_the_gap(taught: Path) -> None:
    assert tomllib.loads(taught.read_text("utf-8")) and gaps(account(KNOWN)) == {15: "兩市承辦人皆甚辛勞。"}


def test_parts_add_up() -> None:
    held = account(KNOWN)
    total = held.total
    assert (total.lines, total.used) == (len(held.lines), sum(bool(line.gave) for line in held.lines))
    assert total.gaps == len(held.gaps) <= total.decisions and 0 < total.share < 1
    assert [part.part for part in held.parts][:2] == ["head", "proposals"]


def test_a_document_that_is_no_minutes_has_no_gaps() -> None:
    held = account("這是一篇遊記。\n請勿列管，同意更名。\n")
    assert (held.kind, held.gaps, held.total.used, held.total.lines) == ("other", (), 0, 2)


def test_the_samples_are_read_nearly_whole(samples: list[Path]) -> None:
    totals = []
    for path in samples:
        document = parse(read_file(path))
        held = coverage(document)
        decided = [one for one in stated(document) if one.gave in DECIDED]
        for gap in held.gaps:
            assert document.source.text[gap.start : gap.end] == gap.text
            assert not any(one.start < gap.end and gap.start < one.end for one in decided)
        totals.append((held.total.decisions, sum(gap.likely for gap in held.gaps)))
    decisions, likely = (sum(column) for column in zip(*totals, strict=True))
    assert decisions > 200 and likely < 0.05 * decisions


@given(st.text("案由一：決議。同意下架\n、請「」（）壹貳 \t合意", max_size=120))
@settings(max_examples=60, deadline=None)
def test_any_text_has_an_account(words: str) -> None:
    text = f"雙北合作「交通組」第1次小組會議紀錄\n壹、時間：113年5月8日\n貳、主席：林局長\n{words}"
    held = account(text)
    assert [line.number for line in held.lines] == [n for n, one in enumerate(text.split("\n"), 1) if one.strip()]
    assert all(text[gap.start : gap.end] == gap.text for gap in held.gaps)
