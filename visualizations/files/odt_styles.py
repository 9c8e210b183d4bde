"""The styles and the page of an OpenDocument report, in place of those of odfdo's own template.

Always true: every paragraph of a report has one of these styles, so that its look can be changed in one place; nothing
here comes from a report but the sizes of its setting.
"""

from __future__ import annotations

import re

from odfdo import Document, Element

from visualizations.drawing.style import BAND, GRID, INK, LANE, MUTED
from visualizations.drawing.typography import FAMILIES
from visualizations.files.odt_xml import odf, only, paragraph, points, refill, words
from visualizations.files.paragraphs import Align, Kind, kinds
from visualizations.files.setting import PAGE, Setting
from visualizations.words import Language

BOLD, RAISED = "Bold", "Raised"
HEAD_CELL, CELL, ROW, TABLE, PICTURE = "HeadCell", "Cell", "Row", "Table", "PictureFrame"

_FACE = "Report"
_SHOWN = {"FootnoteText": "Footnote", "Normal": "Default Paragraph Style"}
"""What the menus of LibreOffice call a kind."""
_SIZES = (("fo:font-size", ""), ("style:font-size", "-asian"), ("style:font-size", "-complex"))
_WEIGHTS = (("fo:font-weight", ""), ("style:font-weight", "-asian"), ("style:font-weight", "-complex"))
_BREAKS = {"text-autospace": "ideograph-alpha", "punctuation-wrap": "simple", "line-break": "strict"}
_NAMES = {"Normal": "Standard", "FootnoteText": "Footnote"}
_ALIGNS = {Align.LEFT: "start", Align.RIGHT: "end", Align.CENTRE: "center", Align.BOTH: "justify"}


def dress(document: Document, setting: Setting, language: Language) -> None:
    """Give an empty document the styles and the page of a report, and none of the template's."""
    root = document.styles.root
    refill(root, "office:font-face-decls", [_face()])
    refill(root, "office:styles", [_default(), *map(_paragraph, kinds(setting)), *_characters(), _graphic(), _notes()])
    refill(root, "office:automatic-styles", [_layout(setting)])
    refill(root, "office:master-styles", [_master(language)])
    refill(document.settings.root, "office:settings", [_settings()])
    refill(document.content.root, "office:font-face-decls", [_face()])
    refill(document.content.root, "office:automatic-styles", _tables(setting))


def named(key: str) -> str:
    """What a kind of paragraph is called here.

    >>> named("Normal"), named("Heading1")
    ('Standard', 'Heading1')
    """
    return _NAMES.get(key, key)


def column_style(width: float) -> str:
    """The name of the style of a column so wide; the caller sees to it that it is there."""
    return f"Column{points(width).replace('.', '_')}"


def add_column_styles(document: Document, widths: list[float]) -> None:
    """Styles for columns of these widths."""
    place = only(document.content.root, "office:automatic-styles")
    for width in dict.fromkeys(widths):
        look = odf("style:table-column-properties", {"style:column-width": points(width)})
        place.append(odf("style:style", {"style:name": column_style(width), "style:family": "table-column"}, look))


def _settings() -> Element:
    """Between two paragraphs stands the larger of their distances, as in Word and in a browser, not their sum."""
    larger = {"config:name": "AddParaTableSpacing", "config:type": "boolean"}
    items = odf("config:config-item", larger, "false")
    return odf("config:config-item-set", {"config:name": "ooo:configuration-settings"}, items)


def _face() -> Element:
    listed = ", ".join(f"'{name}'" for name in FAMILIES if name != "sans-serif")
    return odf(
        "style:font-face", {"style:name": _FACE, "svg:font-family": listed, "style:font-family-generic": "swiss"}
    )


def _default() -> Element:
    scripts = ("", "-asian", "-complex")
    look = {"fo:color": INK, "fo:hyphenate": "false", **{f"style:font-name{script}": _FACE for script in scripts}}
    language = {"fo:language": "en", "fo:country": "US", "style:language-asian": "zh", "style:country-asian": "TW"}
    lines = {f"style:{name}": how for name, how in _BREAKS.items()}
    return odf(
        "style:default-style",
        {"style:family": "paragraph"},
        odf("style:paragraph-properties", lines),
        odf("style:text-properties", look | language),
    )


def _paragraph(kind: Kind) -> Element:
    others = {"style:parent-style-name": "Standard", "style:next-style-name": "Standard"}
    parent = {} if kind.key == "Normal" else others
    outline = {} if kind.outline is None else {"style:default-outline-level": str(kind.outline)}
    shown = {"style:display-name": _SHOWN.get(kind.key, kind.name.capitalize())}
    lines = {
        "fo:margin-top": points(kind.before),
        "fo:margin-bottom": points(kind.after),
        "fo:line-height": points(kind.size * kind.line) if kind.line else "100%",
        "fo:text-align": _ALIGNS[kind.align],
        "fo:orphans": "2",
        "fo:widows": "2",
    }
    if kind.kept:
        lines |= {"fo:keep-with-next": "always", "fo:keep-together": "always"}
    if kind.ruled:
        lines |= {"fo:border-bottom": f"1pt solid {LANE}", "fo:padding-bottom": "8pt"}
    sizes = {f"{prefix}{script}": points(kind.size) for prefix, script in _SIZES}
    weights = {f"{prefix}{script}": "bold" for prefix, script in _WEIGHTS} if kind.bold else {}
    return odf(
        "style:style",
        {"style:name": named(kind.key), "style:family": "paragraph", **shown, **parent, **outline},
        odf("style:paragraph-properties", lines),
        odf("style:text-properties", {"fo:color": kind.colour, **sizes, **weights}),
    )


def _characters() -> list[Element]:
    bold = odf("style:text-properties", {f"{prefix}{script}": "bold" for prefix, script in _WEIGHTS})
    raised = odf("style:text-properties", {"style:text-position": "super 62%"})
    return [
        odf("style:style", {"style:name": BOLD, "style:family": "text"}, bold),
        odf("style:style", {"style:name": RAISED, "style:family": "text"}, raised),
    ]


def _graphic() -> Element:
    look = {"style:vertical-pos": "top", "style:vertical-rel": "baseline", "fo:border": "none", "fo:padding": "0pt"}
    return odf("style:style", {"style:name": PICTURE, "style:family": "graphic"}, odf("style:graphic-properties", look))


def _notes() -> Element:
    return odf(
        "text:notes-configuration",
        {
            "text:note-class": "footnote",
            "text:citation-style-name": RAISED,
            "text:citation-body-style-name": RAISED,
            "text:default-style-name": named("FootnoteText"),
            "style:num-format": "1",
            "style:num-suffix": "　",
            "text:start-value": "0",
            "text:footnotes-position": "page",
            "text:start-numbering-at": "document",
        },
    )


def _layout(s: Setting) -> Element:
    """The page; its lower margin is what stands below the foot, which has its own height."""
    size = {"fo:page-width": points(s.page_width), "fo:page-height": points(s.page_height)}
    margins = {f"fo:margin-{side}": points(s.margin) for side in ("top", "left", "right")}
    landscape = {"style:print-orientation": "landscape" if s.page_width > s.page_height else "portrait"}
    line = {"style:width": "0.4pt", "style:color": MUTED, "style:rel-width": "25%", "style:adjustment": "left"}
    room = {"style:distance-before-sep": "8pt", "style:distance-after-sep": "4pt"}
    rest = s.margin - s.foot
    foot = {"svg:height": points(rest), "fo:margin-top": points(rest - 1.2 * s.note), "style:dynamic-spacing": "false"}
    return odf(
        "style:page-layout",
        {"style:name": "Page"},
        odf(
            "style:page-layout-properties",
            size | margins | landscape | {"fo:margin-bottom": points(s.foot)},
            odf("style:footnote-sep", line | room),
        ),
        odf("style:footer-style", {}, odf("style:header-footer-properties", foot)),
    )


def _master(language: Language) -> Element:
    before, between, after = re.split(r"\{\w+\}", PAGE.of(language))
    page = odf("text:page-number", {"text:select-page": "current"}, "1")
    foot = paragraph("Footer", words(before), page, words(between), odf("text:page-count", {}, "1"), words(after))
    return odf(
        "style:master-page",
        {"style:name": "Standard", "style:page-layout-name": "Page"},
        odf("style:footer", {}, foot),
    )


def _tables(s: Setting) -> list[Element]:
    cell = {"fo:padding": "4pt", "fo:border": "none", "fo:border-bottom": f"0.4pt solid {GRID}"}
    head = cell | {"fo:background-color": BAND, "fo:border-bottom": f"0.8pt solid {INK}"}
    looks = {
        (TABLE, "table"): {"style:width": points(s.width), "table:align": "left", "table:border-model": "collapsing"},
        (ROW, "table-row"): {"fo:keep-together": "always"},
        (CELL, "table-cell"): cell,
        (HEAD_CELL, "table-cell"): head,
    }
    return [
        odf("style:style", {"style:name": name, "style:family": family}, odf(f"style:{family}-properties", look))
        for (name, family), look in looks.items()
    ]
