"""What every store keeps to."""

from __future__ import annotations

import pickle
import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import QueryError, ReadOnlyError, StoreError
from graph.interchange import ParsedDocument
from graph.model import Edge, Graph, Node, Value, content_hash
from graph.store import GraphStore, open_store
from graph.vocabulary import EdgeType, Label


def load(address: str, *graphs: Graph) -> str:
    with open_store(address, write=True) as store:
        for graph in graphs:
            store.replace(graph)
        return store.content_hash()


def test_it_gives_back_what_was_put_in(address: str, large: Graph) -> None:
    load(address, large)
    with open_store(address) as store:
        assert store.graph() == large
        assert store.content_hash() == content_hash(large)


def test_loading_twice_changes_nothing(address: str, large: Graph) -> None:
    assert load(address, large) == load(address, large) == load(address, large, large)


def test_a_smaller_graph_leaves_no_residue(address: str, large: Graph, small: Graph) -> None:
    assert load(address, large, small) == content_hash(small)
    with open_store(address) as store:
        assert store.graph() == small
        assert store.query("MATCH (n) RETURN count(n) AS n").rows == ((len(small.nodes),),)
    assert load(address, Graph()) == content_hash(Graph())


def test_documents_come_back_parsed(address: str, large: Graph, parsed: tuple[ParsedDocument, ...]) -> None:
    load(address, large)
    with open_store(address) as store:
        assert {document.source.sha256: document for document in store.documents()} == {
            document.source.sha256: document for document in parsed
        }


names = st.text("甲乙丙 '\"\\`$\n", max_size=4)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    cities = [
        Node(
            f"city:{n}", Label.CITY, {"name": draw(names) or "無", "aliases": tuple(draw(st.lists(names, max_size=2)))}
        )
        for n in draw(st.sets(st.integers(0, 4)))
    ]
    odd = draw(st.sampled_from([Label.CASE, Label.PROGRAM]))
    others = [Node(f"other:{n}", odd, {"name": str(n), "aliases": ()}) for n in draw(st.sets(st.integers(0, 3)))]
    kind = EdgeType.INVOLVED_IN if odd is Label.CASE else EdgeType.CONCERNS
    held: dict[str, Value] = {"passages": ("p",), "inferred": False, "confidence": draw(st.floats(0, 1))}
    meetings = st.sampled_from([None, "m1", "m2"])
    edges = {
        edge.key: edge
        for city in cities
        for other in others
        for edge in [Edge(kind, city.id, other.id, draw(meetings), {**held, "date": draw(st.sampled_from(["1", "2"]))})]
        if draw(st.booleans())
    }
    return Graph.of([*cities, *others], edges.values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(graphs(), min_size=1, max_size=4))
def test_from_any_graph_to_any_other(address: str, steps: Sequence[Graph]) -> None:
    with open_store(address, write=True) as store:
        for graph in steps:
            store.replace(graph)
            assert store.graph() == graph


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n:City {id: 'x', name: 'x'})",
        "MERGE (n:City {id: 'x'})",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) SET n:Seen RETURN n",
        "MATCH (n) REMOVE n.name",
        "MATCH (n) DETACH DELETE n",
        "MATCH ()-[r]->() DELETE r",
        "FOREACH (x IN [1] | CREATE (:City {id: 'x', name: 'x'}))",
        "MATCH (n) WITH n LIMIT 1 CREATE (m:City {id: 'x', name: n.name}) RETURN m.id",
        "CREATE INDEX FOR (n:City) ON (n.name)",
        "DROP CONSTRAINT `City_id`",
        "CREATE CONSTRAINT x FOR (n:City) REQUIRE n.name IS NOT NULL",
        "LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line",
        "MATCH (n) RETURN n.id AS x UNION LOAD CSV FROM '/etc/hosts' AS line RETURN line[0] AS x",
        "load /* */ csv with headers from $file as line return line",
    ],
)
@pytest.mark.parametrize("write", [False, True])
def test_a_question_neither_writes_nor_reads_files(address: str, small: Graph, cypher: str, write: bool) -> None:
    load(address, small)
    with open_store(address, write=write) as store:
        with pytest.raises((ReadOnlyError, QueryError)):
            store.query(cypher, {"file": "/etc/hosts"})
        assert store.content_hash() == content_hash(small)


def test_a_reading_store_does_not_take_a_graph(address: str, small: Graph) -> None:
    load(address, small)
    with open_store(address) as store, pytest.raises(ReadOnlyError, match="open it for writing"):
        store.replace(Graph())


def test_answers_are_plain_values(address: str, small: Graph) -> None:
    load(address, small)
    with open_store(address) as store:
        found = store.query(
            "MATCH (c:`Case` {name: $name})-[r:CONTINUED_AT]->(m:Meeting) "
            "RETURN c, r, m.name AS title, m {.id, .date} AS m",
            {"name": "河川整治1"},
        )
        assert found.columns == ("c", "r", "title", "m")
        (record,) = found.records()
        assert (record["c"]["labels"], record["c"]["name"]) == (["Case"], "河川整治1")
        assert "title" not in record["c"]
        assert (record["r"]["type"], record["r"]["date"]) == ("CONTINUED_AT", "2023-01-01")
        assert record["title"] == "山海合作河川組第1次會議"
        assert record["m"] == {"id": "meeting:山海合作交流平臺/working_group/河川組/112-1", "date": "2023-01-01"}
        assert store.query("MATCH (n:Plan) RETURN n.name AS name").rows == ()


def test_every_stored_node_has_a_name(address: str, large: Graph) -> None:
    load(address, large)
    with open_store(address) as store:
        found = store.query("MATCH (n) RETURN labels(n)[0] AS label, n.name AS name, n.id AS id").records()
    assert {record["label"] for record in found} >= {"Case", "Passage", "Document", "Meeting"}
    assert all(record["name"] and record["name"] != f"{record['label']}_{record['id']}" for record in found)


def test_a_question_that_is_no_cypher_is_told(address: str, small: Graph) -> None:
    load(address, small)
    with open_store(address) as store:
        for cypher in ("MATCH (n RETURN n", "", "RETURN $missing", "RETURN 1 / 0", "EXPLAIN MATCH (n) RETURN n"):
            with pytest.raises(QueryError):
                store.query(cypher)


ENDLESS = "MATCH (a), (b), (c), (d), (e) WHERE a.id + b.id + c.id + d.id = e.id RETURN count(*) AS n"


def test_a_question_that_takes_too_long_is_ended(address: str, large: Graph) -> None:
    load(address, large)
    begun = time.monotonic()
    with open_store(address) as store, pytest.raises(QueryError, match="longer than 200 ms"):
        store.query(ENDLESS, timeout_ms=200)
    assert time.monotonic() - begun < 5


def test_an_answer_has_no_more_rows_than_allowed(address: str, large: Graph) -> None:
    load(address, large)
    with open_store(address) as store:
        assert len(store.query("UNWIND range(1, 5) AS x RETURN x", max_rows=5).rows) == 5
        with pytest.raises(QueryError, match="more than 4 rows"):
            store.query("UNWIND range(1, 5) AS x RETURN x", max_rows=4)


def test_a_reader_beside_a_writer_sees_whole_graphs_and_the_newest(address: str, large: Graph, small: Graph) -> None:
    load(address, small)
    whole = {content_hash(small), content_hash(large)}
    seen: list[str] = []
    done = threading.Event()

    def read(store: GraphStore) -> None:
        while not done.is_set():
            seen.append(store.content_hash())

    with open_store(address) as reader, open_store(address, write=True) as writer:
        thread = threading.Thread(target=read, args=(reader,))
        thread.start()
        for graph in (large, small, large, small, large):
            writer.replace(graph)
        done.set()
        thread.join()
        assert set(seen) <= whole
        assert reader.content_hash() == content_hash(large)


WRITE = """
import pickle, sys
from pathlib import Path
from graph.store import open_store
old, new = pickle.loads(Path(sys.argv[2]).read_bytes())
with open_store(sys.argv[1], write=True) as store:
    print("writing", flush=True)
    while True:
        store.replace(new)
        store.replace(old)
"""


def writer(address: str, graphs: tuple[Graph, Graph], folder: Path) -> subprocess.Popen[str]:
    """Another process that writes one graph and the other, over and over."""
    held = folder / "graphs.pickle"
    held.write_bytes(pickle.dumps(graphs))
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE, address, str(held)], stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def test_a_second_writer_is_refused_and_told_who_holds_the_store(
    address: str, large: Graph, small: Graph, tmp_path: Path
) -> None:
    load(address, small)
    process = writer(address, (small, large), tmp_path)
    try:
        with pytest.raises(StoreError, match=f"process {process.pid}"):
            open_store(address, write=True)
    finally:
        process.kill()
        process.communicate()
    with open_store(address, write=True), pytest.raises(StoreError, match="this process"):
        open_store(address, write=True)
    assert load(address, large) == content_hash(large)


def test_a_writer_that_is_killed_leaves_the_old_graph_or_the_new(
    address: str, large: Graph, small: Graph, tmp_path: Path
) -> None:
    load(address, small)
    random.seed(4)
    for _ in range(5):
        process = writer(address, (small, large), tmp_path)
        time.sleep(random.uniform(0.0, 0.08))
        process.kill()
        process.communicate()
        with open_store(address) as store:
            assert store.content_hash() in {content_hash(small), content_hash(large)}
    assert load(address, small, large) == content_hash(large)


def test_a_load_that_fails_leaves_the_old_graph(address: str, large: Graph, small: Graph) -> None:
    load(address, small)
    broken = Graph(large.nodes, {**large.edges, ("x", "", "", ""): Edge(EdgeType.PART_OF, "a", "b")})
    with pytest.raises((StoreError, KeyError)):
        load(address, broken)
    with open_store(address) as store:
        assert store.content_hash() == content_hash(small)
    assert load(address, large) == content_hash(large)


def test_closing_twice_does_no_harm_and_a_closed_store_says_so(address: str, small: Graph) -> None:
    load(address, small)
    store = open_store(address)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("RETURN 1 AS x")
