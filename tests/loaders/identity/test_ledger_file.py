"""The ledger's file: what is written is read again, by other readers too, and what a hand got wrong is told."""

from __future__ import annotations

import csv
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError, NotFoundError
from graph.judgement import Judgement
from loaders.identity import ledger_file
from loaders.identity.ledger import Contradiction, Ledger, case_id

A, B, C, D = (case_id("霧嵐平臺", name) for name in ("海廢回收", "海洋廢棄物回收", "漁村走讀", "漁村慢遊"))
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
HEAD = "id,judgement,left,right,who,when,why,undone"
WHEN = "2026-03-01T09:00:00+08:00"


def say(path: Path, judgement: str, left: str = A, right: str = B, why: str = "", who: str = "甲") -> str:
    return ledger_file.judge(path, Judgement(judgement), left, right, who=who, why=why, when=NOW).id


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join((HEAD, *lines, "")), "utf-8")
    return path


def test_no_file_is_an_empty_ledger(tmp_path: Path) -> None:
    assert ledger_file.read(tmp_path / "none.csv") == Ledger()


def test_another_reader_finds_what_was_written_one_line_each(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    first = say(path, "same", why='會議上說 "同案", 確認')
    second = say(path, "different", C, D)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["id"], row["judgement"], row["left"], row["right"]) for row in rows] == [
        (first, "same", A, B),
        (second, "different", C, D),
    ]
    assert rows[0]["why"] == '會議上說 "同案", 確認' and rows[0]["when"] == "2026-03-01T09:00:00+00:00"
    assert len(path.read_text("utf-8").splitlines()) == 3


def test_to_add_is_to_add_a_line_and_to_undo_changes_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    ids = [say(path, "same"), say(path, "different", C, D)]
    before = path.read_text("utf-8").splitlines()
    say(path, "unsure", A, C)
    assert path.read_text("utf-8").splitlines()[:3] == before
    assert ledger_file.undo(path, ids[0][:6], NOW).id == ids[0]
    after = path.read_text("utf-8").splitlines()
    assert [old == new for old, new in zip(before, after, strict=False)] == [True, False, True]
    assert after[1] == before[1] + "2026-03-01T09:00:00+00:00"


def test_undo_restores_what_was_before_and_it_may_be_said_again(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    say(path, "different", C, D)
    before = ledger_file.read(path)
    id = say(path, "same")
    assert ledger_file.read(path).meaning(B) == ledger_file.read(path).meaning(A)
    ledger_file.undo(path, id, NOW)
    after = ledger_file.read(path)
    assert after.classes() == before.classes() == [] and after.foes(C) == before.foes(C)
    again = say(path, "same")
    assert again != id and len(ledger_file.read(path).judgements) == 3
    with pytest.raises(NotFoundError):
        ledger_file.undo(path, id, NOW)


def test_saying_it_twice_is_saying_it_once(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert say(path, "same") == say(path, "same", B, A, why="再說一次", who="乙")
    assert len(ledger_file.read(path).judgements) == 1
    say(path, "became", C, D)
    with pytest.raises(Contradiction):
        say(path, "became", D, C)


def test_a_contradiction_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    ids = [say(path, "same", A, B), say(path, "same", B, C)]
    before = path.read_bytes()
    with pytest.raises(Contradiction) as caught:
        say(path, "different", A, C)
    assert all(id in str(caught.value) for id in ids) and path.read_bytes() == before


@settings(max_examples=100, deadline=None)
@given(who=st.text(min_size=1).filter(lambda text: text.strip().isprintable() and text.strip()), why=st.text())
def test_any_text_comes_back_on_one_line_and_is_no_formula(
    tmp_path_factory: pytest.TempPathFactory, who: str, why: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.csv"
    say(path, "same", why=why, who=who)
    assert len(path.read_text("utf-8").split("\n")) == 3
    (one,) = ledger_file.read(path).judgements
    assert one.why == " ".join("".join(char if char.isprintable() else " " for char in why).split())
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())


def test_a_file_that_people_and_spreadsheets_have_been_at(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = f'\ufeff{HEAD}\r\n,same,case:霧嵐平臺/「海廢回收」案,{B},甲,{WHEN},"兩行的\r\n理由",\r\n,,,,,,,\r\n\r\n'
    path.write_bytes(text.encode())
    (one,) = ledger_file.read(path).judgements
    assert len(one.id) == 12 and one.why == "兩行的\r\n理由"
    assert ledger_file.read(path).meaning(A) == ledger_file.read(path).meaning(B)
    path.write_bytes(path.read_bytes().rstrip())
    say(path, "different", C, D)
    assert [one.judgement for one in ledger_file.read(path).judgements] == ["same", "different"]


GOOD = f"1,same,{A},{B},甲,{WHEN},,"


@pytest.mark.parametrize(
    ("lines", "line", "says"),
    [
        ([GOOD, f"2,sane,{A},{C},甲,{WHEN},,"], 3, "judgement 'sane' is none of same, different, unsure, became"),
        ([GOOD, f"2,same,漁村走讀,{C},甲,{WHEN},,"], 3, "left '漁村走讀' is no id of a case"),
        ([GOOD, f"2,same,{A},case:霧嵐平臺,甲,{WHEN},,"], 3, "right 'case:霧嵐平臺' is no id of a case"),
        ([f"2,different,{A},{A}案,甲,{WHEN},,", GOOD], 2, "right is the same name as left"),
        ([GOOD, f"2,same,{A},{C},,{WHEN},,"], 3, "who is empty"),
        ([GOOD, "", f"2,same,{A},{C},甲,昨天,,"], 4, "when '昨天' is no time with its zone"),
        ([GOOD, f"2,same,{A},{C},甲,2026-03-01T09:00:00,,"], 3, "is no time with its zone"),
        ([GOOD, f"2,same,{A},{C},甲,{WHEN},,yes"], 3, "undone 'yes' is no time"),
        ([GOOD, f"2,same,{A},{C},甲,{WHEN},一,二,三"], 3, "has 9 fields instead of 8"),
        ([GOOD, f"2,same,{A},{C}"], 3, "has 4 fields instead of 8"),
        ([GOOD, f"1,same,{A},{C},甲,{WHEN},,"], 3, "the id 1 is taken by line 2"),
        ([GOOD, f'2,same,{A},{C},甲,{WHEN},"沒有結束,'], 3, "unexpected end of data"),
        ([GOOD, f'2,same,{A},{C},"甲"乙,{WHEN},,'], 3, "expected after"),
        ([f'1,same,{A},{B},甲,{WHEN},"兩\n行",', f"2,sane,{A},{C},甲,{WHEN},,"], 4, "judgement 'sane'"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_reason(tmp_path: Path, lines: list[str], line: int, says: str) -> None:
    path = written(tmp_path / "hand.csv", *lines)
    before = path.read_bytes()
    with pytest.raises(InputError) as caught:
        ledger_file.read(path)
    assert str(caught.value).startswith(f"{path} line {line}: ") and says in str(caught.value)
    with pytest.raises(InputError):
        say(path, "different", C, D)
    assert path.read_bytes() == before


def test_other_columns_and_another_encoding_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("left,right\n", "utf-8")
    with pytest.raises(InputError, match="line 1: the columns must be id,judgement"):
        ledger_file.read(path)
    path.write_bytes(f"{HEAD}\n{GOOD}\n".encode("big5", "ignore"))
    with pytest.raises(InputError, match="line 2: is not UTF-8"):
        ledger_file.read(path)


def test_a_contradiction_made_by_hand_names_its_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path / "hand.csv",
        f"1,same,{A},{B},甲,{WHEN},,",
        f"2,same,{C},{D},甲,{WHEN},,",
        f"3,different,{A},{C},甲,{WHEN},,",
        f"4,same,{B},{C},甲,{WHEN},,",
    )
    with pytest.raises(InputError) as caught:
        ledger_file.read(path)
    told = str(caught.value)
    assert told.startswith(f"{path} line 4: ") and "line 2: " in told and "line 5: " in told
    assert "line 3: " not in told


def test_an_id_too_short_or_shared_undoes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", f"abcd1,same,{A},{B},甲,{WHEN},,", f"abcd2,same,{C},{D},甲,{WHEN},,")
    before = path.read_bytes()
    for id, says in (("abc", "several"), ("abcd", "several"), ("ffff", "no judgement"), ("", "several")):
        with pytest.raises(NotFoundError, match=says):
            ledger_file.undo(path, id, NOW)
    assert path.read_bytes() == before


def test_ten_thousand_judgements(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    ids = [case_id("霧嵐平臺", f"海廢回收{number}期推廣計畫") for number in range(10_001)]
    lines = [
        f",{'same' if number % 2 else 'different'},{ids[number]},{ids[number + 1]},甲,"
        f"{(NOW + timedelta(minutes=number)).isoformat()},依第{number}次會議確認,"
        for number in range(10_000)
    ]
    written(path, *lines)
    began = time.perf_counter()
    ledger = ledger_file.read(path)
    print(f"10,000 judgements read in {time.perf_counter() - began:.2f} s")
    assert len(ledger.judgements) == 10_000 and len(ledger.classes()) == 5_000
    assert all(ledger.foes(ledger.meaning(id)) for id in ids[:-1])
