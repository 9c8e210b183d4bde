"""The font that pictures and reports are drawn with.

Always true: a font is handed out only after its characters were drawn with it and seen; where there is none, a
FontError says what to do, so that no file ever has blank text.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst
from resvg_py import svg_to_bytes

from visualizations.drawing.typography import FAMILIES
from visualizations.errors import FontError

NAMED = "YANGE_FONT"
"""The variable that names font files; several are joined as in PATH."""

_TAIWAN = tuple(name for name in FAMILIES if not name.endswith(("JP", "sans-serif")))
_SEEN = "沿革臺"
_NEVER_THERE = " \U0010fffd"
_REGULAR, _BOLD = 400, range(600, 801)


@dataclass(frozen=True, slots=True)
class Fonts:
    """A font family: its files, its name, and whether a bold cut is among them."""

    files: tuple[Path, ...]
    family: str
    bold: bool

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the files lie."""
        return tuple(sorted({file.parent for file in self.files}))


@cache
def find_fonts() -> Fonts:
    """The font to draw with.

    Looked for among the files that YANGE_FONT names; else in the folders of the system, by the names of fonts with
    Taiwan's forms; else in the package noto-cjk-sans-otc. Out: the font. Raises: FontError when there is none, or when
    YANGE_FONT names files without Chinese characters.
    """
    named = os.environ.get(NAMED)
    if named:
        return _named(tuple(Path(name).expanduser().resolve() for name in named.split(os.pathsep) if name))
    fonts = _among(_installed()) or _among(_packaged())
    if fonts is None:
        raise FontError(
            "No font with Chinese characters was found, so the picture would be blank: install Noto Sans CJK TC "
            f"(pip install noto-cjk-sans-otc), or name a font file in {NAMED}."
        )
    return fonts


def _named(files: tuple[Path, ...]) -> Fonts:
    listed = ", ".join(map(str, files))
    if not all(file.is_file() for file in files):
        raise FontError(
            f"{NAMED} names {listed}, but no such file is there: name the file of a font with Chinese characters."
        )
    cuts = _inside({file.parent for file in files})
    fonts = _among([cut for cut in cuts if cut.path and Path(cut.path).resolve() in files], any_name=True)
    if fonts is None:
        raise FontError(
            f"{NAMED} names {listed}, which has no regular cut with Chinese characters: name the file of a font that "
            "has, or unset the variable to let one be found."
        )
    return fonts


def _installed() -> list[typst.FontInfo]:
    homes = [os.environ.get("XDG_DATA_HOME", ""), *os.environ.get("XDG_DATA_DIRS", "").split(os.pathsep)]
    return _inside({Path(home) / "fonts" for home in homes if home}, system=True)


def _packaged() -> list[typst.FontInfo]:
    spec = find_spec("noto_cjk_sans_otc")
    return _inside({Path(folder) for folder in spec.submodule_search_locations or ()} if spec else set())


def _inside(folders: Iterable[Path], *, system: bool = False) -> list[typst.FontInfo]:
    """Every cut of every font in the folders, and in those of the system."""
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=sorted(folders)).fonts()


def _among(cuts: Iterable[typst.FontInfo], *, any_name: bool = False) -> Fonts | None:
    """The first family that draws; one whose regular cut is a thin variable font is passed over."""
    found = [(cut.family, cut.weight, Path(cut.path)) for cut in cuts if cut.path and cut.style == "normal"]
    others = sorted({family for family, _, _ in found} - set(_TAIWAN), key=lambda name: (" TC" not in name, name))
    for family in (*_TAIWAN, *(others if any_name else ())):
        regular = [file for name, weight, file in found if name == family and weight == _REGULAR][:1]
        bold = [file for name, weight, file in found if name == family and weight in _BOLD][:1]
        if regular and _draws(regular[0], family):
            bold = [file for file in bold if _draws(file, family)]
            return Fonts(tuple(dict.fromkeys(regular + bold)), family, bool(bold))
    return None


def _draws(file: Path, family: str) -> bool:
    """Whether each character gives a picture of its own, other than the box or the blank of a missing one."""
    missing = {_picture(char, file, family) for char in _NEVER_THERE}
    return len({_picture(char, file, family) for char in _SEEN} - missing) == len(_SEEN)


def _picture(char: str, file: Path, family: str) -> bytes:
    text = f'<text y="32" font-size="32">{char}</text>'
    return svg_to_bytes(
        svg_string=f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{text}</svg>',
        skip_system_fonts=True,
        font_files=[str(file)],
        font_family=family,
    )
