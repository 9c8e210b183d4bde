"""A network as one HTML file that can be moved about in a browser, made with pyvis.

Always true: the file stands alone: its policy lets nothing be loaded, and no script run but the three that pyvis
writes, each by its hash; whatever names and quotes hold, it stays text; a table beside the picture says the same to
those who do not see it, and without scripts; equal networks give equal bytes, and nothing is written beside them.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from visualizations.collaboration.network import Network, Node
from visualizations.collaboration.network_picture import LINK, width_of_link
from visualizations.collaboration.placing import Look, placed
from visualizations.collaboration.signs import Signs
from visualizations.collaboration.telling import source_note, subtitle
from visualizations.drawing import style
from visualizations.drawing.profile import PROFILES, ProfileName
from visualizations.drawing.shapes import Box
from visualizations.drawing.svg import clean
from visualizations.drawing.typography import FAMILIES
from visualizations.words import Language

SHAPES = ("dot", "square", "triangle", "diamond", "star", "triangleDown", "hexagon")
"""What vis.js draws for the cities, in their order; the next ones are hollow."""
_AIRY = 1.2
"""How much farther apart nodes stand than on paper, for vis.js sets labels wider."""
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}, "navigationButtons": True},
    "edges": {"smooth": False},
}
_COLOURS = ("ink", "muted", "grid", "band", "lane", "paper")
_JINJA = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)


def html(view: Network, title: str) -> str:
    """A network as an HTML file.

    In: the network; its title. Out: the text of the file, to be written as UTF-8.
    """
    options = view.options
    own = LexborHTMLParser(_of_pyvis(view))
    scripts = [node.text() for node in own.css("script:not([src])") if node.text().strip()]
    names = {node.id: node for node in view.nodes}
    values = {
        "title": clean(title),
        "subtitle": clean(subtitle(view.held.scope, view.parts, options)),
        "language": {Language.ZH: "zh-Hant-TW", Language.EN: "en"}[options.language],
        "policy": " ".join(f"'sha256-{_hash(script)}'" for script in scripts),
        "sheets": [Markup(node.text()) for node in own.css("style")[:1]],
        "scripts": [Markup(script) for script in scripts],
        "families": Markup(", ".join(name if name == "sans-serif" else f'"{name}"' for name in FAMILIES)),
        "colours": {name: getattr(style, name.upper()) for name in _COLOURS},
        "legend": list(_legend(view)),
        "rows": [(link, names[link.a], names[link.b]) for link in view.links],
        "quotes": [
            [clean(one.words(options.language, options.calendar)) for one in link.sources] for link in view.links
        ],
        "note": clean(source_note({source.quote.file for link in view.links for source in link.sources}, options)),
        "say": options.say,
        "clean": clean,
    }
    source = files("visualizations").joinpath("pyvis_export.html.jinja").read_text(encoding="utf-8")
    return _JINJA.from_string(source).render(values)


def _of_pyvis(view: Network) -> str:
    """The page that pyvis makes; only its scripts and its style sheet are of use."""
    from pyvis.network import Network as Canvas

    canvas = Canvas(cdn_resources="in_line", height="100%", width="100%")
    laid = placed(view, PROFILES[ProfileName.SCREEN], None, lambda shown: {})
    boxes = {id: box for page in laid.pages for id, box in page.items()}
    signs = Signs(view.held.cities)
    for node in view.nodes:
        canvas.add_node(node.id, **_drawn(node, boxes[node.id], laid.looks[node.id], signs))
    for link in view.links:
        width = width_of_link(link.weight, view.heaviest)
        canvas.add_edge(
            link.a, link.b, id=link.id, title=_tip(link.words), width=width, color=LINK, dashes=not link.leads
        )
    canvas.set_options(json.dumps(_OPTIONS))
    made: str = canvas.generate_html(notebook=False)
    return made


def _drawn(node: Node, box: Box, look: Look, signs: Signs) -> dict[str, Any]:
    """How vis.js draws a node."""
    held: dict[str, Any] = {
        "label": clean("\n".join(look.lines)),
        "title": _tip(node.name),
        "x": round(_AIRY * (box.x + box.width / 2), 2),
        "y": round(_AIRY * (box.y + (look.radius or box.height / 2)), 2),
    }
    if node.kind == "case":
        font = {"size": 10, "face": FAMILIES[0], "color": style.INK}
        return held | {"shape": "box", "color": {"background": style.PAPER, "border": style.INK}, "font": font}
    colour = signs.colour(node.city)
    shape, solid = _shape(node.city, signs)
    paint = {"background": colour if solid else style.PAPER, "border": colour}
    font = {"size": 10, "face": FAMILIES[0], "color": colour}
    return held | {"shape": shape, "size": 8, "borderWidth": 2, "color": paint, "font": font}


def _shape(city: str | None, signs: Signs) -> tuple[str, bool]:
    """The shape of a city's agencies, and whether it is solid; bodies of no city are hollow squares."""
    if city is None or city not in signs.cities:
        return "square", False
    place = signs.cities.index(city)
    return SHAPES[place % len(SHAPES)], place < len(SHAPES)


def _tip(words: str) -> str:
    """What a pointer shows; pyvis reads no link into it, for it would then show all of them as HTML."""
    return clean(words).replace("href", "hr\u200bef")


def _legend(view: Network) -> Iterator[Mapping[str, str]]:
    """Each city with its colour and its shape in words."""
    signs = Signs(view.held.cities)
    shapes = dict(
        zip(
            SHAPES,
            (("圓形", "dot"), ("方形", "square"), ("三角形", "triangle"), ("菱形", "diamond"), ("星形", "star"),
             ("倒三角形", "triangle upside down"), ("六角形", "hexagon")),
            strict=True,
        )
    )  # fmt: skip
    occurring = {node.city for node in view.nodes if node.kind == "agency"}
    for city in [*(city for city in signs.cities if city in occurring), *([None] if None in occurring else [])]:
        shape, solid = _shape(city, signs)
        words = view.options.say(*shapes[shape])
        hollow = "" if solid else view.options.say("空心", "hollow ")
        name = city or view.options.say("中央機關或未載縣市", "the state, or no city known")
        yield {"name": clean(name), "colour": signs.colour(city), "shape": hollow + words}


def _hash(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()
