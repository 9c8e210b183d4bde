"""load, parse, export, verify, evaluate."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import networkx
import pytest
from click.testing import Result

import yange

Yange = Callable[..., Result]


def test_load_says_what_it_loaded_and_the_second_time_changes_nothing(
    run: Yange, tmp_path: Path, minutes: Path
) -> None:
    store = tmp_path / "a.kgl"
    first = run("load", minutes, "--store", store)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout == f"1 document with 1 sitting loaded into {store}\n"
    before = yange.open(store).store.content_hash()
    second = run("load", minutes, "--store", store)
    assert (second.exit_code, "already said all of it" in second.stdout) == (0, True)
    assert yange.open(store).store.content_hash() == before


def test_files_one_by_one_give_the_graph_of_all_at_once(
    run: Yange, tmp_path: Path, samples: list[Path], loaded: Path
) -> None:
    for path in reversed(samples):
        assert run("load", path, "--store", tmp_path / "b.kgl").exit_code == 0
    assert yange.open(tmp_path / "b.kgl").store.content_hash() == yange.open(loaded).store.content_hash()


def test_a_changed_file_replaces_what_it_said_before(run: Yange, tmp_path: Path, minutes: Path) -> None:
    store = tmp_path / "c.kgl"
    run("load", minutes, "--store", store)
    minutes.write_text(minutes.read_text("utf-8").replace("淨灘志工交流", "植樹志工交流"), "utf-8")
    run("load", minutes, "--store", store)
    with yange.open(store) as kg:
        names = {row["name"] for row in kg.cypher("MATCH (c:`Case`) RETURN c.name AS name")}
        assert len(kg.store.documents()) == 1
    assert names == {"河川水質聯合監測", "植樹志工交流"}


def test_a_moved_file_is_the_same_document(run: Yange, tmp_path: Path, minutes: Path) -> None:
    store = tmp_path / "d.kgl"
    run("load", minutes, "--store", store)
    moved = shutil.copy(minutes, tmp_path / "moved.txt")
    run("load", moved, "--store", store)
    with yange.open(store) as kg:
        assert [document.source.path for document in kg.store.documents()] == [str(moved)]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary.txt"),
        ("broken.pdf", b"%PDF-1.7 nothing follows", "broken.pdf"),
        ("broken.docx", b"PK\x03\x04 nothing follows", "broken.docx"),
        ("cut.txt", "會議紀錄".encode()[:-1], "cut.txt"),
        ("long.txt", b"x" * 6_000_000, "long.txt"),
        ("other.json", b'{"format": "something else"}', "other.json"),
        ("bad.json", b"{", "bad.json"),
    ],
)
def test_a_bad_file_is_one_sentence_and_the_others_are_loaded(
    run: Yange, tmp_path: Path, minutes: Path, name: str, content: bytes, says: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    store = tmp_path / "e.kgl"
    result = run("load", bad, minutes, "--store", store)
    sentence, count = result.stderr.strip().split("\n")
    assert result.exit_code == 2
    assert sentence.startswith("yange: ") and str(bad) in sentence and says in sentence and sentence.endswith(".")
    assert count == "1 file could not be read"
    assert len(yange.open(store).store.documents()) == 1


def test_a_missing_file_is_told_and_a_store_with_nothing_in_it_is_no_error_later(run: Yange, tmp_path: Path) -> None:
    result = run("load", tmp_path / "nowhere.txt", "--store", tmp_path / "f.kgl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nowhere.txt does not exist" in result.stderr


def test_the_store_may_come_from_the_environment(
    run: Yange, tmp_path: Path, minutes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YANGE_STORE", str(tmp_path / "g.kgl"))
    assert run("load", minutes).exit_code == 0
    assert (tmp_path / "g.kgl").is_file()
    assert run("lineage", "河川水質聯合監測").exit_code == 0


def test_what_parse_prints_load_takes_back_unchanged(run: Yange, tmp_path: Path, minutes: Path) -> None:
    store, parsed = tmp_path / "h.kgl", tmp_path / "parsed.json"
    run("load", minutes, "--store", store)
    before = yange.open(store).store.content_hash()
    parsed.write_text(run("parse", minutes).stdout, "utf-8")
    assert run("load", parsed, "--store", store).exit_code == 0
    assert yange.open(store).store.content_hash() == before


def test_an_edited_document_wins_over_the_parser_until_its_edits_are_discarded(
    run: Yange, tmp_path: Path, minutes: Path
) -> None:
    store, edited = tmp_path / "i.kgl", tmp_path / "edited.json"
    data = json.loads(run("parse", minutes).stdout)
    data["minutes"][0]["place"] = "第二會議室"
    edited.write_text(json.dumps(data), "utf-8")

    def place() -> str | None:
        with yange.open(store) as kg:
            return kg.meeting("2024-04-10").place

    assert run("load", minutes, "--store", store).exit_code == 0
    parsed = place()
    assert run("load", edited, "--store", store).exit_code == 0
    assert place() == "第二會議室" != parsed
    again = run("load", minutes, "--store", store)
    assert (place(), "edited by hand" in again.stderr) == ("第二會議室", True)
    assert run("load", minutes, "--store", store, "--discard-edits").exit_code == 0
    assert place() == parsed


def test_parse_of_a_folder_is_an_array_that_load_takes(run: Yange, tmp_path: Path, root: Path, loaded: Path) -> None:
    printed = run("parse", root / "samples")
    assert [one["format"] for one in json.loads(printed.stdout)] == ["yange.parsed/1"] * 5
    (tmp_path / "all.json").write_text(printed.stdout, "utf-8")
    assert run("load", tmp_path / "all.json", "--store", tmp_path / "j.kgl").exit_code == 0
    with yange.open(tmp_path / "j.kgl") as kg, yange.open(loaded) as other:
        assert kg.graph().nodes.keys() == other.graph().nodes.keys()


def test_parse_of_a_bad_file_is_a_sentence(run: Yange, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("parse", tmp_path / "empty.txt")
    assert (result.exit_code, result.stdout) == (2, "") and "empty.txt is empty" in result.stderr


def test_export_is_read_by_networkx(run: Yange, tmp_path: Path, loaded: Path) -> None:
    path = tmp_path / "graph.json"
    assert run("export", path, "--store", loaded).exit_code == 0
    data = json.loads(path.read_text("utf-8"))
    graph = networkx.node_link_graph(data, edges="edges", directed=True, multigraph=True)
    assert graph.number_of_nodes() == len(data["nodes"]) and graph.number_of_edges() == len(data["edges"]) > 500
    assert json.loads(run("export", "-", "--store", loaded).stdout) == data


def test_export_to_a_place_that_cannot_be_written_is_told(run: Yange, tmp_path: Path, loaded: Path) -> None:
    result = run("export", tmp_path / "no folder" / "graph.json", "--store", loaded)
    assert result.exit_code == 2 and "cannot be written" in result.stderr


def test_export_writes_the_format_that_the_name_or_the_option_says(run: Yange, tmp_path: Path, loaded: Path) -> None:
    with yange.open(loaded) as kg:
        nodes, edges = len(kg.graph().nodes), len(kg.graph().edges)
    for name in ("graph.graphml", "graph.gexf", "graph.ttl", "graph.jsonld", "graph.zip"):
        path = tmp_path / name
        result = run("export", path, "--store", loaded)
        assert result.stdout == f"graph of {nodes} nodes and {edges} edges written to {path}\n" and path.stat().st_size
    assert networkx.read_graphml(tmp_path / "graph.graphml").number_of_nodes() == nodes
    assert run("export", tmp_path / "folder", "--format", "csv", "--store", loaded).exit_code == 0
    assert (tmp_path / "folder" / "nodes.csv").read_text("utf-8").startswith("id:ID,:LABEL,")
    assert run("export", tmp_path / "graph.txt", "--format", "gexf", "--store", loaded).exit_code == 0
    assert (tmp_path / "graph.txt").read_bytes() == (tmp_path / "graph.gexf").read_bytes()


def test_export_to_standard_output_is_json_unless_another_format_is_named(
    run: Yange, tmp_path: Path, loaded: Path
) -> None:
    assert set(json.loads(run("export", "-", "--store", loaded).stdout)) == {"nodes", "edges"}
    run("export", tmp_path / "graph.ttl", "--store", loaded)
    printed = run("export", "-", "--format", "ttl", "--store", loaded)
    assert printed.stdout_bytes == (tmp_path / "graph.ttl").read_bytes()
    refused = run("export", "-", "--format", "csv", "--store", loaded)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        "yange: CSV is several files, which standard output cannot hold; name a folder or a .zip\n"
    )


def test_export_to_a_name_that_says_no_format_is_told_and_nothing_written(
    run: Yange, tmp_path: Path, loaded: Path
) -> None:
    result = run("export", tmp_path / "graph.xlsx", "--store", loaded)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "graph.xlsx does not say its format" in result.stderr and ".gexf" in result.stderr
    assert run("export", tmp_path / "graph.json", "--format", "xlsx", "--store", loaded).exit_code == 2


def test_export_offers_every_format() -> None:
    from graph.export import Format
    from yange.commands.keeping import export

    (offered,) = (option.type for option in export.params if option.name == "name")
    assert isinstance(offered, click.Choice) and list(offered.choices) == list(Format)


def test_verify_reads_every_passage_again(run: Yange, loaded: Path) -> None:
    result = run("verify", "--store", loaded)
    assert result.exit_code == 0 and result.stdout.endswith("passages read again, 0 mismatches\n")
    answer = json.loads(run("verify", "--store", loaded, "--json").stdout)
    assert answer["passages"] > 300 and answer["mismatches"] == []


def test_verify_fails_on_one_altered_passage(run: Yange, tmp_path: Path, loaded: Path) -> None:
    from dataclasses import replace

    from graph.model import Graph
    from graph.store import open_store
    from graph.vocabulary import Label

    with open_store(loaded) as store:
        graph = store.graph()
    victim = next(node for node in graph.nodes.values() if node.label is Label.PASSAGE)
    altered = replace(victim, properties={**victim.properties, "text": "無人說過的話"})
    with open_store(tmp_path / "k.kgl", write=True) as store:
        store.replace(
            Graph.of([*(n for n in graph.nodes.values() if n.id != victim.id), altered], graph.edges.values())
        )
    result = run("verify", "--store", tmp_path / "k.kgl")
    assert result.exit_code == 7 and victim.id in result.stdout and "1 mismatch\n" in result.stdout


GOLD = "tests/gold/samples/雙北-教育文化組-2019.json"


def test_evaluate_takes_the_document_alone_out_of_a_store_that_holds_more(
    run: Yange, tmp_path: Path, root: Path, loaded: Path
) -> None:
    alone = tmp_path / "alone.kgl"
    run("load", root / "samples/雙北-教育文化組-2019.txt", "--store", alone)
    run("export", tmp_path / "alone.json", "--store", alone)
    of_store = json.loads(run("evaluate", root / GOLD, "--store", loaded, "--json").stdout)
    of_file = json.loads(run("evaluate", root / GOLD, tmp_path / "alone.json", "--json").stdout)
    assert of_store == of_file and of_store["overall"]["gold"] > 20
    shown = run("evaluate", root / GOLD, "--store", loaded)
    assert shown.exit_code == 0 and f"{of_store['overall']['f1']:.3f}" in shown.stdout


def test_evaluate_without_the_document_or_with_something_else_is_told(
    run: Yange, tmp_path: Path, root: Path, minutes: Path
) -> None:
    run("load", minutes, "--store", tmp_path / "l.kgl")
    missing = run("evaluate", root / GOLD, "--store", tmp_path / "l.kgl")
    assert missing.exit_code == 4 and "雙北-教育文化組-2019.txt" in missing.stderr
    (tmp_path / "no-gold.json").write_text("{}")
    wrong = run("evaluate", tmp_path / "no-gold.json", tmp_path / "no-gold.json")
    assert wrong.exit_code == 2 and "no gold annotation" in wrong.stderr
