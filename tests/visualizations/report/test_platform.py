"""The report on a platform: what it says is in the minutes, where it says it is footnoted, and its files open."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

import yange
from graph.store import GraphStore
from visualizations.drawing.profile import PROFILES, ProfileName
from visualizations.drawing.shapes import Group, Text
from visualizations.files.saving import save_report
from visualizations.report.blocks import Block, Figure, Heading, Note, Paragraph, Report, Span, Table
from visualizations.report.platform import Scope, platform_report
from visualizations.words import Calendar, Language

PLATFORM = "基北北桃合作交流平臺"


@pytest.fixture(scope="module")
def store(samples: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with yange.open(tmp_path_factory.mktemp("report") / "samples.kgl") as kg:
        kg.load(samples)
        yield kg.store


def scope(language: Language = Language.ZH, since: str = "2023-01-01", until: str = "2024-12-31") -> Scope:
    return Scope(PLATFORM, since, until, language, Calendar.ROC, PROFILES[ProfileName.A4_PORTRAIT])


@pytest.fixture(scope="module")
def report(store: GraphStore) -> Report:
    return platform_report(store, scope())


def spans(block: Block) -> list[Span]:
    if isinstance(block, Table):
        return [span for row in block.rows for cell in row for span in cell]
    if isinstance(block, Figure):
        return list(block.caption)
    return list(block.spans) if isinstance(block, Paragraph) else []


def notes(report: Report) -> list[Note]:
    """Notes by first mention."""
    return list(dict.fromkeys(note for block in report.blocks for span in spans(block) for note in span.notes))


def table(report: Report, caption: str) -> Table:
    return next(block for block in report.blocks if isinstance(block, Table) and block.caption == caption)


def texts(table: Table) -> list[list[str]]:
    return [["".join(span.text for span in cell) for cell in row] for row in table.rows]


def test_it_has_all_sections_in_order(report: Report) -> None:
    heads = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert [head[:2] for head in heads] == ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、"]


def test_its_figures_are_those_of_its_tables(report: Report) -> None:
    figures = {row[0]: int(row[1]) for row in texts(table(report, "本期數據"))}
    changes = [row[2] for row in texts(table(report, "案名與案件變動"))]
    assert figures["更名"] == sum("更名" in change for change in changes) > 0
    assert figures["合併"] == sum("合併" in change for change in changes) > 0
    assert figures["成案案件"] == len({row[1] for row in texts(table(report, "新增成案"))})
    assert figures["解除列管案件"] == len({row[1] for row in texts(table(report, "解除列管案件"))})
    (tracked,) = [
        block
        for block in report.blocks
        if isinstance(block, Table) and "列管案件" in block.caption and "截至" in block.caption
    ]
    assert figures["期末列管案件"] == len(tracked.rows) > 0


def test_every_statement_has_a_note_or_says_that_it_is_inferred(report: Report) -> None:
    for block in report.blocks:
        if isinstance(block, Table) and block.caption != "本期數據":
            for row in block.rows:
                held = [span for cell in row for span in cell]
                assert any(span.notes for span in held) or any("推論" in span.text for span in held), held


def test_notes_quote_the_minutes(report: Report, samples: list[Path]) -> None:
    minutes = {path.name: re.sub(r"\s", "", path.read_text("utf-8")) for path in samples}
    assert len(notes(report)) > 20
    for note in notes(report):
        quote = note.text[note.text.index("：「") + 2 : note.text.rindex("」")]
        (file,) = [name for name in minutes if name in note.text]
        assert re.sub(r"\s", "", quote) in minutes[file]


def test_numbers_in_pictures_are_those_of_the_notes(report: Report) -> None:
    told = {note: number for number, note in enumerate(notes(report), 1)}
    figures = [block for block in report.blocks if isinstance(block, Figure) and "沿革" in block.caption[0].text]
    assert figures
    mentioned: set[int] = set()
    waiting: set[int] = set()
    for block in (*report.blocks, Heading("")):
        if not isinstance(block, Paragraph):
            assert waiting <= mentioned  # the notes of a figure stand with it, before anything else is told
            waiting = _shown(block) if block in figures and isinstance(block, Figure) else set()
            assert waiting or block not in figures
        mentioned |= {told[note] for span in spans(block) for note in span.notes}


def _shown(figure: Figure) -> set[int]:
    """The numbers that a lineage picture shows."""
    groups = [shape for shape in figure.drawing.walk() if isinstance(shape, Group) and shape.kind in ("case", "arrow")]
    texts = [shape.text for group in groups for shape in group.shapes if isinstance(shape, Text)]
    return {number for text in texts if re.fullmatch(r"[\d,–]+", text) for number in _numbers(text)}


def _numbers(text: str) -> list[int]:
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("–")
        found += range(int(first), int(last or first) + 1)
    return found


def test_a_period_without_anything_says_so(store: GraphStore) -> None:
    empty = platform_report(store, scope(since="2026-01-01", until="2026-12-31"))
    said = [span.text for block in empty.blocks for span in spans(block)]
    assert said.count("本期無。") >= 3 and texts(table(empty, "本期數據"))[0][1] == "0"


def test_english_words_around_chinese_quotes(store: GraphStore) -> None:
    english = platform_report(store, scope(Language.EN))
    heads = [block.text for block in english.blocks if isinstance(block, Heading)]
    assert heads[0] == "1. Summary" and english.title == f"Lineage report: {PLATFORM}"
    assert any("renamed" in span.text for block in english.blocks for span in spans(block))


def test_the_report_opens_in_libreoffice_as_pdf_and_as_a_page(report: Report, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("needs the program soffice")
    files = [tmp_path / f"report-{ending}.{ending}" for ending in ("docx", "odt", "pdf", "html")]
    for file in files:
        assert save_report(report, file) == [file]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    office = [str(file) for file in files[:2]]
    printed = tmp_path / "printed"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(printed), *office]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    wanted = [
        text for block in report.blocks if isinstance(block, Table) for row in texts(block) for text in row if text
    ]
    for pdf in (*(printed / f"{file.stem}.pdf" for file in files[:2]), files[2]):
        pages = pypdfium2.PdfDocument(pdf)
        assert len(pages) >= 4
        said = re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in pages))
        for text in wanted:
            assert _found(text, said), (pdf.name, text)
        for note in notes(report):
            assert _found(note.text, said), (pdf.name, note.text)
    page = LexborHTMLParser(files[3].read_text("utf-8"))
    assert len(page.css("table")) == sum(isinstance(block, Table) for block in report.blocks)
    assert len(page.css("svg")) == sum(isinstance(block, Figure) for block in report.blocks)
    assert not page.css("script") and not page.css("[href^=http]")


def _found(text: str, said: str) -> bool:
    """Whether the words are there; the foot of a page may stand between two of them, and parts one piece in two."""
    bare = re.sub(r"\s", "", text)
    pieces = [bare[at : at + 4] in said for at in range(0, max(1, len(bare) - 4), 4)]
    return bare in said or (len(pieces) > 3 and pieces.count(False) <= 1)
