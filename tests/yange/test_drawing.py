"""``yange draw``, ``report`` and ``doctor`` as a user calls them; the files are opened again by other programs."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from PIL import Image

from tests.yange.conftest import Yange

QUOTE = "名稱業經更改為"
CASE = "環教小尖兵"


def test_a_lineage_as_svg_says_what_became_of_the_case(run: Yange, loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "lineage.svg"
    done = run("draw", "lineage", CASE, "--store", loaded, "-o", file)
    assert (done.exit_code, done.stdout) == (0, f"{file}\n")
    root = ET.fromstring(file.read_text("utf-8"))
    words = [text.text or "" for text in root.findall(".//{*}text")]
    assert "更名" in words and any("淨零行動" in word for word in words)
    assert QUOTE in "".join(words)
    assert [g.get("data-kind") for g in root.findall(".//{*}g")].count("arrow") == 1


def test_a_lineage_as_png_pdf_html_docx_odt(run: Yange, loaded: Path, tmp_path: Path) -> None:
    for ending in ("png", "pdf", "html", "docx", "odt"):
        file = tmp_path / f"lineage.{ending}"
        assert run("draw", "lineage", CASE, "--store", loaded, "-o", file).exit_code == 0
        data = file.read_bytes()
        if ending == "png":
            picture = Image.open(io.BytesIO(data))
            assert picture.width > 1000 and len(picture.convert("L").getcolors(256) or []) > 10
            continue
        if ending == "pdf":
            page = pypdfium2.PdfDocument(data)[0].get_textpage()
            text = page.get_text_bounded()
        elif ending == "html":
            text = data.decode()
        else:
            with zipfile.ZipFile(io.BytesIO(data)) as held:
                parts = [
                    name for name in held.namelist() if name.endswith(("content.xml", "document.xml", "footnotes.xml"))
                ]
                text = "".join(held.read(name).decode() for name in parts)
        assert QUOTE in re.sub(r"\s", "", text), ending


def test_a_lineage_as_text_for_graphviz_and_mermaid(run: Yange, loaded: Path, tmp_path: Path) -> None:
    for ending, begins in (("dot", "digraph"), ("mmd", "")):
        file = tmp_path / f"lineage.{ending}"
        assert run("draw", "lineage", CASE, "--store", loaded, "-o", file).exit_code == 0
        text = file.read_text("utf-8")
        assert begins in text and "淨零行動" in text and "更名" in text


def test_a_group_of_many_pages_gives_numbered_files(run: Yange, loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "group.svg"
    done = run("draw", "lineage", "--group", "教育文化組", "--profile", "slide", "--store", loaded, "-o", file)
    assert done.exit_code == 0
    names = done.stdout.split()
    assert len(names) > 1 and names[0].endswith("group-1.svg") and all(Path(name).is_file() for name in names)


def test_cases_of_a_question(run: Yange, loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "some.svg"
    question = "MATCH (c:`Case`)-[:RENAMED_TO]->() RETURN c.id"
    assert run("draw", "lineage", "--cypher", question, "--store", loaded, "-o", file).exit_code == 0
    assert "更名" in file.read_text("utf-8")
    nothing = run("draw", "lineage", "--cypher", "RETURN 1 AS one", "--store", loaded, "-o", file)
    assert nothing.exit_code == 4 and "RETURN c.id" in nothing.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["-o", "x.svg"], 2, "say which cases"),
        ([CASE, "--group", "教育文化組", "-o", "x.svg"], 2, "say which cases"),
        ([CASE, "-o", "x.bmp"], 2, ".docx"),
        (["沒有這個案子", "-o", "x.svg"], 4, "沒有這個案子"),
        ([CASE, "--to", "90.1.1", "-o", "x.svg"], 4, "no case"),
        ([CASE, "-o", "no/such/folder/x.svg"], 2, "cannot be written"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    run: Yange,
    loaded: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("draw", "lineage", *arguments, "--store", loaded)
    assert done.exit_code == code and says in done.stderr
    assert not list(tmp_path.glob("x.*"))


def test_drawing_twice_gives_the_same_bytes(run: Yange, loaded: Path, tmp_path: Path) -> None:
    for ending in ("svg", "png", "pdf", "docx", "odt", "html"):
        files = [tmp_path / f"{number}.{ending}" for number in (1, 2)]
        for file in files:
            assert run("draw", "lineage", CASE, "--title", "同", "--store", loaded, "-o", file).exit_code == 0
        assert files[0].read_bytes() == files[1].read_bytes(), ending


@pytest.mark.parametrize("what", ["lineage", "matrix", "pairs", "ranking", "network", "network --cases --communities"])
def test_every_run_draws_the_same_whatever_the_order_of_its_sets(loaded: Path, tmp_path: Path, what: str) -> None:
    drawn = set()
    for seed in ("1", "2", "3"):
        file = tmp_path / f"{seed}.svg"
        command = [sys.executable, "-m", "yange", "draw", *what.split(), "--platform", "基北北桃"]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([*command, "--store", str(loaded), "-o", str(file)], check=True, env=environment)
        drawn.add(file.read_bytes())
    assert len(drawn) == 1


def test_without_a_font_nothing_is_drawn(
    run: Yange, loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from visualizations.errors import FontError
    from visualizations.files import png

    def none() -> None:
        raise FontError("no font")

    monkeypatch.setattr(png, "find_fonts", none)
    done = run("draw", "lineage", CASE, "--store", loaded, "-o", tmp_path / "x.png")
    assert done.exit_code == 8 and "no font" in done.stderr and not (tmp_path / "x.png").exists()


def test_the_doctor_tells_what_is_there(run: Yange, loaded: Path, tmp_path: Path) -> None:
    done = run("doctor", "--store", loaded, "--json")
    findings = {finding["what"]: finding for finding in json.loads(done.stdout)}
    assert done.exit_code == 0
    assert findings["font 字型"]["health"] == "good" and "nodes" in findings["store 資料庫"]["says"]
    empty = run("doctor", "--store", tmp_path / "none.kgl")
    assert empty.exit_code == 0 and "yange load makes it" in empty.stdout
    (tmp_path / "broken.kgl").write_bytes(b"no store")
    broken = run("doctor", "--store", tmp_path / "broken.kgl")
    assert broken.exit_code == 9 and "✗ store" in broken.stdout


def test_the_doctor_tells_that_a_font_is_missing(run: Yange, loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from visualizations.errors import FontError
    from visualizations.files import fonts

    def none() -> None:
        raise FontError("No font with Chinese characters was found")

    monkeypatch.setattr(fonts, "find_fonts", none)
    done = run("doctor", "--store", loaded)
    assert done.exit_code == 9 and "✗ font 字型: No font" in done.stdout


@pytest.mark.parametrize("kind", ["matrix", "pairs", "ranking", "network"])
def test_who_works_together_in_every_form(run: Yange, loaded: Path, tmp_path: Path, kind: str) -> None:
    for ending in ("svg", "pdf", "docx", "html"):
        file = tmp_path / f"{kind}.{ending}"
        done = run("draw", kind, "--group", "產業民生組", "--store", loaded, "-o", file)
        assert (done.exit_code, done.stdout) == (0, f"{file}\n")
    root = ET.fromstring((tmp_path / f"{kind}.svg").read_text("utf-8"))
    ids = {g.get("data-id") or "" for g in root.findall(".//{*}g")}
    assert any(id.startswith("agency:") for id in ids)
    assert "產業民生組" in "".join(text.text or "" for text in root.findall(".//{*}text"))


def test_a_network_as_a_page_asks_nobody_for_anything(run: Yange, loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "network.html"
    assert run("draw", "network", "--cases", "--store", loaded, "-o", file).exit_code == 0
    page = file.read_text("utf-8")
    assert "vis-network" in page and not re.search(r"""(src|href)=["']?(https?:)?//""", page)


def test_an_agency_that_is_not_known_is_told(run: Yange, loaded: Path, tmp_path: Path) -> None:
    done = run("draw", "pairs", "--agency", "沒有這個局", "--store", loaded, "-o", tmp_path / "x.svg")
    assert done.exit_code == 4 and "沒有這個局" in done.stderr
