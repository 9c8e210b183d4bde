"""Tables as files, opened again by other programs: openpyxl, odfdo, the csv module, and LibreOffice."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odfdo import Document
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from graph.errors import InputError
from visualizations.spreadsheet import Cell, Sheet, spreadsheet
from visualizations.spreadsheet.layout import heights, widths
from visualizations.spreadsheet.sheet import plain

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    '=HYPERLINK("http://x.test","案")',
    "=cmd|' /C calc'!A0",
    "#N/A",
    "TRUE",
    "2024-01-02",
    "_x0041_",
    "'一",
    "<b>&amp;]]></b>",
    "第一行\n第二行",
    "兩  格",
    "007",
)
SHEET = Sheet(
    "基北北桃 & <列管>：'表' 2024/10/01 [一]",
    ("項次", "案名", "=備註", "期限"),
    tuple((at, text, None, date(2024, 12, at)) for at, text in enumerate(HOSTILE, 1)),
)


def xlsx(data: bytes) -> Any:
    return load_workbook(BytesIO(data)).active


def ods(data: bytes) -> Any:
    return Document(BytesIO(data)).body.get_table(0)


def read(data: bytes, suffix: str) -> list[list[Any]]:
    """The cells of a file as text, numbers and days."""
    if suffix == ".csv":
        return [list(row) for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))]
    if suffix == ".xlsx":
        rows = [[cell.value for cell in row] for row in xlsx(data).iter_rows()]
        rows = [[one.replace("_x005F_", "_") if isinstance(one, str) else one for one in row] for row in rows]
    else:
        rows = [list(row) for row in ods(data).get_values()]
    return [[one.date() if isinstance(one, datetime) else one for one in row] for row in rows]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_cells_come_back_as_they_were_with_their_types(suffix: str) -> None:
    head, *rows = read(spreadsheet(SHEET, f"案{suffix}"), suffix)
    assert head == list(SHEET.columns)
    assert rows == [[at, plain(text), None, date(2024, 12, at)] for at, text in enumerate(HOSTILE, 1)]


def test_no_text_is_a_formula_or_an_error_in_xlsx() -> None:
    page = xlsx(spreadsheet(SHEET, "a.xlsx"))
    kinds = {cell.data_type for row in page.iter_rows(min_col=2, max_col=3) for cell in row if cell.value is not None}
    assert kinds == {"s"}
    dangerous = [cell for (cell,) in page.iter_rows(min_row=2, min_col=2, max_col=2) if "1+1" in cell.value]
    assert len(dangerous) == 5 and all(cell.quotePrefix for cell in dangerous)


def test_no_text_is_a_formula_in_ods() -> None:
    data = spreadsheet(SHEET, "a.ods")
    content = ElementTree.fromstring(ZipFile(BytesIO(data)).read("content.xml"))
    names = {name.split("}")[1] for node in content.iterfind(".//{*}table-cell") for name in node.attrib}
    assert "value-type" in names and "formula" not in names
    for cells in ods(data).get_cells(cell_type="all"):
        assert {cell.type for cell in cells if isinstance(cell.value, str)} <= {"string"}


def test_a_text_that_would_be_calculated_stands_behind_an_apostrophe_in_csv() -> None:
    head, *rows = read(spreadsheet(SHEET, "a.csv"), ".csv")
    assert head == ["項次", "案名", "'=備註", "期限"]
    for (_, cell, _, due), text in zip(rows, HOSTILE, strict=True):
        assert cell == ("'" if re.match(r"\s*[=+\-@＝]", text) else "") + plain(text)
        assert re.fullmatch(r"2024-12-\d\d", due)


def test_csv_is_utf8_with_a_mark_and_ends_its_lines_as_windows_does() -> None:
    data = spreadsheet(Sheet("", ("案名", "件數"), (("甲", -2), ("乙", 1.5))), "a.CSV")
    assert data == b"\xef\xbb\xbf" + "案名,件數\r\n甲,-2\r\n乙,1.5\r\n".encode()


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv"])
def test_what_xml_forbids_is_left_out(suffix: str) -> None:
    text = "沿\x00革\x0b\x1f\ud800\udfff\ufffe\uffff表\U0001f600"
    data = spreadsheet(Sheet(text, (text,), ((text,),)), f"a{suffix}")
    assert read(data, suffix) == [["沿革表\U0001f600"]] * 2


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv"])
def test_the_same_table_is_the_same_bytes_at_any_hour(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = spreadsheet(SHEET, f"a{suffix}")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: datetime(2033, 5, 18, 3, 33, 20).timetuple())
    assert spreadsheet(SHEET, f"b{suffix}") == before
    if suffix != ".csv":
        assert {member.date_time for member in ZipFile(BytesIO(before)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
        told = b"".join(
            ZipFile(BytesIO(before)).read(name)
            for name in ("docProps/core.xml", "meta.xml")
            if name in before.decode("latin-1")
        )
        assert set(re.findall(rb"(\d{4})-\d\d-\d\dT", told)) == {b"1980"}


@pytest.mark.parametrize("name", ["a.xls", "a", "a.ods.pdf", ".csv"])
def test_another_ending_is_refused_with_those_that_are_known(name: str) -> None:
    with pytest.raises(InputError, match=r"\.ods, \.xlsx, \.csv"):
        spreadsheet(SHEET, name)


def test_the_header_of_xlsx_is_bold_stays_in_view_filters_and_is_printed_on_every_page() -> None:
    page = xlsx(spreadsheet(SHEET, "a.xlsx"))
    assert all(cell.font.bold for cell in page[1]) and not any(cell.font.bold for cell in page[2])
    assert (page.freeze_panes, page.print_title_rows, page.auto_filter.ref) == ("A2", "$1:$1", "A1:D20")
    assert page.page_setup.orientation == "landscape" and int(page.page_setup.paperSize) == 9
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page["B2"].alignment.wrap_text and page["D2"].number_format == "yyyy-mm-dd" and page["D2"].is_date


def test_the_header_of_ods_stays_in_view() -> None:
    data = spreadsheet(SHEET, "a.ods")
    views = Document(BytesIO(data)).settings.config_item_sets[0].config_item_maps_indexed[0]
    (tables,) = views.config_item_maps_entries[0].config_item_maps_named
    (table,) = tables.config_item_maps_entries
    items = {item.name: item.value for item in table.config_items}
    assert table.name == ods(data).name
    assert (items["VerticalSplitMode"], items["VerticalSplitPosition"], items["PositionBottom"]) == (2, 1, 1)


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_the_name_of_the_sheet_is_what_of_the_title_may_stand_there(suffix: str) -> None:
    for title, tab in (
        (SHEET.title, "基北北桃 & <列管>：'表' 2024 10 01 一"),
        ("'列*管'", "列 管"),
        ("?" * 40, "Sheet"),
    ):
        data = spreadsheet(Sheet(title, ("案",), ()), f"a{suffix}")
        assert (xlsx(data).title if suffix == ".xlsx" else ods(data).name) == tab


def test_a_column_is_as_wide_as_its_text_where_a_chinese_character_takes_two() -> None:
    assert widths(Sheet("", ("a", "案"), (("abcdefgh", "合作案列管表"), (None, None)))) == (8, 12)


def test_a_page_never_gets_too_wide_and_no_day_or_number_is_cut() -> None:
    long = "長" * 400
    page = Sheet("", ("一", "二", "三", "四"), ((long, long[:60], date(2024, 1, 2), 1234567890123),))
    first, second, day, number = widths(page)
    assert sum((first, second, day, number)) <= 172 and first > second > day >= 10 and number >= 13
    assert heights(page)[1] > 5 * heights(page)[0]


_text = st.text(st.characters(exclude_categories=()), max_size=40).filter(lambda text: "x005F_" not in text)
_cell: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    _text,
    st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6).map(lambda value: round(value, 3)),
    st.dates(date(1912, 1, 1), date(2999, 12, 31)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_cell, _cell), min_size=1, max_size=5), _text)
def test_any_cell_comes_back(rows: list[tuple[Cell, Cell]], title: str) -> None:
    sheet = Sheet(title, ("甲", "乙"), tuple(rows))
    told = [[(plain(cell) or None) if isinstance(cell, str) else cell for cell in row] for row in rows]
    for suffix in (".xlsx", ".ods"):
        _, *found = read(spreadsheet(sheet, f"a{suffix}"), suffix)
        found = [[None if cell == "" else cell for cell in row] for row in found]
        assert [[float(c) if type(c).__name__ == "Decimal" else c for c in row] for row in found] == told, suffix
    _, *found = read(spreadsheet(sheet, "a.csv"), ".csv")
    shown = [["" if cell is None else str(cell) for cell in row] for row in told]
    for row, texts in zip(found, shown, strict=True):
        assert [cell in (text, f"'{text}") for cell, text in zip(row, texts, strict=True)] == [True, True]
        assert not any(re.match(r"\s*[=@＝＠]", cell) for cell in row)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """``office(path, "pdf")`` converts a file with LibreOffice and gives the new one."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice (soffice) to open the files")
    place = tmp_path_factory.mktemp("office")

    def convert(path: Path, to: str) -> Path:
        folder = place / path.suffix[1:]
        command = [program, f"-env:UserInstallation=file://{place}/profile", "--headless"]
        subprocess.run(
            [*command, "--convert-to", to, "--outdir", folder, path], check=True, capture_output=True, timeout=180
        )
        return folder / f"{path.stem}.{to.split(':')[0]}"

    return convert


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_libreoffice_shows_every_cell_as_it_is(office: Any, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"table{suffix}"
    path.write_bytes(spreadsheet(SHEET, path.name))
    as_text = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
    with office(path, as_text).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == list(SHEET.columns)
    assert rows == [[str(at), plain(text), "", f"2024-12-{at:02}"] for at, text in enumerate(HOSTILE, 1)]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_libreoffice_prints_landscape_pages_with_the_header_on_each(office: Any, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"long{suffix}"
    rows = tuple((at, f"第{at}案", "說明" * 30, date(2024, 1, 2)) for at in range(1, 61))
    path.write_bytes(spreadsheet(Sheet("列管表 & 附件", ("項次", "案名", "說明", "期限"), rows), path.name))
    pages = list(PdfDocument(office(path, "pdf")))
    assert len(pages) > 1
    for page in pages:
        text = page.get_textpage().get_text_range()
        assert [round(side) for side in page.get_size()] == [842, 595]
        assert "列管表 & 附件" in text and "項次" in text and "期限" in text
    assert "2024-01-02" in pages[-1].get_textpage().get_text_range()


def test_libreoffice_keeps_the_print_setting_and_the_filter_of_ods(office: Any, tmp_path: Path) -> None:
    path = tmp_path / "frame.ods"
    path.write_bytes(spreadsheet(SHEET, path.name))
    page = load_workbook(office(path, "xlsx")).active
    assert page is not None
    assert page.auto_filter.ref == "A1:D20"
    assert page.print_title_rows == "$1:$1" and page.page_setup.orientation == "landscape"
    assert page["A1"].font.bold and page["D2"].is_date and page["B2"].alignment.wrap_text
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
