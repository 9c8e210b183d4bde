"""Pictures as text for Graphviz.

Always true: whatever a name holds, it is one quoted string of the text (Graphviz reads neither HTML nor an escape in
it), and nodes are called by numbers; equal pictures give equal text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from queries.evidence import one_line
from visualizations.collaboration.network import Link, Network, Node
from visualizations.collaboration.network_picture import LINK, width_of_link
from visualizations.collaboration.placing import placed
from visualizations.collaboration.signs import Signs
from visualizations.drawing.profile import PROFILES, ProfileName
from visualizations.drawing.shapes import Box, number
from visualizations.drawing.style import GRID, INFERRED, INK, LANE, MUTED, PAPER
from visualizations.drawing.svg import clean
from visualizations.drawing.typography import FAMILIES, wrap
from visualizations.lineage.chart import Arrow, Chart, Lane
from visualizations.lineage.symbols import ARROWS
from visualizations.lineage.telling import arrow_words
from visualizations.words import STANDS, Words, day

_SHAPES = ("ellipse", "box", "hexagon", "diamond", "octagon", "parallelogram", "house", "trapezium")
"""What the cities' agencies are drawn as, in the order of the cities."""
_SCALE = 44
"""How many of the picture's points make an inch: fewer than 72, for nodes are larger here with names inside."""
_LINE = 14.0
"""How many characters a line of a node has at most."""


def lineage_dot(chart: Chart, title: str) -> str:
    """A lineage picture for ``dot``.

    In: what the picture shows; its title. Out: a digraph from left to right, cases first heard of on one day in one
    column under that day, arrows as in the picture; ``dot -Tsvg`` draws it.
    """
    lanes = [*chart.predecessors.values(), *chart.lanes]
    names = {lane.case.id: f"n{place}" for place, lane in enumerate(lanes, 1)}
    lines = [
        "digraph lineage {",
        f"  graph [rankdir=LR, newrank=true, labelloc=t, label={quoted(title)}, {_font(14)}];",
        f"  node [shape=box, style=rounded, color={quoted(LANE)}, {_font(10)}];",
        f"  edge [{_font(9)}];",
        *(f"  {names[lane.case.id]} [{_node(chart, lane)}];" for lane in lanes),
        *(f"  {line}" for line in _days(chart, names)),
        *(f"  {names[one.source]} -> {names[one.target]} [{_arrow(chart, one)}];" for one in chart.arrows),
        "}",
    ]
    return "\n".join(lines) + "\n"


def network_dot(view: Network, title: str) -> str:
    """A network for ``neato``, which the text asks for.

    In: the network; its title. Out: a graph whose nodes stand where they do on a screen, shape and colour by city,
    links as wide as in the picture.
    """
    laid = placed(view, PROFILES[ProfileName.SCREEN], None, lambda shown: {})
    names = {node.id: f"n{place}" for place, node in enumerate(view.nodes, 1)}
    signs, places = Signs(view.held.cities), {id: box for page in laid.pages for id, box in page.items()}
    lines = [
        "graph network {",
        f"  graph [layout=neato, inputscale={_SCALE}, outputorder=edgesfirst];",
        f"  graph [labelloc=t, label={quoted(title)}, {_font(14)}];",
        f"  node [fixedsize=false, {_font(9)}];",
        f"  edge [color={quoted(LINK)}, {_font(9)}];",
        *(f"  {names[node.id]} [{_body(node, places[node.id], signs)}];" for node in view.nodes),
        *(f"  {names[link.a]} -- {names[link.b]} [{_link(view, link)}];" for link in view.links),
        "}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    r"""A text as a string that Graphviz shows as it is.

    >>> print(quoted('<b>"\\N&'))
    "<b>\"\\N&amp;"
    """
    return '"' + r"\n".join(map(_escaped, text.split("\n"))) + '"'


def _escaped(line: str) -> str:
    shown = clean(line.replace("\r", " ").replace("\t", " "))
    return shown.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")


def _font(size: int) -> str:
    return f"fontname={quoted(FAMILIES[0])}, fontsize={size}, fontcolor={quoted(INK)}"


def _node(chart: Chart, lane: Lane) -> str:
    name = "\n".join(wrap(one_line(lane.case.name), 1, _LINE))
    stands = f"\n{STANDS[lane.status].of(chart.options.language)}" if lane.status else ""
    return f"id={quoted(lane.case.id)}, tooltip={quoted(lane.case.name)}, label={quoted(name + stands)}"


def _arrow(chart: Chart, arrow: Arrow) -> str:
    colour = INFERRED if arrow.inferred else ARROWS[arrow.kind][0]
    when = day(arrow.day, chart.options.calendar) if arrow.dated else ""
    guess = Words("（推論）", " (inferred)").of(chart.options.language) if arrow.inferred else ""
    label = "\n".join(filter(None, (when, ARROWS[arrow.kind][1].of(chart.options.language) + guess)))
    drawn = f"id={quoted(arrow.id)}, tooltip={quoted(arrow_words(chart, arrow))}, label={quoted(label)}"
    return drawn + f", color={quoted(colour)}" + (", style=dashed" if arrow.inferred else "")


def _days(chart: Chart, names: dict[str, str]) -> Iterator[str]:
    """A row of days over the columns."""
    columns: defaultdict[str, list[str]] = defaultdict(list)
    for lane in chart.lanes:
        columns[lane.first].append(names[lane.case.id])
    heads = {first: f"d{place}" for place, first in enumerate(sorted(columns), 1)}
    for first, head in heads.items():
        words = quoted(day(first, chart.options.calendar))
        yield f"{head} [shape=plaintext, fontcolor={quoted(MUTED)}, label={words}];"
    for one, other in pairwise(heads.values()):
        yield f"{one} -> {other} [color={quoted(GRID)}, arrowhead=none];"
    for first, head in heads.items():
        yield f"{{rank=same; {head}; {'; '.join(columns[first])}}}"


def _body(node: Node, place: Box, signs: Signs) -> str:
    """A node of a network: a case is a box, an agency the shape of its city with its name inside."""
    words = "\n".join(wrap(one_line(node.label), 1, _LINE))
    where = f"{number(place.x + place.width / 2)},{number(-place.y - place.height / 2)}!"
    held = f"id={quoted(node.id)}, tooltip={quoted(node.name)}, label={quoted(words)}, pos={quoted(where)}"
    if node.kind == "case":
        return f'{held}, shape=box, style="filled,rounded", fillcolor={quoted(PAPER)}, color={quoted(INK)}'
    known = node.city in signs.cities
    shape = _SHAPES[signs.cities.index(node.city or "") % len(_SHAPES)] if known else "note"
    colour = quoted(signs.colour(node.city))
    return f"{held}, shape={shape}, style=filled, fillcolor={quoted(PAPER)}, color={colour}, fontcolor={colour}"


def _link(view: Network, link: Link) -> str:
    width = number(width_of_link(link.weight, view.heaviest))
    label = f", label={quoted(str(link.weight))}" if link.weight > 1 else ""
    drawn = "solid" if link.leads else "dashed"
    return f"id={quoted(link.id)}, tooltip={quoted(link.words)}, penwidth={width}, style={drawn}{label}"
