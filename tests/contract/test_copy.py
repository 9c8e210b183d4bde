"""From one store to another and back: the graph stays what it was, and so does a target that could not be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import StoreError
from graph.model import Graph, content_hash
from graph.store import bolt, embedded, open_store
from graph.store.mapping import Statement, changes
from tests.contract.random_graphs import random_graph
from tests.servers.fixtures import SERVERS, emptied
from yange.cli import main
from yange.loading import graph_of, parsed


def yange(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="yange")


def put(address: str, graph: Graph) -> str:
    """The address of a store, once it holds the graph."""
    with open_store(address, write=True) as store:
        store.replace(graph)
    return address


def copied(source: str, target: str) -> None:
    """What ``yange copy --overwrite`` does, by the stores' own means."""
    with open_store(source) as store:
        graph = store.graph()
    put(target, graph)


def held(address: str) -> str:
    with open_store(address) as store:
        return store.content_hash()


@pytest.fixture(scope="module")
def known(samples: list[Path]) -> Graph:
    """The samples' graph."""
    return graph_of(list(parsed(samples, lambda problem: pytest.fail(str(problem)))))


@pytest.fixture(params=["samples", 1, 2, 3])
def whole(request: pytest.FixtureRequest, known: Graph) -> Graph:
    """What is copied."""
    return known if request.param == "samples" else random_graph(request.param)


WAYS = ("the command", "the stores")
"""By the command line, or in Python."""


def go(way: str, source: str, target: str) -> None:
    if way == "the stores":
        copied(source, target)
        return
    result = yange("copy", source, target)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"copied from {source} to {target} (content {held(source)[:12]})" in result.stdout


def test_from_file_to_file(tmp_path: Path, whole: Graph) -> None:
    one, other, third = (str(tmp_path / f"{name}.kgl") for name in ("one", "other", "third"))
    put(one, whole)
    for way in WAYS:
        go(way, one, other)
        go(way, other, third)
        assert held(one) == held(other) == held(third) == content_hash(whole)
        put(other, Graph())
        put(third, Graph())


@pytest.mark.parametrize("version", SERVERS)
def test_from_file_to_server_to_file(
    version: str, request: pytest.FixtureRequest, tmp_path: Path, whole: Graph
) -> None:
    server = emptied(request.getfixturevalue("servers")[version])
    one, other = str(tmp_path / "one.kgl"), str(tmp_path / "other.kgl")
    put(one, whole)
    go("the stores", one, server)
    assert held(server) == content_hash(whole)
    go("the command", server, other)
    assert held(one) == held(other) == content_hash(whole)
    with open_store(one) as first, open_store(other) as second:
        assert first.graph() == second.graph() == whole


@pytest.mark.parametrize("version", SERVERS)
def test_from_server_to_file_to_server(
    version: str, request: pytest.FixtureRequest, tmp_path: Path, whole: Graph
) -> None:
    server = emptied(request.getfixturevalue("servers")[version])
    file = str(tmp_path / "one.kgl")
    put(server, whole)
    go("the stores", server, file)
    assert held(file) == content_hash(whole)
    assert held(emptied(server)) == content_hash(Graph())
    go("the command", file, server)
    assert held(server) == content_hash(whole)


@pytest.mark.parametrize("version", SERVERS)
def test_documents_come_along_and_make_the_same_graph_again(
    version: str, request: pytest.FixtureRequest, tmp_path: Path, known: Graph
) -> None:
    server = emptied(request.getfixturevalue("servers")[version])
    one, other = put(str(tmp_path / "one.kgl"), known), str(tmp_path / "other.kgl")
    assert yange("copy", one, server).exit_code == yange("copy", server, other).exit_code == 0
    found = []
    for address in (one, server, other):
        with open_store(address) as store:
            found.append(sorted(store.documents(), key=lambda document: document.source.sha256))
    assert found[0] == found[1] == found[2] and len(found[0]) == 5
    assert graph_of(found[2]) == known


@pytest.fixture
def full(address: str) -> Iterator[tuple[str, str]]:
    """A store of each kind that holds something, and the hash of it."""
    yield put(address, random_graph(4)), content_hash(random_graph(4))


def test_a_target_that_holds_something_else_is_not_touched_without_overwrite(
    full: tuple[str, str], tmp_path: Path
) -> None:
    target, before = full
    source = put(str(tmp_path / "source.kgl"), random_graph(5))
    refused = yange("copy", source, target)
    assert (refused.exit_code, refused.stdout) == (5, "")
    assert refused.stderr == f"yange: {target} holds something else; --overwrite replaces it\n"
    assert held(target) == before
    assert yange("copy", source, target, "--overwrite").exit_code == 0
    assert held(target) == held(source) == content_hash(random_graph(5))
    assert yange("copy", source, target).exit_code == 0, "the same once more needs no leave"


def test_a_target_keeps_nothing_that_the_source_does_not_hold(full: tuple[str, str], tmp_path: Path) -> None:
    target, _ = full
    nothing = put(str(tmp_path / "nothing.kgl"), Graph())
    assert yange("copy", nothing, target).exit_code == 5
    assert yange("copy", nothing, target, "--overwrite").exit_code == 0
    with open_store(target) as store:
        assert store.query("MATCH (n) RETURN count(n) AS n").rows == ((0,),)


@pytest.mark.parametrize("broken", ["missing", "other", "cut"])
def test_a_source_that_cannot_be_read_leaves_the_target_as_it_was(
    full: tuple[str, str], tmp_path: Path, broken: str
) -> None:
    target, before = full
    source = tmp_path / "source.kgl"
    if broken == "other":
        source.write_bytes(b"minutes of a meeting")
    elif broken == "cut":
        put(str(source), random_graph(5))
        source.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    result = yange("copy", str(source), target, "--overwrite")
    assert (result.exit_code, result.stdout) == (5, "") and str(source) in result.stderr
    assert held(target) == before
    assert yange("copy", target, str(tmp_path / "good.kgl")).exit_code == 0, "the target is free again"


@pytest.mark.parametrize("way", WAYS)
def test_a_target_that_fails_at_the_last_statement_holds_what_it_held(
    full: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    target, before = full
    source = put(str(tmp_path / "source.kgl"), random_graph(5))
    sent: list[str] = []

    def broken(old: Graph, new: Graph) -> Iterator[Statement]:
        for statement in changes(old, new):
            sent.append(statement.cypher)
            yield statement
        yield Statement("UNWIND $rows AS r THIS IS NO CYPHER", [{}])

    for module in (bolt, embedded):
        monkeypatch.setattr(module, "changes", broken)
    if way == "the stores":
        with pytest.raises(StoreError, match="still holds what it held"):
            copied(source, target)
    else:
        result = yange("copy", source, target, "--overwrite")
        assert (result.exit_code, result.stdout) == (5, "") and "still holds what it held" in result.stderr
    assert len(sent) > 10
    monkeypatch.undo()
    assert held(target) == before
    copied(source, target)
    assert held(target) == content_hash(random_graph(5))


def test_a_target_that_another_one_writes_is_told_and_left(full: tuple[str, str], tmp_path: Path) -> None:
    target, before = full
    source = put(str(tmp_path / "source.kgl"), random_graph(5))
    with open_store(target, write=True):
        result = yange("copy", source, target, "--overwrite")
    assert result.exit_code == 5 and "being written by this process" in result.stderr
    assert held(target) == before


def test_a_target_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    source = put(str(tmp_path / "source.kgl"), random_graph(5))
    result = yange("copy", source, str(tmp_path / "nowhere" / "x.kgl"))
    assert result.exit_code == 5 and "there is no folder" in result.stderr
    assert not (tmp_path / "nowhere").exists()


def test_a_store_copied_onto_itself_stays(full: tuple[str, str]) -> None:
    address, before = full
    assert yange("copy", address, address).exit_code == 0
    assert held(address) == before
