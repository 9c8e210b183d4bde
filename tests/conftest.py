"""What every test may ask for. ``shared`` is the team's material beside the checkout: a test without it is skipped, and
the gate (.ci/run) does not let a skipped test pass."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The bundled sample minutes."""
    return sorted((ROOT / "samples").glob("*.txt"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared; skips the test where it is not there."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared")
    return folder
