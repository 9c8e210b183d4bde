"""DOCX: its parts by lxml, its words by the project's own reader, its pages by LibreOffice."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from PIL import Image

from loaders.reading import read_bytes
from tests.visualizations.files.demo import demo
from tests.visualizations.files.reading import bare, drawings, notes, spans, texts
from visualizations.drawing.typography import FAMILIES
from visualizations.files import docx
from visualizations.files.docx_styles import FONT
from visualizations.report.blocks import Figure, Report, Table
from visualizations.words import Language

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {
    "w": W,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
EMU = 12_700


class Package:
    """The parts of a file."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))

    def find(self, part: str, path: str) -> list[etree._Element]:
        return list(etree.fromstring(self.zip.read(part)).iterfind(path, NS))

    def related(self, part: str = "word/_rels/document.xml.rels") -> dict[str, str]:
        return {each.get("Id"): each.get("Target") for each in etree.fromstring(self.zip.read(part))}


def w(element: etree._Element, name: str) -> str:
    return str(element.get(f"{{{W}}}{name}"))


@pytest.fixture(scope="module")
def package(a4: Report) -> Package:
    return Package(docx.report(a4))


def test_our_own_reader_reads_every_word(a4: Report) -> None:
    read = bare(read_bytes(docx.report(a4), "report.docx").text)
    for text in texts(a4):
        assert bare(text) in read
    for note in notes(a4):
        assert read.count(bare(note)) == 1


def test_footnotes_are_real_and_numbered_by_first_mention(a4: Report, package: Package) -> None:
    wanted = notes(a4)
    held = {
        int(w(note, "id")): "".join(note.itertext()).strip()
        for note in package.find("word/footnotes.xml", "w:footnote")
    }
    assert held == {-1: "", 0: "", **dict(enumerate(wanted, 1))}
    assert len(wanted) >= 25
    marks = [int(w(mark, "id")) for mark in package.find("word/document.xml", ".//w:footnoteReference")]
    assert marks == list(range(1, len(wanted) + 1))
    declared = [w(note, "id") for note in package.find("word/settings.xml", "w:footnotePr/w:footnote")]
    assert declared == ["-1", "0"]
    assert "footnotes.xml" in package.related().values()


def test_a_later_mention_refers_to_the_first(a4: Report, package: Package) -> None:
    places = {w(mark, "name") for mark in package.find("word/document.xml", ".//w:bookmarkStart")}
    again = [
        (w(field, "instr").split()[1], "".join(field.itertext()))
        for field in package.find("word/document.xml", ".//w:fldSimple")
        if "NOTEREF" in w(field, "instr")
    ]
    mentions = sum(len(span.notes) for span in spans(a4))
    assert len(again) == mentions - len(notes(a4)) > 0
    for place, shown in again:
        assert place in places and place == f"_RefNote{shown}"


def test_a_picture_is_a_png_in_its_size_with_its_svg_inside(a4: Report, package: Package) -> None:
    related = package.related()
    inlines = package.find("word/document.xml", ".//wp:inline")
    for inline, drawing in zip(inlines, drawings(a4), strict=True):
        extent = inline.find("wp:extent", NS)
        size = (int(extent.get("cx")) / EMU, int(extent.get("cy")) / EMU)
        assert size == pytest.approx((drawing.width, drawing.height), abs=0.01)
        named = inline.find("wp:docPr", NS)
        assert (named.get("title"), named.get("descr")) == (drawing.title, drawing.description)
        blip = inline.find(".//a:blip", NS)
        picture = Image.open(io.BytesIO(package.zip.read("word/" + related[blip.get(f"{{{NS['r']}}}embed")])))
        assert picture.width / 200 * 72 == pytest.approx(drawing.width, abs=1)
        vector = "word/" + related[blip.find(".//asvg:svgBlip", NS).get(f"{{{NS['r']}}}embed")]
        assert drawing.title.encode() in package.zip.read(vector)
        types = etree.fromstring(package.zip.read("[Content_Types].xml"))
        assert {each.get("PartName"): each.get("ContentType") for each in types}["/" + vector] == "image/svg+xml"


def test_a_caption_stays_with_its_picture_and_its_table(a4: Report, package: Package) -> None:
    kept = {
        w(style, "styleId")
        for style in package.find("word/styles.xml", "w:style")
        if style.find("w:pPr/w:keepNext", NS) is not None
    }
    assert {"Picture", "TableCaption", "Heading1", "Heading2", "Heading3", "TableTextHead"} <= kept
    body = package.find("word/document.xml", "w:body/*")
    used = [
        style.get(f"{{{W}}}val") if (style := block.find("w:pPr/w:pStyle", NS)) is not None else "" for block in body
    ]
    assert used.count("Picture") == sum(isinstance(block, Figure) for block in a4.blocks)
    assert [used[n + 1] for n, name in enumerate(used) if name == "Picture"] == ["Caption"] * used.count("Picture")
    assert used.count("TableCaption") == sum(isinstance(block, Table) for block in a4.blocks)


def test_the_head_of_a_table_is_repeated_and_rows_are_whole(package: Package) -> None:
    rows = package.find("word/document.xml", ".//w:tr")
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True] + [False] * (len(rows) - 1)
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)


def test_the_page_the_font_and_the_language(a4: Report, package: Package) -> None:
    (size,) = package.find("word/document.xml", ".//w:pgSz")
    (margin,) = package.find("word/document.xml", ".//w:pgMar")
    assert int(w(size, "w")) / 20 == pytest.approx(a4.profile.page_width, abs=0.1)
    assert int(w(size, "h")) / 20 == pytest.approx(a4.profile.page_height, abs=0.1)
    assert int(w(margin, "left")) / 20 == pytest.approx(a4.profile.margin, abs=0.1)
    (fonts,) = package.find("word/styles.xml", ".//w:rFonts")
    assert w(fonts, "eastAsia") == FONT in FAMILIES
    (language,) = package.find("word/styles.xml", ".//w:lang")
    assert w(language, "eastAsia") == "zh-TW"
    used = {w(style, "val") for style in package.find("word/document.xml", ".//w:pStyle")}
    assert used <= {w(style, "styleId") for style in package.find("word/styles.xml", "w:style")}


def test_captions_and_pages_are_counted_by_word(package: Package) -> None:
    counted = [w(field, "instr").split() for field in package.find("word/document.xml", ".//w:fldSimple")]
    assert [words[1] for words in counted if words[0] == "SEQ"] == ["圖", "圖", "表", "圖"]
    assert [w(field, "instr").strip() for field in package.find("word/footer1.xml", ".//w:fldSimple")] == [
        "PAGE",
        "NUMPAGES",
    ]


def test_nobody_and_no_clock_is_in_the_file(a4: Report, package: Package) -> None:
    core = package.zip.read("docProps/core.xml").decode()
    assert a4.title in core and "zh-TW" in core
    assert not [word for word in ("creator", "created", "modified", "python-docx") if word in core]
    assert {entry.date_time for entry in package.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("language", Language)
def test_equal_reports_are_equal_bytes(language: Language) -> None:
    assert docx.report(demo(language=language, rows=3)) == docx.report(demo(language=language, rows=3))
