"""A loading that is broken off, killed or watched: whole documents at every moment, and the same graph in the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from graph.errors import InputError, StoreError
from graph.interchange import ParsedDocument
from graph.model import Graph, content_hash
from graph.store import GraphStore, open_store
from tests.servers.fixtures import SERVERS, emptied
from yange import loading
from yange.loading import graph_of, load, parsed

COUNT = 400
"""Documents, so that a loading has the parts 100, 200 and 100."""
GROUPS = (
    "環境保護組",
    "交通運輸組",
    "教育文化組",
    "產業民生組",
    "觀光行銷組",
    "衛生社福組",
    "防災治安組",
    "智慧城市組",
)
TOPICS = ("河川水質", "公車轉乘", "圖書借閱", "青年創業", "夜市行銷", "長照據點", "防災演練", "開放資料", "淨灘志工")
KINDS = ("聯合監測", "資料交換", "人員互訪", "共同宣導")
ENDS = (
    "同意成案，請新北市政府環境保護局於{year}年12月30日前提送計畫書。",
    "本案持續列管。",
    "本案解除列管。",
    "請基隆市政府與桃園市政府研議後再提報。",
)
QUESTION = "MATCH (d:Document) RETURN count(d) AS n"


def minutes_text(number: int, chance: Random) -> str:
    """A short sitting with two cases; its group meets six times a year."""
    group, (year, ordinal) = GROUPS[number % len(GROUPS)], divmod(number // len(GROUPS), 6)
    year += 105
    cases = [
        f"案由{place}：「{group[:2]}{chance.choice(TOPICS)}{chance.choice(KINDS)}」案，提請討論。\n\n"
        f"決議：{chance.choice(ENDS).format(year=year)}\n"
        for place in "一二"
    ]
    return (
        f"{year}年度「基北北桃合作交流平臺」{group}第{ordinal + 1}次工作小組會議紀錄\n\n"
        f"壹、時間：{year}年{2 * ordinal + 1}月{number % 27 + 1}日上午10時\n貳、地點：臺北市政府環境保護局會議室\n"
        "參、主席：林主任秘書小明　紀錄：陳大文\n\n肆、討論事項\n\n" + "\n".join(cases) + "\n伍、散會：上午11時。\n"
    )


def written(folder: Path, count: int) -> Path:
    """A folder with so many minutes."""
    chance = Random(7)
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(minutes_text(number, chance), "utf-8")
    return folder


def read(folder: Path) -> list[ParsedDocument]:
    return list(parsed([folder], lambda problem: pytest.fail(str(problem))))


def holds(address: str) -> tuple[str, int]:
    """The hash of what a store holds and its number of documents, once it is known that they are whole ones."""
    with open_store(address) as store:
        graph, documents = store.graph(), store.documents()
    assert graph == graph_of(documents)
    return content_hash(graph), len(documents)


# -- broken off, in this process ---------------------------------------------------------------------------------------

PARTS = (0, 3, 9, 21)
"""How many of 24 documents stand in a store whose first part is 3, one commit after the other."""


@dataclass(frozen=True)
class Few:
    """24 minutes, and the hash of their graph."""

    folder: Path
    documents: list[ParsedDocument]
    hash: str


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Few:
    folder = written(tmp_path_factory.mktemp("few") / "minutes", 24)
    documents = read(folder)
    assert len(documents) == 24 and all(document.minutes for document in documents)
    return Few(folder, documents, content_hash(graph_of(documents)))


@pytest.fixture(params=["embedded", *SERVERS])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty store of each kind."""
    if request.param == "embedded":
        return str(tmp_path / "yange.kgl")
    return emptied(request.getfixturevalue("servers")[request.param])


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "FIRST_PART", PARTS[1])


class Broken(Exception):
    """Something that nobody foresaw."""


def test_parts_are_written_one_after_the_other(address: str, few: Few, small_parts: None) -> None:
    counts = []
    with open_store(address, write=True) as store:
        put = store.replace

        def watched(graph: Graph) -> None:
            put(graph)
            counts.append(len(store.documents()))

        store.replace = watched  # type: ignore[method-assign]
        loaded = load(store, [few.folder])
    assert counts == [*PARTS[1:], 24]
    assert loaded.changed and len(loaded.documents) == 24 and loaded.problems == ()
    assert holds(address) == (few.hash, 24)


@pytest.mark.parametrize("after", [0, 2, 3, 20, 21])
def test_a_reading_that_breaks_leaves_the_parts_before_it(
    address: str, few: Few, small_parts: None, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    whole = loading.parsed

    def breaking(*arguments: Any) -> Iterator[ParsedDocument]:
        for number, document in enumerate(whole(*arguments)):
            if number == after:
                raise Broken
            yield document

    monkeypatch.setattr(loading, "parsed", breaking)
    with pytest.raises(Broken), open_store(address, write=True) as store:
        load(store, [few.folder])
    monkeypatch.setattr(loading, "parsed", whole)
    stands = max(count for count in PARTS if count <= after)
    if stands or "://" in address:
        assert holds(address) == (content_hash(graph_of(few.documents[:stands])), stands)
    with open_store(address, write=True) as store:
        assert load(store, [few.folder]).changed
    assert holds(address) == (few.hash, 24)


@pytest.mark.parametrize("part", [0, 2, 3])
def test_a_part_that_cannot_be_written_leaves_those_before_it(
    address: str, few: Few, small_parts: None, part: int
) -> None:
    with open_store(address, write=True) as store:
        put = store.replace
        done: list[Graph] = []

        def failing(graph: Graph) -> None:
            if len(done) == part:
                raise StoreError("no room left")
            put(graph)
            done.append(graph)

        store.replace = failing  # type: ignore[method-assign]
        with pytest.raises(StoreError, match="no room left"):
            load(store, [few.folder])
    if part or "://" in address:
        assert holds(address) == (content_hash(graph_of(few.documents[: PARTS[part]])), PARTS[part])
    with open_store(address, write=True) as store:
        load(store, [few.folder])
    assert holds(address) == (few.hash, 24)


def test_a_listener_that_breaks_does_no_harm(address: str, few: Few, small_parts: None) -> None:
    heard: list[ParsedDocument | InputError] = []

    def report(outcome: ParsedDocument | InputError) -> None:
        heard.append(outcome)
        if len(heard) == 5:
            raise Broken

    with pytest.raises(Broken), open_store(address, write=True) as store:
        load(store, [few.folder], report)
    assert holds(address) == (content_hash(graph_of(few.documents[:3])), 3)
    with open_store(address, write=True) as store:
        load(store, [few.folder])
        again = load(store, [few.folder])
    assert not again.changed and holds(address) == (few.hash, 24)


# -- killed and watched, as a process of its own -----------------------------------------------------------------------


@dataclass(frozen=True)
class Many:
    """400 minutes, the hash of their graph, and of each of their texts."""

    folder: Path
    hash: str
    texts: frozenset[str]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Many:
    folder = written(tmp_path_factory.mktemp("many") / "minutes", COUNT)
    documents = read(folder)
    return Many(folder, content_hash(graph_of(documents)), frozenset(one.source.sha256 for one in documents))


def begun(folder: Path, address: str) -> subprocess.Popen[str]:
    """``yange load`` in a process of its own."""
    command = [sys.executable, "-m", "yange", "load", str(folder), "--store", address]
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root)


def counted(address: str) -> int:
    """How many documents a question finds; none where no store is yet."""
    if "://" not in address and not Path(address).exists():
        return 0
    with open_store(address) as store:
        return int(store.query(QUESTION).rows[0][0])


def until(address: str, wanted: int, process: subprocess.Popen[str]) -> None:
    """Wait until the store holds that many documents."""
    end = time.monotonic() + 60
    while counted(address) < wanted:
        assert process.poll() is None and time.monotonic() < end, f"{wanted} documents never came"
        time.sleep(0.02)


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL, "it was done before it was killed"


def test_a_load_that_is_killed_is_taken_up_again(address: str, many: Many) -> None:
    chance = Random(11)
    seen: list[int] = []
    for wanted, longest in ((0, 1.0), (100, 0.4), (100, 2.0)):
        process = begun(many.folder, address)
        try:
            until(address, wanted, process)
            time.sleep(chance.uniform(0.0, longest))
        finally:
            kill(process)
        seen.append(counted(address))
        assert seen[-1] >= wanted
        with open_store(address, write=True) as store:
            documents = store.documents()
            assert len(documents) == seen[-1] in (0, 100, 300, COUNT)
            assert {one.source.sha256 for one in documents} <= many.texts
            assert store.graph() == graph_of(documents)
            store.replace(Graph())
    assert {*seen[1:]} <= {100, 300}, "killed between the first part and the last"
    process = begun(many.folder, address)
    until(address, 100, process)
    kill(process)
    last = begun(many.folder, address)
    out, err = last.communicate(timeout=120)
    assert (last.returncode, err) == (0, "") and out.startswith(f"{COUNT} documents with {COUNT} sittings loaded")
    assert holds(address) == (many.hash, COUNT)
    if "://" not in address:
        kept = sorted(os.listdir(Path(address).parent))
        assert all(name.startswith("yange.kgl") for name in kept) and not any("tmp" in name for name in kept), kept


STATE = "MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n ORDER BY label"


def test_questions_during_a_load_see_whole_states(address: str, many: Many) -> None:
    documents = read(many.folder)
    states = {state(graph_of(documents[:count])): count for count in (0, 100, 300, COUNT)}
    seen: list[tuple[Any, ...]] = []
    done = threading.Event()
    with open_store(address, write=True) as store:
        store.replace(Graph())

    def ask(store: GraphStore) -> None:
        while not done.is_set():
            seen.append(store.query(STATE).rows)
            time.sleep(0.01)

    with open_store(address) as reader:
        thread = threading.Thread(target=ask, args=(reader,))
        process = begun(many.folder, address)
        thread.start()
        try:
            _, err = process.communicate(timeout=120)
        finally:
            done.set()
            thread.join()
        assert (process.returncode, err) == (0, "")
        seen.append(reader.query(STATE).rows)
    counts = [states.get(rows, -1) for rows in seen]
    assert -1 not in counts, f"a part of a part was seen: {next(rows for rows in seen if rows not in states)}"
    assert counts == sorted(counts) and set(counts) >= {0, 100, COUNT}


def state(graph: Graph) -> tuple[tuple[str, int], ...]:
    """What the question of states answers for a graph."""
    labels = [node.label.value for node in graph.nodes.values()]
    return tuple((label, labels.count(label)) for label in sorted(set(labels)))
