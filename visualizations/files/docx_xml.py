"""Elements of WordprocessingML.

Always true: text stands in elements as text and keeps its spaces; nothing here reads markup.
"""

from __future__ import annotations

from typing import TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Element: TypeAlias = BaseOxmlElement


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the main namespace, with attributes of the same; a child that is None is left out."""
    element: Element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def run(text: str, style: str | None = None, *, bold: bool = False) -> Element:
    """Some words."""
    words = w("t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    return w("r", _look(style, bold), words)


def marked(*children: Element) -> Element:
    """A run with the look of a footnote's number."""
    return w("r", _look("FootnoteReference", False), *children)


def field(instruction: str, shown: Element) -> Element:
    """What Word computes, and what it shows until it does."""
    return w("fldSimple", shown, instr=f" {instruction} ")


def paragraph(style: str, *children: Element) -> Element:
    """A paragraph of a style."""
    return w("p", w("pPr", w("pStyle", val=style)), *children)


def twips(points: float) -> int:
    """Points as Word counts most lengths: in twentieths.

    >>> twips(10.5)
    210
    """
    return round(points * 20)


def _look(style: str | None, bold: bool) -> Element | None:
    if style is None and not bold:
        return None
    return w("rPr", w("rStyle", val=style) if style else None, w("b") if bold else None, w("bCs") if bold else None)
