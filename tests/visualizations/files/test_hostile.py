"""Text that wants to be more than text, in every place of every file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from pypdfium2 import PdfDocument
from selectolax.lexbor import LexborHTMLParser

from tests.visualizations.files.reading import bare, pages
from visualizations.drawing.profile import PROFILES, ProfileName
from visualizations.drawing.shapes import Drawing, Group, Text
from visualizations.drawing.style import INK
from visualizations.drawing.svg import clean
from visualizations.files import docx, html, odt, pdf, png
from visualizations.files.plain import plain_text
from visualizations.report.blocks import Column, Figure, Heading, Note, Paragraph, Report, Span, Table
from visualizations.words import Language

WORDS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
KNOWN = [
    "</title><script>document.title='owned'</script>",
    "<img src=x onerror=alert(1)>",
    "</style><style>*{display:none}",
    "#show: it => panic()",
    '#read("/etc/passwd") $x$ *b* @note-1 <note-1> \\u{41} // c',
    "{{7*7}}{% for x in y %}{# c #}",
    "]]><!--&amp;&#0;",
    "\x00\x08\x0b\x1f\x7f\x85\ufffe\uffff",
    "\ud800 alone \udfff",
    "\u202eright to left\u2066 and open",
    "a\tb\nc\r\nd\u2028e",
    "W" * 2000,
    "「" * 300,
    "  two  spaces  ",
    "",
    '=HYPERLINK("http://evil")',
]
ANY = st.one_of(
    st.sampled_from(KNOWN),
    st.text(st.characters(codec=None), max_size=40),
    st.text("<>&'\"{}#[]()\\$%@*_`\u202e\u2067\x00\ud83d \n", max_size=30),
)
FEW = settings(max_examples=12, deadline=None)
MANY = settings(max_examples=40, deadline=None)


def drawing(text: str) -> Drawing:
    """A picture that says the text in every way."""
    shapes = (Text(0, 12, text, 8, INK), Group((Text(0, 30, text, 8, INK),), text, "case", text))
    return Drawing(300, 40, text, text, shapes)


def filled(text: str) -> Report:
    """A report that says the text wherever it says anything."""
    said = (Span(text, (Note(text), Note(text + "二"))), Span(text, (Note(text),), bold=True))
    blocks = (
        Heading(text),
        Paragraph(said),
        Paragraph(said, small=True),
        Table(text, (Column(text), Column(text, 2, number=True)), ((said, said),)),
        Figure(drawing(text), said),
    )
    return Report(text, text, Language.ZH, PROFILES[ProfileName.A4_PORTRAIT], blocks)


SAID = 3 + 3 + 10
"""How often its body says the text: title, subtitle and heading; the table's caption and heads; ten spans."""


def parts(data: bytes) -> dict[str, bytes]:
    package = zipfile.ZipFile(io.BytesIO(data))
    return {name: package.read(name) for name in package.namelist()}


@given(ANY)
@MANY
def test_text_is_one_clean_line(text: str) -> None:
    once = plain_text(text)
    etree.Element("a").text = once  # lxml refuses what XML forbids
    assert once.splitlines() in ([once], [])
    assert len(once) >= len(text)
    assert plain_text(once) == once


@given(ANY)
@MANY
def test_html_keeps_it_as_text(text: str) -> None:
    page = LexborHTMLParser(html.report(filled(text)).decode())
    wanted = plain_text(text)
    assert page.css("script, img, iframe, link, object, [onerror]") == []
    assert len(page.css("style")) == 1
    assert [each.tag for each in page.css("main > *")] == ["header", "h2", "p", "p", "div", "figure", "section"]
    assert page.css_first("h1").text() == page.css_first("h2").text() == page.css_first("svg title").text() == wanted
    assert page.css_first("td").text() == f"{wanted}1,2{wanted}1"
    assert [each.text() for each in page.css("svg text")] == [clean(text).replace("\r\n", "\n").replace("\r", "\n")] * 2
    assert [item.text().removesuffix(" ↩" * item.text().count("↩")) for item in page.css("section li")] == [
        wanted,
        plain_text(text + "二"),
    ]


@given(ANY)
@FEW
def test_word_keeps_it_as_text(text: str) -> None:
    held = parts(docx.report(filled(text)))
    wanted = plain_text(text)
    for name, data in held.items():
        if name.endswith((".xml", ".rels", ".svg")):
            etree.fromstring(data)
    story = etree.fromstring(held["word/document.xml"])
    said = [each.text or "" for each in story.iter("{*}t")]
    assert said.count(wanted) >= SAID
    noted = ["".join(note.itertext()).removeprefix(" ") for note in etree.fromstring(held["word/footnotes.xml"])]
    assert noted == ["", "", wanted, plain_text(text + "二")]
    (named,) = story.iter("{*}docPr")
    assert (named.get("title"), named.get("descr")) == (wanted, wanted)


@given(ANY)
@FEW
def test_opendocument_keeps_it_as_text(text: str) -> None:
    held = parts(odt.report(filled(text)))
    wanted = plain_text(text)
    for name, data in held.items():
        if name.endswith((".xml", ".svg")):
            etree.fromstring(data)
    story = etree.fromstring(held["content.xml"])
    assert [read(each) for each in story.iter(f"{{{WORDS}}}h")] == [wanted]
    assert [read(each) for each in story.iter(f"{{{WORDS}}}note-body")] == [wanted, plain_text(text + "二")]
    assert [read(each) for each in story.iter(f"{{{WORDS}}}span")].count(wanted) >= SAID


def read(element: etree._Element) -> str:
    """The text of an element with the spaces that ODF writes as elements."""
    found = element.text or ""
    for child in element:
        if child.tag == f"{{{WORDS}}}s":
            found += " " * int(child.get(f"{{{WORDS}}}c") or 1)
        else:
            found += read(child)
        found += child.tail or ""
    return found


@given(ANY)
@FEW
def test_a_pdf_opens_and_runs_nothing(text: str) -> None:
    document = PdfDocument(pdf.report(filled(text)))
    assert len(document) >= 1
    assert bare("".join(page.get_textpage().get_text_bounded() for page in document)).count("第1頁／共") == 1
    assert len(PdfDocument(pdf.pictures([drawing(text)], PROFILES[ProfileName.SCREEN]))) == 1


@given(ANY)
@FEW
def test_a_png_opens(text: str) -> None:
    assert Image.open(io.BytesIO(png.png(drawing(text)))).size == (833, 111)


@pytest.mark.parametrize("text", [known for known in KNOWN if known.isprintable() and 0 < len(known) < 100])
def test_what_typst_might_read_as_markup_is_seen_as_it_is(text: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(pdf.report(filled(text)))
    assert bare("".join(pages(path))).count(bare(text)) >= SAID
    assert PdfDocument(path).get_metadata_value("Title") == text


def test_a_browser_runs_none_of_it(tmp_path: Path, chromium: Callable[..., str]) -> None:
    path = tmp_path / "hostile.html"
    path.write_bytes(html.report(filled("".join(KNOWN[:7]))))
    shown = chromium(path, "--dump-dom")
    assert "<title>&lt;/title&gt;&lt;script&gt;" in shown
    assert "<script" not in shown and "Content Security Policy" not in shown
