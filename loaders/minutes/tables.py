"""Rows of a tracking table → one item a row.

Always true: a table counts only when its head names a column of cases; a row without a case continues the row above; a blank
cell repeats the cell above only where the table says so (同上列) or the column is one that clerks merge (組別, 提案來源).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from loaders.folding import Flow
from loaders.minutes.names import Name, quoted
from loaders.numerals import numeral
from loaders.outline.tree import Section

_SAME = re.compile(r"^(?:同上(?:列)?|〃|″|同前|同左)。?$")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One case's row."""

    name: Name
    cell: Flow
    path: str
    decision: tuple[Flow, ...]
    background: tuple[Flow, ...]
    proposers: tuple[Flow, ...]
    group: str | None
    number: int | None
    new: bool


_CARRIED = ("group", "proposer", "decision", "responsible")


@dataclass(slots=True)
class _Row:
    cells: dict[str, list[Flow]] = field(default_factory=dict)
    path: str = ""


@cache
def _columns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = tomllib.loads(files("loaders.lexicon").joinpath("tables.toml").read_text("utf-8"))
    return tuple((kind, re.compile(pattern)) for kind, pattern in data.items())


def _column(words: str) -> str | None:
    if not words or len(words) > 16:
        return None
    return next((kind for kind, pattern in _columns() if pattern.search(words)), None)


def _head(row: Section) -> dict[int, str] | None:
    """Column index → kind, when a row is the head of a table of cases."""
    kinds = {i: kind for i, cell in enumerate(row.cells) if (kind := _column(cell.text))}
    texts = [cell.text for cell in row.cells if cell.text]
    if "name" not in kinds.values() or len(kinds) < 2 or any(len(t) > 16 for t in texts):
        return None
    if "decision" not in kinds.values() and "progress" not in kinds.values() and "proposer" not in kinds.values():
        return None
    seen: dict[int, str] = {}
    for i, kind in kinds.items():
        seen[i] = kind if kind != "name" or "name" not in seen.values() else "progress"
    return seen


def table_items(rows: tuple[Section, ...], note: str = "") -> Iterator[TableRow]:
    """The cases of consecutive table rows; ``note`` is what the heading says of the table (空白欄位同上列)."""
    repeats = _repeated(note)
    columns: dict[int, str] | None = None
    found: list[_Row] = []
    carry: dict[str, list[Flow]] = {}
    for row in rows:
        heads = _head(row)
        if heads:
            columns = heads
            continue
        if columns is None or not row.cells:
            continue
        found = _take(row, columns, found, carry, repeats)
    for row_found in found:
        item = _item(row_found)
        if item:
            yield item


def _take(row: Section, columns: dict[int, str], found: list[_Row], carry: dict[str, list[Flow]], repeats: frozenset[str]) -> list[_Row]:
    cells: dict[str, list[Flow]] = {}
    for i, cell in enumerate(row.cells):
        kind = columns.get(i)
        if kind and cell.text:
            cells.setdefault(kind, []).append(cell)
    named = cells.get("name")
    if not named:
        if found and any(k in cells for k in ("decision", "progress")):
            for kind, flows in cells.items():
                found[-1].cells.setdefault(kind, []).extend(flows)
        return found
    for kind in _CARRIED:
        flows = cells.get(kind)
        if flows and _SAME.match(flows[0].text) or not flows and kind in repeats:
            if kind in carry:
                cells[kind] = carry[kind]
        elif flows:
            carry[kind] = flows
    return [*found, _Row(cells, row.path)]


def _repeated(note: str) -> frozenset[str]:
    """The columns whose blank cells repeat the cell above."""
    said = re.search(r"([\u3400-\u9fff]{0,4}?)(?:欄)?空(?:白|欄)[^，。；]{0,6}同上", note)
    if not said:
        return frozenset({"group"})
    column = _column(said[1]) if said[1] else None
    return frozenset({"group", column}) if column else frozenset(_CARRIED)


def _item(row: _Row) -> TableRow | None:
    cell = row.cells["name"][0]
    text = cell.text
    number = re.match(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、]\s*(?!\d)", text)
    start = number.end() if number else 0
    end = len(text)
    remark = re.search(r"（(?:[^（）]*(?:提案|主辦|原)[^（）]*)）$", text)
    end = remark.start() if remark else end
    marks = quoted(text)
    if len(marks) == 1 and marks[0].outer_start <= start and re.fullmatch(r"(?:一|計畫)?案?", text[marks[0].outer_end : end]):
        start, end = marks[0].start, marks[0].end
    if end - start < 3:
        return None
    groups, numbers = row.cells.get("group"), row.cells.get("number")
    return TableRow(
        name=Name(start, end, text[start:end], 0, len(text), quoted=True),
        cell=cell,
        path=row.path,
        decision=tuple(row.cells.get("decision", ())),
        background=tuple(f for k in ("progress", "responsible") for f in row.cells.get(k, ())),
        proposers=tuple(row.cells.get("proposer", ())),
        group=groups[0].text if groups and groups[0].text.endswith("組") else None,
        number=numeral(numbers[0].text) if numbers else None,
        new=False,
    )
