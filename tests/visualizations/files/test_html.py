"""HTML, read by selectolax and shown by Chromium."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from tests.visualizations.files.demo import demo
from tests.visualizations.files.reading import bare, drawings, drawn, lost, notes, pages, spans, texts
from visualizations.drawing.profile import ProfileName
from visualizations.files import html
from visualizations.report.blocks import Heading, Report, Table
from visualizations.words import Language

Open = Callable[..., str]


@pytest.fixture(scope="module")
def page(a4: Report) -> LexborHTMLParser:
    return LexborHTMLParser(html.report(a4).decode())


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, a4: Report) -> Path:
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_bytes(html.report(a4))
    return path


def test_every_word_is_there_as_often_as_it_should_be(a4: Report, page: LexborHTMLParser) -> None:
    main = page.css_first("main")
    assert main is not None
    seen = bare(main.text())
    wanted = [*texts(a4), *drawn(a4)]
    assert lost(wanted, seen) == {}
    whole = bare("".join(wanted))
    for note in notes(a4):
        assert seen.count(bare(note)) == whole.count(bare(note)) == 1


def test_the_language_the_title_and_the_headings(a4: Report, slides: Report, page: LexborHTMLParser) -> None:
    assert page.css_first("html").attributes["lang"] == "zh-Hant-TW"
    assert LexborHTMLParser(html.report(slides).decode()).css_first("html").attributes["lang"] == "en"
    assert page.css_first("title").text() == page.css_first("h1").text() == a4.title
    levels = [int(each.tag[1]) - 1 for each in page.css("main > h2, main > h3")]
    assert levels == [block.level for block in a4.blocks if isinstance(block, Heading)]


def test_nothing_is_loaded_and_nothing_runs(page: LexborHTMLParser) -> None:
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    style = page.css_first("style").text()
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert b64encode(sha256(style.encode()).digest()).decode() in policy
    assert page.css("script, link, iframe, object, embed, form, img, [style], [onclick], [onload]") == []
    links = [each.attributes["href"] or "" for each in page.css("a")]
    assert links and all(link.startswith("#") for link in links)
    assert "url(" not in style and "@import" not in style


def test_notes_link_there_and_back(a4: Report, page: LexborHTMLParser) -> None:
    ids = [each.attributes["id"] for each in page.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = [(each.attributes["href"] or "")[1:] for each in page.css("a")]
    assert set(targets) <= set(ids)
    marks = page.css("a[role=doc-noteref]")
    assert len(marks) == len(page.css("a[role=doc-backlink]")) == sum(len(span.notes) for span in spans(a4))
    order = {text: str(number) for number, text in enumerate(notes(a4), 1)}
    assert [mark.text() for mark in marks] == [order[note.text] for span in spans(a4) for note in span.notes]
    for number, item in enumerate(page.css("section li"), 1):
        assert item.attributes["id"] == f"note-{number}"
        assert item.text().startswith(notes(a4)[number - 1])


def test_pictures_and_tables_are_named(a4: Report, page: LexborHTMLParser) -> None:
    figures = page.css("figure[role=figure]")
    for number, (figure, drawing) in enumerate(zip(figures, drawings(a4), strict=True), 1):
        assert figure.attributes["aria-labelledby"] == figure.css_first("figcaption").attributes["id"]
        assert figure.css_first("figcaption").text().startswith(f"圖 {number}　")
        vector = figure.css_first("svg")
        assert vector.css_first("title").text() == drawing.title
        assert vector.css_first("desc").text() == drawing.description
        assert float((vector.attributes["width"] or "").removesuffix("pt")) == pytest.approx(drawing.width, abs=0.01)
    tables = [block for block in a4.blocks if isinstance(block, Table)]
    for element, table in zip(page.css("table"), tables, strict=True):
        assert element.css_first("caption").text() == f"表 1　{table.caption}"
        assert [head.text() for head in element.css("thead th[scope=col]")] == [each.title for each in table.columns]
        assert len(element.css("tbody tr")) == len(table.rows)


def test_the_page_of_the_print_is_that_of_the_profile(a4: Report, page: LexborHTMLParser) -> None:
    style = page.css_first("style").text()
    assert f"size: {a4.profile.page_width:.2f}pt {a4.profile.page_height:.2f}pt" in style
    assert '@bottom-center { content: "第 " counter(page) " 頁／共 " counter(pages) " 頁"' in style


@pytest.mark.parametrize("name", ProfileName)
@pytest.mark.parametrize("language", Language)
def test_equal_reports_are_equal_bytes(name: ProfileName, language: Language) -> None:
    assert html.report(demo(name, language, rows=2)) == html.report(demo(name, language, rows=2))


def test_a_browser_shows_it_and_finds_nothing_to_refuse(saved: Path, chromium: Open) -> None:
    picture = saved.with_suffix(".png")
    wrote = chromium(saved, "--window-size=1000,1200", f"--screenshot={picture}")
    assert "Content Security Policy" not in wrote and "CONSOLE" not in wrote
    shown = Image.open(picture).convert("L")
    assert shown.getpixel((5, 5)) == 255
    assert sum(shown.histogram()[:120]) > 5_000


def test_pictures_stay_on_white_in_the_dark(saved: Path, chromium: Open) -> None:
    picture = saved.with_suffix(".dark.png")
    chromium(saved, "--window-size=1000,1600", "--blink-settings=preferredColorScheme=0", f"--screenshot={picture}")
    shown = Image.open(picture).convert("L")
    assert shown.getpixel((5, 5)) < 40
    light = shown.histogram()[255]
    assert 0.1 < light / (shown.width * shown.height) < 0.6


def test_a_phone_does_not_scroll_sideways(saved: Path, tmp_path: Path, chromium: Open) -> None:
    """Shown in a frame as narrow as a phone."""
    narrow = tmp_path / "phone.html"
    narrow.write_text(f'<iframe src="{saved.as_uri()}" width="375" height="1500" style="border:0"></iframe>')
    picture = tmp_path / "phone.png"
    chromium(narrow, "--window-size=700,1500", "--allow-file-access-from-files", f"--screenshot={picture}")
    shown = Image.open(picture).convert("L")
    assert sum(shown.crop((8, 8, 383, 1400)).histogram()[:120]) > 3_000
    right = shown.crop((366, 8, 383, 1000)).histogram()
    assert sum(right[:120]) == 0  # the margin of the page is empty: no text is cut off at its edge


def test_paper_gets_every_page_with_its_number(saved: Path, a4: Report, chromium: Open) -> None:
    printed = saved.with_suffix(".pdf")
    chromium(saved, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    read = [bare(page) for page in pages(printed)]
    assert len(read) > 5
    for number, text in enumerate(read, 1):
        assert f"第{number}頁／共{len(read)}頁" in text
    assert lost(texts(a4), "".join(read)) == {}
    heads = [number for number, page in enumerate(read) if "合作案會議決議" in page]
    assert heads == list(range(heads[0], heads[-1] + 1)) and len(heads) >= 3
    assert len(re.findall(r"圖[123](?:教|機|全)", "".join(read))) == len(drawings(a4))
