"""DOCX and ODT: order, numbers, tables, revisions, and the ones that cannot be read."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odfdo import Document, Element, Header, Paragraph, Table

from graph.errors import InputError
from loaders.reading import Limits, read_bytes

W = nsdecls("w")
LEVELS = (("ideographLegalTraditional", "%1、"), ("taiwaneseCountingThousand", "%2、"),
          ("taiwaneseCountingThousand", "（%3）"), ("decimal", "%4."), ("decimal", "%4.%5"))  # fmt: skip


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word(document: Any) -> list[str]:
    return read_bytes(saved(document), "a.docx").text.split("\n")


def edited(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with one part changed, or added when ``old`` is empty."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            text = source.read(info)
            assert info.filename != part or old in text
            target.writestr(info, text.replace(old, new) if info.filename == part else text)
    return out.getvalue()


def numbered(document: Any, levels: tuple[tuple[str, str], ...] = LEVELS, number: int = 900, extra: str = "") -> None:
    root = document.part.numbering_part.element
    each = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{each}</w:abstractNum>'))
    for name, more in ((number, ""), (number + 1, extra)):
        root.append(parse_xml(f'<w:num {W} w:numId="{name}"><w:abstractNumId w:val="{number}"/>{more}</w:num>'))


def item(document: Any, text: str, level: int, number: int = 900) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))


def test_paragraphs_and_tables_come_in_order_without_headers() -> None:
    document = docx.Document()
    document.add_paragraph("會議紀錄")
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}\n行"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "寬"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "高"
    document.add_paragraph("散會\t完").add_run().add_break()
    document.sections[0].header.paragraphs[0].text = "頁首"
    assert word(document) == ["會議紀錄", "寬\t\t02 行", "10 行\t11 行\t高", "20 行\t21 行\t", "散會\t完", ""]


def test_automatic_numbers_are_written_as_word_shows_them() -> None:
    document = docx.Document()
    numbered(document)
    for text, level in zip("甲乙子丑寅卯辰巳丙午", (0, 0, 1, 1, 2, 3, 3, 4, 0, 1), strict=True):
        item(document, text, level)
    assert word(document) == [
        "壹、甲",
        "貳、乙",
        "一、子",
        "二、丑",
        "（一）寅",
        "1. 卯",
        "2. 辰",
        "2.1 巳",
        "參、丙",
        "一、午",
    ]


def test_a_list_can_restart_and_bullets_show() -> None:
    document = docx.Document()
    numbered(document, extra='<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>')
    for text, number in (("一", 900), ("二", 900), ("新", 901), ("續", 901)):
        item(document, text, 1, number)
    document.add_paragraph("點", style="List Bullet")
    document.add_paragraph("式", style="List Number")
    assert word(document) == ["一、一", "二、二", "一、新", "二、續", "• 點", "1. 式"]


@pytest.mark.parametrize(
    ("form", "marks"),
    [("ideographTraditional", "甲乙丙"), ("ideographZodiac", "子丑寅"), ("decimalEnclosedCircle", "①②③"),
     ("upperRoman", ["I", "II", "III"]), ("lowerLetter", "abc"), ("decimalFullWidth", "１２３")],
)  # fmt: skip
def test_number_formats(form: str, marks: str) -> None:
    document = docx.Document()
    numbered(document, ((form, "%1）"),))
    for _ in marks:
        item(document, "項", 0)
    assert word(document) == [f"{mark}）項" for mark in marks]


def test_insertions_stay_and_deletions_go() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("同意")._p
    paragraph.append(parse_xml(f'<w:del {W} w:id="1"><w:r><w:delText>續管</w:delText></w:r></w:del>'))
    paragraph.append(parse_xml(f'<w:ins {W} w:id="2"><w:r><w:t>解列</w:t></w:r></w:ins>'))
    paragraph.append(parse_xml(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>隱藏</w:t></w:r>"))
    first = document.add_paragraph("接")
    first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:del w:id="3"/></w:rPr>'))
    document.add_paragraph("合")
    assert word(document) == ["同意解列", "接合"]


def test_text_boxes_once_after_their_paragraph_and_footnotes_at_the_end() -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>框內</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.add_paragraph("框外")._p.append(parse_xml(
        f'<w:r {W} {mc}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"))  # fmt: skip
    document.add_paragraph("有註")._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    document.add_paragraph("末")
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    notes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>註文</w:t></w:r></w:p></w:footnote></w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert word(document) == ["框外", "框內", "有註", "末", "註1：註文"]


def test_a_frame_of_one_cell_keeps_its_lines() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "一、甲"
    cell.add_paragraph("二、乙")
    assert word(document) == ["一、甲", "二、乙"]


def text_document(*blocks: Any, styles: str = "") -> bytes:
    document: Any = Document("text")
    document.body.clear()
    if styles:
        document.get_part("content.xml").get_element("//office:automatic-styles").append(Element.from_tag(styles))
    for block in blocks:
        document.body.append(Element.from_tag(block) if isinstance(block, str) else block)
    return saved(document)


def opened(*blocks: Any, styles: str = "") -> list[str]:
    return read_bytes(text_document(*blocks, styles=styles), "a.odt").text.split("\n")


LIST = (
    '<text:list-style style:name="L9">'
    '<text:list-level-style-number text:level="1" style:num-format="壹, 貳, 參, ..." style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" '
    'style:num-suffix="）"/>'
    '<text:list-level-style-number text:level="3" loext:num-list-format="%2%-%3%." style:num-format="1"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="●"/></text:list-style>'
)


def test_odt_paragraphs_blanks_and_headings() -> None:
    spaced = "<text:p>甲<text:s text:c='2'/>乙<text:tab/>丙<text:line-break/>丁 \n <text:span> 戊</text:span></text:p>"
    assert opened(Header(1, "貳、討論"), spaced, Paragraph("末")) == ["貳、討論", "甲  乙\t丙", "丁 戊", "末"]


def test_odt_lists_are_numbered_and_go_on() -> None:
    first = (
        '<text:list text:style-name="L9" xml:id="x"><text:list-item><text:p>甲</text:p><text:p>續</text:p><text:list>'
        "<text:list-item><text:p>子</text:p></text:list-item><text:list-item><text:p>丑</text:p><text:list>"
        "<text:list-item><text:p>寅</text:p><text:list><text:list-item><text:p>點</text:p></text:list-item></text:list>"
        "</text:list-item></text:list></text:list-item></text:list></text:list-item></text:list>"
    )
    then = '<text:list text:style-name="L9" text:continue-list="x"><text:list-item><text:p>乙</text:p></text:list-item>'
    again = '<text:list text:style-name="L9"><text:list-item text:start-value="5"><text:p>丙</text:p></text:list-item>'
    lines = opened(first, Paragraph("間"), then + "</text:list>", again + "</text:list>", styles=LIST)
    assert lines == ["壹、甲", "續", "（一）子", "（二）丑", "二-1. 寅", "● 點", "間", "貳、乙", "伍、丙"]


def test_odt_tables_notes_boxes_and_deletions() -> None:
    table = Table("表", width=3, height=2)
    table.set_value((0, 0), "案名")
    table.set_value((2, 0), "決議")
    table.set_value((1, 1), "甲")
    table.set_span((0, 0, 1, 0))
    noted = Paragraph("有註")
    noted.insert_note(note_id="n1", citation="1", body="註文")
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>刪</text:p></text:deletion>"
    box = "<text:p>外<draw:frame><draw:text-box><text:p>內</text:p></draw:text-box></draw:frame>文</text:p>"
    lines = opened(deleted + "</text:changed-region></text:tracked-changes>", table, noted, box)
    assert lines == ["案名\t\t決議", "\t甲\t", "有註", "外文", "內", "註1：註文"]


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_damaged_packages_are_refused(name: str) -> None:
    whole = saved(docx.Document()) if name.endswith("docx") else text_document(Paragraph("甲"))
    for data in (whole[:-200], whole[: len(whole) // 2], whole[:300] + b"\xff" * 300 + whole[600:]):
        with pytest.raises(InputError, match=rf"{name} is (a )?damaged"):
            read_bytes(data, name)


@pytest.mark.parametrize(("name", "part", "tag"), [("a.docx", "word/document.xml", b"</w:body>"),
                                                   ("a.odt", "content.xml", b"</office:text>")])  # fmt: skip
def test_broken_markup_is_refused(name: str, part: str, tag: bytes) -> None:
    whole = saved(docx.Document()) if name.endswith("docx") else text_document(Paragraph("甲"))
    with pytest.raises(InputError, match=r"is damaged, its .* cannot be followed"):
        read_bytes(edited(whole, part, tag, b""), name)


def test_too_large_and_encrypted_packages_are_refused() -> None:
    whole = text_document(Paragraph("甲"))
    for limits, says in ((Limits(package_bytes=100), "unpacks to more"), (Limits(markup_bytes=100), "text and markup")):
        with pytest.raises(InputError, match=says):
            read_bytes(whole, "a.odt", limits=limits)
    locked = edited(
        whole, "META-INF/manifest.xml", b"</manifest:manifest>", b"<!--encryption-data--></manifest:manifest>"
    )
    with pytest.raises(InputError, match="encrypted with a password"):
        read_bytes(locked, "a.odt")


def test_empty_documents_hold_no_text() -> None:
    with pytest.raises(InputError, match="holds no text"):
        read_bytes(saved(docx.Document()), "a.docx")


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><office:document-content'
    data = edited(text_document(Paragraph("甲&amp;乙")), "content.xml", b"<office:document-content", bomb)
    data = edited(data, "content.xml", "甲".encode(), "甲&b;".encode())
    assert "aaaa" not in read_bytes(data, "a.odt").text
