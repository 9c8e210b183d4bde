"""What comes next, as a reader of the bundled samples, and of the team's seeds, fills it in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import yange
from graph.governance import governance
from graph.store import GraphStore, open_store
from graph.vocabulary import Level
from queries.schedule import Basis, Matter, Series, Why, schedule

FOUR = "基北北桃合作交流平臺"
EDUCATION, INDUSTRY = "教育文化組", "產業民生組"


@pytest.fixture(scope="module", params=["samples", "seeds"])
def corpus(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, samples: list[Path]
) -> Iterator[GraphStore]:
    """The bundled minutes, and those of the team: the same sittings in other words."""
    seeds: Path | None = request.getfixturevalue("shared") / "seeds" if request.param == "seeds" else None
    path = tmp_path_factory.mktemp("schedule") / "store.kgl"
    with yange.open(path) as kg:
        kg.load([seeds] if seeds else samples)
    with open_store(path) as store:
        yield store


def series(store: GraphStore, as_of: str, platform: str = FOUR) -> dict[Level | str, Series]:
    found = schedule(store, platform=platform, as_of=as_of)
    return {one.group or one.level: one for one in found}


def begins(names: set[str]) -> set[str]:
    return {name.replace("『", "").replace("「", "")[:7] for name in names}


def waiting(one: Series, matter: Matter, *, passed: bool = False) -> set[str]:
    return begins({case.case.name for case in one.pending if case.matter is matter and bool(case.passed) == passed})


def test_autumn_2024(corpus: GraphStore) -> None:
    found = series(corpus, "2024-10-01")
    assert set(found) == {Level.MAYOR, Level.DEPUTY_MAYOR, EDUCATION, INDUSTRY}
    told = {
        key: (one.next.roc_year, one.next.ordinal, one.next.window.since, one.next.window.until, one.next.host.city)
        for key, one in found.items()
        if one.next and one.next.window and one.next.host
    }
    assert told == {
        Level.MAYOR: (113, None, "2024-01-01", "2024-12-31", "臺北市"),
        Level.DEPUTY_MAYOR: (113, 4, "2024-07-01", "2024-12-31", "桃園市"),
        EDUCATION: (113, 4, "2024-10-01", "2024-12-31", "基隆市"),
        INDUSTRY: (113, 4, "2024-10-01", "2024-12-31", "基隆市"),
    }
    education, industry = found[EDUCATION], found[INDUSTRY]
    assert education.next and education.next.host and education.next.host.basis is Basis.MINUTES
    assert industry.next and industry.next.host and industry.next.host.basis is Basis.ROTA
    assert not education.next.host.inferred and not industry.next.host.inferred
    assert all("基隆" in quote.text for quote in education.next.host.quotes) and industry.next.host.quotes
    assert not education.overdue and not education.missing and not industry.missing


def test_the_cases_that_wait_in_autumn_2024(corpus: GraphStore) -> None:
    found = series(corpus, "2024-10-01")
    assert waiting(found[Level.DEPUTY_MAYOR], Matter.DELIST) == {"2024IEY", "跨縣市學校交流", "雙語教學在職教"}
    assert {"推動北五堵與保", "臺北市立圖書館"} <= waiting(found[Level.DEPUTY_MAYOR], Matter.DELIST, passed=True)
    assert waiting(found[INDUSTRY], Matter.DELIST) == {"公有市場聯合行", "新興能源經驗交", "山區捕獸鋏及山"}
    assert waiting(found[EDUCATION], Matter.DELIST) == waiting(found[Level.MAYOR], Matter.DELIST) == set()
    for one in found.values():
        for case in one.pending:
            assert case.quotes and case.by.date and case.by.date <= "2024-10-01"


def test_new_cases_go_up_to_the_deputies_of_summer_2024(corpus: GraphStore) -> None:
    deputies = series(corpus, "2024-06-30")[Level.DEPUTY_MAYOR]
    assert waiting(deputies, Matter.ESTABLISH) == {"新興能源經驗交", "山區捕獸鋏及山", "瑞芳工業區事業"}
    assert waiting(deputies, Matter.DELIST) == {"推動北五堵與保", "臺北市立圖書館"}
    assert {case.group for case in deputies.pending if case.matter is Matter.ESTABLISH} == {INDUSTRY}


def test_spring_2025_lacks_the_fourth_sitting_that_minutes_speak_of(corpus: GraphStore) -> None:
    found = series(corpus, "2025-03-31")
    education = found[EDUCATION]
    assert education.next and (education.next.roc_year, education.next.ordinal) == (114, 2)
    assert education.next.host and education.next.host.city == "新北市"
    assert [(gap.roc_year, gap.ordinal, gap.why) for gap in education.missing] == [(113, 4, Why.SPOKEN_OF)]
    assert "113" in education.missing[0].quotes[0].text
    deputies = found[Level.DEPUTY_MAYOR]
    assert deputies.last and deputies.last.stub and deputies.last.ordinal == 4
    assert deputies.next and (deputies.next.roc_year, deputies.next.ordinal) == (114, 5)
    assert [(gap.roc_year, gap.ordinal, gap.why) for gap in deputies.missing] == [
        (112, 1, Why.PERIOD), (112, 2, Why.PERIOD), (113, 3, Why.PERIOD), (113, 4, Why.SPOKEN_OF),
    ]  # fmt: skip


def test_a_late_sitting_is_overdue_before_the_next_is_told(corpus: GraphStore) -> None:
    education = series(corpus, "2023-10-15")[EDUCATION]
    assert [(one.roc_year, one.ordinal, one.host and one.host.city) for one in education.overdue] == [
        (112, 2, "臺北市")
    ]
    assert education.next and (education.next.ordinal, education.next.overdue) == (3, False)


def test_a_sitting_that_minutes_announce_is_due_when_they_say(corpus: GraphStore) -> None:
    deputies = series(corpus, "2023-06-30")[Level.DEPUTY_MAYOR]
    assert deputies.next and deputies.next.window and deputies.next.host
    assert (deputies.next.window.since, deputies.next.window.until) == ("2023-07-11", "2023-07-31")
    assert (deputies.next.host.city, deputies.next.host.basis) == ("新北市", Basis.MINUTES)
    assert len(waiting(deputies, Matter.DELIST)) == 11


def test_two_cities_take_turns_where_no_rota_is_known(corpus: GraphStore) -> None:
    found = series(corpus, "2021-12-31", "雙北合作交流平臺")
    mayors = found[Level.MAYOR]
    assert mayors.next and (mayors.next.roc_year, mayors.next.host and mayors.next.host.city) == (111, "臺北市")
    assert mayors.next.host and (mayors.next.host.basis, mayors.next.host.inferred) == (Basis.TURNS, True)
    group = series(corpus, "2019-10-15", "雙北合作交流平臺")[EDUCATION]
    assert group.next and (group.next.ordinal, group.next.host and group.next.host.city) == (4, "臺北市")


def test_a_platform_that_went_into_another_sits_no_more(corpus: GraphStore) -> None:
    assert schedule(corpus, platform="雙北", as_of="2024-10-01") == ()
    assert {one.platform for one in schedule(corpus)} == {FOUR}


def test_every_quote_of_the_calendar_stands_in_its_document(corpus: GraphStore) -> None:
    texts = {document.source.path: document.source.text for document in corpus.documents()}
    quotes = [
        quote
        for one in schedule(corpus, as_of="2025-03-31")
        for quote in (
            *(q for case in one.pending for q in case.quotes),
            *(q for gap in one.missing for q in gap.quotes),
            *(q for due in (*one.overdue, one.next) if due and due.host for q in due.host.quotes),
        )
    ]
    assert quotes and all(texts[quote.path][quote.start : quote.end] == quote.text for quote in quotes)
    assert schedule(corpus, as_of="2025-03-31") == schedule(corpus, as_of="2025-03-31")


def test_without_rules_what_was_observed_counts(corpus: GraphStore) -> None:
    found = {one.group: one for one in schedule(corpus, as_of="2024-10-01", rules={}) if one.platform == FOUR}
    industry = found[INDUSTRY]
    assert industry.rules is None and industry.next and industry.next.window and industry.next.host
    assert industry.next.window.since <= "2024-12-20" <= industry.next.window.until
    assert (industry.next.host.city, industry.next.host.basis, industry.next.host.inferred) == (
        "基隆市",
        Basis.TURNS,
        True,
    )


def test_rules_of_ones_own_count(corpus: GraphStore, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        f'[[platform]]\nname = "{FOUR}"\nlevels = {{ working_group = {{ per_year = 2 }} }}\nrota = {{}}\n', "utf-8"
    )
    found = {one.group: one for one in schedule(corpus, as_of="2024-03-31", rules=governance(file))}
    industry = found[INDUSTRY]
    assert industry.next and industry.next.window and industry.next.window.since == "2024-07-01"
    assert None not in found


def test_a_store_without_sittings_has_no_calendar(tmp_path: Path, samples: list[Path]) -> None:
    with yange.open(tmp_path / "plan.kgl") as kg:
        kg.load([path for path in samples if "計畫" in path.name])
        assert kg.calendar() == () == kg.actions() == kg.table()
