"""Every file of the catalogue says what it means, runs on a store, and gives the columns it promises."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.store import GraphStore
from queries.catalogue import ask, catalogue, read


@pytest.mark.parametrize("name", catalogue())
def test_runs_with_its_own_example_and_gives_its_columns(store: GraphStore, name: str) -> None:
    query = catalogue()[name]
    answer = store.query(query.text, query.example)
    assert set(query.example) == set(query.parameters)
    assert answer.columns == tuple(query.columns)


@pytest.mark.parametrize("name", catalogue())
def test_keeps_to_what_both_stores_take(name: str) -> None:
    text = catalogue()[name].text
    assert ":Case" not in text, "the label Case stands between backticks"
    assert "CALL {" not in text and "apoc." not in text
    assert "ORDER BY" in text or "UNION ALL" in text or name in ("case", "meeting")


def test_an_unknown_query_or_parameter_is_refused(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="no query is called nonsense"):
        ask(store, "nonsense")
    with pytest.raises(QueryError, match="takes case"):
        ask(store, "case", meeting="x")


@pytest.mark.parametrize(
    "source",
    [
        "RETURN 1 AS n",
        "// One.\n// columns:\n//   n: one\nRETURN 1 AS n",
        "// One.\n// parameters:\n//   a: one\n// columns:\n//   n: one\n// example: {}\nRETURN $b AS n",
    ],
)
def test_a_file_that_says_too_little_of_itself_is_refused(source: str) -> None:
    with pytest.raises(QueryError, match="header"):
        read("bad", source)
