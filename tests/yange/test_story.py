"""A lineage in a notebook: as a picture, as a table, as a graph."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

import yange
from yange.story import Story


@pytest.fixture
def story(loaded: Path) -> Story:
    with yange.open(loaded) as kg:
        return kg.lineage("環教小尖兵")


def test_a_notebook_shows_the_lanes(story: Story) -> None:
    root = ET.fromstring(story._repr_svg_())
    words = [text.text or "" for text in root.findall(".//{*}text")]
    assert "更名" in words and any("淨零行動" in word for word in words)
    page = story._repr_html_()
    assert page.startswith("<figure aria-label=") and "<script" not in page


def test_rows_have_every_quote_in_the_order_of_days(story: Story) -> None:
    rows = story.rows()
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    renamed = [row for row in rows if row["event"] == "RENAMED_TO"]
    assert renamed and all("淨零行動" in row["became"] for row in renamed)
    quotes = {quote.text for step in story.descendants for quote in step.quotes}
    assert {row["quote"] for row in renamed} == quotes


def test_a_graph_has_the_steps(story: Story) -> None:
    graph = story.to_networkx()
    assert [(a, b) for a, b in graph.edges()] == [(s.source.id, s.target.id) for s in story.descendants]
    assert graph.nodes[story.case.id]["name"] == story.case.name


@pytest.mark.parametrize(("library", "method"), [("pandas", "to_pandas"), ("polars", "to_polars")])
def test_tables_are_made_by_the_library_that_is_there(
    story: Story, monkeypatch: pytest.MonkeyPatch, library: str, method: str
) -> None:
    monkeypatch.setitem(sys.modules, library, SimpleNamespace(DataFrame=list))
    assert getattr(story, method)() == story.rows()
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError):
        getattr(story, method)()
