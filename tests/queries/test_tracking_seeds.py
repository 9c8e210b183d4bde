"""The tracking table of the team's seeds, two groups on two days, against what a reader fills in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import yange
from graph.store import GraphStore, open_store
from graph.vocabulary import Level, Status
from queries.tracking import TrackingRow, tracking

C, R, P = Status.CONTINUED, Status.DELISTING_RECOMMENDED, Status.PROPOSED
TABLES = {
    ("產業民生組", "2023-12-31"): [
        ("青創交流合作", C, "2023-11-29", "2023-12-31"), ("公有市場聯合", C, "2023-11-29", None),
        ("推動北五堵與", C, "2023-11-29", None), ("食農/漁教育", C, "2023-11-29", None),
    ],
    ("產業民生組", "2024-10-01"): [
        ("青創交流合作", C, "2024-09-27", None), ("公有市場聯合", C, "2024-09-27", "2024-12-31"),
        ("新興能源經驗", C, "2024-09-27", "2024-12-31"), ("山區捕獸鋏及", C, "2024-09-27", "2024-10-04"),
        ("瑞芳工業區事", C, "2024-09-27", None),
    ],
    ("教育文化組", "2023-12-31"): [
        ("2024IE", C, "2023-12-11", None), ("跨縣市學校交", C, "2023-12-11", None),
        ("雙語教學在職", C, "2023-12-11", None), ("臺北市立圖書", C, "2023-12-11", None),
        ("基北北桃環教", C, "2023-12-11", None),
    ],
    ("教育文化組", "2024-10-01"): [
        ("2024IE", R, "2024-08-29", None), ("跨縣市學校交", R, "2024-08-29", None),
        ("雙語教學在職", R, "2024-08-29", None), ("臺北市立圖書", R, "2024-05-17", None),
        ("Just D", C, "2024-08-29", None), ("桃園學生卡跨", P, "2024-08-29", None),
    ],
}  # fmt: skip
"""Beginning of the name, where the case stands, since when, and the last day of what comes next."""


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[GraphStore]:
    path = tmp_path_factory.mktemp("seeds") / "seeds.kgl"
    with yange.open(path) as kg:
        kg.load([shared / "seeds"])
    with open_store(path) as store:
        yield store


def rows(store: GraphStore, group: str, day: str) -> tuple[TrackingRow, ...]:
    return tracking(store, platform="基北北桃", group=group, as_of=day)


@pytest.mark.parametrize(("group", "day"), list(TABLES))
def test_the_table_has_the_cases_of_the_list(seeds: GraphStore, group: str, day: str) -> None:
    found = [(row.case.name[:6], row.status, row.since, row.due) for row in rows(seeds, group, day)]
    assert found == TABLES[group, day]


def test_who_proposed_who_is_responsible_and_what_comes_next(seeds: GraphStore) -> None:
    youth, market, energy, traps, waste = rows(seeds, "產業民生組", "2024-10-01")
    assert {case.name[:4] for case in youth.origin} == {"北桃創新", "雙北社會"}
    assert market.proposers == ("新北市",) and {"新北市政府市場處", "臺北市市場處"} <= set(market.responsible)
    assert traps.responsible == ("新北市政府動物保護防疫處",)
    assert {"基隆市政府產業發展處", "新北市政府經濟發展局"} <= set(waste.responsible)
    for row in (market, energy):
        assert row.next_step and "第4季小組會議" in row.next_step.text
    assert waste.next_step is None and waste.decision.day == "2024-09-27"


def test_what_waits_for_a_higher_sitting_or_another_group(seeds: GraphStore) -> None:
    table = {row.case.name[:6]: row for row in rows(seeds, "教育文化組", "2024-10-01")}
    for name in ("跨縣市學校交", "雙語教學在職", "臺北市立圖書"):
        step = table[name].next_step
        assert step and step.delisting and step.level is Level.DEPUTY_MAYOR
    card = table["桃園學生卡跨"]
    assert card.next_step and "交通組" in card.next_step.text and card.proposers == ("桃園市政府教育局",)
    assert [case.name[:6] for case in table["Just D"].origin] == ["基北北桃環教"]


def test_every_row_quotes_its_last_decision(seeds: GraphStore) -> None:
    texts = {one.source.path: one.source.text for one in seeds.documents()}
    for group, day in TABLES:
        for row in rows(seeds, group, day):
            assert row.quotes
            assert all(texts[quote.path][quote.start : quote.end] == quote.text for quote in row.quotes)
