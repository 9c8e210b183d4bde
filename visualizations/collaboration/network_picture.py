"""The network as a picture.

Always true: links lie below nodes and their labels; a node's label stands on paper of its own, so that no link runs
through it; how wide a link is tells how many cases two agencies share, and whether it is dashed what an agency does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from visualizations.citations import Citations, numbers
from visualizations.collaboration.communities import communities, hull
from visualizations.collaboration.evidence import pair_remarks
from visualizations.collaboration.network import Link, Network, Node
from visualizations.collaboration.picture import Frame, Laid, framed
from visualizations.collaboration.placing import Look, Placed, placed
from visualizations.collaboration.signs import Signs, level
from visualizations.collaboration.telling import city_signs
from visualizations.drawing.legend import Sign
from visualizations.drawing.pages import Sheet
from visualizations.drawing.pieces import Piece
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Anchor, Box, Drawing, Group, Path, Rect, Shape, Text, polyline
from visualizations.drawing.style import BAND, INK, MUTED, PAPER
from visualizations.report.blocks import Block

LINK = "#8b97a3"
"""Colour of links."""
_HULL = "#8b97a3"
_TOP = 6.0
"""Room above and below the nodes, for hulls."""
_DASHES = (3.0, 2.2)
_WIDTHS = (0.9, 2.0, 3.4, 5.0)
"""Of links, from few shared cases to many."""


def draw_network(wanted: Network, title: str, profile: Profile, *, hulls: bool = False) -> tuple[Drawing, ...]:
    """The pages of a network, with the list of pairs and the quotes behind it.

    In: the network; a title; for what it is laid out; whether to outline communities of agencies. Out: one drawing a
    page, one alone on a screen. What is too much for a page is left out, and the title lines say so.
    """
    return _laid(wanted, title, profile, Citations(), hulls).drawings()


def network_figures(
    wanted: Network, title: str, profile: Profile, cited: Citations, *, hulls: bool = False
) -> tuple[Block, ...]:
    """The same as figures of a report; ``cited`` are the numbers that the report has given so far, which it adds to."""
    return _laid(wanted, title, profile, cited, hulls).figures()


def _laid(wanted: Network, title: str, profile: Profile, cited: Citations, hulls: bool) -> Laid:
    before = len(cited.all())
    room = _framed(wanted, title, profile, hulls, _count(replace(wanted, shown=0))).room
    room = room if room is None else room - 2 * _TOP
    laid = placed(wanted, profile, room, lambda shown: _feet(shown, Citations(cited.all())))
    shown = laid.network
    cited.add(source for link in _ordered(shown) for source in link.sources)
    grouped = communities(shown) if hulls else []
    pages = [
        (
            _sheet(laid, page, grouped),
            tuple(s for link in shown.links if not shown.pairs and link.a in page for s in link.sources),
        )
        for page in laid.pages
    ]
    remarks = pair_remarks(shown.pairs, [], shown.options)
    return Laid(_framed(shown, title, profile, hulls, _count(shown)), tuple(pages), tuple(remarks), cited, before)


def _framed(shown: Network, title: str, profile: Profile, hulls: bool, count: str) -> Frame:
    signs = _legend(shown, profile, hulls)
    return framed(shown.held.scope, shown.parts, title, profile, shown.options, signs, count)


def _count(shown: Network) -> str:
    """How much of all is shown, where that is not all."""
    if shown.shown == shown.every:
        return ""
    told = f"{shown.shown} / {shown.every}"
    if shown.pairs:
        return shown.options.say(f"顯示共同案件最多之 {told} 組", f"the closest {told} pairs")
    return shown.options.say(f"顯示參與機關最多之 {told} 案", f"the {told} cases of most agencies")


def _ordered(shown: Network) -> list[Link]:
    """The links in the order in which their sources are numbered: pair by pair, else case by case."""
    return list(shown.links) if shown.pairs else sorted(shown.links, key=lambda link: (link.b, link.a))


def _feet(shown: Network, cited: Citations) -> dict[str, str]:
    """The numbers of the sources below the name of each case."""
    feet: dict[str, set[int]] = {}
    for link in _ordered(shown) if not shown.pairs else ():
        cited.add(link.sources)
        feet.setdefault(link.b, set()).update(cited.of(link.sources))
    return {case: numbers(held) for case, held in feet.items()}


def _sheet(laid: Placed, page: Mapping[str, Box], grouped: Sequence[Sequence[str]]) -> Sheet:
    """One page."""
    shown = laid.network
    nodes = [node for node in shown.nodes if node.id in page]
    links = [link for link in shown.links if link.a in page]
    signs = Signs(shown.held.cities)

    def paint(x: float, y: float) -> list[Shape]:
        boxes = {id: Box(box.x + x, box.y + y + _TOP, box.width, box.height) for id, box in page.items()}
        hulls = [_outline(hull(ids, boxes)) for ids in grouped if ids[0] in boxes]
        lines = [_line(link, shown.heaviest, laid.looks, boxes) for link in links]
        return [*hulls, *lines, *(_node(node, laid.looks[node.id], boxes[node.id], signs) for node in nodes)]

    height = max(box.bottom for box in page.values()) + 2 * _TOP
    return Sheet(
        Piece(height, paint),
        max(laid.width, *(box.right for box in page.values())),
        "\n".join(link.words for link in links),
    )


def _outline(points: Sequence[tuple[float, float]]) -> Path:
    return Path(polyline(points, closed=True), BAND, _HULL, 0.9, (4.0, 3.0))


def _line(link: Link, heaviest: int, looks: Mapping[str, Look], boxes: Mapping[str, Box]) -> Group:
    """A link from the middle of a node to that of another."""
    ends = [_middle(looks[id], boxes[id]) for id in (link.a, link.b)]
    return Group((_stroke(ends, width_of_link(link.weight, heaviest), link.leads),), link.id, link.kind, link.words)


def width_of_link(weight: int, heaviest: int) -> float:
    return _WIDTHS[level(weight, heaviest, len(_WIDTHS))]


def _stroke(points: Sequence[tuple[float, float]], width: float, leads: bool) -> Path:
    return Path(polyline(points), None, LINK, width, () if leads else _DASHES)


def _middle(look: Look, box: Box) -> tuple[float, float]:
    """Where links meet a node: the middle of an agency's sign or of a case's box."""
    across = box.x + box.width / 2
    return (across, box.y + look.radius if look.radius else box.y + box.height / 2)


def _node(node: Node, look: Look, box: Box, signs: Signs) -> Group:
    across, below = _middle(look, box)
    step = 1.25 * look.size
    if not look.radius:
        frame: tuple[Shape, ...] = (Rect(box, PAPER, INK, 0.9, 4),)
        first, colours = box.y + 4 + 0.95 * look.size, [INK] * len(look.lines)
        if look.foot:
            colours[-1] = MUTED
    else:
        first, colours = box.y + 2 * look.radius + 2 + 0.95 * look.size, [signs.colour(node.city)] * len(look.lines)
        paper = Rect(Box(box.x, box.y + 2 * look.radius + 1, box.width, step * len(look.lines) + 1), PAPER)
        frame = (paper, *signs.sign(node.city, across, below, look.radius))
    lines = [
        Text(across, first + at * step, line, look.size, colour, Anchor.MIDDLE)
        for at, (line, colour) in enumerate(zip(look.lines, colours, strict=True))
    ]
    return Group((*frame, *lines), node.id, node.kind, node.name)


def _legend(shown: Network, profile: Profile, hulls: bool) -> list[Sign]:
    options, signs = shown.options, Signs(shown.held.cities)
    agencies = {part.agency for part in shown.parts}
    told = city_signs(signs, agencies, profile.text, options)
    if shown.pairs:
        told += _widths(shown)
        outlined = options.say(
            "虛線框：合作較密之群（模組度計算，非原文明示）", "outlined: communities, computed by modularity"
        )
        return [*told, Sign(28, outlined, _sample_hull)] if hulls and communities(shown) else told
    told.append(Sign(28, options.say("框：案件與出處編號", "box: a case and its sources"), _sample_case))
    for leads, zh, en in (
        (True, "提案、主責、主辦", "proposes, answers for or hosts"),
        (False, "受邀、參與、提及", "invited, takes part or named"),
    ):
        if any(link.leads is leads for link in shown.links):
            told.append(Sign(28, options.say(zh, en), partial(_sample, _WIDTHS[0], leads)))
    return told


def _widths(shown: Network) -> list[Sign]:
    """The widths of links that occur."""
    counts: dict[float, list[int]] = {}
    for weight in sorted(link.weight for link in shown.links):
        counts.setdefault(width_of_link(weight, shown.heaviest), []).append(weight)
    spans = {width: numbers(range(some[0], some[-1] + 1)) for width, some in counts.items()}
    words = {width: shown.options.say(f"共同 {span} 案", f"{span} shared") for width, span in spans.items()}
    return [Sign(28, word, partial(_sample, width, True)) for width, word in words.items()]


def _sample(width: float, leads: bool, x: float, y: float) -> tuple[Shape, ...]:
    return (_stroke([(x, y), (x + 22, y)], width, leads),)


def _sample_hull(x: float, y: float) -> tuple[Shape, ...]:
    return (_outline([(x, y - 5), (x + 22, y - 5), (x + 22, y + 5), (x, y + 5)]),)


def _sample_case(x: float, y: float) -> tuple[Shape, ...]:
    return (Rect(Box(x, y - 5, 22, 10), PAPER, INK, 0.9, 3),)
