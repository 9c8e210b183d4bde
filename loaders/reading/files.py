"""Paths and bytes to Documents. Always true: sizes are checked before bytes are read; whatever cannot be used is one
InputError; the libraries of a format are imported only when a file of that format comes.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath

from graph.errors import InputError
from loaders.reading.document import Document
from loaders.reading.limits import LIMITS, Limits
from loaders.reading.lines import newlines, overlong, overlong_bytes
from loaders.reading.refusal import megabytes, refusal
from loaders.reading.sniffing import Kind, sniff

Pages = tuple[tuple[int, int], ...]
_LONGEST_CHARACTER = 4
_BLANKS = " \t\n\r\f\v\u00a0\u3000\ufeff\u200b"


def read_all(
    paths: Iterable[Path | str], on_error: Callable[[InputError], None], limits: Limits = LIMITS
) -> Iterator[Document]:
    """Read files, folders (with their subfolders, sorted) and zips, one document at a time.

    in: any paths; ``on_error`` is called with each InputError and reading goes on.
    out: the documents; a zip's member has the path ``archive.zip!member``.
    """
    for path in paths:
        for file in _files(Path(path), on_error):
            try:
                yield from _documents(file, on_error, limits)
            except InputError as error:
                on_error(error)


def read_file(path: Path | str, limits: Limits = LIMITS) -> Document:
    """Read one file that is one document; InputError if it cannot be used, or is a folder or a zip."""
    if Path(path).is_dir():
        raise refusal(str(path), "is a folder", "name a file in it, or read the folder as a whole")
    return read_bytes(_bytes_of(Path(path), limits), str(path), limits=limits)


def read_bytes(data: bytes, path: str, title: str | None = None, limits: Limits = LIMITS) -> Document:
    """Read a document that is already in memory under the name ``path``; InputError if it cannot be used."""
    if len(data) > limits.file_bytes:
        raise refusal(path, f"is larger than {megabytes(limits.file_bytes)}", "split it")
    kind = sniff(data, path)
    if kind is Kind.ZIP:
        raise refusal(path, "is a zip of files", "name it alone or unpack it; a zip inside a zip is not opened")
    text, pages = _extracted(kind, data, path, limits)
    if not text.strip(_BLANKS):
        raise refusal(path, "holds no text", "check that it was saved or copied completely")
    if overlong(text, limits.line_characters):
        raise _overlong(path, limits)
    return Document(text, path, PurePath(path).stem if title is None else title, kind.value, pages)


def _files(path: Path, on_error: Callable[[InputError], None]) -> Iterator[Path]:
    """The path itself, or the files of a folder in the order of their names."""
    if not path.is_dir():
        yield path
        return
    from loaders.reading.archive import is_litter

    def refused(error: OSError) -> None:
        on_error(_unreadable(str(error.filename or path), error))

    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "__MACOSX"]
        found += [Path(folder, name) for name in names if not is_litter(name)]
    if not found:
        on_error(refusal(str(path), "is a folder without files", "name a folder that holds documents"))
    yield from sorted(found, key=lambda file: file.parts)


def _documents(path: Path, on_error: Callable[[InputError], None], limits: Limits) -> Iterator[Document]:
    if not _is_zip(path, limits):
        yield read_file(path, limits)
        return
    from loaders.reading.archive import members

    name = str(path)
    size = 0
    with path.open("rb") as file:
        for member, data in members(file, name, on_error, limits):
            try:
                document = read_bytes(data, f"{name}!{member}", PurePath(member).stem, limits)
            except InputError as error:
                on_error(error)
                continue
            size += len(document.text.encode("utf-8", "surrogatepass"))
            if size > limits.archive_text_bytes:
                raise refusal(name, f"holds more than {megabytes(limits.archive_text_bytes)} of text; "
                              f"nothing from {member} on was read", "split it")  # fmt: skip
            yield document


def _is_zip(path: Path, limits: Limits) -> bool:
    """Whether the file is a zip that is no office document, so that its members are the documents."""
    _check_readable(path, limits)
    try:
        with path.open("rb") as file:
            if not file.read(4).startswith((b"PK\x03\x04", b"PK\x05\x06")):
                return False
            from loaders.reading.archive import opened
            from loaders.reading.sniffing import SUFFIXES, package_kind

            meant = SUFFIXES.get(path.suffix.lower(), Kind.ZIP)
            with opened(file, str(path), meant.name) as package:
                return package_kind(package, str(path)) is Kind.ZIP
    except OSError as error:
        raise _unreadable(str(path), error) from error


def _check_readable(path: Path, limits: Limits) -> None:
    """Refuse what is missing, no regular file (reading a pipe would wait for ever), or too large."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(str(path), error) from error
    if not stat.S_ISREG(status.st_mode):
        raise refusal(str(path), "is no regular file", "name a file, a folder or a zip")
    if status.st_size > limits.file_bytes:
        raise refusal(str(path), f"is larger than {megabytes(limits.file_bytes)}", "split it")


def _bytes_of(path: Path, limits: Limits) -> bytes:
    _check_readable(path, limits)
    try:
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        raise _unreadable(str(path), error) from error


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return refusal(name, "does not exist", "check the path")
    if isinstance(error, PermissionError):
        return refusal(name, "may not be read by this user", "give yourself the permission to read it")
    return refusal(name, f"cannot be read ({getattr(error, 'strerror', None) or error})", "check the path and the disk")


def _extracted(kind: Kind, data: bytes, path: str, limits: Limits) -> tuple[str, Pages]:
    try:
        match kind:
            case Kind.PDF:
                from loaders.reading import pdf

                return pdf.text_of(data, path, limits)
            case Kind.DOCX:
                from loaders.reading import docx

                return newlines(docx.text_of(data, path, limits)), ()
            case Kind.ODT:
                from loaders.reading import odt

                return newlines(odt.text_of(data, path, limits)), ()
            case Kind.HTML:
                from loaders.reading import html

                return html.text_of(data, path, limits), ()
    except InputError:
        raise
    except Exception as error:  # a format's library raises whatever it stumbles over
        raise refusal(path, f"is damaged, its {kind.name} cannot be followed ({type(error).__name__}: {error})",
                      "open it in the program that made it and save it again") from error  # fmt: skip
    return _plain(kind, data, path, limits), ()


def _plain(kind: Kind, data: bytes, path: str, limits: Limits) -> str:
    from loaders.reading.encoding import decode
    from loaders.reading.markdown import tables_as_rows

    if overlong_bytes(data, limits.line_characters * _LONGEST_CHARACTER):
        raise _overlong(path, limits)
    text = newlines(decode(data, path))
    return tables_as_rows(text) if kind is Kind.MARKDOWN else text


def _overlong(path: str, limits: Limits) -> InputError:
    return refusal(path, f"has a line of more than {limits.line_characters:,} characters, so it is no minutes",
                   "check that it is the right file, and save it with line breaks")  # fmt: skip
