"""What Yange needs on a machine, and whether it is there.

Always true: a check changes nothing and never raises; one that fails says what to do.
"""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.errors import YangeError
from graph.store import open_store


class Health(StrEnum):
    """How a check went."""

    GOOD = "good"
    ABSENT = "absent"
    """Not there, and not needed for what Yange does now."""
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    what: str
    health: Health
    says: str


def examine(store: str) -> list[Finding]:
    """All checks, in the order in which one would mend things. In: path or address of the store."""
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (_python, _packages, _font, lambda: _store(store), _browser)
    return [finding for check in checks for finding in check()]


def _python() -> Iterator[Finding]:
    yield Finding("Python", Health.GOOD, ".".join(map(str, sys.version_info[:3])))


def _packages() -> Iterator[Finding]:
    for name, use in (
        ("kglite", "stores in a file"),
        ("neo4j", "stores on a server"),
        ("resvg-py", "PNG"),
        ("typst", "PDF"),
        ("python-docx", "DOCX"),
        ("odfdo", "ODT and ODS"),
        ("openpyxl", "XLSX"),
        ("rdflib", "Turtle and JSON-LD"),
        ("pyvis", "networks in a browser"),
    ):
        try:
            yield Finding(name, Health.GOOD, version(name))
        except PackageNotFoundError:
            yield Finding(name, Health.BAD, f"is needed for {use}; pip install {name}")


def _font() -> Iterator[Finding]:
    from visualizations.files.fonts import find_fonts

    try:
        fonts = find_fonts()
    except YangeError as error:
        yield Finding("font 字型", Health.BAD, str(error))
        return
    bold = "" if fonts.bold else "; without a bold cut, so headings are drawn in the regular one"
    yield Finding("font 字型", Health.GOOD, fonts.family + bold)


def _store(address: str) -> Iterator[Finding]:
    server = "://" in address
    what = "server 伺服器" if server else "store 資料庫"
    if not server and not Path(address).exists():
        yield Finding(what, Health.ABSENT, f"there is none at {address} yet; yange load makes it")
        return
    try:
        with open_store(address) as store:
            (row,) = store.query("MATCH (n) RETURN count(n) AS nodes").records()
        yield Finding(what, Health.GOOD, f"{address} holds {row['nodes']:,} nodes")
    except YangeError as error:
        yield Finding(what, Health.BAD, str(error))


def _browser() -> Iterator[Finding]:
    try:
        yield Finding("browser 瀏覽器", Health.GOOD, webbrowser.get().__class__.__name__)
    except webbrowser.Error:
        yield Finding("browser 瀏覽器", Health.ABSENT, "none was found; pages written as .html open in any browser")
