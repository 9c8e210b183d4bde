"""The installed command in a process of its own: pipes, encodings, module form, and the façade's public names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import yange

YANGE = [sys.executable, "-m", "yange"]


def call(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "YANGE_STORE"}
    environment |= {"PYTHONUTF8": "1", **more}
    return subprocess.run([*YANGE, *arguments], capture_output=True, text=True, encoding="utf-8", env=environment)


def test_piped_answers_have_no_colour_and_unbroken_lines(loaded: Path) -> None:
    result = call("lineage", "環教小尖兵", "--store", str(loaded), TERM="xterm-256color")
    assert result.returncode == 0 and "\x1b" not in result.stdout
    quote = next(line for line in result.stdout.splitlines() if "名稱業經更改為" in line)
    assert quote.rstrip().endswith("基北北桃-教育文化組-2023-2025.txt:172")


def test_progress_stays_off_a_pipe_and_results_alone_on_standard_output(tmp_path: Path, minutes: Path) -> None:
    result = call("load", str(minutes), "--store", str(tmp_path / "p.kgl"))
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 1


def test_a_reader_that_stops_early_is_no_error_of_ours(loaded: Path) -> None:
    command = f"{sys.executable} -m yange export - --store '{loaded}' | head -c 100"
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, encoding="utf-8")
    assert result.stdout.startswith('{\n "nodes"') and "Traceback" not in result.stderr


def test_a_locale_that_is_not_utf8_still_gets_the_answer(loaded: Path) -> None:
    result = call("lineage", "環教小尖兵", "--store", str(loaded), "--json", PYTHONUTF8="0", LC_ALL="C.UTF-8")
    assert json.loads(result.stdout)["case"]["name"].startswith("基北北桃")


def test_help_imports_nothing_heavy() -> None:
    heavy = ("rich", "kglite", "pydantic", "queries", "loaders")
    code = f"import sys, yange.cli; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.stdout.strip() == "[]"


def test_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert call("--version").stdout.strip() == f"yange, version {yange.__version__}"
    assert version("yange") == yange.__version__


def test_the_public_names_of_the_facade() -> None:
    assert yange.__all__ == ["Knowledge", "__version__", "open", "samples"]
    assert sorted(name for name in vars(yange.Knowledge) if not name.startswith("_")) == [
        "actions", "ask", "audit", "calendar", "case", "close", "collaboration", "collaborators", "cypher", "doubts",
        "evaluate", "export", "find_case", "find_meeting", "graph", "judge", "judgements", "lineage", "load",
        "meeting", "meetings", "network", "remove", "review", "search", "standings", "store", "table", "undo",
        "verify",
    ]  # fmt: skip
