"""What kind of file this is. Always true: the first bytes decide; the suffix only tells one kind of text from another,
and what a damaged file was meant to be."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from loaders.reading.refusal import refusal

if TYPE_CHECKING:
    from zipfile import ZipFile


class Kind(Enum):
    """A format that can be read; the value is its media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    ZIP = "application/zip"


SUFFIXES = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT, ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML,
    ".pdf": Kind.PDF, ".docx": Kind.DOCX, ".odt": Kind.ODT, ".zip": Kind.ZIP,
}  # fmt: skip
READABLE = "use .txt, .md, .html, .pdf, .docx, .odt, or a .zip of these"

_IMAGE = "an image", "run text recognition (OCR) on it first"
_PACKED = "a packed archive of another kind", "unpack it, or pack it as .zip"
_PROGRAM = "a program, not a document", READABLE
_FOREIGN = (
    (b"{\\rtf", ("a Rich Text file", "save it as .docx or .odt")),
    (b"\x89PNG\r\n", _IMAGE), (b"\xff\xd8\xff", _IMAGE), (b"GIF8", _IMAGE), (b"II*\0", _IMAGE), (b"MM\0*", _IMAGE),
    (b"\x1f\x8b", _PACKED), (b"7z\xbc\xaf\x27\x1c", _PACKED), (b"Rar!\x1a\x07", _PACKED), (b"\xfd7zXZ\0", _PACKED),
    (b"BZh9", _PACKED), (b"\x28\xb5\x2f\xfd", _PACKED), (b"\x7fELF", _PROGRAM), (b"MZ\x90\0", _PROGRAM),
    (b"SQLite format 3\0", ("a database", READABLE)),
)  # fmt: skip
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S)
_HEAD = 4096
_BLANK = b" \t\r\n\f\x1a"


def sniff(data: bytes, name: str) -> Kind:
    """The kind of the file with these bytes under this name.

    Raises InputError for an empty file and for every kind that cannot be read, saying which it is and what to do.
    """
    head = data[:_HEAD]
    if not head.strip(_BLANK) and not data.strip(_BLANK):
        raise refusal(name, "is empty", "check that it was saved or copied completely")
    suffix = PurePath(name).suffix.lower()
    meant = SUFFIXES.get(suffix)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-") or (meant is Kind.PDF and b"%PDF-" in head[:1024]):
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data, name, meant)
    if head.startswith(_COMPOUND):
        raise _compound(data, name)
    for magic, (what, remedy) in _FOREIGN:
        if head.startswith(magic):
            raise refusal(name, f"is {what}", remedy)
    if meant in (Kind.PDF, Kind.DOCX, Kind.ODT, Kind.ZIP):
        raise refusal(name, f"is damaged or no {meant.name} file at all (its first bytes are not those of one)",
                      "export or download it again")  # fmt: skip
    if _HTML_START.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")):
        return Kind.HTML
    if meant is None:
        what = f"the unsupported suffix {suffix}" if suffix else "no suffix to tell its kind by"
        raise refusal(name, f"has {what}", READABLE)
    return meant


def _zip_kind(data: bytes, name: str, meant: Kind | None) -> Kind:
    from io import BytesIO

    from loaders.reading.archive import opened

    with opened(BytesIO(data), name, (meant or Kind.ZIP).name) as package:
        return package_kind(package, name)


def package_kind(package: ZipFile, name: str) -> Kind:
    """What an open zip holds: a DOCX, an ODT, or files of its own; InputError for other office files."""
    names = set(package.namelist())
    if "[Content_Types].xml" in names:
        if any(part.startswith("word/") for part in names):
            return Kind.DOCX
        raise refusal(name, "is an office file, but no text document", "save or print it as .pdf, .docx or .odt")
    if "mimetype" in names and "content.xml" in names:
        info = package.getinfo("mimetype")
        medium = package.read(info)[:200].decode("ascii", "replace").strip() if info.file_size < 1000 else ""
        if medium in (Kind.ODT.value, f"{Kind.ODT.value}-template"):
            return Kind.ODT
        raise refusal(name, "is an OpenDocument file, but no text document", "save or print it as .pdf, .docx or .odt")
    return Kind.ZIP


def _compound(data: bytes, name: str) -> Exception:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refusal(name, "is encrypted with a password", "save it without a password")
    return refusal(name, "is an office file of the old kind (.doc, .xls, .ppt)", "save it as .docx, .odt or .pdf")
