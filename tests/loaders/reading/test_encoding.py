"""Encodings: each is recognised or refused, never guessed."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from loaders.reading import read_bytes
from loaders.reading.encoding import decode

MINUTES = "雙北合作交流平臺教育文化組會議紀錄\n壹、開會時間：108年3月5日（二）下午2時\n決議：同意解列，請持續辦理。\n"
SIMPLIFIED = "会议纪录：请各单位继续办理，并于下次会议报告执行情形。数据与应用发展的讨论。"
PRINTED = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), min_size=1).filter(
    lambda text: text.strip(" \t\n\u00a0\u3000\ufeff\u200b") != ""
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp950"])
def test_each_encoding_gives_the_text(codec: str) -> None:
    assert read_bytes(MINUTES.encode(codec), "a.txt").text == MINUTES


def test_samples_come_back_whole_from_every_encoding(samples: list[Path]) -> None:
    for sample in samples:
        text = sample.read_text(encoding="utf-8").replace("\r\n", "\n")
        assert decode(text.encode("utf-16-le"), "a.txt") == text
        try:
            packed = text.encode("big5hkscs")
        except UnicodeEncodeError:
            continue
        assert len(decode(packed, "a.txt")) == len(text)


def test_hkscs_reads_what_cp950_cannot() -> None:
    text = MINUTES + "啲"
    with pytest.raises(UnicodeEncodeError):
        text.encode("cp950")
    assert decode(text.encode("big5hkscs"), "a.txt") == text


@given(PRINTED, st.sampled_from([(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
                                 (codecs.BOM_UTF16_BE, "utf-16-be")]))  # fmt: skip
def test_any_text_with_a_mark_comes_back_and_offsets_have_their_place(text: str, form: tuple[bytes, str]) -> None:
    mark, codec = form
    document = read_bytes(mark + text.encode(codec), "a.txt")
    assert document.text == text
    for offset in {0, len(text) // 2, len(text)}:
        assert document.place(offset).line == text.count("\n", 0, offset) + 1


@given(PRINTED.filter(lambda text: not text.startswith("\ufeff") and "<" not in text[:200]))
def test_any_chinese_text_comes_back_from_plain_utf8(text: str) -> None:
    assert decode(("會" + text).encode(), "a.txt") == "會" + text


@pytest.mark.parametrize(
    ("codec", "keep"),
    [("utf-8", -1), ("utf-8", -2), ("utf-8-sig", -1), ("utf-16", -1), ("utf-16-le", -1), ("cp950", -1)],
)
def test_a_file_cut_inside_a_character_is_refused_with_the_byte(codec: str, keep: int) -> None:
    whole = (MINUTES + "完").encode(codec)
    width = {"utf-8": 3, "utf-8-sig": 3}.get(codec, 2)
    with pytest.raises(InputError, match=rf"middle of a .* character at byte {len(whole) - width}\b"):
        read_bytes(whole[:keep], "a.txt")


def test_simplified_chinese_is_not_read_as_big5() -> None:
    with pytest.raises(InputError, match="save it as UTF-8") as refused:
        read_bytes((SIMPLIFIED * 3).encode("gb18030"), "a.txt")
    assert "GB18030" in str(refused.value)


@pytest.mark.parametrize(
    "data", [b"caf\xe9 cr\xe8me", "안녕하세요 회의록".encode("euc-kr"), "会議の記録です".encode("shift_jis")]
)
def test_other_encodings_are_refused_with_what_was_tried(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt .*(tried UTF-8|alike).*save it as UTF-8"):
        read_bytes(data, "a.txt")


def test_a_damaged_byte_in_utf8_is_refused() -> None:
    data = MINUTES.encode()
    with pytest.raises(InputError, match="UTF-8 stops at byte 30"):
        read_bytes(data[:30] + b"\xff" + data[31:], "a.txt")


@pytest.mark.parametrize("data", [b"abc\0def" * 50, bytes(range(256)) * 4, b"\x01\x02\x03\x04" * 30, b"\0\0\0\0a"])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        read_bytes(data, "a.txt")


def test_nul_behind_a_mark_is_refused() -> None:
    with pytest.raises(InputError, match="NUL"):
        read_bytes("會議\0紀錄".encode("utf-16"), "a.txt")


def test_newlines_become_one_kind_and_nothing_else_changes() -> None:
    text = "台北市\r\n（一）　Ａ\r“引”\u2028同段\x0c新頁 \n"
    assert read_bytes(text.encode(), "a.txt").text == "台北市\n（一）　Ａ\n“引”\u2028同段\x0c新頁 \n"
