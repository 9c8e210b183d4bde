"""Zip files. Always true: nothing is written to disk; sizes are checked from the directory before anything is unpacked;
a zip inside a zip is not opened."""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from graph.errors import InputError
from loaders.reading.limits import LIMITS, Limits
from loaders.reading.refusal import megabytes, refusal

_END = struct.Struct("<4s4H2LH")
_MOST_DIRECTORY_BYTES = 16 * 1024 * 1024
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_AGAIN = "export or download it again"


def opened(file: BinaryIO, name: str, what: str = "ZIP") -> ZipFile:
    """Open a zip whose directory is small and sound; ``what`` is the format to name in the InputError otherwise."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - _END.size - 0xFFFF))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size:
        raise refusal(name, f"is a damaged {what} file (its end is missing)", _AGAIN)
    _, _, _, _, _, directory_bytes, _, _ = _END.unpack_from(tail, at)
    if tail[max(0, at - 20) :].startswith(b"PK\x06\x07") or directory_bytes > _MOST_DIRECTORY_BYTES:
        raise refusal(name, "has a directory too large to be that of some documents", "pack fewer files")
    file.seek(0)
    try:
        return ZipFile(file)
    except (BadZipFile, OSError, ValueError, struct.error) as error:
        raise refusal(name, f"is a damaged {what} file ({error})", _AGAIN) from error


def check_package(data: BinaryIO, name: str, what: str, limits: Limits) -> None:
    """Refuse an office file whose parts are encrypted, or would unpack to more than the limits allow."""
    with opened(data, name, what) as package:
        parts = package.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise refusal(name, "is encrypted with a password", "save it without a password")
    if sum(part.file_size for part in parts) > limits.package_bytes:
        raise refusal(name, f"unpacks to more than {megabytes(limits.package_bytes)}", "split it or remove pictures")
    if any(part.file_size > limits.markup_bytes for part in parts if part.filename.endswith((".xml", ".rels"))):
        raise refusal(name, f"has more than {megabytes(limits.markup_bytes)} of text and markup", "split it")
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise refusal(name, "is packed in a way office programs do not use", "save it again")


def members(
    file: BinaryIO, name: str, on_error: Callable[[InputError], None], limits: Limits = LIMITS
) -> Iterator[tuple[str, bytes]]:
    """The members of a zip, sorted by name, as (member path, bytes); a member that cannot be used goes to ``on_error``.

    Raises InputError when the zip as a whole is damaged, empty, or larger than the limits.
    """
    with opened(file, name) as package:
        infos = [info for info in package.infolist() if not info.is_dir() and not _is_furniture(_member_name(info))]
        if not infos:
            raise refusal(name, "is an empty zip", "put the documents into it")
        if len(infos) > limits.archive_members:
            raise refusal(name, f"holds {len(infos):,} files, more than {limits.archive_members:,}", "split it")
        if sum(info.file_size for info in infos) > limits.archive_bytes:
            raise refusal(name, f"unpacks to more than {megabytes(limits.archive_bytes)}", "split it")
        seen: set[str] = set()
        for info in sorted(infos, key=_member_name):
            member = _member_name(info)
            try:
                _check_member(info, member, name, seen, limits)
                yield member, _unpacked(package, info, f"{name}!{member}")
            except InputError as error:
                on_error(error)


def _member_name(info: ZipInfo) -> str:
    """The name as its author wrote it: UTF-8, or the code page of a Taiwanese Windows."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for codec in ("utf-8", "cp950"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return info.filename


def _is_furniture(member: str) -> bool:
    parts = PurePosixPath(member).parts
    hidden = any(part.startswith(".") and part.strip(".") for part in parts)
    return hidden or "__MACOSX" in parts or is_litter(parts[-1])


def is_litter(file_name: str) -> bool:
    """Whether a file is an operating system's or an office program's own, not a document."""
    return file_name.startswith((".", "~$")) or file_name.lower() in ("thumbs.db", "desktop.ini")


def _check_member(info: ZipInfo, member: str, name: str, seen: set[str], limits: Limits) -> None:
    path = f"{name}!{member}"
    if member.startswith(("/", "\\")) or ".." in member.replace("\\", "/").split("/") or member[1:2] == ":":
        raise refusal(path, "has a name that points outside its zip", "pack it again")
    if member in seen:
        raise refusal(path, "is in its zip twice", "keep one of the two")
    seen.add(member)
    if info.flag_bits & _ENCRYPTED:
        raise refusal(path, "is encrypted with a password", "pack it again without a password")
    if info.file_size > limits.file_bytes:
        raise refusal(path, f"is larger than {megabytes(limits.file_bytes)}", "split it")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise refusal(path, "is packed in a way that is not supported", "pack it again with the usual method (deflate)")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise refusal(path, "is a link, not a file", "pack the file itself")


def _unpacked(package: ZipFile, info: ZipInfo, path: str) -> bytes:
    try:
        return package.read(info)
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise refusal(path, f"is damaged inside its zip ({error})", "pack it again") from error
