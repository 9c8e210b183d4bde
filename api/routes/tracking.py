"""The tracking table 列管表."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.dependencies import AsOf, Era, Lang, Name, Store
from api.paging import Cursor, Limit, Page, page
from api.pictures import file_answer
from api.problems import responses
from queries.tracking import TrackingRow, tracking
from visualizations.spreadsheet import spreadsheet
from visualizations.tracking import tracking_sheet
from visualizations.words import Calendar, Language

router = APIRouter(prefix="/api/v1", tags=["files"], responses=responses())


class TableFormat(StrEnum):
    """Kinds of tables."""

    ODS = "ods"
    XLSX = "xlsx"
    CSV = "csv"


_TYPES = {
    TableFormat.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    TableFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    TableFormat.CSV: "text/csv; charset=utf-8",
}
_BINARY = {"schema": {"type": "string", "format": "binary"}}


def rows(
    store: Store,
    as_of: AsOf,
    platform: Annotated[Name, Query(description="Name of a platform.", examples=["基北北桃"])] = None,
    group: Annotated[Name, Query(description="Name of a group.", examples=["產業民生組"])] = None,
    closed: Annotated[bool, Query(description="Whether to show cases that are no longer on the list.")] = False,
) -> tuple[TrackingRow, ...]:
    """The rows that are asked for."""
    return tracking(store, platform=platform, group=group, as_of=as_of, closed=closed)


Rows = Annotated[tuple[TrackingRow, ...], Depends(rows)]


@router.get("/tracking", summary="The cases on the list, what was decided last and what is to come")
def table(told: Rows, cursor: Cursor = None, limit: Limit = 100) -> Page[TrackingRow]:
    """By platform, group and first sitting."""
    return page(told, cursor, limit)


@router.get(
    "/tracking.{format}",
    summary="The tracking table as a file",
    response_class=Response,
    responses={
        200: {"description": "The table", "content": {one.partition(";")[0]: _BINARY for one in _TYPES.values()}}
    },
)
def file(
    told: Rows, format: TableFormat, as_of: AsOf, lang: Lang = Language.ZH, calendar: Era = Calendar.ISO
) -> Response:
    """Ready to print, one row a case."""
    sheet = tracking_sheet(told, lang, calendar, as_of=as_of)
    name = f"{sheet.title}.{format}"
    return file_answer(spreadsheet(sheet, name), name, _TYPES[format])
