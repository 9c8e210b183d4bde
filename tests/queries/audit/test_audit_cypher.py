"""What of the audit can be asked of the graph alone: the catalogue's answers on corpora with one fault each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.store import open_store
from queries.catalogue import ask
from tests.gold.audit.planted import CLEAN, faults, parsed
from yange.loading import graph_of

_FAULTS = {fault.name: fault.texts() for fault in faults()}


def rows(texts: dict[str, str], folder: Path, query: str, **parameters: Any) -> list[dict[str, Any]]:
    """The answer of a catalogue query on these texts."""
    with open_store(folder / "audit.kgl", write=True) as store:
        store.replace(graph_of([parsed(name, text) for name, text in sorted(texts.items())]))
        return ask(store, query, **parameters)


def test_a_missing_number_is_told_with_its_neighbours(tmp_path: Path) -> None:
    (row,) = rows(_FAULTS["the third sitting of four is missing"], tmp_path, "missing_sittings")
    assert (row["group"], row["roc_year"], row["before"], row["after"]) == ("交通組", 113, 2, 4)
    assert row["meeting"].endswith("交通組/113-4")


def test_a_day_against_the_numbers_is_told_with_the_sitting_before(tmp_path: Path) -> None:
    (row,) = rows(_FAULTS["the third sitting dated before the second"], tmp_path, "sittings_backwards")
    assert (row["ordinal"], row["date"], row["earlier_date"]) == (3, "2024-05-07", "2024-06-11")


def test_a_case_kept_on_the_list_after_its_delisting_is_told(tmp_path: Path) -> None:
    texts = _FAULTS["delisted by the deputy mayors, listed by the group"]
    (row,) = rows(texts, tmp_path, "relisted", day="2025-12-31")
    assert (row["name"], row["delisted"], row["listed"]) == ("海洋廢棄物清除船共用", "2023-11-24", "2024-03-12")


def test_every_sitting_begins_where_its_document_says(tmp_path: Path) -> None:
    found = rows(CLEAN, tmp_path, "recorded")
    assert len(found) == len(CLEAN)
    titles = {text.split("\n")[0].lstrip("# ") for text in CLEAN.values()}
    assert {row["stop"] - row["start"] for row in found} <= {len(title) for title in titles}


@pytest.mark.parametrize(
    ("query", "day"), [("missing_sittings", None), ("sittings_backwards", None), ("relisted", "2030")]
)
def test_the_clean_corpus_gives_no_rows(query: str, day: str | None, tmp_path: Path) -> None:
    assert rows(CLEAN, tmp_path, query, **({"day": day} if day else {})) == []
