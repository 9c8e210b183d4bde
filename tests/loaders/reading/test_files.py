"""Paths: files, folders, what is refused and how quickly."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.reading import Limits, Place, read_all, read_bytes, read_file


def gathered(*paths: Path, limits: Limits | None = None) -> tuple[list[str], list[str]]:
    errors: list[InputError] = []
    documents = list(read_all(paths, errors.append, limits or Limits()))
    return [document.path for document in documents], [str(error) for error in errors]


def test_a_text_file_is_a_document_with_places(tmp_path: Path) -> None:
    path = tmp_path / "第1次 會議紀錄.txt"
    path.write_bytes("\ufeff壹、時間\r\n貳、地點\n".encode())
    document = read_file(path)
    assert (document.text, document.path, document.title) == ("壹、時間\n貳、地點\n", str(path), "第1次 會議紀錄")
    assert (document.media_type, document.pages) == ("text/plain", ())
    assert document.place(document.text.index("貳")) == Place(2)


def test_a_folder_is_read_with_its_subfolders_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.md", ".git/x.txt", "b/~$2.docx", ".hidden.txt", "c/bad.xyz", "c/empty.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("" if "empty" in name else "會議")
    paths, errors = gathered(tmp_path, tmp_path / "missing.txt")
    assert paths == [str(tmp_path / name) for name in ("a.txt", "b/1.md", "b/2.txt")]
    assert ["bad.xyz has the unsupported suffix .xyz" in errors[0], "empty.txt is empty" in errors[1]] == [True, True]
    assert "missing.txt does not exist; check the path" in errors[2]
    assert len(errors) == 3


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert gathered(tmp_path) == ([], [f"{tmp_path} is a folder without files; name a folder that holds documents."])


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t\n", "is empty"),
        ("a.txt", "\ufeff　\n\u200b".encode(), "holds no text"),
        ("a.html", b"<html><body><script>1</script></body></html>", "holds no text"),
        ("a.docx", b"", "is empty"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old kind"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("a.rtf", b"{\\rtf1 x}", "Rich Text"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "OCR"),
        ("a.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", "is an image"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0", "packed"),
        ("a.pdf", "這不是PDF".encode(), "damaged or no PDF"),
        ("a.docx", "文字".encode(), "damaged or no DOCX"),
        ("a.odt", b"\x01\x02\x03", "damaged or no ODT"),
        ("a.zip", b"PK\x03\x04" + b"\0" * 100, "damaged ZIP"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 100, "damaged DOCX"),
        ("a.csv", "甲,乙".encode(), "unsupported suffix .csv"),
        ("紀錄", "甲".encode(), "no suffix"),
    ],
)
def test_what_cannot_be_used_is_one_clear_sentence(name: str, data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    paths, errors = gathered(path)
    assert paths == [] and len(errors) == 1
    assert errors[0].startswith(str(path)) and says in errors[0] and "; " in errors[0] and errors[0].endswith(".")
    assert "\n" not in errors[0]


def test_content_decides_over_the_suffix() -> None:
    page = "<!DOCTYPE html><p>會議<p>紀錄".encode()
    assert read_bytes(page, "a.doc").media_type == "text/html"
    assert read_bytes(page, "a.txt").text == "會議\n紀錄"


def test_one_line_of_fifty_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes("會議紀錄".encode() * (50 * 1024 * 1024 // 12))
    began = time.perf_counter()
    with pytest.raises(InputError, match="line of more than 1,000,000 characters"):
        read_file(path)
    assert time.perf_counter() - began < 2


def test_a_long_line_is_measured_in_characters() -> None:
    limits = Limits(line_characters=10)
    assert read_bytes(("會" * 10 + "\n").encode() * 5, "a.txt", limits=limits).text.count("\n") == 5
    with pytest.raises(InputError, match="more than 10 characters"):
        read_bytes(("短\n" + "會" * 11).encode(), "a.txt", limits=limits)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    began = time.perf_counter()
    assert gathered(path)[1] == [f"{path} is larger than 100 MB; split it."]
    assert time.perf_counter() - began < 1


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(InputError, match="no regular file"):
        read_file(path)


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("會議")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="may not be read by this user"):
        read_file(path)


def test_folders_and_zips_are_no_single_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(InputError, match="does not exist"):
        read_file(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="cannot be read"):
        read_file(tmp_path / "a\ud800.txt")


def test_importing_the_package_loads_no_format_library() -> None:
    code = (
        "import sys, loaders.reading; from loaders.reading import read_file; import loaders.reading.files;"
        "print([m for m in ('pypdfium2', 'docx', 'odfdo', 'lxml', 'selectolax', 'zipfile') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
