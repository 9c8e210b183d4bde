"""Bodies on the annotated samples, with their own cities and with cities that no list holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.bodies import BodyFinder, Setting
from loaders.folding import fold

ROOT = Path(__file__).parents[3]
GOLD = sorted((ROOT / "tests" / "gold" / "samples").glob("*.json"))
RENAMED = [
    ("基北北桃", "汐霧嵐松"), ("基北桃", "汐嵐松"), ("雙北", "霧嵐"), ("北桃", "嵐松"), ("基北", "汐嵐"),
    ("臺北", "霧嶺"), ("新北", "嵐川"), ("桃園", "松原"), ("基隆", "汐海"), ("北市", "霧市"),
]  # fmt: skip
_ITEM = re.compile(r"\s*[-（一二三四五六七八九十壹貳參肆伍陸柒捌玖]|\s*[0-9]+[.、]|^$|.*：")


def _own(text: str) -> str:
    return fold(text)


def _renamed(text: str) -> str:
    text = fold(text)
    for old, new in RENAMED:
        text = text.replace(old, new)
    return text


def _bare(name: str) -> str:
    return name.replace("市政府", "市")


def _items(gold: dict[str, Any], lines: list[str], names: list[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each annotated line, joined with its wrapped rest and with case names blanked, and its edges."""
    by_line: dict[int, list[dict[str, Any]]] = {}
    for edge in gold["edges"]:
        if edge["type"] in ("INVOLVED_IN", "PROPOSES"):
            by_line.setdefault(edge["line"], []).append(edge)
    for number, edges in sorted(by_line.items()):
        text, after = lines[number - 1], number
        while after < len(lines) and not _ITEM.match(lines[after]):
            text, after = text + lines[after], after + 1
        text = re.sub(r"\s+", "", text)
        for name in names:
            text = text.replace(name, "□" * len(name))
        yield text, edges


@pytest.mark.parametrize("said", [_own, _renamed], ids=["own", "renamed"])
@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem[:6])
def test_recall_and_precision_on_annotated_items(path: Path, said: Any) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    view = said((ROOT / "samples" / f"{path.stem}.txt").read_text(encoding="utf-8"))
    finder = BodyFinder(view)
    meetings = {m["id"]: m for m in gold["meetings"]}
    spellings = {re.sub(r"\s", "", said(n)) for c in gold["cases"] for n in (c["name"], *c["aliases"])}
    wanted = hit = wrong = 0
    for text, edges in _items(gold, view.split("\n"), sorted(spellings, key=len, reverse=True)):
        meeting = meetings[edges[0]["meeting"]]
        platform = said(meeting["platform"])
        host, agency = (said(meeting[key]) if meeting[key] else None for key in ("host_city", "host_agency"))
        setting = Setting(host, agency, platform, finder.members(platform, meeting["date"]))
        subject = tuple(dict.fromkeys(said(e["from"]) for e in edges if "兩市" in e["quote"]))
        found = {_bare(b.name) for f in finder.find(text, setting, subject) for b in f.bodies}
        required = {_bare(said(e["from"])) for e in edges if not e.get("optional")}
        cases = {e["to"] for e in edges}
        allowed = {_bare(said(e["from"])) for e in gold["edges"] if e["to"] in cases}
        wanted, hit, wrong = wanted + len(required), hit + len(required & found), wrong + len(found - allowed)
    assert wanted > 10
    assert hit / wanted >= 0.97
    assert wrong / wanted <= 0.03
