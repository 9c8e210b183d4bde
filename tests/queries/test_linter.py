"""Neo4j's own linter passes the whole catalogue, for Cypher 5 and 25."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from queries.catalogue import catalogue
from tests.servers.neo4j import cache

VERSION = "2.0.0-next.38"
SCRIPT = Path(__file__).with_name("lint.mjs")


@pytest.fixture(scope="module")
def linter() -> Path:
    """The folder in which the linter is installed, once, outside the checkout."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("needs node and npm")
    folder = cache().parent / "linter" / VERSION
    if not (folder / "node_modules").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text("{}", "utf-8")
        package = f"@neo4j-cypher/language-support@{VERSION}"
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--no-save", package]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def errors(linter: Path, queries: Mapping[str, tuple[str, Mapping[str, Any]]]) -> dict[str, list[str]]:
    """What the linter finds wrong, by query and version of Cypher."""
    given = {name: {"text": text, "parameters": dict(held)} for name, (text, held) in queries.items()}
    command = ["node", str(SCRIPT), str(linter)]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_the_catalogue_has_no_errors(linter: Path) -> None:
    assert errors(linter, {name: (query.text, query.example) for name, query in catalogue().items()}) == {}


def test_the_linter_finds_what_is_wrong(linter: Path) -> None:
    found = errors(linter, {"typo": ("MATCH (n RETURN n", {}), "unknown": ("MATCH (n) RETURN m", {})})
    assert found.keys() == {f"{name} (Cypher {version})" for name in ("typo", "unknown") for version in ("5", "25")}
