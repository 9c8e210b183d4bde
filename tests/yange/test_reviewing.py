"""same, different, became, undo, ledger, review: what people say of names, and the graph that follows."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import yange
from graph.errors import NotFoundError, StoreError
from graph.judgement import Judgement
from graph.model import Graph
from graph.store import open_store
from yange.cli import main

Yange = Callable[..., Result]
OLD, NEW = "地熱發電廠經驗交流案", "新興能源經驗交流合作案"


@pytest.fixture
def store(tmp_path: Path, samples: list[Path]) -> Path:
    """A store of our own with the samples."""
    path = tmp_path / "minutes.kgl"
    with yange.open(path) as kg:
        kg.load(samples)
    return path


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YANGE_WHO", "某甲")
    monkeypatch.delenv("YANGE_LEDGER", raising=False)


def answering(store: Path, keys: str) -> Result:
    """``yange review`` with these keys on standard input."""
    return CliRunner().invoke(main, ["review", "--store", str(store)], input=keys, prog_name="yange")


def rows(store: Path) -> list[dict[str, str]]:
    """The ledger as another reader has it."""
    with store.with_name("minutes.ledger.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def content(store: Path) -> str:
    with yange.open(store) as kg:
        return kg.store.content_hash()


def test_same_makes_one_case_of_two_and_undo_two_of_one(run: Yange, store: Path) -> None:
    before = content(store)
    with yange.open(store) as kg:
        ids = {name: kg.find_case(name).thing.id for name in (OLD, NEW)}
    said = run("same", "地熱發電廠", "新興能源經驗交流", "--why", "會後確認", "--store", store)
    assert (said.exit_code, said.stderr) == (0, "") and "are the same" in said.stdout
    (row,) = rows(store)
    assert (row["judgement"], row["left"], row["right"]) == ("same", ids[OLD], ids[NEW])
    assert (row["who"], row["why"], row["undone"]) == ("某甲", "會後確認", "")
    with yange.open(store) as kg:
        one, other = kg.find_case(OLD).thing, kg.find_case(NEW).thing
        assert one == other and {OLD, NEW} <= {one.name, *one.aliases}
        assert kg.find_case(ids[OLD]).thing == kg.find_case(ids[NEW]).thing == one
        gone = next(id for id in ids.values() if id != one.id)
        assert kg.ask("former_id", id=gone) == [{"id": one.id, "name": one.name}]
        assert kg.ask("former_id", id=one.id) == [] and kg.verify() == []
    assert json.loads(run("case", gone, "--store", store, "--json").stdout)["id"] == one.id
    undone = run("undo", row["id"][:6], "--store", store)
    assert undone.exit_code == 0 and content(store) == before
    assert rows(store)[0]["undone"].startswith("20")


def test_what_was_judged_outlives_a_load_into_a_new_store(
    run: Yange, store: Path, samples: list[Path], tmp_path: Path
) -> None:
    run("same", OLD, NEW, "--store", store)
    judged = content(store)
    store.unlink()
    assert run("load", *samples, "--store", store).exit_code == 0
    assert content(store) == judged
    elsewhere = tmp_path / "elsewhere.kgl"
    ledger = store.with_name("minutes.ledger.csv")
    assert run("load", *samples, "--store", elsewhere, "--ledger", ledger).exit_code == 0
    assert content(elsewhere) == judged


def test_different_and_became(run: Yange, store: Path) -> None:
    assert run("became", OLD, NEW, "--store", store).exit_code == 0
    with yange.open(store) as kg:
        (step,) = kg.lineage(OLD).descendants
        assert (step.type.value, step.target.name, step.inferred) == ("RENAMED_TO", NEW, True)
        assert step.quotes and kg.verify() == []
    refused = run("different", OLD, NEW, "--store", store)
    assert refused.exit_code == 2 and rows(store)[0]["id"] in refused.stderr
    assert run("undo", rows(store)[0]["id"], "--store", store).exit_code == 0
    assert run("different", OLD, NEW, "--store", store).exit_code == 0
    with yange.open(store) as kg:
        assert kg.lineage(OLD).descendants == ()


def test_a_name_that_several_cases_have_lists_them_and_nothing_is_written(run: Yange, store: Path) -> None:
    result = run("same", "經驗交流", NEW, "--store", store)
    assert result.exit_code == 4 and OLD in result.stderr and "case:基北北桃合作交流平臺/" in result.stderr
    nobody = run("same", "沒有這個案", NEW, "--store", store)
    assert nobody.exit_code == 4 and "沒有這個案" in nobody.stderr
    strange = run("same", "case:基北北桃合作交流平臺/沒有這個案", NEW, "--store", store)
    assert strange.exit_code == 4
    assert not store.with_name("minutes.ledger.csv").exists()


def test_the_platform_tells_two_cases_of_one_name_apart(run: Yange, tmp_path: Path, minutes: Path) -> None:
    other = minutes.with_name("other.txt")
    other.write_text(minutes.read_text("utf-8").replace("基北北桃合作", "基北合作"), "utf-8")
    store = tmp_path / "minutes.kgl"
    run("load", minutes, other, "--store", store)
    assert run("different", "淨灘志工交流", "河川水質聯合監測", "--store", store).exit_code == 4
    for said in (
        ("基北北桃 淨灘志工", "基北北桃 河川水質"),
        ("淨灘志工交流", "河川水質聯合監測", "--platform", "基北北桃"),
    ):
        assert run("different", *said, "--store", store).exit_code == 0, said
    (row,) = rows(store)
    assert row["left"] == "case:基北北桃合作交流平臺/淨灘志工交流"


def test_a_spelling_that_was_joined_can_be_told_apart(run: Yange, tmp_path: Path, minutes: Path) -> None:
    later = minutes.with_name("later.txt")
    text = minutes.read_text("utf-8").replace("第1次", "第2次").replace("113年4月", "113年8月")
    later.write_text(text.replace("河川水質聯合監測", "河川水質聯合監測－上游"), "utf-8")
    store = tmp_path / "minutes.kgl"
    run("load", minutes, later, "--store", store)
    with yange.open(store) as kg:
        assert kg.find_case("河川水質聯合監測－上游") == kg.find_case("河川水質聯合監測")
    said = run("different", "河川水質聯合監測", "河川水質聯合監測－上游", "--store", store)
    assert said.exit_code == 0, said.stderr
    with yange.open(store) as kg:
        assert kg.find_case("河川水質聯合監測－上游").thing.id != kg.find_case("河川水質聯合監測").thing.id


def test_the_ledger_is_listed(run: Yange, store: Path) -> None:
    assert "尚無判定" in run("ledger", "--store", store).stderr
    run("same", OLD, NEW, "--store", store, "--who", "某乙")
    listed = run("ledger", "--store", store).stdout
    assert "新興能源經驗交流" in listed and "某乙" in listed and "基北北桃合作交流平臺" in listed
    run("undo", rows(store)[0]["id"], "--store", store)
    assert json.loads(run("ledger", "--json", "--store", store).stdout) == []
    (one,) = json.loads(run("ledger", "--json", "--all", "--store", store).stdout)
    assert (
        one["judgement"] == "same"
        and one["undone"]
        and run("ledger", "--all", "--store", store).stdout.count("\n") == 2
    )


def test_a_mistake_made_by_hand_is_told_and_the_store_keeps_what_it_holds(
    run: Yange, store: Path, samples: list[Path]
) -> None:
    before = content(store)
    ledger = store.with_name("minutes.ledger.csv")
    ledger.write_text("id,judgement,left,right,who,when,why,undone\n,sane,case:a/b,case:a/c,甲,昨天,,\n", "utf-8")
    for command in (
        ("load", *samples),
        ("same", OLD, NEW),
        ("ledger",),
        ("review",),
        ("undo", "1234"),
        ("remove", "x"),
    ):
        result = run(*command, "--store", store)
        assert result.exit_code == 2 and f"{ledger} line 2: judgement 'sane'" in result.stderr, command
    assert content(store) == before


def test_a_store_without_documents_says_so(run: Yange, tmp_path: Path) -> None:
    with open_store(tmp_path / "minutes.kgl", write=True) as empty:
        empty.replace(Graph())
    review = yange.open(tmp_path / "minutes.kgl").review
    with pytest.raises(StoreError, match="holds no documents"):
        review.judge(Judgement.SAME, "case:甲/山", "case:甲/海", who="某甲")
    review.close()
    assert not review.ledger.exists()
    assert run("same", "山", "海", "--store", tmp_path / "none.kgl").exit_code == 5
    assert not (tmp_path / "none.kgl").exists() and not (tmp_path / "none.ledger.csv").exists()


def test_an_id_that_no_document_has_is_refused(store: Path) -> None:
    with yange.open(store) as kg:
        for strange in ("case:基北北桃合作交流平臺/沒有這個案", f"{kg.find_case(OLD).thing.id}#2", "meeting:1"):
            with pytest.raises(NotFoundError):
                kg.review.judge(Judgement.SAME, kg.find_case(NEW).thing.id, strange, who="某甲")
    assert not store.with_name("minutes.ledger.csv").exists()


# -- the queue ---------------------------------------------------------------------------------------------------------


def test_a_review_is_taken_up_where_it_was_left(run: Yange, store: Path) -> None:
    queue = json.loads(run("review", "--json", "--store", store).stdout)
    assert len(queue) >= 2 and {"kind", "left", "right", "score", "features"} == queue[0].keys()
    first = answering(store, "huh\nd 會後確認\nq\n")
    assert first.exit_code == 0, first.output
    assert queue[0]["left"]["name"] in first.stdout and queue[0]["left"]["path"] in first.stdout
    assert f"1 judged, {len(queue) - 1} left open" in first.stdout and "s same 同一案" in first.stdout
    assert [(row["judgement"], row["left"], row["why"]) for row in rows(store)] == [
        ("different", queue[0]["left"]["id"], "會後確認")
    ]
    second = answering(store, "skip\n" * len(queue))
    assert f"0 judged, {len(queue) - 1} left open" in second.stdout
    assert queue[0]["left"]["name"] not in second.stdout
    third = answering(store, "u\n" * (len(queue) - 1))
    assert f"{len(queue) - 1} judged, 0 left open" in third.stdout
    assert json.loads(run("review", "--json", "--store", store).stdout) == []


def test_a_review_builds_the_graph_once_at_its_end(run: Yange, store: Path) -> None:
    before = content(store)
    answered = answering(store, "b\n")
    assert "1 judged" in answered.stdout and "built anew" in answered.stdout
    left, right = (rows(store)[0][side] for side in ("left", "right"))
    with yange.open(store) as kg:
        steps = [(step.source.id, step.target.id) for step in kg.lineage(left).descendants]
        assert (left, right) in steps
    assert content(store) != before
    assert answering(store, "").exit_code == 0 and len(rows(store)) == 1


def test_a_review_is_plain_text_when_it_is_piped(store: Path) -> None:
    assert "\x1b" not in answering(store, "skip\n").stdout


def test_copy_takes_the_judgements_along(run: Yange, store: Path, tmp_path: Path) -> None:
    run("same", OLD, NEW, "--store", store)
    target = tmp_path / "backup" / "copy.kgl"
    target.parent.mkdir()
    assert run("copy", store, target).exit_code == 0
    assert (target.parent / "copy.ledger.csv").read_bytes() == store.with_name("minutes.ledger.csv").read_bytes()
    (target.parent / "copy.ledger.csv").write_text("other", "utf-8")
    assert run("copy", store, target).exit_code == 5
    assert run("copy", store, target, "--overwrite").exit_code == 0


def test_the_facade_judges_in_any_spelling(store: Path) -> None:
    with yange.open(store) as kg:
        asked = kg.doubts()
        judged = kg.judge("same", "地熱發電廠 經驗交流", "新興能源經驗交流案", who="某甲", why="確認")
        assert kg.find_case(OLD).thing == kg.find_case(NEW).thing
        assert len(kg.doubts()) == len(asked) - 1
        assert [one.id for one in kg.judgements()] == [judged.id]
        assert kg.undo(judged.id) == judged and len(kg.doubts()) == len(asked)
