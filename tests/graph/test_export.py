"""Formats and files: which is which, the same bytes every time, nothing imported before it is needed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings

from graph.build import Identity, build
from graph.errors import InputError
from graph.export import Format, dump, format_of, from_json, write
from graph.interchange import ParsedDocument
from graph.model import Graph, content_hash
from tests.contract.random_graphs import random_graph
from tests.graph.export_graphs import exported, graphs

NAMES = ("graph.json", "graph.graphml", "graph.gexf", "graph.zip", "graph.ttl", "graph.jsonld")


@pytest.fixture(scope="module")
def graph(documents: tuple[ParsedDocument, ...]) -> Graph:
    return build(documents, Identity.by_name(documents))


def dumped(graph: Graph, format: Format) -> bytes:
    file = io.BytesIO()
    dump(graph, file, format)
    return file.getvalue()


def test_a_name_says_its_format() -> None:
    assert [format_of(Path(name)) for name in NAMES] == [
        Format.JSON, Format.GRAPHML, Format.GEXF, Format.CSV, Format.TURTLE, Format.JSON_LD,
    ]  # fmt: skip
    assert format_of(Path("GRAPH.GEXF")) is Format.GEXF


@pytest.mark.parametrize("name", ["graph.txt", "graph", "graph.csv", ".json"])
def test_a_name_that_says_no_format_is_told_the_known_ones(name: str) -> None:
    with pytest.raises(InputError) as told:
        format_of(Path(name))
    assert str(told.value).startswith(f"{name} does not say its format")
    assert all(ending in str(told.value) for ending in (".json", ".graphml", ".gexf", ".ttl", ".jsonld", ".zip"))


def test_a_graph_is_written_by_the_name_of_the_file(graph: Graph, tmp_path: Path) -> None:
    for name in NAMES:
        write(graph, tmp_path / name)
    assert from_json(json.loads((tmp_path / "graph.json").read_bytes())).edges == graph.edges
    assert nx.read_graphml(tmp_path / "graph.graphml").number_of_nodes() == len(graph.nodes)
    assert nx.read_gexf(tmp_path / "graph.gexf", version="1.3").number_of_edges() > 0
    assert set(zipfile.ZipFile(tmp_path / "graph.zip").namelist()) == {
        "nodes.csv", "relationships.csv", "finish.cypher", "import.args",
    }  # fmt: skip
    assert (tmp_path / "graph.ttl").read_bytes().startswith(b"@prefix dcterms:")
    assert "@context" in json.loads((tmp_path / "graph.jsonld").read_bytes())


def test_a_named_format_wins_over_the_name(graph: Graph, tmp_path: Path) -> None:
    write(graph, tmp_path / "graph.txt", Format.JSON)
    assert from_json(json.loads((tmp_path / "graph.txt").read_bytes())).edges == graph.edges
    write(graph, tmp_path / "folder", Format.CSV)
    archive = io.BytesIO(dumped(graph, Format.CSV))
    for entry in zipfile.ZipFile(archive).namelist():
        assert (tmp_path / "folder" / entry).read_bytes() == zipfile.ZipFile(archive).read(entry)


@pytest.mark.parametrize("format", Format)
def test_what_cannot_be_written_is_told(graph: Graph, tmp_path: Path, format: Format) -> None:
    with pytest.raises(InputError, match=r"cannot be written \(No such file or directory\)"):
        write(graph, tmp_path / "nowhere" / "graph", format)
    (tmp_path / "taken").write_text("something else")
    with pytest.raises(InputError, match="cannot be written"):
        write(graph, tmp_path / "taken" / "graph", format)
    assert (tmp_path / "taken").read_text() == "something else"


@pytest.mark.parametrize("format", Format)
def test_the_same_graph_gives_the_same_bytes_in_every_process(format: Format) -> None:
    code = (
        "import io, sys; from graph.export import Format, dump; from tests.contract.random_graphs import random_graph\n"
        "dump(random_graph(3), file := io.BytesIO(), Format(sys.argv[1])); sys.stdout.buffer.write(file.getvalue())"
    )
    root = Path(__file__).resolve().parents[2]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run([sys.executable, "-c", code, format], capture_output=True, env=environment, check=True)
        assert done.stdout == dumped(random_graph(3), format)


@pytest.mark.parametrize("format", Format)
def test_a_graph_of_nothing_can_be_written(format: Format) -> None:
    assert dumped(Graph(), format)


def test_a_library_is_imported_when_its_format_is_asked_for() -> None:
    code = (
        "import io, sys; from graph.export import Format, dump; from graph.model import Graph\n"
        "libraries = {'rdflib', 'networkx', 'lxml', 'neo4j', 'kglite'}\n"
        "dump(Graph(), io.BytesIO(), Format.JSON); dump(Graph(), io.BytesIO(), Format.CSV)\n"
        "assert not libraries & set(sys.modules), libraries & set(sys.modules)\n"
        "dump(Graph(), io.BytesIO(), Format.GEXF); assert 'rdflib' not in sys.modules\n"
        "dump(Graph(), io.BytesIO(), Format.TURTLE); assert 'rdflib' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).resolve().parents[2])


@settings(max_examples=25, deadline=None)
@given(graphs())
def test_json_comes_back_as_it_went_whatever_the_texts(graph: Graph) -> None:
    back = from_json(json.loads(dumped(graph, Format.JSON).decode("utf-8")))
    assert back == exported(graph)
    assert content_hash(back) == content_hash(exported(graph))
