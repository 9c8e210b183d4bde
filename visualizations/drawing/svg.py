"""Drawings as SVG that every renderer draws alike.

Always true: only what Chromium, resvg, Typst and LibreOffice draw alike (one ``text`` a string, no outline
around letters, presentation attributes, no CSS, no script, no link); whatever text holds, it stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from visualizations.drawing.shapes import Anchor, Box, Circle, Drawing, Group, Path, Rect, Shape, Text, number
from visualizations.drawing.style import PAPER
from visualizations.drawing.typography import FAMILIES

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(drawing: Drawing) -> str:
    """A drawing as one SVG document.

    In: a drawing. Out: its text, to be written as UTF-8; it has the drawing's size in points, a ``title`` and a
    ``desc``; groups carry ``data-id`` (the id of the graph) and ``data-kind``.
    """
    size = {"width": f"{number(drawing.width)}pt", "height": f"{number(drawing.height)}pt"}
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            **size,
            "viewBox": " ".join(map(number, (-drawing.edge, -drawing.edge, drawing.width, drawing.height))),
            "role": "img",
            "xml:lang": "zh-Hant-TW",
            "font-family": ", ".join(name if name == "sans-serif" else f"'{name}'" for name in FAMILIES),
        },
    )
    ET.SubElement(root, "title").text = clean(drawing.title)
    ET.SubElement(root, "desc").text = clean(drawing.description)
    paper = Rect(Box(-drawing.edge, -drawing.edge, drawing.width, drawing.height), PAPER)
    _add(root, (paper, *drawing.shapes))
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode") + "\n"


def clean(text: str) -> str:
    """The text without characters that XML forbids."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _add(parent: ET.Element, shapes: Iterable[Shape]) -> None:
    for shape in shapes:
        if isinstance(shape, Text):
            _text(parent, shape)
        elif isinstance(shape, Group):
            held = ET.SubElement(parent, "g", {"data-kind": shape.kind, "data-id": clean(shape.id)})
            ET.SubElement(held, "title").text = clean(shape.label)
            _add(held, shape.shapes)
        else:
            _outline(parent, shape)


def _text(parent: ET.Element, shape: Text) -> None:
    own = {"x": number(shape.x), "y": number(shape.y), "font-size": number(shape.size)}
    if shape.anchor is not Anchor.START:
        own["text-anchor"] = shape.anchor.value
    if shape.bold:
        own["font-weight"] = "700"
    ET.SubElement(parent, "text", {**own, "fill": shape.colour}).text = clean(shape.text)


def _outline(parent: ET.Element, shape: Rect | Circle | Path) -> None:
    paint = {"fill": shape.fill or "none"}
    if shape.stroke:
        paint |= {"stroke": shape.stroke, "stroke-width": number(shape.stroke_width)}
    if isinstance(shape, Circle):
        ET.SubElement(
            parent, "circle", {"cx": number(shape.x), "cy": number(shape.y), "r": number(shape.radius), **paint}
        )
    elif isinstance(shape, Rect):
        box = shape.box
        where = {"x": number(box.x), "y": number(box.y), "width": number(box.width), "height": number(box.height)}
        rounded = {"rx": number(shape.radius)} if shape.radius else {}
        ET.SubElement(parent, "rect", {**where, **rounded, **paint})
    else:
        dashes = {"stroke-dasharray": " ".join(map(number, shape.dashes))} if shape.dashes else {}
        ET.SubElement(parent, "path", {"d": shape.d, **paint, **dashes})
