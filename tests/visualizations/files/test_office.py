"""DOCX and ODT as LibreOffice prints them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from tests.visualizations.files.reading import bare, drawings, drawn, left_of, lost, notes, pages, pdf_text, texts
from visualizations.drawing.shapes import Text
from visualizations.report.blocks import Report

pytestmark = [pytest.mark.xdist_group("soffice"), pytest.mark.usefixtures("poppler")]
KINDS = pytest.mark.parametrize("kind", ["docx", "odt"])


@KINDS
def test_nothing_is_lost_in_print(kind: str, printed: dict[str, Path], a4: Report) -> None:
    path = printed[f"{kind}-a4"]
    seen = texts(a4) + (drawn(a4) if kind == "odt" else [])
    assert lost(seen, pdf_text(path)) == {}
    whole = bare("".join(pages(path)))
    assert [note for note in notes(a4) if whole.count(bare(note)) != 1] == []


@KINDS
@pytest.mark.parametrize("name", ["a4", "slides"])
def test_pages_have_their_size_their_number_and_something_on_them(
    kind: str, name: str, printed: dict[str, Path], a4: Report, slides: Report
) -> None:
    profile = {"a4": a4, "slides": slides}[name].profile
    path = printed[f"{kind}-{name}"]
    read = pages(path)
    assert 4 <= len(read) <= 16
    for number, (page, text) in enumerate(zip(PdfDocument(path), read, strict=True), 1):
        assert page.get_size() == pytest.approx((profile.page_width, profile.page_height), abs=0.5)
        wanted = f"第{number}頁／共{len(read)}頁" if name == "a4" else f"Page{number}of{len(read)}"
        assert wanted in bare(text)
        dark = sum(page.render(scale=0.5).to_pil().convert("L").histogram()[:160])
        assert dark > 100, number


def test_the_vectors_of_an_odt_are_not_scaled(printed: dict[str, Path], a4: Report) -> None:
    where = {shape.text: shape.x for shape in drawings(a4)[0].walk() if isinstance(shape, Text)}
    (page, left), (other, right) = (left_of(printed["odt-a4"], words) for words in ("112-1", "114-1"))
    assert page == other
    assert right - left == pytest.approx(where["114-1"] - where["112-1"], abs=1.5)


def test_the_dots_of_a_docx_are_not_scaled(printed: dict[str, Path]) -> None:
    listed = subprocess.run(["pdfimages", "-list", printed["docx-a4"]], capture_output=True, check=True).stdout.decode()
    rows = [line.split() for line in listed.splitlines()[2:]]
    inches = [int(ppi) for row in rows for ppi in row[12:14] if row[2] == "image"]
    assert len(inches) == 6
    assert all(abs(ppi - 200) <= 2 for ppi in inches), listed


@KINDS
def test_a_caption_stands_on_the_page_of_its_picture(kind: str, printed: dict[str, Path], a4: Report) -> None:
    document = PdfDocument(printed[f"{kind}-a4"])
    captions = [number for number, page in enumerate(pages(printed[f"{kind}-a4"])) if re.search(r"圖\s?[123]\s", page)]
    assert len(captions) == len(drawings(a4))
    for number in captions:
        objects = [each.type for each in document[number].get_objects()]
        # LibreOffice prints a vector as many paths and dots as an image
        assert objects.count(3) == 1 if kind == "docx" else objects.count(2) > 20


@KINDS
def test_a_later_mention_has_the_number_of_the_first(kind: str, printed: dict[str, Path]) -> None:
    first = bare(pages(printed[f"{kind}-a4"])[0])
    assert "新增合作案5案1、更名1案2,3、解除列管3案4；其餘各案1持續列管" in first


@KINDS
def test_the_head_of_the_table_is_on_each_of_its_pages(kind: str, printed: dict[str, Path]) -> None:
    read = pages(printed[f"{kind}-a4"])
    heads = [number for number, page in enumerate(read) if re.search(r"合作案\s+會議\s+決議", page)]
    assert len(heads) >= 3
    assert heads == list(range(heads[0], heads[-1] + 1))
