"""Zips: members are documents; bombs, escapes and zips in zips are refused."""

from __future__ import annotations

import io
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.reading import Limits, read_all, read_file


def packed(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def gathered(path: Path, limits: Limits | None = None) -> tuple[dict[str, str], list[str]]:
    errors: list[InputError] = []
    documents = {document.path: document.text for document in read_all([path], errors.append, limits or Limits())}
    return documents, [str(error) for error in errors]


def test_members_are_documents_with_their_place_in_the_zip(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("2/乙.txt", "乙".encode("utf-16")), ("1.md", "|甲|\n|-|\n".encode()),
                  ("__MACOSX/1.md", b"x"), ("2/.DS_Store", b"x"))  # fmt: skip
    assert gathered(path) == ({f"{path}!1.md": "甲\n", f"{path}!2/乙.txt": "乙"}, [])
    errors: list[InputError] = []
    assert [document.title for document in read_all([tmp_path], errors.append)] == ["1", "乙"]


def test_names_from_a_taiwanese_windows_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("PLACEHOLD.txt", "會議".encode()))
    path.write_bytes(path.read_bytes().replace(b"PLACEHOLD", "會議紀錄a".encode("cp950")))
    assert list(gathered(path)[0]) == [f"{path}!會議紀錄a.txt"]


def test_one_bad_member_does_not_stop_the_others(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", ("x.txt", b"x"))
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = packed(tmp_path / "a.zip", ("../out.txt", b"x"), ("/etc/out.txt", b"x"), ("C:\\out.txt", b"x"),
                  ("inner.zip", inner.read_bytes()), (link, b"/etc/passwd"), ("z.txt", "好".encode()))  # fmt: skip
    documents, errors = gathered(path)
    assert documents == {f"{path}!z.txt": "好"}
    assert sum("points outside its zip" in error for error in errors) == 3
    assert any("zip inside a zip is not opened" in error for error in errors)
    assert any("is a link" in error for error in errors) and len(errors) == 5


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("0.txt", "w") as member:
        for _ in range(120):
            member.write(b"a\n" * 524_288)
    path = tmp_path / "bomb.zip"
    path.write_bytes(bomb.getvalue())
    began = time.perf_counter()
    documents, errors = gathered(path)
    assert time.perf_counter() - began < 1
    assert documents == {} and "0.txt is larger than 100 MB" in errors[0]
    assert "unpacks to more than 50 MB" in gathered(path, Limits(archive_bytes=50 * 1024 * 1024))[1][0]


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"a\n" * 5000))
    data = path.read_bytes().replace(struct.pack("<I", 10_000), struct.pack("<I", 10))
    path.write_bytes(data)
    documents, errors = gathered(path)
    assert documents == {} and "is damaged inside its zip" in errors[0]


def test_the_text_of_a_zip_is_bounded(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", *[(f"{n}.txt", "會議\n".encode() * 100) for n in range(5)])
    documents, errors = gathered(path, Limits(archive_text_bytes=1_000))
    assert list(documents) == [f"{path}!0.txt"] and "of text" in errors[0] and "1.txt" in errors[0]


@pytest.mark.parametrize(
    ("limits", "says"), [(Limits(archive_members=2), "holds 3 files"), (Limits(archive_bytes=20), "unpacks to more")]
)
def test_too_many_and_too_much(limits: Limits, says: str, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", *[(f"{n}.txt", b"0123456789") for n in range(3)])
    assert says in gathered(path, limits)[1][0]


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"x" * 50))
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    assert "encrypted with a password" in gathered(path)[1][0]


def test_damaged_and_empty_zips(tmp_path: Path) -> None:
    whole = packed(tmp_path / "a.zip", ("a.txt", b"x" * 5000)).read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(whole[:-30])
    assert "is a damaged ZIP file" in gathered(cut)[1][0]
    empty = packed(tmp_path / "empty.zip")
    assert "is an empty zip" in gathered(empty)[1][0]
    with pytest.raises(InputError, match="is a zip of files"):
        read_file(packed(tmp_path / "b.zip", ("a.txt", b"x")))


def test_other_office_files_are_named(tmp_path: Path) -> None:
    sheet = packed(tmp_path / "a.xlsx", ("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>"))
    ods = packed(
        tmp_path / "a.ods", ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"")
    )
    assert "no text document" in gathered(sheet)[1][0] and "no text document" in gathered(ods)[1][0]
