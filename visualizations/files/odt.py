"""Reports as OpenDocument texts.

Always true: a picture is an SVG in its size, with a PNG beside it for readers that know no SVG, and is never parted
from its caption; the head of a table is repeated and no row is split; footnotes, headings, numbers of pictures and
pages are real ones, which a reader can list and refer to.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from odfdo import Document, Element, Note

from visualizations.drawing.shapes import Drawing
from visualizations.drawing.svg import svg
from visualizations.files.footnotes import Footnotes, Mention
from visualizations.files.odt_styles import (
    BOLD,
    CELL,
    HEAD_CELL,
    PICTURE,
    RAISED,
    ROW,
    add_column_styles,
    column_style,
    dress,
    named,
)
from visualizations.files.odt_styles import (
    TABLE as TABLE_STYLE,
)
from visualizations.files.odt_xml import odf, paragraph, points, refill, words
from visualizations.files.package import undated
from visualizations.files.plain import plain
from visualizations.files.png import png
from visualizations.files.setting import AFTER_LABEL, BETWEEN_MARKS, FIGURE, TABLE, Setting, setting
from visualizations.report.blocks import Block, Column, Figure, Heading, Paragraph, Report, Span, Table
from visualizations.words import Language, Words

_KEPT = ("mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml")


def report(content: Report) -> bytes:
    """A whole report.

    In: a report. Out: the bytes of an ODT. Raises: FontError.
    """
    content = plain(content)
    document = _empty()
    sizes = setting(content)
    dress(document, sizes, content.language)
    _describe(document, content)
    _Story(document, sizes, content.language).write(content)
    out = BytesIO()
    document.save(out)
    return undated(out.getvalue())


class _Story:
    """The body of a document, written from its head to its end."""

    def __init__(self, document: Document, sizes: Setting, language: Language) -> None:
        self._document, self._sizes, self._language = document, sizes, language
        self._notes = Footnotes()
        self._numbers = {FIGURE: 0, TABLE: 0}

    def write(self, content: Report) -> None:
        """Everything that a report says."""
        counters = [
            odf("text:sequence-decl", {"text:display-outline-level": "0", "text:name": label.en})
            for label in self._numbers
        ]
        self._add(odf("text:sequence-decls", {}, *counters))
        self._add(paragraph("Title", words(content.title)))
        self._add(paragraph("Subtitle", words(content.subtitle)))
        for block in content.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            level = min(block.level, 3)
            style = {"text:style-name": f"Heading{level}", "text:outline-level": str(level)}
            self._add(odf("text:h", style, words(block.text)))
        elif isinstance(block, Paragraph):
            self._add(paragraph(named("Source" if block.small else "Normal"), *self._said(block.spans)))
        elif isinstance(block, Figure):
            self._add(paragraph("Picture", self._picture(block.drawing)))
            self._add(paragraph("Caption", *self._label(FIGURE), *self._said(block.caption)))
        else:
            self._add(paragraph("TableCaption", *self._label(TABLE), words(block.caption)))
            self._add(self._table(block))
            self._add(paragraph("AfterTable"))

    def _add(self, element: Element) -> None:
        self._document.body.append(element)

    def _said(self, spans: Iterable[Span]) -> list[Element]:
        said = []
        for span in spans:
            said.append(words(span.text, BOLD if span.bold else ""))
            for position, mention in enumerate(self._notes.mentions(span.notes)):
                said += [words(BETWEEN_MARKS, RAISED)] if position else []
                said.append(_mark(mention))
        return said

    def _label(self, label: Words) -> list[Element]:
        self._numbers[label] += 1
        number = str(self._numbers[label])
        counting = {
            "text:ref-name": f"ref{label.en}{number}",
            "text:name": label.en,
            "text:formula": f"ooow:{label.en}+1",
            "style:num-format": "1",
        }
        counted = odf("text:span", {"text:style-name": BOLD}, odf("text:sequence", counting, number))
        return [words(f"{label.of(self._language)} ", BOLD), counted, words(AFTER_LABEL.of(self._language))]

    def _picture(self, drawing: Drawing) -> Element:
        number = self._numbers[FIGURE] + 1
        size = {"svg:width": points(drawing.width), "svg:height": points(drawing.height)}
        return odf(
            "draw:frame",
            {"draw:name": f"{FIGURE.en}{number}", "draw:style-name": PICTURE, "text:anchor-type": "as-char", **size},
            self._image(f"Pictures/{number}.svg", "image/svg+xml", svg(drawing).encode()),
            self._image(f"Pictures/{number}.png", "image/png", png(drawing)),
            odf("svg:title", {}, drawing.title),
            odf("svg:desc", {}, drawing.description),
        )

    def _image(self, path: str, media: str, data: bytes) -> Element:
        self._document.set_part(path, data)
        self._document.manifest.add_full_path(path, media)
        link = {"xlink:href": path, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
        return odf("draw:image", {**link, "draw:mime-type": media})

    def _table(self, table: Table) -> Element:
        shares = sum(column.share for column in table.columns)
        widths = [self._sizes.width * column.share / shares for column in table.columns]
        add_column_styles(self._document, widths)
        head = [_cell(HEAD_CELL, f"{_kind(column)}Head", [words(column.title)]) for column in table.columns]
        rows = [
            [_cell(CELL, _kind(column), self._said(cell)) for column, cell in zip(table.columns, row, strict=True)]
            for row in table.rows
        ]
        return odf(
            "table:table",
            {"table:name": f"{TABLE.en}{self._numbers[TABLE]}", "table:style-name": TABLE_STYLE},
            *(odf("table:table-column", {"table:style-name": column_style(width)}) for width in widths),
            odf("table:table-header-rows", {}, _row(head)),
            *map(_row, rows),
        )


def _mark(mention: Mention) -> Element:
    """The footnote where it is mentioned first; later its number, which refers to it."""
    key = f"note{mention.number}"
    if mention.first:
        note = Note("footnote", key, str(mention.number))
        note.note_body = paragraph(named("FootnoteText"), words(mention.text))
        return note
    how = {"text:note-class": "footnote", "text:reference-format": "text", "text:ref-name": key}
    return odf("text:span", {"text:style-name": RAISED}, odf("text:note-ref", how, str(mention.number)))


def _kind(column: Column) -> str:
    """The style of its cells."""
    return "TableNumber" if column.number else "TableText"


def _cell(look: str, kind: str, said: list[Element]) -> Element:
    style = {"table:style-name": look, "office:value-type": "string"}
    return odf("table:table-cell", style, paragraph(kind, *said))


def _row(cells: Iterable[Element]) -> Element:
    return odf("table:table-row", {"table:style-name": ROW}, *cells)


def _empty() -> Document:
    """A text with nothing of odfdo's template in it."""
    document = Document("text")
    for path in document.parts:
        if path not in _KEPT:
            document.del_part(path)
    for path in document.manifest.get_paths():
        if path not in ("/", *_KEPT):
            document.manifest.del_full_path(path)
    document.body.clear()
    return document


def _describe(document: Document, content: Report) -> None:
    """What the file says of itself: its title and language; nobody's name and no clock."""
    language = {Language.ZH: "zh-TW", Language.EN: "en-US"}[content.language]
    told = {"dc:title": content.title, "dc:subject": content.subtitle, "dc:language": language}
    refill(document.meta.root, "office:meta", [odf(tag, {}, text) for tag, text in told.items()])
