"""Pictures within pages: the drawings of ``visualizations`` as SVG that can be walked through.

Always true: every lane, mark and arrow is a link to its evidence with a name that says it in words, so a picture works
without JavaScript; nothing is drawn here that is not in the drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from xml.etree import ElementTree as ET

from markupsafe import Markup

from api.pages.view import View
from visualizations.citations import Citations, Source
from visualizations.drawing.profile import EDGE, Profile, ProfileName
from visualizations.drawing.shapes import Anchor, Circle, Drawing, Group, Path, Rect, Shape, Text
from visualizations.drawing.style import MUTED
from visualizations.drawing.svg import svg
from visualizations.lineage import Chart, figures
from visualizations.report.blocks import Block, Figure

SCREEN = Profile(ProfileName.SCREEN, 704, None, 0, 13, 10, 8.6)
"""Room beside the evidence panel on a usual screen."""

_SVG = "http://www.w3.org/2000/svg"
_TARGET = 18.6
"""The least size of what a finger has to hit, in points: a little more than 24 pixels."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
ET.register_namespace("", _SVG)


def lanes(chart: Chart, title: str, view: View, chosen: str | None) -> tuple[Markup, tuple[Source, ...]]:
    """The lanes of a chart, and the sources that its numbers stand for.

    In: a chart with at least one lane; what the picture is called; how the page is looked at; the id of what is chosen.
    """
    cited = Citations()
    blocks = figures(chart, title, SCREEN, cited)
    return within(blocks, view, chosen), cited.all()


def within(blocks: Iterable[Block], view: View, chosen: str | None) -> Markup:
    """The figures of a report as pictures of a page, which has their titles itself."""
    drawings = [block.drawing for block in blocks if isinstance(block, Figure)]
    return Markup("").join(walkable(_without_heading(drawing), view, chosen) for drawing in drawings)


def _without_heading(drawing: Drawing) -> Drawing:
    """The drawing without its title lines."""
    at = sum(1 for _ in takewhile(_titles, drawing.shapes))
    return replace(drawing, shapes=drawing.shapes[at:])


def _titles(shape: Shape) -> bool:
    """Whether it is a line of the title or of the subtitle."""
    if not isinstance(shape, Text) or shape.anchor is not Anchor.START or shape.x != 0:
        return False
    return shape.size == SCREEN.title or (shape.size == SCREEN.text and shape.colour == MUTED and not shape.bold)


def walkable(drawing: Drawing, view: View, chosen: str | None) -> Markup:
    """A drawing as inline SVG whose groups are links to what stands behind them.

    In: a drawing; how the page is looked at: links lead to the same page with one group chosen; the one chosen now.
    """
    root = ET.fromstring(svg(drawing))
    root.attrib.pop("font-family")
    root.set("class", "picture")
    root.set("role", "group")
    root.set("aria-label", drawing.title)
    for name in ("title", "desc"):
        found = root.find(f"{{{_SVG}}}{name}")
        if found is not None:
            root.remove(found)
    _crop(root, drawing)
    for held in list(root):
        if held.tag == f"{{{_SVG}}}g":
            _linked(root, held, view, chosen)
    return Markup(ET.tostring(root, encoding="unicode"))


def _crop(root: ET.Element, drawing: Drawing) -> None:
    """Begin where the shapes do."""
    top = min((_top(shape) for shape in drawing.walk() if not isinstance(shape, Group)), default=0.0) - 2
    width, height = drawing.width, drawing.height - EDGE - top
    root.set("viewBox", f"{-EDGE} {top:.2f} {width:.2f} {height:.2f}")
    root.set("width", f"{width:.2f}pt")
    root.set("height", f"{height:.2f}pt")
    root.remove(root[0])  # the paper: the page has its own


def _top(shape: Shape) -> float:
    """The upper edge of a shape that holds no others."""
    if isinstance(shape, Text | Rect):
        return shape.box.y
    if isinstance(shape, Circle):
        return shape.y - shape.radius
    return min((float(one) for one in _NUMBER.findall(shape.d)[1::2]), default=0.0) if isinstance(shape, Path) else 0.0


def _linked(parent: ET.Element, held: ET.Element, view: View, chosen: str | None) -> None:
    """Turn a group into a link; what lies in it follows as links of their own, never within."""
    inner = [child for child in held if child.tag == f"{{{_SVG}}}g"]
    for child in inner:
        held.remove(child)
    link = ET.Element(f"{{{_SVG}}}a", _attributes(held, view, chosen))
    link.extend([child for child in held if child.tag != f"{{{_SVG}}}title"])
    if held.get("data-kind") == "event":
        link.insert(0, _target(held))
    if not inner:
        parent[list(parent).index(held)] = link
        return
    label = held.findtext(f"{{{_SVG}}}title") or ""
    group = ET.Element(f"{{{_SVG}}}g", {"role": "group", "aria-label": label, "data-lane": held.get("data-id", "")})
    group.append(link)
    group.extend(inner)
    parent[list(parent).index(held)] = group
    for child in inner:
        _linked(group, child, view, chosen)


def _attributes(held: ET.Element, view: View, chosen: str | None) -> dict[str, str]:
    id = held.get("data-id", "")
    own = {
        "href": view.here(sel=id),
        "data-kind": held.get("data-kind", ""),
        "data-id": id,
        "aria-label": held.findtext(f"{{{_SVG}}}title") or "",
    }
    return own | ({"aria-current": "true"} if id == chosen else {})


def _target(held: ET.Element) -> ET.Element:
    """What has to be hit for a mark: a square about its middle."""
    middles = [_middle(shape) for shape in held if shape.tag != f"{{{_SVG}}}title"]
    x, y = ((min(along) + max(along)) / 2 - _TARGET / 2 for along in zip(*middles, strict=True))
    side = f"{_TARGET:.2f}"
    where = {"x": f"{x:.2f}", "y": f"{y:.2f}", "width": side, "height": side}
    return ET.Element(f"{{{_SVG}}}rect", {**where, "fill": "none", "class": "target", "rx": "3"})


def _middle(shape: ET.Element) -> tuple[float, float]:
    if shape.get("cx"):
        return float(shape.get("cx", 0)), float(shape.get("cy", 0))
    if shape.get("width"):
        half = float(shape.get("width", 0)) / 2, float(shape.get("height", 0)) / 2
        return float(shape.get("x", 0)) + half[0], float(shape.get("y", 0)) + half[1]
    points = [float(one) for one in _NUMBER.findall(shape.get("d", ""))]
    xs, ys = points[::2], points[1::2]
    return ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2) if xs else (0.0, 0.0)
