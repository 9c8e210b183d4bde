"""The libraries that are fetched when the package is built: which, in what version, under what licence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.pages import STATIC


def test_the_lock_file_names_no_address_and_has_a_hash_for_everything(root: Path) -> None:
    text = (root / "package-lock.json").read_text("utf-8")
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert "resolved" not in text and "://" not in text
    assert len(packages) >= 5
    assert all(
        one["integrity"].startswith("sha512-") and one["version"] and one["license"] for one in packages.values()
    )


def test_what_is_asked_for_is_one_version_each(root: Path) -> None:
    asked = json.loads((root / "package.json").read_text("utf-8"))
    versions = {**asked["dependencies"], **asked["devDependencies"]}
    assert versions.keys() == {"cytoscape", "cytoscape-fcose", "axe-core"}
    assert all(version[0].isdigit() for version in versions.values())


def test_no_library_is_kept_in_the_repository(root: Path) -> None:
    kept_out = (root / ".gitignore").read_text("utf-8").splitlines()
    assert "/api/pages/static/vendor/" in kept_out and "/node_modules/" in kept_out


@pytest.mark.usefixtures("libraries")
def test_every_library_has_a_notice(root: Path) -> None:
    notice = (STATIC / "vendor" / "NOTICE.txt").read_text("utf-8")
    packages = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    for name in ("cytoscape", "layout-base", "cose-base", "cytoscape-fcose"):
        assert f"{name} {packages[f'node_modules/{name}']['version']}\nLicence: MIT" in notice
    assert len(list((STATIC / "vendor").glob("*.js"))) == 4
