"""Real footnotes in a Word document, which python-docx cannot write.

Always true: the part holds the two separators that Word wants and then the notes in the order of their numbers; a later
mention of a note is a cross-reference to the mark of the first.
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from visualizations.files.docx_xml import Element, field, marked, paragraph, run, w
from visualizations.files.footnotes import Mention
from visualizations.files.setting import BETWEEN_MARKS


def marks(mentions: Iterable[Mention]) -> list[Element]:
    """The raised numbers behind some words."""
    found: list[Element] = []
    for mention in mentions:
        if found:
            found.append(run(BETWEEN_MARKS, "FootnoteReference"))
        found += _first(mention) if mention.first else [_again(mention)]
    return found


def add_notes(document: Document, mentions: Iterable[Mention]) -> None:
    """Put the notes themselves into the document."""
    notes = [_separator(-1, "separator"), _separator(0, "continuationSeparator"), *map(_note, mentions)]
    blob = serialize_part_xml(w("footnotes", *notes))
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)


def _first(mention: Mention) -> list[Element]:
    place = mention.number
    return [
        w("bookmarkStart", id=place, name=f"_RefNote{place}"),
        marked(w("footnoteReference", id=place)),
        w("bookmarkEnd", id=place),
    ]


def _again(mention: Mention) -> Element:
    return field(f"NOTEREF _RefNote{mention.number} \\f \\h", run(str(mention.number), "FootnoteReference"))


def _note(mention: Mention) -> Element:
    text = paragraph("FootnoteText", marked(w("footnoteRef")), run(" "), run(mention.text))
    return w("footnote", text, id=mention.number)


def _separator(number: int, kind: str) -> Element:
    return w("footnote", paragraph("FootnoteText", w("r", w(kind))), type=kind, id=number)
