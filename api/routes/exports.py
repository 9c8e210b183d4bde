"""The whole graph as files."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from api.dependencies import Store
from api.problems import responses
from graph.export import Format, dump

router = APIRouter(prefix="/api/v1", tags=["files"], responses=responses())

_TYPES = {
    Format.JSON: "application/json",
    Format.GRAPHML: "application/graphml+xml",
    Format.GEXF: "application/gexf+xml",
    Format.CSV: "application/zip",
    Format.TURTLE: "text/turtle",
    Format.JSON_LD: "application/ld+json",
}
_PIECE = 1 << 16
_IN_MEMORY = 1 << 20
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_CONTENT = {kind: {"schema": {"type": "object"}} if "json" in kind else _BINARY for kind in _TYPES.values()}


@router.get(
    "/export.{format}",
    summary="All nodes and edges",
    response_class=StreamingResponse,
    responses={200: {"description": "The graph", "content": _CONTENT}},
)
def export(store: Store, format: Format) -> StreamingResponse:
    """As node-link JSON, GraphML, GEXF, CSV for a bulk import (a zip), Turtle or JSON-LD."""
    file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (closed when it has been sent)
    dump(store.graph(), file, format)  # type: ignore[arg-type]
    ending = "zip" if format is Format.CSV else format
    headers = {"content-disposition": f'attachment; filename="graph.{ending}"', "cache-control": "no-cache"}
    return StreamingResponse(_pieces(file), media_type=_TYPES[format], headers=headers)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
