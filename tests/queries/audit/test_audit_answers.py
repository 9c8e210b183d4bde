"""The audit as an answer: its order, its ids, its day, its words, and the file of what was put aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from queries.audit import SEVERITIES, Finding, Kind
from queries.audit.messages import message
from queries.audit.reading import fold, lines, squeeze
from queries.audit.suppression import read, review
from tests.gold.audit.planted import CLEAN, findings

Write = Callable[[str], Path]
_WRONG = {
    "環境資源組-112-1.txt": ("112年3月14日(星期二)", "112年3月14日(星期三)"),
    "環境資源組-114-1.txt": ("列管合作案（計3案）", "列管合作案（計5案）"),
}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    """A wrong weekday in 2023 and a wrong count in 2025."""
    texts = {name: text.replace(*_WRONG.get(name, ("\0", ""))) for name, text in CLEAN.items()}
    return findings(texts, tmp_path_factory.mktemp("two"))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to(text: str) -> Path:
        path = tmp_path / "yange.audit.toml"
        path.write_text(text, "utf-8")
        return path

    return to


def test_findings_stand_by_document_and_place_with_ids_of_their_kind(two: tuple[Finding, ...]) -> None:
    assert [one.kind for one in two] == [Kind.WEEKDAY_MISMATCH, Kind.COUNT_MISMATCH]
    assert all(one.id.startswith(f"{one.kind}:") and one.severity is SEVERITIES[one.kind] for one in two)
    assert [one.quote for one in two] == ["112年3月14日(星期三)", "計5案"]
    assert len(two[1].evidence) == 3 and "河川巡守" in two[1].evidence[0].quote


def test_an_id_does_not_depend_on_what_else_is_in_the_store(two: tuple[Finding, ...], tmp_path: Path) -> None:
    name = "環境資源組-112-1.txt"
    (alone,) = findings({name: CLEAN[name].replace(*_WRONG[name])}, tmp_path)
    assert alone.id == two[0].id


def test_nothing_after_the_day_counts(two: tuple[Finding, ...], tmp_path: Path) -> None:
    texts = {name: text.replace(*_WRONG.get(name, ("\0", ""))) for name, text in CLEAN.items()}
    assert [one.id for one in findings(texts, tmp_path, "2024-12-31")] == [two[0].id]


def test_a_store_without_minutes_has_no_findings(tmp_path: Path) -> None:
    assert findings({"note.txt": "這裡沒有會議。"}, tmp_path) == ()


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_weight(kind: Kind) -> None:
    assert SEVERITIES[kind]


def test_a_sentence_that_lacks_a_value_is_refused() -> None:
    with pytest.raises(KeyError):
        message("count_mismatch", stated=3)
    with pytest.raises(KeyError):
        message("nonsense")


def test_what_was_looked_at_is_put_aside_with_its_reason(two: tuple[Finding, ...], write: Write) -> None:
    path = write(f'[[suppress]]\nid = "{two[0].id}"\nreason = "手民之誤，已更正"\n')
    reviewed = review(two, path)
    assert [one.id for one in reviewed.remaining] == [two[1].id] and reviewed.problems == ()
    assert [(one.id, entry.reason) for one, entry in reviewed.aside] == [(two[0].id, "手民之誤，已更正")]


def test_what_hides_nothing_is_told_with_its_line(two: tuple[Finding, ...], write: Write) -> None:
    entries = (
        f'[[suppress]]\nid = "{two[0].id}"\n',
        '[[suppress]]\nid = "relisted:0123456789ab"\nreason = "gone"\n',
        '[[suppress]]\nreason = "which?"\n',
        f'[[suppress]]\nid = "{two[1].id}"\nreason = "one"\n',
        f'[[suppress]]\nid = "{two[1].id}"\nreason = "two"\n',
    )
    path = write("# seen\n" + "\n".join(entries))
    reviewed = review(two, path)
    assert [one.id for one in reviewed.remaining] == [two[0].id]
    said = [(problem.line, problem.says) for problem in reviewed.problems]
    assert [line for line, _ in said] == [2, 5, 9, 16]
    assert "without a reason" in said[0][1] and "no finding has the id" in said[1][1]
    assert "names no id" in said[2][1] and "stands twice, first on line 12" in said[3][1]
    assert str(reviewed.problems[0]).startswith(f"{path}, line 2: ")


@pytest.mark.parametrize("text", ["[[suppress]", "suppress = 3", "suppress = ['x']"])
def test_a_file_of_another_form_is_refused(text: str, write: Write) -> None:
    with pytest.raises(InputError, match="suppress"):
        read(write(text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "none.toml")


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    words, offsets = squeeze(text)
    assert len(words) == len(offsets) and all(fold(text)[at] == char for char, at in zip(words, offsets, strict=True))


@given(st.text(alphabet="壹貳一二（）(1)2.、：案由說明決議計3「」\n \t|"))
def test_every_line_quotes_its_own_place(text: str) -> None:
    for line in lines(text, 0, len(text)):
        assert len(line.text) == len(line.offsets) and line.offsets == sorted(line.offsets)
        start, end = line.span(0, len(line.text))
        assert fold(text[start:end])[0] == line.text[0] and all(line is not up for up in line.above())


def test_items_stand_under_their_heading() -> None:
    text = "伍、結論：\n一、列管案（計2案）：\n（一）甲案：持續\n列管。\n1. 辦理中。\n（二）乙案：解列。\n"
    text += "二、臨時動議：無。"
    found = lines(text, 0, len(text))
    assert [line.text for line in found[0].items()] == ["一、列管案（計2案）：", "二、臨時動議：無。"]
    assert [line.text for line in found[1].items()] == ["（一）甲案：持續列管。", "（二）乙案：解列。"]
    assert [line.text for line in found[2].items()] == ["1.辦理中。"]
