"""network and collaborators, over the bundled samples."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from click.testing import Result

Yange = Callable[..., Result]


def test_the_terminal_shows_figures_edges_and_communities(run: Yange, loaded: Path) -> None:
    shown = run("network", "--weight", "cases", "--store", loaded, "--limit", "3")
    assert (shown.exit_code, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert lines[0].startswith("agencies by cases: ") and any("Nodes 節點 (3 of " in one for one in lines)
    assert any(line.split()[:3] == ["新北教育局", "臺北教育局", "4"] for line in lines)
    assert any(line.startswith("community 社群 1: ") for line in lines)


def test_json_is_node_link_and_every_quote_stands_in_its_file(run: Yange, loaded: Path) -> None:
    data = json.loads(run("network", "--of", "cities", "--platform", "基北北桃", "--store", loaded, "--json").stdout)
    graph = nx.node_link_graph(data, edges="edges")
    assert set(nx.get_node_attributes(graph, "name").values()) == {"臺北市", "新北市", "基隆市", "桃園市"}
    assert data["graph"]["platform"] == "基北北桃合作交流平臺" and len(data["quotes"]) > 50
    for quote in data["quotes"]:
        assert Path(quote["path"]).read_text("utf-8")[quote["start"] : quote["end"]] == quote["text"]


def test_two_periods_are_compared(run: Yange, loaded: Path) -> None:
    asked = ("network", "--compare", "112..112", "2024..2024", "--store", loaded)
    data = json.loads(run(*asked, "--json").stdout)
    assert (data["before"]["graph"]["since"], data["after"]["graph"]["until"]) == ("2023-01-01", "2024-12-31")
    assert {edge["direction"] for edge in data["edges"]} >= {"new", "gone"}
    shown = run(*asked).stdout
    assert "新增  " in shown and " → " in shown
    assert run("network", "--compare", "112", "113", "--store", loaded).exit_code == 2


def test_csv_has_one_edge_or_one_node_a_row(run: Yange, loaded: Path) -> None:
    asked = ("network", "--weight", "cases", "--csv", "--store", loaded)
    edges = list(csv.DictReader(io.StringIO(run(*asked).stdout)))
    nodes = list(csv.DictReader(io.StringIO(run(*asked, "--nodes").stdout)))
    assert (edges[0]["機關"], edges[0]["對方"], edges[0]["強度"]) == ("新北教育局", "臺北教育局", "4")
    assert sum(int(row["加權相連"]) for row in nodes) == 2 * sum(int(row["強度"]) for row in edges)


@pytest.mark.parametrize("name", ["n.graphml", "n.json", "n.csv", "n.ods", "n.xlsx"])
def test_files_are_written_whole_and_the_same_each_time(run: Yange, loaded: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "again").mkdir()
    for folder in (tmp_path, tmp_path / "again"):
        assert run("network", "-o", folder / name, "--store", loaded).exit_code == 0
    assert (tmp_path / name).read_bytes() == (tmp_path / "again" / name).read_bytes() != b""
    refused = run("network", "-o", tmp_path / "n.doc", "--store", loaded)
    assert refused.exit_code == 2 and "n.doc" in refused.stderr


def test_the_hash_seed_changes_nothing(loaded: Path) -> None:
    command = [sys.executable, "-m", "yange", "network", "--json", "--store", str(loaded)]
    said = [
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1] != b""


def test_collaborators_say_with_whom_on_what_and_since_when(run: Yange, loaded: Path) -> None:
    shown = run("collaborators", "新北市教育局", "--store", loaded).stdout
    assert shown.splitlines()[0] == "新北市政府教育局"
    assert "臺北市政府教育局  shared cases 共同案件 4, " in shown and "  112/6/19–114/3/7\n" in shown
    assert "  雙北食農教育合作交流  112/6/26  (參與 · 參與)\n    “本案成員原有臺北市" in shown and "samples/" in shown
    data = json.loads(run("collaborators", "新北市教育局", "--platform", "雙北", "--store", loaded, "--json").stdout)
    assert data["agency"]["name"] == "新北市政府教育局"
    for quote in (q for one in data["partners"] for case in one["cases"] for q in case["quotes"]):
        assert Path(quote["path"]).read_text("utf-8")[quote["start"] : quote["end"]] == quote["text"]


def test_a_platform_bounds_the_partners(run: Yange, loaded: Path) -> None:
    def near(*scope: str) -> set[str]:
        data = json.loads(run("collaborators", "新北市教育局", *scope, "--store", loaded, "--json").stdout)
        return {case["case"]["name"] for one in data["partners"] for case in one["cases"]}

    assert near("--platform", "雙北") < near() and near("--from", "2030") == set()


def test_an_agency_that_is_not_there_is_told_with_the_nearest(run: Yange, loaded: Path) -> None:
    result = run("collaborators", "新竹市政府警察局", "--store", loaded)
    assert result.exit_code == 4 and "the nearest" in result.stderr


def test_the_facade_gives_the_same(loaded: Path) -> None:
    import yange

    with yange.open(loaded) as kg:
        held = kg.network("cities", weight="tasks")
        near = {one.agency.name for one in kg.collaborators("新北市教育局")}
    assert len(held.edges) == 6 and "臺北市政府教育局" in near
