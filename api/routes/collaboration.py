"""Who works together, over all agencies."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.dependencies import Name, Since, Store, Until
from api.pictures import WantedLook, documented, drawn
from api.problems import responses
from graph.errors import NotFoundError
from queries.matrix import Matrix, PairTable, matrix, pair_table
from queries.participation import Participation, participation
from visualizations.collaboration import Ranked
from visualizations.files.saving import FileFormat
from visualizations.pictures import matrix_picture, network_picture, pair_picture, ranking_picture

router = APIRouter(prefix="/api/v1/collaboration", tags=["collaboration"], responses=responses())


class Kind(StrEnum):
    """What is drawn: agencies by cases, agencies by agencies, the closest pairs, or a network."""

    MATRIX = "matrix"
    PAIRS = "pairs"
    RANKING = "ranking"
    NETWORK = "network"


def held(
    store: Store,
    since: Since,
    until: Until,
    platform: Annotated[Name, Query(description="Name of a platform.", examples=["基北北桃"])] = None,
    group: Annotated[Name, Query(description="Name of a group.", examples=["產業民生組"])] = None,
    agency: Annotated[Name, Query(description="Name of an agency: only cases that it takes part in.")] = None,
) -> Participation:
    """Who takes part in what, within what is asked for."""
    return participation(store, platform=platform, group=group, agency=agency, since=since, until=until)


Held = Annotated[Participation, Depends(held)]
Most = Annotated[int, Query(ge=1, le=5000, description="How many pairs at most, the closest first.")]


@router.get("/matrix", summary="Agencies by cases")
def cells(told: Held) -> Matrix:
    """A cell for each part that an agency has in a case, with the passages that say so."""
    return matrix(told)


@router.get("/network", summary="Agencies by agencies")
def network(told: Held, most: Most = 500) -> PairTable:
    """Nodes are agencies, links are pairs that share cases."""
    return pair_table(told, most)


@router.get(
    "/{kind}.{format}", summary="Who works together, as a picture", response_class=Response, responses=documented()
)
def picture(
    told: Held,
    kind: Kind,
    format: FileFormat,
    look: WantedLook,
    most: Annotated[int, Query(ge=1, le=500, description="How many pairs of a ranking or network at most.")] = 60,
) -> Response:
    """404 where a kind has no such form: only a network is written as .dot and .mmd."""
    if kind is not Kind.NETWORK and format in (FileFormat.DOT, FileFormat.MERMAID):
        raise NotFoundError(f"only a network is written as .{format}; choose .svg, .png, .pdf or .html")
    if kind is Kind.MATRIX:
        made = matrix_picture(told, look.look)
    elif kind is Kind.PAIRS:
        made = pair_picture(told, look.look)
    elif kind is Kind.RANKING:
        made = ranking_picture(told, look.look, Ranked.PAIRS, most)
    else:
        made = network_picture(told, look.look, cases=False, most=most, hulls=False)
    return drawn(made, format, look)
