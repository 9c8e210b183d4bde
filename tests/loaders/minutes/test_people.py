"""Chairs and recorders in a header line."""

from __future__ import annotations

import pytest

from graph.interchange import Person
from loaders.minutes.people import people, person
from tests.loaders.minutes._reading import squeezed


@pytest.mark.parametrize(
    ("words", "name", "title"),
    [
        ("施副局長若梅", "施若梅", "副局長"),
        ("施若梅副局長", "施若梅", "副局長"),
        ("局長施若梅", "施若梅", "局長"),
        ("嵐川市政府海洋局施專門委員若梅", "施若梅", "專門委員"),
        ("施科長若梅（代理）", "施若梅", "科長"),
        ("歐陽副秘書長若梅", "歐陽若梅", "副秘書長"),
        ("施若梅（市長）", "施若梅", "市長"),
        ("嵐川市施市長若梅", "施若梅", "市長"),
        ("代理市長施若梅", "施若梅", "市長"),
        ("施若梅", "施若梅", ""),
    ],
)
def test_person(words: str, name: str, title: str) -> None:
    assert person(words) == Person(name, title)


@pytest.mark.parametrize(
    "words", ["", "海洋局", "施科長", "施副局長", "施主任秘書", "由各單位輪流主持本次會議並作成紀錄"]
)
def test_nobody(words: str) -> None:
    assert person(words) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("施副局長若梅、霍副局長青", ["施若梅", "霍青"]),
        ("施副局長若梅 霍副局長青山", ["施若梅", "霍青山"]),
        ("嵐川市政府海洋局 施副局長若梅", ["施若梅"]),
        ("施若梅", ["施若梅"]),
        ("", []),
    ],
)
def test_people(line: str, names: list[str]) -> None:
    assert [one.name for one in people(squeezed(line))] == names
