"""What only the store in a file has to care for: paths, files that are no stores, speed."""

from __future__ import annotations

import time
from pathlib import Path

import kglite
import pytest

from graph.build import Identity, build
from graph.errors import StoreError
from graph.interchange import ParsedDocument
from graph.store import open_store


def test_an_address_of_no_known_kind() -> None:
    with pytest.raises(StoreError, match="no store is known by http"):
        open_store("http://x/y")


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store at"):
        open_store(tmp_path / "none.kgl")
    with pytest.raises(StoreError, match="there is no folder"):
        open_store(tmp_path / "nowhere" / "x.kgl", write=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("content", [b"", b"minutes of a meeting", b"RGF and then nothing that makes sense"])
def test_a_file_that_is_no_store_is_told_and_left_alone(tmp_path: Path, content: bytes, write: bool) -> None:
    path = tmp_path / "some.kgl"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"some\.kgl"):
        open_store(path, write=write)
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_and_the_file_of_another_program(tmp_path: Path, write: bool) -> None:
    with pytest.raises(StoreError, match="a folder"):
        open_store(tmp_path, write=write)
    other = kglite.open(str(tmp_path / "other.kgl"), durable="off")
    other.cypher("CREATE (n:Song {id: '1', name: 'x'})")
    other.close()
    held = (tmp_path / "other.kgl").read_bytes()
    with pytest.raises(StoreError, match="another program or version"):
        open_store(tmp_path / "other.kgl", write=write)
    assert (tmp_path / "other.kgl").read_bytes() == held


def test_loading_the_same_does_not_touch_the_file(tmp_path: Path, documents: tuple[ParsedDocument, ...]) -> None:
    path, graph = tmp_path / "yange.kgl", build(documents, Identity.by_name(documents))
    with open_store(path, write=True) as store:
        store.replace(graph)
    before = path.stat()
    with open_store(path, write=True) as store:
        store.replace(graph)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_question_is_answered_at_once(tmp_path: Path, documents: tuple[ParsedDocument, ...]) -> None:
    with open_store(tmp_path / "yange.kgl", write=True) as store:
        store.replace(build(documents, Identity.by_name(documents)))
    begun = time.perf_counter()
    with open_store(tmp_path / "yange.kgl") as store:
        assert store.query("MATCH (c:`Case`) RETURN count(c) AS n").rows == ((3,),)
    assert time.perf_counter() - begun < 0.5
