"""The font: where it is looked for, that it is tried, and what is said when there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import reportlab  # type: ignore[import-untyped]

from tests.visualizations.files.demo import demo
from tests.visualizations.files.reading import drawings
from visualizations.errors import FontError
from visualizations.files import fonts, png
from visualizations.files.fonts import NAMED, find_fonts

LATIN = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    find_fonts.cache_clear()
    yield
    find_fonts.cache_clear()


def packaged() -> Path:
    return Path(str(fonts._packaged()[0].path))


def test_a_font_is_found_and_draws() -> None:
    found = find_fonts()
    assert all(file.is_file() for file in found.files)
    assert "TC" in found.family or found.family == "Microsoft JhengHei"


def test_a_named_file_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAMED, str(packaged()))
    assert find_fonts() == fonts.Fonts((packaged(),), "Noto Sans CJK TC", bold=False)


def test_the_package_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAMED, raising=False)
    monkeypatch.setattr(fonts, "_installed", list)
    assert find_fonts().files == (packaged(),)


def test_a_font_in_the_folders_of_the_desktop_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fonts").mkdir()
    shutil.copy(LATIN, tmp_path / "fonts")
    monkeypatch.setenv("XDG_DATA_DIRS", f"/nowhere:{tmp_path}")
    assert str(tmp_path / "fonts" / LATIN.name) in {cut.path for cut in fonts._installed()}


@pytest.mark.parametrize(("file", "says"), [(LATIN, "Chinese"), (Path("/nowhere/font.otf"), "no such file")])
def test_a_named_file_that_cannot_draw_is_refused(file: Path, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAMED, str(file))
    with pytest.raises(FontError, match=says) as refused:
        find_fonts()
    assert str(file) in str(refused.value) and NAMED in str(refused.value)


def test_a_font_of_the_right_name_without_the_characters_is_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_TAIWAN", ("Bitstream Vera Sans",))
    cuts = fonts._inside({LATIN.parent})
    assert any(cut.family == "Bitstream Vera Sans" and cut.weight == 400 for cut in cuts)
    assert fonts._among(cuts) is None


def test_without_a_font_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAMED, raising=False)
    monkeypatch.setattr(fonts, "_installed", list)
    monkeypatch.setattr(fonts, "_packaged", list)
    with pytest.raises(FontError, match="pip install noto-cjk-sans-otc") as refused:
        png.png(drawings(demo())[0])
    assert refused.value.exit_code == 8
