"""Where nodes, rows and columns stand: stable, apart, in blocks."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations
from math import dist
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.vocabulary import Role
from queries.steps import CaseName
from tests.visualizations.participations import agency, crowd, held, part, participations
from visualizations.collaboration import Options, network
from visualizations.collaboration.communities import communities, hull
from visualizations.collaboration.order import arranged, by_city, shares
from visualizations.collaboration.spread import apart, packed
from visualizations.collaboration.stress import positions
from visualizations.drawing.shapes import Box

coordinates = st.tuples(st.floats(-5, 5).map(lambda x: round(x, 3)), st.floats(-5, 5).map(lambda x: round(x, 3)))
sizes = st.tuples(st.integers(5, 90), st.integers(5, 60))
clouds = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.tuples(coordinates, sizes), min_size=1, max_size=14
)


def joined(*links: tuple[str, str]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(links, length=1.0)
    return graph


def test_ways_become_distances() -> None:
    at = positions(joined(*((str(n), str(n + 1)) for n in range(7))))
    for a, b in combinations(range(8), 2):
        assert dist(at[str(a)], at[str(b)]) == pytest.approx(b - a, rel=0.2)
    wide, high = (max(side) - min(side) for side in zip(*at.values(), strict=True))
    assert wide > 5 * high, "a chain lies level"


@given(st.integers(3, 9))
def test_a_ring_is_round(size: int) -> None:
    at = positions(joined(*((str(n), str((n + 1) % size)) for n in range(size))))
    around = [dist(point, (0, 0)) for point in at.values()]
    assert max(around) == pytest.approx(min(around), rel=0.25)


@settings(deadline=None)
@given(clouds)
def test_boxes_end_apart(cloud: dict[str, tuple[tuple[float, float], tuple[int, int]]]) -> None:
    at = {id: point for id, (point, _) in cloud.items()}
    wanted = {id: (float(wide), float(high)) for id, (_, (wide, high)) in cloud.items()}
    cluster = apart(at, wanted, (20.0, 14.0), 4)
    for one, other in combinations(cluster.boxes.values(), 2):
        assert not one.overlaps(other, 3.9)
    assert {id: (box.width, box.height) for id, box in cluster.boxes.items()} == wanted
    assert min(box.x for box in cluster.boxes.values()) == pytest.approx(0)


@settings(deadline=None)
@given(st.lists(sizes, min_size=1, max_size=12))
def test_clusters_are_packed_on_pages(shapes: list[tuple[int, int]]) -> None:
    clusters = [apart({str(n): (0, 0)}, {str(n): shape}, (1, 1), 0) for n, shape in enumerate(shapes)]
    pages = packed(clusters, 200, 100, 6)
    assert sorted(id for page in pages for one in page for id in one.boxes) == sorted(map(str, range(len(shapes))))
    for page in pages:
        boxes = [box for one in page for box in one.boxes.values()]
        assert all(not one.overlaps(other, 5.9) for one, other in combinations(boxes, 2))
        assert all(box.right <= 200 and box.bottom <= 100 for box in boxes)


def test_blocks_show() -> None:
    """Two cities, two fields of work: cases of one field stand together, and so do its agencies in each city."""
    bodies = [agency(n, f"第{n}局", "甲市" if n < 4 else "乙市") for n in range(8)]
    cases = [CaseName(f"case:{n}", f"第{n}案", None) for n in range(6)]
    parts = [
        part(body, case, 10 * n + m, Role.HOST)
        for n, body in enumerate(bodies)
        for m, case in enumerate(cases)
        if n % 2 == m % 2
    ]
    rows, columns = arranged(held(*parts))
    assert [[row.city for row in group] for group in by_city(rows)] == [["甲市"] * 4, ["乙市"] * 4]
    fields = [int(column.id[-1]) % 2 for column in columns]
    assert fields == sorted(fields) or fields == sorted(fields, reverse=True)
    for group in by_city(rows):
        own = [int(row.id[-1]) % 2 for row in group]
        assert own in ([0, 0, 1, 1], [1, 1, 0, 0])


@settings(max_examples=50, deadline=None)
@given(participations(), st.randoms())
def test_the_order_of_parts_does_not_matter(who: object, chance: object) -> None:
    parts = list(who.parts)  # type: ignore[attr-defined]
    rows, columns = arranged(held(*parts))
    chance.shuffle(parts)  # type: ignore[attr-defined]
    assert arranged(held(*parts)) == (rows, columns)
    assert len(by_city(rows)) == len({row.city for row in rows})


@given(st.lists(st.floats(1, 50), min_size=1, max_size=40), st.floats(50, 300))
def test_shares_are_few_and_full(heights: list[float], room: float) -> None:
    runs = shares(heights, room)
    assert [run.start for run in runs[1:]] == [run.stop for run in runs[:-1]] and runs[-1].stop == len(heights)
    assert all(sum(heights[run]) <= room + 1e-6 for run in runs)
    assert len(runs) <= 2 * sum(heights) / room + 1


def test_communities_are_those_that_work_together() -> None:
    bodies = [agency(n) for n in range(7)]
    cases = [CaseName(f"case:{n}", f"第{n}案", None) for n in range(4)]
    teams = [(0, 1, 2), (0, 1, 2), (3, 4, 5, 6), (2, 3)]
    parts = [part(bodies[n], cases[m], 10 * m + n, Role.HOST) for m, team in enumerate(teams) for n in team]
    found = communities(network(held(*parts), Options()))
    assert [[int(id[-1]) for id in one] for one in found] == [[0, 1, 2], [3, 4, 5, 6]]


def test_a_hull_goes_round_all_boxes_of_its_own() -> None:
    boxes = {"a": Box(0, 0, 10, 10), "b": Box(90, 0, 10, 10), "c": Box(45, 80, 10, 10), "in": Box(45, 20, 10, 10)}
    points = hull(["a", "b", "c", "in"], boxes)
    assert (-5, -5) in points and (105, -5) in points and len(points) < 9
    assert min(y for _, y in points) == -5 and max(y for _, y in points) == 95


SCRIPT = """
from tests.visualizations.participations import crowd
from visualizations.collaboration import *
from visualizations.drawing.profile import PROFILES, ProfileName
from visualizations.drawing.svg import svg
from visualizations.files.dot import network_dot
from visualizations.files.mermaid import network_mermaid
from visualizations.pyvis_export import html
from hashlib import sha256
who, page, speech = crowd(7, 24, 30), PROFILES[ProfileName.A4_LANDSCAPE], Options()
drawn = [*matrix(who, "x", page, speech), *pair_matrix(who, "x", page, speech), *ranking(who, "x", page, speech)]
for view in (network(who, speech), network(who, speech, cases=True)):
    drawn += draw_network(view, "x", page, hulls=True)
    print(sha256((html(view, "x") + network_dot(view, "x") + network_mermaid(view)).encode()).hexdigest())
print(sha256("".join(map(svg, drawn)).encode()).hexdigest())
"""


def test_runs_give_equal_bytes_whatever_their_hashes(root: Path) -> None:
    told = set()
    for seed in ("0", "1", "2"):
        given_seed = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=given_seed, capture_output=True, text=True, check=True
        )
        told.add(done.stdout)
    assert len(told) == 1 and len(told.pop().split()) == 3


def test_a_large_network_says_how_much_it_shows() -> None:
    view = network(crowd(1), Options(), most=10)
    assert len(view.links) == view.shown == 10 < view.every
    assert min(link.weight for link in view.links) >= 1 and view.links[0].weight == view.heaviest
