"""Who is asked by when: nine of ten requests name the right ones, nineteen of twenty days are right, over every set."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from graph.interchange import ActionItem
from graph.interchange_json import sha256_of
from loaders.lexicon.platforms import platforms
from loaders.minutes import parse
from loaders.reading import Document
from tests.gold.corpus import SETS, annotated
from tests.gold.scoring import scored

TASKS = tomllib.loads((Path(__file__).parent / "tasks.toml").read_text("utf-8"))["seed"]


@pytest.mark.parametrize("seed", TASKS, ids=lambda seed: seed["file"])
def test_the_requests_of_a_seed_as_a_reader_has_them(seed: dict[str, object], shared: Path) -> None:
    (path,) = (shared / "seeds").glob(f"{seed['file']}*.txt")
    text = path.read_text("utf-8")
    read = parse(Document(text, path.name, path.stem, "text/plain"))
    assert read.source.sha256 == sha256_of(text)
    found: dict[int, tuple[ActionItem, str]] = {
        item.quote.start: (item, minutes.meeting.platform) for minutes in read.minutes for item in minutes.action_items
    }
    counts: Counter[str] = Counter()
    for wanted in seed["requests"]:  # type: ignore[attr-defined]
        counts["asked"] += 1
        item, platform = found.get(wanted["at"], (None, ""))
        if item is None:
            continue
        every = set(platforms()[platform].members_on(None))
        counts["found"] += 1
        counts["who"] += {body.name for body in item.assignees} == (
            every if wanted["asks"] == ["all"] else set(wanted["asks"])
        )
        counts["when"] += item.due == wanted.get("due")
    assert counts["found"] == counts["asked"]
    assert counts["who"] >= 0.93 * counts["found"] and counts["when"] == counts["found"], counts


def test_the_requests_of_all_annotated_minutes() -> None:
    counts: Counter[str] = Counter()
    for name in SETS:
        for one in annotated(name):
            counts.update(scored(one).result.action_items)
    assert counts["found"] >= 0.82 * counts["gold"], counts
    assert counts["assignees"] >= 0.9 * counts["found"], counts
    assert counts["due.right"] >= 0.965 * counts["due.gold"], counts
