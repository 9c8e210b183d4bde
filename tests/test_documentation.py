"""The documents say what the code does: every command and query is there with an example; made pages are current."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from graph import schema
from queries.catalogue import catalogue
from yange.cli import main

ROOT = Path(__file__).resolve().parents[1]


def made() -> dict[str, str]:
    """The pages as a process of its own makes them, so that no test before leaves its mark."""
    command = "import json, runpy; print(json.dumps(runpy.run_path('docs/write.py')['pages']()))"
    told = subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=True, capture_output=True, text=True)
    pages: dict[str, str] = json.loads(told.stdout)
    return pages


def test_every_made_page_is_what_the_code_makes_today() -> None:
    pages = made()
    assert {"cli.md", "graph.md", "queries.md", "parsed.schema.json", "../README.md"} < set(pages)
    for name, text in pages.items():
        assert (ROOT / "docs" / name).read_text("utf-8") == text, f"{name}: run make docs"


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by what one types."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")
        else:
            yield path + name, command


@pytest.mark.parametrize(("name", "command"), list(commands(main)))
def test_every_command_has_help_with_an_example_and_is_documented(name: str, command: click.Command) -> None:
    text = command.get_help(click.Context(command, info_name=name))
    assert f"Example:\n    yange {name}" in text
    assert f"## yange {name}\n" in (ROOT / "docs/cli.md").read_text("utf-8")
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert f"yange {name}" in (ROOT / "README.md").read_text("utf-8")


def test_every_exit_code_of_an_error_is_in_the_help() -> None:
    from graph import errors as graph_errors
    from visualizations import errors
    from yange.commands.auditing import FINDINGS
    from yange.commands.reporting import MISSING

    kinds = [*vars(graph_errors).values(), *vars(errors).values()]
    codes = {kind.exit_code for kind in kinds if isinstance(kind, type) and hasattr(kind, "exit_code")}
    told = {int(code) for code in re.findall(r"^  (\d)  ", str(main.epilog), re.MULTILINE)}
    assert told == codes | {0, FINDINGS, MISSING}


def test_every_label_edge_type_and_query_has_its_heading() -> None:
    page = (ROOT / "docs/graph.md").read_text("utf-8")
    assert all(f"### {name}\n" in page for name in (*schema.NODES, *schema.EDGES))
    page = (ROOT / "docs/queries.md").read_text("utf-8")
    assert all(f"## {name}\n" in page for name in catalogue())


def test_what_parse_gives_follows_the_published_schema() -> None:
    published = json.loads((ROOT / "docs/parsed.schema.json").read_text("utf-8"))
    assert published["title"] == "yange.parsed/1"
    assert {"source", "kind", "minutes", "plans"} <= set(published["properties"])


def test_links_between_the_documents_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"


def test_the_version_is_one_everywhere() -> None:
    import yange

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == yange.__version__
    assert f"## {yange.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_dependency_is_pinned_and_no_address_is_in_the_pins() -> None:
    pins = (ROOT / "constraints.txt").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *(one for group in project["optional-dependencies"].values() for one in group)]
    for requirement in needed:
        name = re.split(r"[<>=\[;]", requirement)[0].strip()
        pattern = re.sub(r"[-_.]+", "[-_.]", name)  # the two ways of writing a name are one name
        assert re.search(rf"(?im)^{pattern}==", pins), name
    assert "://" not in pins and "@" not in pins


@pytest.mark.parametrize("target", ["demo", "neo4j", "test", "bench", "lint", "docs", "help"])
def test_make_knows_what_the_documents_promise(target: str) -> None:
    told = subprocess.run(["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True)
    assert f"make {target}" in told.stdout or target == "help"
    assert f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8")
