"""remove: the store is as if it had never seen a document; and what a person corrected says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import yange
from graph.errors import StoreError
from graph.model import Graph, Node
from graph.store import open_store
from graph.vocabulary import Label
from tests.servers.fixtures import SERVERS, emptied
from yange.loading import load, remove

Yange = Callable[..., Result]


@pytest.fixture(params=["embedded", *SERVERS])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty store of each kind."""
    if request.param == "embedded":
        return str(tmp_path / "yange.kgl")
    return emptied(request.getfixturevalue("servers")[request.param])


def content(store: str | Path) -> str:
    with open_store(store) as opened:
        return opened.content_hash()


@pytest.mark.parametrize("gone", range(5))
def test_nothing_is_left_of_a_document(address: str, tmp_path: Path, samples: list[Path], gone: int) -> None:
    others = [path for path in samples if path != samples[gone]]
    with open_store(tmp_path / "never.kgl", write=True) as never:
        load(never, others)
    with open_store(address, write=True) as store:
        load(store, samples)
        (document,) = remove(store, [str(samples[gone])])
        assert document.source.path == str(samples[gone])
        assert {d.source.path for d in store.documents()} == {str(path) for path in others}
    assert content(address) == content(tmp_path / "never.kgl")


def test_the_last_one_leaves_nothing(address: str, minutes: Path) -> None:
    with open_store(address, write=True) as store:
        load(store, [minutes])
        remove(store, [minutes.name])
        assert not store.graph().nodes


def test_a_document_is_named_by_path_by_name_or_by_id(run: Yange, tmp_path: Path, minutes: Path) -> None:
    store = tmp_path / "a.kgl"
    with yange.open(store) as kg:
        kg.load([minutes])
        (sha256,) = (document.source.sha256 for document in kg.store.documents())
    for name in (minutes, minutes.name, f"document:{sha256}", sha256, f"{minutes.parent}/./{minutes.name}"):
        run("load", minutes, "--store", store)
        result = run("remove", name, "--store", store)
        assert (result.exit_code, result.stdout) == (0, f"{minutes} removed from {store}\n"), result.stderr


def test_a_name_that_no_or_several_documents_have_removes_nothing(run: Yange, tmp_path: Path, minutes: Path) -> None:
    store, other = tmp_path / "a.kgl", tmp_path / "other" / minutes.name
    other.parent.mkdir()
    other.write_text(minutes.read_text("utf-8").replace("淨灘志工", "植樹志工"), "utf-8")
    run("load", minutes, other, "--store", store)
    before = content(store)
    both = run("remove", minutes.name, "--store", store)
    assert both.exit_code == 4 and str(minutes) in both.stderr and str(other) in both.stderr
    none = run("remove", minutes, "nowhere.txt", "--store", store)
    assert none.exit_code == 4 and "nowhere.txt" in none.stderr and minutes.name in none.stderr
    assert content(store) == before
    assert run("remove", other, "--store", store).exit_code == 0
    assert run("remove", "x", "--store", tmp_path / "no.kgl").exit_code == 5 and not (tmp_path / "no.kgl").exists()


def edited(run: Yange, minutes: Path) -> Path:
    """What a person made of the minutes: another place."""
    path = minutes.with_name("edited.json")
    data = json.loads(run("parse", minutes).stdout)
    data["minutes"][0]["place"] = "第二會議室"
    path.write_text(json.dumps(data), "utf-8")
    return path


def test_a_document_that_a_person_corrected_says_so_in_store_and_export(
    run: Yange, tmp_path: Path, minutes: Path
) -> None:
    store, exported = tmp_path / "a.kgl", tmp_path / "graph.json"

    def says() -> tuple[object, ...]:
        with yange.open(store) as kg:
            (row,) = kg.cypher("MATCH (d:Document) RETURN d.edited AS edited")
        run("export", exported, "--store", store)
        nodes = json.loads(exported.read_text("utf-8"))["nodes"]
        return row["edited"], *(node.get("edited") for node in nodes if node["label"] == "Document")

    run("load", minutes, "--store", store)
    assert says() == (None, None)
    run("load", edited(run, minutes), "--store", store)
    assert says() == (True, True)
    run("load", minutes, "--store", store, "--discard-edits")
    assert says() == (None, None)


def test_edits_of_a_text_that_has_changed_since_are_gone_and_that_is_told(
    run: Yange, tmp_path: Path, minutes: Path
) -> None:
    store = tmp_path / "a.kgl"
    run("load", edited(run, minutes), "--store", store)
    minutes.write_text(minutes.read_text("utf-8").replace("淨灘志工", "植樹志工"), "utf-8")
    result = run("load", minutes, "--store", store)
    assert result.exit_code == 0 and f"{minutes} has another text" in result.stderr
    with yange.open(store) as kg:
        assert [document.edited for document in kg.store.documents()] == [False]
    again = run("load", minutes, "--store", store)
    assert again.stderr == ""


def test_a_store_that_cannot_tell_what_was_read_is_left_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "imported.kgl"
    held = {"sha256": "0", "text": "某文", "page_offsets": (), "page_numbers": ()}
    with open_store(place, write=True) as store:
        store.replace(Graph.of([Node("document:0", Label.DOCUMENT, held)]))
        before = store.content_hash()
    with yange.open(place) as kg, pytest.raises(StoreError, match="would lose them"):
        kg.load([yange.samples()])
    with open_store(place) as store:
        assert store.content_hash() == before and store.documents() == ()
