"""What docs/neo4j.md shows is run as it stands on each real server: notebook, commands, full-text search, refusal."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import neo4j
import networkx as nx
import pytest
from click.testing import CliRunner

from graph.model import Graph
from graph.store import mapping, open_store
from graph.vocabulary import EdgeType, Label
from tests.servers.neo4j import NEWEST, STABLE
from yange.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/neo4j.md").read_text("utf-8")
OLDER, YOUNGER = "基北北桃環教小尖兵大會師—一起來碳究遊學", "淨零行動"


def blocks(language: str) -> list[str]:
    """The page's blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def edges(graph: Graph, kind: EdgeType) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in graph.edges.values() if edge.type is kind}


@pytest.fixture
def notebook(stocked: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What the page's one Python block leaves behind, and ``printed``."""
    (code,) = blocks("python")
    monkeypatch.setenv("NEO4J_URI", stocked)
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(code, "docs/neo4j.md", "exec"), names)
    return names | {"printed": capsys.readouterr().out}


def test_the_notebook_shows_what_the_samples_say(notebook: dict[str, Any], minutes_graph: Graph) -> None:
    assert notebook["graph"] == minutes_graph
    case = minutes_graph.nodes[notebook["found"].id]
    assert case.properties["name"] == OLDER == notebook["found"].name

    # networkx
    (became,) = notebook["became"]
    assert YOUNGER in became and f"{OLDER} → ['{became}']" in notebook["printed"]
    assert isinstance(notebook["steps"], nx.MultiDiGraph)
    taking_part = {kind: edges(minutes_graph, kind) for kind in (EdgeType.PROPOSES, EdgeType.INVOLVED_IN)}
    both = taking_part[EdgeType.PROPOSES] | taking_part[EdgeType.INVOLVED_IN]
    one, other, shared = notebook["closest"][0]
    assert len(notebook["closest"]) == 5 and shared["weight"] == len(shared["cases"]) > 1
    assert all((agency, held) in both for agency in (one, other) for held in shared["cases"])
    assert shared["weight"] == max(pair["weight"] for _, _, pair in notebook["together"].edges(data=True))

    # py2neo
    assert notebook["renamed"] == [became]
    sittings = {target for source, target in edges(minutes_graph, EdgeType.DISCUSSED_AT) if source == case.id}
    held = [mapping.stored_node(minutes_graph.nodes[id]) for id in sittings]
    told = sorted((one["date"], one["name"]) for one in held)
    assert notebook["sittings"] == told and "2024-03-05" in {date for date, _ in told}
    agencies = {str(node.properties["name"]) for node in minutes_graph.nodes.values() if node.label is Label.AGENCY}
    schools = [name for name in agencies if name.endswith("教育局")]
    assert sorted(notebook["schools"]) == sorted(schools) and schools


def test_the_commands_of_the_page_do_what_they_say(
    stocked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown,) = [block for block in blocks("sh") if "yange load samples" in block]
    monkeypatch.setenv("YANGE_STORE", stocked)
    backup = tmp_path / "backup.kgl"
    told = []
    for line in shown.splitlines():
        if not line.startswith("yange "):
            continue
        words = [word.replace("bolt://127.0.0.1:7687", stocked) for word in shlex.split(line)[1:]]
        words = [{"samples": str(ROOT / "samples"), "backup.kgl": str(backup)}.get(word, word) for word in words]
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, result.output
        told.append(result.stdout)
    assert len(told) == 6 and told[0].startswith("5 documents")
    assert YOUNGER in told[1] and '"merged"' in told[2] and "0 mismatches" in told[3]
    with open_store(backup) as file, open_store(stocked) as server:
        assert file.content_hash() == server.content_hash()


def test_the_server_holds_what_the_page_says_and_nothing_else(stocked: str, minutes_graph: Graph) -> None:
    with neo4j.GraphDatabase.driver(stocked) as driver:
        labels = [row["labels"] for row in driver.execute_query("MATCH (n) RETURN labels(n) AS labels").records]
        made = driver.execute_query("SHOW CONSTRAINTS YIELD name").records
        indexes = driver.execute_query("SHOW FULLTEXT INDEXES YIELD name, options, properties").records
        driver.execute_query("CALL db.awaitIndexes(60)")
    assert len(labels) == len(minutes_graph.nodes) and all(len(one) == 1 for one in labels)
    assert {one[0] for one in labels} <= {label.value for label in Label}
    assert {row["name"] for row in made} == {f"{label}_id" for label in Label}
    assert len(made) == len(mapping.CONSTRAINTS) and "`Case_id`" in PAGE and "`Meeting_id`" in PAGE
    (index,) = indexes
    assert (index["name"], index["properties"]) == ("names", ["name", "aliases"])
    assert index["options"]["indexConfig"]["fulltext.analyzer"] == "cjk"

    (cypher,) = blocks("cypher")
    with open_store(stocked) as store:
        found = store.query(cypher).records()
    assert OLDER in [row["name"] for row in found]


_HOLD = """
import sys
from graph.store import open_store
with open_store(sys.argv[1], write=True):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_writer_is_refused_in_the_words_of_the_page(stocked: str) -> None:
    command = [sys.executable, "-c", _HOLD, stocked]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, cwd=ROOT, **pipes) as first:  # type: ignore[call-overload]
        try:
            assert first.stdout.readline() == "held\n"
            refused = CliRunner().invoke(main, ["load", str(ROOT / "samples"), "--store", stocked])
        finally:
            first.stdin.close()
    (sentence,) = re.findall(r"^> (.*)$", PAGE, re.MULTILINE)
    pattern = re.escape(sentence).replace(re.escape("bolt://127.0.0.1:7687"), re.escape(stocked))
    pattern = pattern.replace("4711", str(first.pid)).replace("archive", re.escape(os.uname().nodename))
    pattern = re.sub(r"2026\S+?;", r"\\S+;", pattern)
    assert refused.exit_code == 5 and re.search(pattern, refused.stderr), refused.stderr
    with open_store(stocked, write=True):
        pass


def test_the_page_names_the_versions_that_are_tested() -> None:
    assert f"| {STABLE} " in PAGE and f"| {NEWEST} " in PAGE
    assert f"make neo4j VERSION={NEWEST}" in PAGE
