"""Pictures and files as answers.

Always true: a file is made whole before it is sent; what a browser shows of it may run nothing from this server.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Query, Response

from api.dependencies import AsOf, Since, Until
from graph.errors import NotFoundError
from graph.store import GraphStore
from queries.chronicle import chronicle
from visualizations.collaboration.telling import Options
from visualizations.drawing.profile import PROFILES, ProfileName
from visualizations.files.saving import FileFormat, Picture, picture_files
from visualizations.pictures import Look, lineage_picture
from visualizations.words import Calendar, Language

MEDIA_TYPES = {
    FileFormat.SVG: "image/svg+xml",
    FileFormat.PNG: "image/png",
    FileFormat.PDF: "application/pdf",
    FileFormat.HTML: "text/html; charset=utf-8",
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.ODT: "application/vnd.oasis.opendocument.text",
    FileFormat.DOT: "text/vnd.graphviz; charset=utf-8",
    FileFormat.MERMAID: "text/vnd.mermaid; charset=utf-8",
}
_STANDING_ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'"
_SANDBOX = f"sandbox allow-scripts; script-src 'unsafe-inline'; {_STANDING_ALONE}"
"""A page that stands alone: its scripts, if any, run as nobody's and can ask this server for nothing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a picture is to look."""

    look: Look
    page: int


async def wanted(
    format: FileFormat,
    lang: Annotated[Language, Query(description="Language of what is not quoted.")] = Language.ZH,
    calendar: Annotated[Calendar, Query(description="Calendar in which days are written.")] = Calendar.ROC,
    profile: Annotated[
        ProfileName | None, Query(description="What it is laid out for; a screen when not told, pages for .pdf etc.")
    ] = None,
    page: Annotated[int, Query(ge=1, le=10_000, description="Which page, of .svg and .png laid out on pages.")] = 1,
) -> Wanted:
    """The look that is asked for."""
    screen = format in (FileFormat.SVG, FileFormat.PNG, FileFormat.HTML)
    name = profile or (ProfileName.SCREEN if screen else ProfileName.A4_LANDSCAPE)
    return Wanted(Look(PROFILES[name], Options(lang, calendar)), page)


WantedLook = Annotated[Wanted, Depends(wanted)]


@dataclass(frozen=True, slots=True)
class WantedLanes:
    """How lanes are to look, and which of them."""

    wanted: Wanted
    as_of: str | None
    since: str | None
    until: str | None
    inferred: bool


async def wanted_lanes(
    look: WantedLook,
    as_of: AsOf,
    since: Since,
    until: Until,
    inferred: Annotated[bool, Query(description="Whether to show what no sentence states.")] = False,
) -> WantedLanes:
    """The lanes that are asked for."""
    return WantedLanes(look, as_of, since, until, inferred)


Lanes = Annotated[WantedLanes, Depends(wanted_lanes)]


def lanes(
    store: GraphStore, cases: Iterable[str], called: str | None, format: FileFormat, asked: WantedLanes
) -> Response:
    """The lineage of cases as an answer; ``called`` is what they are called together (None: by the one case's name)."""
    wanted = list(cases)
    told = chronicle(store, wanted, asked.as_of)
    name = called or next(one.case.name for one in told.histories if one.case.id == wanted[0])
    ways = {"since": asked.since, "until": asked.until}
    return drawn(lineage_picture(told, name, asked.wanted.look, inferred=asked.inferred, **ways), format, asked.wanted)


def drawn(picture: Picture, format: FileFormat, wanted: Wanted) -> Response:
    """A picture as an answer; NotFoundError for a page that it does not have, InputError for a form it has not."""
    files = picture_files(picture, format)
    if wanted.page > len(files):
        raise NotFoundError(f"the picture has {len(files)} pages, and none is number {wanted.page}")
    policy = _SANDBOX if format is FileFormat.HTML else _STANDING_ALONE
    return file_answer(
        files[wanted.page - 1], f"{picture.title}.{format}", MEDIA_TYPES[format], policy=policy, shown=True
    )


def file_answer(data: bytes, name: str, media_type: str, *, policy: str | None = None, shown: bool = False) -> Response:
    """A file as an answer: shown in the browser, or saved under its name."""
    kept = "".join(char for char in name if char.isprintable() and char not in '/\\"')
    way = "inline" if shown else "attachment"
    headers = {"content-disposition": f"{way}; filename*=UTF-8''{quote(kept, safe='')}"}
    if policy:
        headers["content-security-policy"] = policy
    return Response(data, media_type=media_type, headers=headers)


def documented(*formats: FileFormat) -> dict[int | str, dict[str, object]]:
    """The media types of a picture, for the documentation of its route."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    types = [MEDIA_TYPES[one].partition(";")[0] for one in formats or FileFormat]
    return {200: {"description": "The picture", "content": dict.fromkeys(types, binary)}}
