"""The styles and settings of a Word report, in place of those of python-docx' own template.

Always true: every paragraph of a report has one of these styles, so that its look can be changed in one place; nothing
here comes from a report but the sizes of its setting.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml

from visualizations.drawing.style import INK, LANE
from visualizations.drawing.typography import FAMILIES
from visualizations.files.docx_xml import Element, twips, w
from visualizations.files.paragraphs import Kind, kinds
from visualizations.files.setting import Setting

FONT = "Microsoft JhengHei"
"""What Word has on Windows and on the Mac; elsewhere the other families stand in for it."""

_KEPT = (RT.STYLES, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES)


def dress(document: Document, setting: Setting) -> None:
    """Give an empty document the styles, the fonts and the settings of a report, and none of the template's."""
    for part in (document.part, document.part.package):
        for name in [name for name, relation in part.rels.items() if relation.reltype not in _KEPT]:
            del part.rels[name]
    document.styles.element[:] = [_defaults(setting), *map(_style, kinds(setting)), *_others()]
    document.settings.element[:] = _settings()
    document.part.part_related_by(RT.FONT_TABLE)._blob = serialize_part_xml(_fonts())


def _style(kind: Kind) -> Element:
    """A kind of paragraphs as Word writes it, in the order of its schema."""
    first = kind.key == "Normal"
    return w(
        "style",
        w("name", val=kind.name),
        None if first else w("basedOn", val="Normal"),
        None if first else w("next", val="Normal"),
        w("qFormat"),
        _paragraph(kind),
        w("rPr", *([w("b"), w("bCs")] if kind.bold else []), w("color", val=kind.colour[1:]), *_sizes(kind.size)),
        type="paragraph",
        styleId=kind.key,
        **({"default": 1} if first else {}),
    )


def _paragraph(kind: Kind) -> Element:
    rule = w("pBdr", w("bottom", val="single", sz=8, space=8, color=LANE[1:]))
    line, how = (twips(kind.size * kind.line), "exact") if kind.line else (240, "auto")
    return w(
        "pPr",
        *([w("keepNext"), w("keepLines")] if kind.kept else []),
        rule if kind.ruled else None,
        w("spacing", before=twips(kind.before), after=twips(kind.after), line=line, lineRule=how),
        w("jc", val=kind.align),
        None if kind.outline is None else w("outlineLvl", val=kind.outline - 1),
    )


def _defaults(s: Setting) -> Element:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = w("lang", val="en-US", eastAsia="zh-TW", bidi="ar-SA")
    look = w("rPr", fonts, w("color", val=INK[1:]), *_sizes(s.body), language)
    return w("docDefaults", w("rPrDefault", look), w("pPrDefault"))


def _others() -> list[Element]:
    raised = w("rPr", w("vertAlign", val="superscript"))
    return [
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        w("style", w("name", val="footnote reference"), raised, type="character", styleId="FootnoteReference"),
        w("style", w("name", val="Normal Table"), type="table", default=1, styleId="TableNormal"),
    ]


def _settings() -> list[Element]:
    word = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return [
        w("characterSpacingControl", val="compressPunctuation"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", word),
        w("themeFontLang", val="en-US", eastAsia="zh-TW"),
    ]


def _fonts() -> Element:
    return w("fonts", w("font", w("altName", val=FAMILIES[0]), w("family", val="swiss"), name=FONT))


def _sizes(points: float) -> list[Element]:
    """The size of a font, which Word counts in halves of a point."""
    return [w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))]
