"""The same minutes written otherwise say the same things: equal cases, sittings, events and lineage, for every document
and every variant (of the blind minutes, which are many, every third one by turns). A document that fails here is a
fault of the reading, never a reason to weaken the comparison."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.vocabulary import Label
from loaders.identity.normal import normal_form
from loaders.lexicon.bodies import cities
from loaders.lexicon.platforms import platforms, regions
from queries.evaluation.score import PARTS
from tests.gold.corpus import SETS, Annotated, annotated, documents, graph_of, text_of
from tests.metamorphic.other_cities import CITIES, PLATFORMS, REGIONS, exchanged
from tests.metamorphic.variants import VARIANTS, WIDTH, Variant

Said = tuple[str, ...]
"""One thing that a graph says, in terms that do not depend on how the document is written."""

COMPARED = {str(kind) for part in ("events", "lineage", "plan") for kind in PARTS[part]}
IN_COLUMNS = {"06-pengjinma-transport-pdf", "06-離島三縣-交通民生組-PDF", "06-離島-健康照護組-PDF"}
"""Tables in columns of blanks whose cells go on beneath: the place on the line alone tells in which column, and no
reader could know it of lines that are broken once more."""
VARIED = [
    pytest.param(path, variant, id=f"{name}/{path.stem}-{variant.name}")
    for name in SETS
    for at, path in enumerate(documents(name))
    for turn, variant in enumerate(VARIANTS)
    if not (name.startswith("blind-") and (at + turn) % 3)  # the many take every third variant, by turns
    if not (variant.name.startswith("wrapped") and path.stem in IN_COLUMNS)
]
if not documents("seeds"):
    VARIED.append(pytest.param(None, VARIANTS[0], id="seeds", marks=pytest.mark.skip("needs ../shared/seeds")))
BY_NAME = {variant.name: variant for variant in VARIANTS}


def platform_of(name: str | None) -> str:
    """A platform by its first three characters, as the scorer compares them: 平臺 is not always written."""
    return normal_form(name or "")[:3]


def sitting(node: dict[str, Any], names: Callable[[str], str]) -> str:
    """What tells one sitting from another."""
    platform = platform_of(names(node["platform"] or ""))
    group = normal_form(node["group"] or "")
    parts = (platform, node["level"], group, node["roc_year"], node["ordinal"], node["date"])
    return " ".join(str(part or "–") for part in parts)


def end(node: dict[str, Any], names: Callable[[str], str]) -> str:
    """What one end of an edge means."""
    if node["label"] == Label.MEETING:
        return sitting(node, names)
    if node["label"] == Label.PLATFORM:
        return platform_of(names(node["name"]))
    return normal_form(names(node.get("name") or node.get("title") or ""))


def said(graph: dict[str, Any], names: Callable[[str], str]) -> Iterator[Said]:
    """Every case, sitting, event and step of lineage in a graph, its names written as ``names`` writes them."""
    nodes = {node["id"]: node for node in graph["nodes"]}
    for node in nodes.values():
        if node["label"] == Label.CASE:
            yield "Case", end(node, names), platform_of(names(node["platform"] or ""))
        elif node["label"] == Label.MEETING:
            yield "Meeting", sitting(node, names), "mentioned" if node["stub"] else "held"
    for edge in graph["edges"]:
        if edge["type"] in COMPARED:
            ends = (end(nodes[edge["source"]], names), end(nodes[edge["target"]], names))
            yield edge["type"], *ends, "inferred" if edge["inferred"] else "stated"


@cache
def graph_as_it_stands(path: Path) -> dict[str, Any]:
    """The graph of the unvaried document."""
    return graph_of(text_of(path), path.name)


def complaint(where: str, lost: set[Said], gained: set[Said]) -> str:
    """What a developer wants to read first."""
    lines = [
        f"  {label}  {' | '.join(one)}" for label, all in (("lost", lost), ("gained", gained)) for one in sorted(all)
    ]
    return "\n".join([f"{where} says other things:", *lines[:40], *(["  …"] if len(lines) > 40 else [])])


@pytest.mark.parametrize(("path", "variant"), VARIED)
def test_says_the_same(path: Path, variant: Variant) -> None:
    expected = set(said(graph_as_it_stands(path), variant.names))
    found = set(said(graph_of(variant.text(text_of(path)), path.name), str))
    assert found == expected, complaint(f"{path.stem} {variant.name}", expected - found, found - expected)


def every_annotated() -> list[Annotated]:
    return [one for name in SETS for one in annotated(name)]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_exchange_leaves_no_city_and_no_platform_that_a_list_holds() -> None:
    listed = {spelling for city in cities().values() for spelling in (city.name, city.short)} | set(regions())
    listed |= {spelling for one in platforms().values() for spelling in (one.name, *one.aliases)}
    texts = {path: squeezed(exchanged(text_of(path))).replace("台", "臺") for name in SETS for path in documents(name)}
    assert texts
    left = [(path.name, spelling) for path, text in texts.items() for spelling in sorted(listed) if spelling in text]
    assert not left


def test_the_invented_cities_are_in_no_list_and_no_document() -> None:
    lists = "".join(path.read_text("utf-8") for path in (SETS["samples"][0].parent / "loaders/lexicon").glob("*.toml"))
    texts = "".join(text_of(path) for name in SETS for path in documents(name))
    assert len(set(CITIES.values())) == len({name[0] for name in CITIES.values()}) == len(CITIES)
    invented = [*CITIES.values(), *REGIONS.values(), *PLATFORMS.values()]
    assert [name for name in invented if name in lists or name in texts] == []


@pytest.mark.parametrize("one", [pytest.param(a, id=f"{a.gold_path.parent.name}/{a.name}") for a in every_annotated()])
def test_a_gold_annotation_varies_along_with_its_text(one: Annotated) -> None:
    for variant in VARIANTS:
        text, gold = squeezed(variant.text(one.text)), variant.gold(one.gold)
        quotes = [squeezed(item.get("quote") or "") for item in (*gold["edges"], *gold["action_items"])]
        assert (variant.name, [quote for quote in quotes if quote not in text]) == (variant.name, [])
    gold = BY_NAME["other-cities"].gold(one.gold)
    names = [name for case in gold["cases"] for name in (case["name"], *case.get("aliases", []))]
    assert names == [exchanged(n) for case in one.gold["cases"] for n in (case["name"], *case.get("aliases", []))]


def test_variants_change_the_writing_and_nothing_else() -> None:
    text = "臺北市：「甲『乙』案」，於113年1月5日同意。\n1\t臺北市" + "丙" * 60 + "\n\n尾\n"
    blanks = ("crlf", "blank-lines", "indent-2", "indent-4", "indent-fullwidth", "wrapped", "wrapped-tables")
    assert {name: squeezed(BY_NAME[name].text(text)) for name in blanks} == dict.fromkeys(blanks, squeezed(text))
    for name in set(BY_NAME) - set(blanks):
        varied = BY_NAME[name].text(text)
        assert varied != text and len(varied) == len(text)
    rows = "項次\t提案\t決議\n1\t臺北市" + "丙" * 60 + "\t同意\n| 案 | 甲 | 乙 |\n| 案 | " + "丙" * 60 + " | 乙 |"
    broken = BY_NAME["wrapped-tables"].text(rows)
    assert squeezed(broken) == squeezed(rows) and broken.count("\n") == rows.count("\n") + 2
    assert max(map(len, broken.split("\n"))) == WIDTH
    assert "\n1\t臺北市" + "丙" * 60 + "\n" in BY_NAME["wrapped"].text(text)
    assert BY_NAME["indent-2"].text("甲\n\n乙") == "  甲\n\n  乙"
    assert BY_NAME["curly-quotes"].text("「甲『乙』」") == "“甲‘乙’”"
