"""PDF, opened by poppler and pdfium."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from tests.visualizations.files.demo import demo, lanes, matrix
from tests.visualizations.files.reading import bare, drawings, drawn, left_of, lost, notes, pages, pdf_text, texts
from visualizations.drawing.profile import PROFILES, ProfileName
from visualizations.drawing.shapes import Drawing, Text
from visualizations.files import fonts, pdf
from visualizations.report.blocks import Column, Heading, Note, Paragraph, Report, Span, Table
from visualizations.words import Language

Write = Callable[[bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(data: bytes) -> Path:
        path = tmp_path / "out.pdf"
        path.write_bytes(data)
        return path

    return write


def told(command: str, path: Path) -> str:
    return subprocess.run([command, path], capture_output=True, check=True).stdout.decode()


@pytest.mark.usefixtures("poppler")
def test_everything_that_a_report_says_can_be_found(a4: Report, write: Write) -> None:
    path = write(pdf.report(a4))
    found = pdf_text(path)
    assert lost([*texts(a4), *drawn(a4)], found) == {}
    for note in notes(a4):
        assert bare(found).count(bare(note)) == 1, note


@pytest.mark.usefixtures("poppler")
def test_what_the_file_says_of_itself(a4: Report, write: Write) -> None:
    path = write(pdf.report(a4))
    info = told("pdfinfo", path)
    assert re.search(rf"^Title: +{a4.title}$", info, re.M)
    assert re.search(r"^Tagged: +yes$", info, re.M)
    assert "Date" not in info
    assert b"/Lang (zh-TW)" in path.read_bytes() or b"zh-TW" in path.read_bytes()
    embedded = [line.split() for line in told("pdffonts", path).splitlines()[2:]]
    assert embedded
    for line in embedded:
        assert line[-5:-2] == ["yes", "yes", "yes"], line  # embedded, a subset, with its characters


def test_headings_are_bookmarks(a4: Report) -> None:
    marks = [(mark.level + 1, mark.get_title()) for mark in PdfDocument(pdf.report(a4)).get_toc()]
    assert marks == [(block.level, block.text) for block in a4.blocks if isinstance(block, Heading)]


def test_every_page_has_its_number_and_its_size(a4: Report, write: Write) -> None:
    path = write(pdf.report(a4))
    read = pages(path)
    assert len(read) >= 8
    for number, text in enumerate(read, 1):
        assert f"第 {number} 頁／共 {len(read)} 頁" in text
    for page in PdfDocument(path):
        assert page.get_size() == pytest.approx((a4.profile.page_width, a4.profile.page_height), abs=0.1)


def test_english_furniture(slides: Report, write: Write) -> None:
    read = pages(write(pdf.report(slides)))
    assert f"Page 1 of {len(read)}" in read[0]
    assert any("Figure 1. " in page for page in read) and any("Table 1. " in page for page in read)


@pytest.mark.parametrize("name", [ProfileName.A4_PORTRAIT, ProfileName.SLIDE, ProfileName.SCREEN])
def test_pictures_keep_their_size_and_their_captions(name: ProfileName, write: Write) -> None:
    report = demo(name, rows=5)
    path = write(pdf.report(report))
    width = distance(path, "112-1", "114-1")
    assert width == pytest.approx(model_distance(drawings(report)[0], "112-1", "114-1"), abs=0.5)
    for number, page in enumerate(re.findall(r"圖 \d", "".join(pages(path))), 1):
        assert page == f"圖 {number}"
    first = next(text for text in pages(path) if "圖 1" in text)
    assert "112-1" in first and "114-1" in first


def distance(path: Path, first: str, last: str) -> float:
    (page, start), (other, end) = left_of(path, first), left_of(path, last)
    assert page == other
    return end - start


def model_distance(drawing: Drawing, first: str, last: str) -> float:
    where = {shape.text: shape.x for shape in drawing.walk() if isinstance(shape, Text)}
    return where[last] - where[first]


def test_the_head_of_a_table_is_on_every_page_once(write: Write) -> None:
    rows = tuple(((Span(f"第{n}列"),), (Span("文字" * 20, (Note(f"註{n}。"),)),)) for n in range(200))
    table = Table("長表", (Column("項目甲"), Column("內容乙", 3)), rows)
    report = replace(demo(), blocks=(table,))
    read = pages(write(pdf.report(report)))
    assert len(read) > 5
    assert [page.count("內容乙") for page in read] == [1] * len(read)
    found = bare("".join(read))
    assert [n for n in range(200) if found.count(f"第{n}列") != 1] == []
    assert [n for n in range(200) if found.count(f"註{n}。") != 1] == []


def test_no_heading_is_left_alone_at_the_foot_of_a_page(write: Write) -> None:
    blocks = []
    for n in range(60):
        note = (Note(f"第{n}註" + "很長的引文，" * (n % 7) * 8),)
        blocks += [Heading(f"標題{n}乙"), Paragraph((Span("內文" * (10 + n % 40)), Span(f"本段{n}丙。", note)))]
    read = [bare(page) for page in pages(write(pdf.report(replace(demo(), blocks=tuple(blocks)))))]
    assert len(re.findall(r"標題\d+乙", "".join(read))) == 60 and len(read) > 5
    for page in read:
        headings, ends = re.findall(r"標題(\d+)乙", page), re.findall(r"本段(\d+)丙", page)
        assert headings == ends


def test_a_row_larger_than_a_page_is_broken_and_loses_nothing(write: Write) -> None:
    words = "".join(f"第{n}句話。" for n in range(900))
    table = Table("大", (Column("甲"),), (((Span(words),),),))
    read = pages(write(pdf.report(replace(demo(), blocks=(table,)))))
    assert lost([words], "".join(read)) == {}
    broken = [n for n in range(900) if f"第{n}句話" not in bare("".join(read))]
    assert len(broken) < len(read)


def test_a_word_that_no_line_holds_is_broken(write: Write) -> None:
    word = "Ab" * 400
    report = replace(demo(), title="長", blocks=(Paragraph((Span(word, (Note("x" + word),)),)),))
    path = write(pdf.report(report))
    assert bare("".join(pages(path))).count(word) == 2
    for page in PdfDocument(path):
        read = page.get_textpage()
        right = max(read.get_charbox(n)[2] for n in range(read.count_chars()))
        assert right <= report.profile.page_width - report.profile.margin + 1


@pytest.mark.parametrize("name", ProfileName)
def test_pictures_are_pages(name: ProfileName, write: Write) -> None:
    profile = PROFILES[name]
    several = [lanes(profile), matrix(profile)]
    path = write(pdf.pictures(several, profile))
    document = PdfDocument(path)
    assert len(document) == 2
    for page, drawing in zip(document, several, strict=True):
        wanted = (profile.page_width, profile.page_height) if profile.page_height else (drawing.width, drawing.height)
        assert page.get_size() == pytest.approx(wanted, abs=0.1)
    assert document.get_metadata_value("Title") == several[0].title
    assert distance(path, "112-1", "114-1") == pytest.approx(model_distance(several[0], "112-1", "114-1"), abs=0.5)
    seen = bare("".join(pages(path)))
    for shape in (shape for drawing in several for shape in drawing.walk() if isinstance(shape, Text)):
        assert bare(shape.text) in seen


def test_a_page_grows_for_a_picture_that_needs_it(write: Write) -> None:
    profile = PROFILES[ProfileName.SLIDE]
    page = PdfDocument(pdf.pictures([Drawing(2000, 3000, "大", "", ())], profile))[0]
    assert page.get_size() == pytest.approx((2048, 3048))


def test_without_a_bold_cut_all_is_there(a4: Report, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    regular = fonts._among(fonts._packaged())
    assert regular is not None and not regular.bold
    monkeypatch.setattr(pdf, "find_fonts", lambda: regular)
    path = write(pdf.report(a4))
    assert lost(texts(a4), "".join(pages(path))) == {}


@pytest.mark.parametrize("language", Language)
def test_equal_reports_are_equal_bytes(language: Language) -> None:
    assert pdf.report(demo(language=language, rows=3)) == pdf.report(demo(language=language, rows=3))
