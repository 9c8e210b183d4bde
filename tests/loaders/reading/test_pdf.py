"""PDF: lines, tables, pages, and the ones that cannot be read."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from graph.errors import InputError
from loaders.reading import Limits, Place, read_bytes

Make = Callable[..., bytes]


def lines(*texts: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(60, 740 - 20 * number, text)

    return draw


def table(canvas: Canvas) -> None:
    canvas.drawString(60, 700, "伍、列管案件")
    canvas.grid([60, 200, 300, 400], [560, 600, 640, 680])
    for x, *texts in (
        (70, "案名", "青創合作", "交流平臺", ""),
        (210, "單位", "", "新北市", ""),
        (310, "決議", "解列", "", "續管"),
    ):
        for y, text in zip((655, 625, 610, 575), texts, strict=True):
            canvas.drawString(x, y, text)
    canvas.drawString(60, 530, "陸、散會")


def test_lines_and_pages(make_pdf: Make) -> None:
    document = read_bytes(
        make_pdf(lines("壹、開會時間", "貳、地點"), lines(), lines("Google Meet 2024", "甲")), "a/會議.pdf"
    )
    assert document.text == "壹、開會時間\n貳、地點\nGoogle Meet 2024\n甲"
    assert (document.media_type, document.title) == ("application/pdf", "會議")
    assert document.pages == ((0, 1), (12, 3))
    assert document.place(11) == Place(2, 1) and document.place(12) == Place(3, 3)


def test_text_side_by_side_is_one_line_whatever_its_drawing_order(make_pdf: Make) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(300, 700, "記錄：李四")
        canvas.drawString(60, 650, "貳、地點")
        canvas.drawString(60, 700, "主席：張三")

    assert read_bytes(make_pdf(draw), "a.pdf").text == "主席：張三 記錄：李四\n貳、地點"


def test_a_ruled_table_is_rows_with_tabs_each_text_once(make_pdf: Make) -> None:
    text = read_bytes(make_pdf(table), "a.pdf").text
    assert text.split("\n") == [
        "伍、列管案件",
        "案名\t單位\t決議",
        "青創合作 交流平臺\t新北市\t解列",
        "\t\t續管",
        "陸、散會",
    ]


def test_merged_cells_keep_their_text_in_the_first_place(make_pdf: Make) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 500, 300, 90)
        canvas.line(60, 560, 360, 560)
        canvas.line(160, 530, 360, 530)
        canvas.line(160, 500, 160, 560)
        for x, y, text in ((200, 570, "全寬"), (70, 525, "左"), (170, 540, "上"), (170, 510, "下")):
            canvas.drawString(x, y, text)

    assert read_bytes(make_pdf(draw), "a.pdf").text == "全寬\t\n左\t上\n\t下"


def test_borders_drawn_as_thin_boxes_are_lines(make_pdf: Make) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (600, 630, 660):
            canvas.rect(60, y, 200, 0.5, stroke=0, fill=1)
        for x in (60, 160, 260):
            canvas.rect(x, 600, 0.5, 60, stroke=0, fill=1)
        for x, y, text in ((70, 640, "甲"), (170, 640, "乙"), (70, 610, "丙"), (170, 610, "丁")):
            canvas.drawString(x, y, text)

    assert read_bytes(make_pdf(draw), "a.pdf").text == "甲\t乙\n丙\t丁"


def test_a_frame_is_no_table(make_pdf: Make) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(40, 400, 500, 380)
        lines("一、甲", "二、乙")(canvas)

    assert read_bytes(make_pdf(draw), "a.pdf").text == "一、甲\n二、乙"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen_and_a_watermark_comes_last(turn: int, make_pdf: Make) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(*{0: (0, 0), 90: (600, 0), 180: (600, 800), 270: (0, 800)}[turn])
        canvas.rotate({0: 0, 90: 90, 180: 180, 270: -90}[turn])
        canvas.saveState()
        canvas.translate(150, 350)
        canvas.rotate(45)
        canvas.drawString(0, 0, "密件草稿")
        canvas.restoreState()
        canvas.translate(0, -200)
        table(canvas)

    text = read_bytes(make_pdf(draw), "a.pdf").text
    assert text.startswith("伍、列管案件\n案名\t單位\t決議\n") and text.endswith("\n陸、散會\n密件草稿")


def test_single_characters_in_fonts_that_are_nowhere_are_not_lost(make_pdf: Make) -> None:
    assert read_bytes(make_pdf(lines("甲", "。", "乙丙")), "a.pdf").text == "甲\n。\n乙丙"


def test_an_encrypted_pdf_is_refused(make_pdf: Make) -> None:
    data = make_pdf(lines("密"), encrypt=StandardEncryption("secret", canPrint=0))
    with pytest.raises(InputError, match=r"a\.pdf is encrypted with a password; save it without a password"):
        read_bytes(data, "a.pdf")


def test_a_pdf_that_opens_without_a_password_is_read(make_pdf: Make) -> None:
    data = make_pdf(lines("公開"), encrypt=StandardEncryption("", "owner", canCopy=0))
    assert read_bytes(data, "a.pdf").text == "公開"


def test_a_scanned_pdf_asks_for_ocr(make_pdf: Make, picture: ImageReader) -> None:
    data = make_pdf(lambda canvas: canvas.drawImage(picture, 0, 0, 600, 800))
    with pytest.raises(InputError, match="scanned PDF without a text layer; run text recognition"):
        read_bytes(data, "a.pdf")


def test_a_pdf_without_text_says_so(make_pdf: Make) -> None:
    with pytest.raises(InputError, match="PDF without any text"):
        read_bytes(make_pdf(lambda canvas: canvas.line(0, 0, 9, 9)), "a.pdf")


@pytest.mark.parametrize("damage", [lambda pdf: pdf[: len(pdf) // 2], lambda pdf: b"%PDF-1.4\ngarbage\n%%EOF"])
def test_a_damaged_pdf_is_refused(damage: Callable[[bytes], bytes], make_pdf: Make) -> None:
    with pytest.raises(InputError, match="is a damaged PDF"):
        read_bytes(damage(make_pdf(lines("甲乙"))), "a.pdf")


@pytest.mark.parametrize(
    ("limits", "says"), [(Limits(pdf_pages=1), "has 2 pages"), (Limits(pdf_seconds=-1), "takes longer")]
)
def test_bounds(limits: Limits, says: str, make_pdf: Make) -> None:
    with pytest.raises(InputError, match=says):
        read_bytes(make_pdf(lines("甲"), lines("乙")), "a.pdf", limits=limits)


def test_a_drawing_of_thousands_of_lines_does_not_hang(make_pdf: Make) -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(0, 700, 4):
            canvas.line(0, at, 600, at)
            canvas.line(at, 0, at, 800)
        canvas.drawString(60, 700, "圖")

    began = time.perf_counter()
    assert read_bytes(make_pdf(draw), "a.pdf").text.strip("\t\n") == "圖"
    assert time.perf_counter() - began < 5
