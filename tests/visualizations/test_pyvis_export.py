"""The network as an HTML file, opened in a real browser: it stands alone, shows ink, and stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from graph.vocabulary import Role
from queries.participation import Participation
from queries.steps import CaseName
from tests.visualizations.browser import opened
from tests.visualizations.participations import agency, crowd, held, part, small
from visualizations.collaboration import Network, Options, network
from visualizations.pyvis_export import html
from visualizations.words import Language

EVIL = (
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    '<a href="javascript:window.hacked = 3">href</a>',
    "'\"`${window.hacked = 4}`</style><style>@import 'http://evil.example/x.css'",
    "{{ 7 * 7 }}{% raw %}\\u003cscript\\u003e\u2028\u2029\x00\ud800",
)


def hostile() -> Participation:
    """Every text that a picture takes holds something that wants to be more than text."""
    parts = []
    for n, evil in enumerate(EVIL):
        case = CaseName(f"case:{evil}", f"{n}{evil}", evil)
        for m in range(2):
            who = replace(agency(2 * n + m, f"{m}{evil}", evil), id=f"agency:{m}{evil}")
            told = part(who, case, 10 * n + m, Role.RESPONSIBLE, text=evil)
            parts.append(replace(told, mentions=tuple(replace(one, meeting=evil) for one in told.mentions)))
    return held(*parts, cities=EVIL)


def written(view: Network, title: str, folder: Path) -> Path:
    file = folder / "network.html"
    file.write_text(html(view, title), encoding="utf-8")
    return file


INK = """() => {
  const canvas = document.querySelector('canvas');
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  let ink = 0;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] > 0) ink += 1;
  return ink;
}"""


@pytest.mark.parametrize("cases", [False, True])
def test_a_browser_draws_it_and_asks_for_nothing(browser: Browser, tmp_path: Path, cases: bool) -> None:
    file = written(network(small(), Options(), cases=cases), "機關合作網絡", tmp_path)
    with opened(browser, file) as visit:
        assert visit.page.locator("canvas").count() == 1
        visit.page.wait_for_timeout(300)
        assert visit.page.evaluate(INK) > 2000
        assert visit.page.locator("h1").inner_text() == "機關合作網絡"
        assert visit.page.locator("table").is_visible()
        assert (visit.asked, visit.errors) == ([], [])
    assert [path.name for path in tmp_path.iterdir()] == ["network.html"]


@pytest.mark.parametrize("cases", [False, True])
def test_what_names_and_quotes_hold_stays_text(browser: Browser, tmp_path: Path, cases: bool) -> None:
    file = written(network(hostile(), Options(), cases=cases), EVIL[0], tmp_path)
    with opened(browser, file) as visit:
        visit.page.wait_for_timeout(300)
        visit.page.mouse.move(600, 400)
        assert visit.page.evaluate("() => window.hacked") is None
        assert (visit.asked, visit.errors) == ([], [])
        assert visit.page.evaluate(INK) > 2000
        assert visit.page.locator("h1").inner_text() == EVIL[0]
        told = visit.page.locator("tbody").inner_text()
        assert all(evil in told for evil in EVIL[:3])
        assert visit.page.locator("main script, main img, main a, div.popup").count() == 0


def test_the_table_has_the_links_of_the_picture() -> None:
    view = network(crowd(3, 12, 10), Options())
    tree = LexborHTMLParser(html(view, "合作"))
    rows = {row.attributes["data-id"]: [cell.text() for cell in row.css("td")] for row in tree.css("tbody tr")}
    names = {node.id: node.name for node in view.nodes}
    assert set(rows) == {link.id for link in view.links}
    for link in view.links:
        one, other, weight, words, _ = rows[link.id]
        assert (one, other, weight, words) == (names[link.a], names[link.b], str(link.weight), link.words)
    drawn = re.search(r"edges = new vis.DataSet\((\[.*?\])\);", html(view, "合作"))
    assert drawn is not None and all(f'"to": "{link.b}"' in drawn[1] for link in view.links)


def test_nothing_may_be_loaded_and_only_hashed_scripts_run() -> None:
    page = html(network(small(), Options(Language.EN)), "Cooperation")
    tree = LexborHTMLParser(page)
    policy = tree.css_first("meta[http-equiv]").attributes["content"] or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-") and "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]
    assert tree.css("[src], link, iframe, object, a[href]") == []
    outside = re.sub(r"<script>.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert "http" not in outside.replace("http-equiv", "")
    assert tree.css_first("noscript") is not None and tree.css_first("html").attributes["lang"] == "en"


def test_equal_networks_give_equal_bytes() -> None:
    assert html(network(crowd(5), Options()), "合作") == html(network(crowd(5), Options()), "合作")
