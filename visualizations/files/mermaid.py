"""Pictures as text for Mermaid.

Always true: whatever a name holds, it is one quoted label of the text: every sign in it that could mean something to
Mermaid, HTML or Markdown stands as a code; nodes are called by numbers; equal pictures give equal text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from queries.evidence import one_line
from visualizations.collaboration.network import Network, Node
from visualizations.collaboration.network_picture import LINK, width_of_link
from visualizations.collaboration.signs import Signs
from visualizations.drawing.style import CARRIED, INFERRED, INK, LANE, PAPER
from visualizations.drawing.svg import clean
from visualizations.lineage.chart import Arrow, Chart, Lane
from visualizations.lineage.symbols import ARROWS
from visualizations.words import STANDS, Words, day

_SHAPES = (
    ("([", "])"),
    ("[", "]"),
    ("{{", "}}"),
    ("[/", "\\]"),
    (">", "]"),
    ("[/", "/]"),
    ("[\\", "\\]"),
    ("[[", "]]"),
)
"""What the cities' agencies are drawn as, in the order of the cities."""
_STATE = ("[(", ")]")
_CASE = ("(", ")")
_PLAIN = frozenset(" 、，。：；？！「」『』（）《》〈〉－／·")


def lineage_mermaid(chart: Chart) -> str:
    """A lineage picture for Mermaid.

    In: what the picture shows. Out: a flowchart from left to right with a box for each platform and group; arrows as in
    the picture, those that no passage states dotted.
    """
    lanes = [*chart.predecessors.values(), *chart.lanes]
    names = {lane.case.id: f"n{number}" for number, lane in enumerate(lanes, 1)}
    lines = [
        "flowchart LR",
        *_sections(chart, lanes, names),
        *(f"  {names[one.source]} {_arrow(chart, one)} {names[one.target]}" for one in chart.arrows),
        f"  classDef case fill:{PAPER},stroke:{LANE},stroke-width:1.5px",
        f"  classDef gone fill:{PAPER},stroke:{CARRIED},stroke-width:1.5px",
    ]
    for number, one in enumerate(chart.arrows):
        lines.append(f"  linkStyle {number} stroke:{INFERRED if one.inferred else ARROWS[one.kind][0]}")
    return "\n".join(lines) + "\n"


def network_mermaid(view: Network) -> str:
    """A network for Mermaid.

    In: the network. Out: a flowchart, shape and colour of agencies by city, links with the number of shared cases.
    """
    signs = Signs(view.held.cities)
    names = {node.id: f"n{number}" for number, node in enumerate(view.nodes, 1)}
    classes = {city: f"c{number}" for number, city in enumerate(signs.cities, 1)}
    lines = ["flowchart LR"]
    for node in view.nodes:
        before, after = _outline(node, signs)
        kind = "case" if node.kind == "case" else classes.get(node.city or "", "state")
        lines.append(f"  {names[node.id]}{before}{quoted(node.label)}{after}:::{kind}")
    for link in view.links:
        joined = f'---|"{link.weight}"|' if link.weight > 1 else "---" if link.leads else "-.-"
        lines.append(f"  {names[link.a]} {joined} {names[link.b]}")
    lines += [f"  classDef {classes[city]} {_paint(signs.colour(city))}" for city in signs.cities]
    lines += [f"  classDef state {_paint(signs.colour(None))}", f"  classDef case {_paint(INK)}"]
    for number, link in enumerate(view.links):
        lines.append(f"  linkStyle {number} stroke:{LINK},stroke-width:{width_of_link(link.weight, view.heaviest)}px")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A text as a label that Mermaid shows as it is.

    >>> quoted('end "of" [line]')
    '"end #34;of#34; #91;line#93;"'
    """
    return '"' + "".join(map(_code, clean(one_line(text)))) + '"'


def _code(char: str) -> str:
    return char if char.isalnum() or char in _PLAIN else f"#{ord(char)};"


def _sections(chart: Chart, lanes: Iterable[Lane], names: dict[str, str]) -> Iterator[str]:
    """The cases, in a box for each platform and group."""
    by_section = sorted(lanes, key=lambda lane: lane.section)
    for number, (section, own) in enumerate(groupby(by_section, key=lambda lane: lane.section), 1):
        yield f"  subgraph s{number}[{quoted(' '.join(filter(None, section)) or '—')}]"
        for lane in own:
            stands = f"（{STANDS[lane.status].of(chart.options.language)}）" if lane.status else ""
            kind = "case" if lane.goes_on else "gone"
            yield f"    {names[lane.case.id]}[{quoted(lane.case.name + stands)}]:::{kind}"
        yield "  end"


def _arrow(chart: Chart, arrow: Arrow) -> str:
    when = day(arrow.day, chart.options.calendar) + " " if arrow.dated else ""
    guess = Words("（推論）", " (inferred)").of(chart.options.language) if arrow.inferred else ""
    label = quoted(when + ARROWS[arrow.kind][1].of(chart.options.language) + guess)
    return f"-.->|{label}|" if arrow.inferred else f"-->|{label}|"


def _outline(node: Node, signs: Signs) -> tuple[str, str]:
    """The brackets that give a node its shape."""
    if node.kind == "case":
        return _CASE
    return _SHAPES[signs.cities.index(node.city) % len(_SHAPES)] if node.city in signs.cities else _STATE


def _paint(colour: str) -> str:
    return f"fill:{PAPER},stroke:{colour},stroke-width:1.5px,color:{colour}"
