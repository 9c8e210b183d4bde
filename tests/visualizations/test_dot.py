"""Text for Graphviz, drawn by Graphviz and read back."""

from __future__ import annotations

import json
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.chronicle import Chronicle
from tests.visualizations.chronicles import chronicles
from tests.visualizations.participations import HOSTILE, crowd, participations, small
from visualizations.collaboration import Options as Speech
from visualizations.collaboration import network
from visualizations.drawing.svg import clean
from visualizations.files.dot import lineage_dot, network_dot, quoted
from visualizations.lineage import Options, chart

pytestmark = pytest.mark.skipif(shutil.which("dot") is None, reason="needs Graphviz")
NASTY = st.text(max_size=40) | st.sampled_from(
    [
        '"',
        "\\",
        '\\"',
        "\\N\\G\\l\\n",
        "<b>粗</b>",
        "<<i>x</i>>",
        "&amp;&lt;",
        "}; evil [label=x]",
        "//#/*",
        "\\",
        "末\\",
    ]
)


def drawn(text: str) -> ET.Element:
    """The picture that Graphviz makes of a text; it may not complain of anything but a missing font."""
    done = subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=True)
    assert b"syntax" not in done.stderr and b"Warning" not in done.stderr, done.stderr.decode()
    return ET.fromstring(done.stdout)


def parts(picture: ET.Element, kind: str) -> dict[str, list[str]]:
    """Nodes or edges by their ids, each with its lines of text."""
    found = picture.findall(f".//{{*}}g[@class='{kind}']")
    return {one.get("id") or "": ["".join(text.itertext()) for text in one.findall(".//{*}text")] for one in found}


@settings(max_examples=30, deadline=None)
@given(NASTY)
def test_any_text_is_one_label(text: str) -> None:
    shown = drawn(f"graph {{ n1 [label={quoted(text)}, id=one]; n2 [label=end] }}")
    wanted = "".join(clean(text).split())
    assert "".join("".join(parts(shown, "node")["one"]).split()) == wanted
    assert len(parts(shown, "node")) == 2


@settings(max_examples=10, deadline=None)
@given(chronicles() | chronicles(HOSTILE))
def test_the_lineage_has_the_cases_and_arrows_of_the_chart(held: Chronicle) -> None:
    made = chart(held, Options(inferred=True))
    shown = drawn(lineage_dot(made, "沿革\n圖"))
    lanes = {lane.case.id: lane for lane in (*made.lanes, *made.predecessors.values())}
    nodes = {id: lines for id, lines in parts(shown, "node").items() if id in lanes}
    assert set(nodes) == set(lanes)
    assert {arrow.id for arrow in made.arrows} <= set(parts(shown, "edge"))


@settings(max_examples=10, deadline=None)
@given(participations() | participations(HOSTILE), st.booleans())
def test_the_network_has_its_nodes_and_links(held: object, cases: bool) -> None:
    view = network(held, Speech(), cases=cases)  # type: ignore[arg-type]
    shown = drawn(network_dot(view, "合作"))
    assert set(parts(shown, "node")) == {clean(node.id) for node in view.nodes}
    assert set(parts(shown, "edge")) == {clean(link.id) for link in view.links}


def test_nodes_stand_where_the_picture_has_them() -> None:
    text = network_dot(network(small(), Speech(), cases=True), "合作")
    done = subprocess.run(["dot", "-Tjson"], input=text.encode(), capture_output=True, check=True)
    read = json.loads(done.stdout)
    held = {one["tooltip"]: [float(at) for at in one["pos"].split(",")] for one in read["objects"] if "tooltip" in one}
    assert len(held) == 7 and len({tuple(at) for at in held.values()}) == 7
    assert {one["tooltip"]: one["shape"] for one in read["objects"]}["賞鯨"] == "box"


def test_equal_pictures_give_equal_text() -> None:
    assert network_dot(network(crowd(2), Speech()), "合作") == network_dot(network(crowd(2), Speech()), "合作")
