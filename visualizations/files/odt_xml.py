"""Elements of an OpenDocument text.

Always true: text stands in elements as text and keeps its spaces; nothing here reads markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from odfdo import Element, Span

from visualizations.drawing.shapes import number


def odf(tag: str, attributes: Mapping[str, str] | None = None, *children: Element | str) -> Element:
    """An element with its attributes and children; a child that is a text must be the only one."""
    element = Element.from_tag(tag)
    for name, value in (attributes or {}).items():
        element.set_attribute(name, value)
    for child in children:
        if isinstance(child, str):
            element.text = child
        else:
            element.append(child)
    return element


def words(text: str, style: str = "") -> Element:
    """Some words, in a style of characters or that of their paragraph."""
    return Span(text, style or None)


def paragraph(style: str, *children: Element) -> Element:
    """A paragraph of a style."""
    return odf("text:p", {"text:style-name": style}, *children)


def only(root: Element, tag: str) -> Element:
    """The one element of this tag."""
    (element,) = root.get_elements(f"//{tag}")
    return element


def refill(root: Element, tag: str, children: Iterable[Element]) -> None:
    """Give the one element of this tag other children."""
    place = only(root, tag)
    place.clear()
    for child in children:
        place.append(child)


def points(value: float) -> str:
    """A length.

    >>> points(10.5)
    '10.5pt'
    """
    return f"{number(value)}pt"
