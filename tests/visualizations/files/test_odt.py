"""ODT: its parts by lxml, its words by the project's own reader."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from PIL import Image

from loaders.reading import read_bytes
from tests.visualizations.files.demo import demo
from tests.visualizations.files.reading import bare, drawings, notes, spans, texts
from visualizations.files import odt
from visualizations.report.blocks import Report
from visualizations.words import Language

NS = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{key}:1.0"
    for name, key in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("manifest", "manifest"),
    )
} | {"xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/"}


class Package:
    """The parts of a file."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))

    def find(self, path: str, part: str = "content.xml") -> list[etree._Element]:
        return list(etree.fromstring(self.zip.read(part)).iterfind(path, NS))


def of(element: etree._Element, name: str) -> str:
    prefix, local = name.split(":")
    return str(element.get(f"{{{NS[prefix]}}}{local}"))


@pytest.fixture(scope="module")
def package(a4: Report) -> Package:
    return Package(odt.report(a4))


def test_our_own_reader_reads_every_word(a4: Report) -> None:
    read = bare(read_bytes(odt.report(a4), "report.odt").text)
    for text in texts(a4):
        assert bare(text) in read
    for note in notes(a4):
        assert read.count(bare(note)) == 1


def test_the_package_is_as_the_standard_wants_it(package: Package) -> None:
    first = package.zip.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    listed = {of(entry, "manifest:full-path") for entry in package.find("manifest:file-entry", "META-INF/manifest.xml")}
    assert listed - {"/"} == set(package.zip.namelist()) - {"mimetype", "META-INF/manifest.xml"}


def test_footnotes_are_real_and_a_later_mention_refers_to_the_first(a4: Report, package: Package) -> None:
    held = package.find(".//text:note")
    assert ["".join(note.find("text:note-body", NS).itertext()) for note in held] == notes(a4)
    assert [note.findtext("text:note-citation", None, NS) for note in held] == [str(n) for n in range(1, len(held) + 1)]
    numbers = {of(note, "text:id"): note.findtext("text:note-citation", None, NS) for note in held}
    again = package.find(".//text:note-ref")
    assert len(again) == sum(len(span.notes) for span in spans(a4)) - len(held) > 0
    assert all(numbers[of(mark, "text:ref-name")] == mark.text for mark in again)


def test_a_picture_is_a_vector_in_its_size_with_a_png_beside_it(a4: Report, package: Package) -> None:
    frames = package.find(".//draw:frame")
    for frame, drawing in zip(frames, drawings(a4), strict=True):
        size = [float(of(frame, f"svg:{side}").removesuffix("pt")) for side in ("width", "height")]
        assert size == pytest.approx([drawing.width, drawing.height], abs=0.01)
        assert of(frame, "text:anchor-type") == "as-char"
        vector, dots = (of(image, "xlink:href") for image in frame.iterfind("draw:image", NS))
        assert drawing.title in package.zip.read(vector).decode()
        assert Image.open(io.BytesIO(package.zip.read(dots))).width * 72 / 200 == pytest.approx(drawing.width, abs=1)
        assert frame.findtext("svg:title", None, NS) == drawing.title
        assert frame.findtext("svg:desc", None, NS) == drawing.description


def test_styles_are_there_and_keep_together_what_belongs_together(package: Package) -> None:
    styles = package.find(".//style:style", "styles.xml") + package.find(".//style:style")
    named = {of(style, "style:name"): style.find("style:paragraph-properties", NS) for style in styles}
    for name in ("Picture", "TableCaption", "Heading1", "TableTextHead"):
        assert of(named[name], "fo:keep-with-next") == "always"
    used = {value for each in package.find(".//*") for key, value in each.items() if key.endswith("}style-name")}
    assert used <= set(named)
    (row,) = [style for style in styles if of(style, "style:family") == "table-row"]
    assert of(row[0], "fo:keep-together") == "always"


def test_the_head_of_a_table_is_repeated(package: Package) -> None:
    assert len(package.find(".//table:table-header-rows/table:table-row")) == len(package.find(".//table:table")) == 1
    assert len(package.find(".//table:table/table:table-row")) == 60


def test_the_page_and_the_language(a4: Report, package: Package) -> None:
    (page,) = package.find(".//style:page-layout-properties", "styles.xml")
    assert of(page, "fo:page-width") == f"{a4.profile.page_width:.2f}pt"
    assert of(page, "fo:margin-left") == f"{a4.profile.margin:.2f}pt"
    (look,) = package.find(".//style:default-style/style:text-properties", "styles.xml")
    assert (of(look, "style:language-asian"), of(look, "style:country-asian")) == ("zh", "TW")


def test_nobody_and_no_clock_is_in_the_file(a4: Report, package: Package) -> None:
    meta = package.zip.read("meta.xml").decode()
    assert package.find(".//dc:title", "meta.xml")[0].text == a4.title
    assert not [word for word in ("creator", "date", "editing") if f":{word}" in meta]
    assert {entry.date_time for entry in package.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("language", Language)
def test_equal_reports_are_equal_bytes(language: Language) -> None:
    assert odt.report(demo(language=language, rows=3)) == odt.report(demo(language=language, rows=3))
