"""Programs that open what was written. A test that needs one is skipped where it is not there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.visualizations.files.demo import demo
from visualizations.drawing.profile import ProfileName
from visualizations.files import docx, odt
from visualizations.report.blocks import Report
from visualizations.words import Language


def program(name: str) -> str:
    """Where a program is."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs the program {name}")
    return found


@pytest.fixture(scope="session")
def poppler() -> None:
    """pdftotext, pdffonts, pdfinfo and pdfimages."""
    for name in ("pdftotext", "pdffonts", "pdfinfo", "pdfimages"):
        program(name)


@pytest.fixture(scope="session")
def a4() -> Report:
    """The demonstration on A4."""
    return demo()


@pytest.fixture(scope="session")
def slides() -> Report:
    """The demonstration as slides, in English."""
    return demo(ProfileName.SLIDE, Language.EN, rows=12)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory, a4: Report, slides: Report) -> dict[str, Path]:
    """The word processor files as LibreOffice prints them, by kind and name: all in one run of it."""
    soffice = program("soffice")
    folder = tmp_path_factory.mktemp("office")
    sources = []
    for kind, write in (("docx", docx.report), ("odt", odt.report)):
        for name, report in (("a4", a4), ("slides", slides)):
            sources.append(folder / f"{kind}-{name}.{kind}")
            sources[-1].write_bytes(write(report))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {source.stem: source.with_suffix(".pdf") for source in sources}


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Opens a page with some switches; gives what the browser wrote."""
    browser = program("chromium")
    profile = tmp_path_factory.mktemp("browser")
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]

    def opened(page: Path, *more: str) -> str:
        command = [browser, *switches, f"--user-data-dir={profile}", "--enable-logging=stderr", *more, page.as_uri()]
        done = subprocess.run(command, check=True, capture_output=True, timeout=120)
        return done.stdout.decode() + done.stderr.decode(errors="replace")

    return opened
