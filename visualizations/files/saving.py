"""Pictures and reports written to files, the format by the name's ending.

Always true: nothing is written before all of it is made; a picture of several pages becomes one file where the format
has pages, else one file a page, numbered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from graph.errors import InputError
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Drawing
from visualizations.drawing.svg import svg
from visualizations.report.blocks import Block, Report
from visualizations.words import Language


class FileFormat(StrEnum):
    """Kinds of files, by the ending of their names."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    DOT = "dot"
    MERMAID = "mmd"


REPORTS = (FileFormat.PDF, FileFormat.HTML, FileFormat.DOCX, FileFormat.ODT)
"""Formats that hold a whole report."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is made when it is known what for: pages with their quotes, or figures of a report with notes."""

    title: str
    language: Language
    profile: Profile
    drawings: Callable[[], tuple[Drawing, ...]]
    figures: Callable[[], tuple[Block, ...]]
    texts: Mapping[FileFormat, Callable[[], str]] = field(default_factory=dict)
    """Formats that are text of their own, and go before what is drawn."""


def format_of(path: Path, *known: FileFormat) -> FileFormat:
    """The format of a file by its ending; InputError that names the known ones where it is none of them."""
    ending = path.suffix.lower().lstrip(".")
    if ending not in known:
        endings = ", ".join(f".{one}" for one in known)
        raise InputError(f"{path} has no ending that says what to write; name a file that ends in {endings}")
    return FileFormat(ending)


def save_picture(picture: Picture, path: Path) -> list[Path]:
    """Write a picture.

    In: a picture; a path whose ending names the format. Out: the files written. Raises: InputError where it cannot be
    written or the picture has no such form, FontError.
    """
    drawn = [one for one in FileFormat if one not in (FileFormat.DOT, FileFormat.MERMAID)]
    kind = format_of(path, *drawn, *(one for one in picture.texts if one not in drawn))
    return _write(_numbered(path, picture_files(picture, kind)))


def picture_files(picture: Picture, kind: FileFormat) -> list[bytes]:
    """What a picture is as files of a format.

    In: a picture; a format. Out: one file, or one a page for pictures of several pages. Raises: InputError where the
    picture has no such form, FontError.
    """
    if kind in picture.texts:
        return [picture.texts[kind]().encode()]
    if kind in (FileFormat.DOT, FileFormat.MERMAID):
        raise InputError(f"{picture.title} cannot be written as .{kind}; choose .svg, .png, .pdf or .html")
    if kind in (FileFormat.SVG, FileFormat.PNG):
        return [_single(kind, one) for one in picture.drawings()]
    if kind is FileFormat.PDF:
        from visualizations.files import pdf

        return [pdf.pictures(picture.drawings(), picture.profile)]
    return [_writer(kind)(Report(picture.title, "", picture.language, picture.profile, picture.figures()))]


def save_report(report: Report, path: Path) -> list[Path]:
    """Write a report; In: a report, a path. Out: the file written. Raises: as ``save_picture``."""
    kind = format_of(path, *REPORTS)
    return _write({path: _writer(kind)(report)})


def _writer(kind: FileFormat) -> Callable[[Report], bytes]:
    """What writes a report, imported when it is asked for."""
    if kind is FileFormat.PDF:
        from visualizations.files.pdf import report
    elif kind is FileFormat.HTML:
        from visualizations.files.html import report
    elif kind is FileFormat.DOCX:
        from visualizations.files.docx import report
    else:
        from visualizations.files.odt import report
    return report


def _single(kind: FileFormat, drawing: Drawing) -> bytes:
    if kind is FileFormat.SVG:
        return svg(drawing).encode()
    from visualizations.files.png import png

    return png(drawing)


def _numbered(path: Path, pages: list[bytes]) -> dict[Path, bytes]:
    """A file for each page, numbered where there are several."""
    if len(pages) == 1:
        return {path: pages[0]}
    digits = len(str(len(pages)))
    return {path.with_stem(f"{path.stem}-{number:0{digits}}"): page for number, page in enumerate(pages, 1)}


def _write(files: Mapping[Path, bytes]) -> list[Path]:
    for path, data in files.items():
        try:
            path.write_bytes(data)
        except OSError as error:
            raise InputError(f"{path} cannot be written ({error.strerror}); name another file") from error
    return list(files)
