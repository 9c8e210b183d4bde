"""Text for Mermaid, drawn by Mermaid in a real browser and read back."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from graph.vocabulary import EdgeType, Role
from queries.chronicle import Chronicle, History
from queries.steps import CaseName
from tests.servers.neo4j import cache
from tests.visualizations.browser import Visit, opened
from tests.visualizations.chronicles import PLATFORM, event, sitting, step
from tests.visualizations.participations import agency, crowd, held, part, small
from visualizations.collaboration import Options as Speech
from visualizations.collaboration import network
from visualizations.files.mermaid import lineage_mermaid, network_mermaid, quoted
from visualizations.lineage import Options, chart

VERSION = "12.3.0"
NASTY = (
    "end", 'of "quotes"', "[square] (round) {curly}", "a --> b", "第一行\n第二行", "back\\slash \\n", "`*mark*` _x_",
    "<b>bold</b><script>window.hacked=1</script>", "#quot; &amp; #35;", "1. list", "subgraph x", "%% comment", "A & B",
    "click n1 call alert()", "; semicolon", "|pipe|", "/slash/", "~tilde~", "$$math$$", "graph TD", "http://evil.example",
)  # fmt: skip


@pytest.fixture(scope="module")
def mermaid() -> Path:
    """Mermaid itself, installed once, outside the checkout."""
    if shutil.which("npm") is None:
        pytest.skip("needs npm")
    folder = cache().parent / "mermaid" / VERSION
    script = folder / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
    if not script.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text("{}", "utf-8")
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--no-save", f"mermaid@{VERSION}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return script


@pytest.fixture(scope="module")
def visit(browser: Browser, mermaid: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    page = tmp_path_factory.mktemp("mermaid") / "page.html"
    page.write_text("<!doctype html><meta charset=utf-8><body></body>", "utf-8")
    with opened(browser, page) as visit:
        visit.page.add_script_tag(content=mermaid.read_text("utf-8"))
        yield visit


def labels(visit: Visit, text: str, kind: str = ".nodeLabel") -> list[str]:
    """What the nodes of the picture say."""
    script = """async ([text, kind]) => {
      mermaid.initialize({startOnLoad: false});
      document.body.innerHTML = (await mermaid.render('drawn', text)).svg;
      return [...document.querySelectorAll(kind)].map(one => one.textContent);
    }"""
    found: list[str] = visit.page.evaluate(script, [text, kind])
    return found


@pytest.mark.parametrize("name", NASTY)
def test_any_name_is_one_label(visit: Visit, name: str) -> None:
    view = network(
        held(*(part(agency(n, f"{name}{n}"), CaseName("case:1", name, None), n, Role.HOST) for n in range(2))),
        Speech(),
        cases=True,
    )
    shown = sorted("".join(one.split()) for one in labels(visit, network_mermaid(view)))
    assert shown == sorted("".join(one.split()) for one in (f"{name}0", f"{name}1", name))
    assert visit.page.evaluate("() => window.hacked") is None and visit.asked == []


def test_the_lineage_has_its_cases_and_arrows(visit: Visit) -> None:
    spring, summer = sitting(1, "2023-03-01"), sitting(2, "2023-06-01")
    cases = [CaseName(f"case:{n}", name, PLATFORM) for n, name in enumerate(NASTY)]
    kinds = (EdgeType.RENAMED_TO, EdgeType.MERGES_INTO, EdgeType.SPLITS_INTO)
    histories = [
        History(case, "end", None, (event(EdgeType.CONTINUED_AT, spring if n % 2 else summer, n),))
        for n, case in enumerate(cases)
    ]
    steps = [step(kinds[n % 3], cases[2 * n + 1], cases[2 * n], "2023-06-01", n, inferred=n == 0) for n in range(8)]
    told = Chronicle(tuple(histories), tuple(steps), {}, None)
    made = chart(told, Options(inferred=True))
    text = lineage_mermaid(made)
    shown = {"".join(one.split()) for one in labels(visit, text)}
    assert {"".join(case.name.split()) for case in cases} <= shown
    assert len(labels(visit, text, ".edgeLabel p")) == len(made.arrows) == 8
    assert text.count("-.->") == 1 and "推論" in text


def test_the_network_says_how_many_cases_are_shared(visit: Visit) -> None:
    view = network(small(), Speech())
    text = network_mermaid(view)
    assert set(labels(visit, text)) == {"甲市環保局", "乙市環保局", "海洋署"}
    assert labels(visit, text, ".edgeLabel p") == ["2"]
    assert network_mermaid(network(crowd(2), Speech())) == network_mermaid(network(crowd(2), Speech()))


@given(st.text())
def test_a_label_holds_nothing_but_letters_and_codes(text: str) -> None:
    told = quoted(text)
    assert told.startswith('"') and told.endswith('"')
    assert re.fullmatch(r"(?:[^\W_]|[ 、，。：；？！「」『』（）《》〈〉－／·]|#\d+;)*", told[1:-1])
