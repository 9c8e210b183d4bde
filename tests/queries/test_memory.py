"""What is remembered of a store is what would be found now."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from graph.model import Graph, Node
from graph.store import GraphStore, open_store
from graph.vocabulary import Label
from queries.catalogue import ask
from queries.evidence import Quotes
from queries.memory import remembered
from queries.search import search


def named(*names: str) -> Graph:
    return Graph.of(Node(f"case:{name}", Label.CASE, {"name": name, "aliases": ()}) for name in names)


def written(path: Path, graph: Graph) -> None:
    with open_store(path, write=True) as store:
        store.replace(graph)


def test_a_reader_sees_every_loading(tmp_path: Path) -> None:
    path = tmp_path / "s.kgl"
    written(path, named("甲"))
    with open_store(path) as store:
        assert [row["name"] for row in ask(store, "cases")] == ["甲"]
        written(path, named("甲", "乙乙"))
        assert sorted(row["name"] for row in ask(store, "cases")) == ["乙乙", "甲"]
        assert search(store, "乙乙")[0].thing.id == "case:乙乙"
        written(path, named("丙"))
        assert [row["name"] for row in ask(store, "names")] == ["丙"]


def test_it_is_found_once_an_edition_and_apart_for_every_store(tmp_path: Path) -> None:
    for number in (1, 2):
        written(tmp_path / f"{number}.kgl", named(f"案{number}"))
    asked: list[GraphStore] = []

    def find(store: GraphStore) -> str:
        asked.append(store)
        return str(ask(store, "cases")[0]["name"])

    with open_store(tmp_path / "1.kgl") as one, open_store(tmp_path / "2.kgl") as two:
        assert [remembered(store, find) for store in (one, two, one, two)] == ["案1", "案2", "案1", "案2"]
        assert asked == [one, two]


def test_a_store_that_cannot_tell_is_asked_anew(tmp_path: Path) -> None:
    written(tmp_path / "s.kgl", named("甲"))
    with open_store(tmp_path / "s.kgl") as store:
        store.edition = lambda: None  # type: ignore[method-assign]
        found = iter(range(9))
        assert [remembered(store, lambda _: next(found)) for _ in range(3)] == [0, 1, 2]


def test_a_store_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    import queries.memory

    written(tmp_path / "s.kgl", named("甲"))
    store = open_store(tmp_path / "s.kgl")
    ask(store, "cases")
    assert store in queries.memory._HELD
    gone = weakref.ref(store)
    store.close()
    del store
    gc.collect()
    assert gone() is None


def test_lines_are_counted_as_a_reader_counts_them(store: GraphStore) -> None:
    passages = store.query("MATCH (p:Passage) RETURN p.id AS id").records()
    texts = {
        row["id"]: row["text"] for row in store.query("MATCH (d:Document) RETURN d.id AS id, d.text AS text").records()
    }
    quotes = Quotes(store, [row["id"] for row in passages]).of([row["id"] for row in passages])
    assert len(quotes) == len(passages) > 10
    for quote in quotes:
        assert quote.line == texts[quote.document].count("\n", 0, quote.start) + 1


def test_threads_never_remember_an_older_graph_than_the_store_holds(tmp_path: Path) -> None:
    path = tmp_path / "s.kgl"
    graphs = [named(*(f"案{n}" for n in range(size))) for size in range(1, 13)]
    written(path, graphs[0])
    with open_store(path) as store, ThreadPoolExecutor(4) as pool:
        for size, graph in enumerate(graphs, 1):
            written(path, graph)
            answers = pool.map(lambda _: len(ask(store, "cases")), range(40))
            assert set(answers) == {size}
