"""``queries.evaluation`` gives the numbers a careful reader would count, and those of the team's own tool."""

from __future__ import annotations

import importlib.util
import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from queries.evaluation import Score, evaluate

ROOT = Path(__file__).resolve().parents[2]
GOLD = sorted((ROOT / "tests/gold/samples").glob("*.json"))


def as_graph(gold: dict[str, Any]) -> dict[str, Any]:
    """The graph that an extraction without a single mistake would export."""
    nodes = [
        {**m, "label": "Meeting", "name": m["title"], "start_time": m.get("start"), "end_time": m.get("end")}
        for m in gold["meetings"]
    ]
    nodes += [{**c, "label": "Case"} for c in gold["cases"]]
    edges: list[dict[str, Any]] = []
    bodies: dict[str, dict[str, Any]] = {}

    def node(ref: str, label: str) -> str:
        if any(ref == n["id"] for n in nodes):
            return ref
        bodies.setdefault(ref, {"id": f"b:{ref}", "label": label, "name": ref, "aliases": []})
        return f"b:{ref}"

    for agency in gold.get("agencies", []):
        bodies[agency["name"]] = {"id": f"b:{agency['name']}", "label": agency.get("label", "Agency"),
                                  "name": agency["name"], "aliases": agency.get("aliases", [])}  # fmt: skip
    for i, e in enumerate(gold["edges"]):
        nodes.append({"id": f"p{i}", "label": "Passage", "text": e.get("quote") or ""})
        edges.append(
            {
                "type": e["type"],
                "source": node(e["from"], "Agency"),
                "target": node(e["to"], "Program"),
                "passages": [f"p{i}"],
            }
        )
    for meeting in gold["meetings"]:
        for kind, name in (("RECORDS", meeting.get("recorder")), ("HOSTS", meeting.get("host_city"))):
            if name:
                edges.append({"type": kind, "source": node(name, "Person"), "target": meeting["id"]})
    for i, item in enumerate(gold.get("action_items", [])):
        nodes.append({"id": f"a{i}", "label": "ActionItem", "text": item["quote"], "due": item.get("due")})
        edges += [
            {"type": "ASSIGNED_TO", "source": f"a{i}", "target": node(name, "Agency")}
            for name in item.get("assignees", [])
        ]
    return {"nodes": [*nodes, *bodies.values()], "edges": edges}


def worsened(graph: dict[str, Any], seed: int) -> dict[str, Any]:
    """The graph with things lost, turned round, misspelt, doubled and made up."""
    dice, graph = random.Random(seed), deepcopy(graph)
    graph["edges"] = [e for e in graph["edges"] if dice.random() > 0.2]
    for edge in graph["edges"]:
        if dice.random() < 0.15:
            edge["target"] = dice.choice(graph["nodes"])["id"]
        if dice.random() < 0.1:
            edge["type"] = dice.choice(["DELISTED_AT", "CONTINUED_AT", "RENAMED_TO", "NOISE"])
    for node in graph["nodes"]:
        if node.get("name") and dice.random() < 0.2:
            node["name"] = dice.choice([node["name"].replace("臺", "台") + "案", node["name"][:-1], "無關之名"])
        if node.get("date") and dice.random() < 0.2:
            node["date"] = dice.choice([None, "2001-01-01"])
        if node["label"] == "Passage" and dice.random() < 0.2:
            node["text"] = node["text"][: len(node["text"]) // 2] or "別處"
    doubled = [dict(n, id=n["id"] + "'") for n in graph["nodes"] if n["label"] == "Case" and dice.random() < 0.2]
    graph["nodes"] = [n for n in graph["nodes"] if dice.random() > 0.05] + doubled
    return graph


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_a_faultless_graph_scores_one(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    result = evaluate(gold, as_graph(gold))
    assert result.part().f1 == 1.0
    assert result.evidence["right"] == result.evidence["of"] > 0
    assert not result.header["wrong"]
    assert result.cases["matched"] == result.cases["gold"] and not result.cases["extra"]


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_what_is_lost_costs_recall_and_what_is_invented_costs_precision(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    graph = as_graph(gold)
    lost = graph | {"edges": [e for e in graph["edges"] if e["type"] != "CONTINUED_AT"]}
    assert evaluate(gold, lost).types["CONTINUED_AT"].score.recall == 0.0
    assert evaluate(gold, lost).part("events").precision == 1.0
    case, other = gold["cases"][0]["id"], gold["cases"][1]["id"]
    invented = graph | {"edges": [*graph["edges"], {"type": "SPLITS_INTO", "source": case, "target": other}]}
    assert evaluate(gold, invented).types["SPLITS_INTO"].wrong == (("SPLITS_INTO", case, other),)


def test_nothing_wanted_and_nothing_found_is_no_failure() -> None:
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall, Score(0, 0, 0).f1) == (1.0, 1.0, 1.0)
    assert (Score(0, 3, 0).precision, Score(2, 0, 0).recall, Score(2, 0, 0).f1) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("seed", range(12))
def test_agrees_with_the_tool_of_the_team(shared: Path, seed: int) -> None:
    spec = importlib.util.spec_from_file_location("score_extraction", shared / "tools/score_extraction.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    for path in (*GOLD, *sorted((shared / "gold").glob("*.json"))):
        gold = json.loads(path.read_text("utf-8"))
        graph = worsened(as_graph(gold), seed) if seed else as_graph(gold)
        assert json.loads(json.dumps(evaluate(gold, graph).as_dict())) == json.loads(
            json.dumps(tool.score(gold, graph))
        )
