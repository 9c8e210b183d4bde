"""Stores that keep the contract, and small graphs to put into them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import Identity, build
from graph.interchange import (
    Decision,
    DocumentKind,
    MeetingRef,
    ParsedCase,
    ParsedDocument,
    ParsedMinutes,
    Quote,
    Source,
)
from graph.interchange_json import sha256_of
from graph.model import Graph
from graph.store import open_store
from graph.vocabulary import EdgeType, Level
from tests.servers.fixtures import SERVERS, emptied


def minutes(ordinal: int, cases: int) -> ParsedDocument:
    """An invented sitting that keeps so many cases on its list."""
    head = f"山海合作河川組第{ordinal}次會議\n"
    lines = [f"第{number}案「河川整治{number}」持續列管。" for number in range(1, cases + 1)]
    text = head + "\n".join(lines)

    def quote(words: str) -> Quote:
        start = text.index(words)
        return Quote(start, start + len(words), words)

    said = ParsedMinutes(
        MeetingRef(
            "山海合作交流平臺", Level.WORKING_GROUP, "河川組", 112, ordinal, f"2023-{ordinal:02}-01", head.strip()
        ),
        quote(head.strip()),
        cases=tuple(
            ParsedCase(
                f"c{n}", f"河川整治{n}", "山海合作交流平臺", quote(f"河川整治{n}」"[:-1]), item=str(n), position=n
            )
            for n in range(1, cases + 1)
        ),
        decisions=tuple(
            Decision(EdgeType.CONTINUED_AT, f"c{n}", quote(lines[n - 1]), text=lines[n - 1])
            for n in range(1, cases + 1)
        ),
    )
    source = Source(sha256_of(text), text, f"{ordinal}.txt", head.strip(), "text/plain")
    return ParsedDocument(source, DocumentKind.MINUTES, (said,))


def graph_of(*documents: ParsedDocument) -> Graph:
    return build(documents, Identity.by_name(documents))


@pytest.fixture(scope="session")
def parsed() -> tuple[ParsedDocument, ...]:
    """Three sittings of one group."""
    return (minutes(1, 3), minutes(2, 9), minutes(3, 1))


@pytest.fixture(scope="session")
def small(parsed: tuple[ParsedDocument, ...]) -> Graph:
    """One sitting."""
    return graph_of(parsed[0])


@pytest.fixture(scope="session")
def large(parsed: tuple[ParsedDocument, ...]) -> Graph:
    """All three."""
    return graph_of(*parsed)


@pytest.fixture(params=["embedded", *SERVERS])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store of each kind is: a file that is not there yet, or the emptied database of a server."""
    if request.param == "embedded":
        return str(tmp_path / "yange.kgl")
    return emptied(request.getfixturevalue("servers")[request.param])


@pytest.fixture(scope="module", params=["embedded", *SERVERS])
def held(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, large: Graph) -> str:
    """A store of each kind that holds three sittings, for questions that change nothing."""
    embedded = request.param == "embedded"
    address = (
        str(tmp_path_factory.mktemp("held") / "yange.kgl")
        if embedded
        else request.getfixturevalue("servers")[request.param]
    )
    with open_store(address, write=True) as store:
        store.replace(large)
    return address
