"""The catalogue of messages and the colours, without a browser."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import api.pages
from api.pages.messages import Messages, catalogue
from api.pages.terms import LABELS, TERMS
from graph.vocabulary import EdgeType, Label
from visualizations.drawing import style
from visualizations.words import Language

ROOM = Path(api.pages.__file__).parent
TEMPLATES = sorted((ROOM / "templates").glob("*.jinja"))
OURS = [*(ROOM / "static").glob("*.*"), *TEMPLATES]


def test_every_message_is_said_in_both_languages() -> None:
    assert len(catalogue()) > 100
    for name, words in catalogue().items():
        assert words.zh.strip() and words.en.strip(), name
        assert _fields(words.zh) == _fields(words.en), name


def test_every_message_that_a_template_says_is_there_and_every_one_is_said() -> None:
    text = "".join(one.read_text("utf-8") for one in TEMPLATES)
    said = set(re.findall(r"\bt\.([a-z_]+)", text))
    families = re.findall(r't\["([a-z]+_)" ~', text)
    said |= {name for name in catalogue() if name.startswith(tuple(families))}
    assert said == set(catalogue())


def test_a_message_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = Messages(Language.EN).nothing_of_the_kind


def test_every_term_of_the_graph_has_its_words() -> None:
    assert set(LABELS) == set(Label) and set(TERMS) == set(EdgeType)


def test_no_template_says_chinese_or_english_of_its_own() -> None:
    for one in TEMPLATES:
        text = re.sub(r"\{[{%#].*?[%#}]\}", "", one.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search("[\u4e00-\u9fff]", text), one.name


@pytest.mark.parametrize("path", OURS, ids=lambda one: one.name)
def test_nothing_of_ours_asks_another_machine(path: Path) -> None:
    found = re.findall(r"https?://[^\s\"'<>]+", path.read_text("utf-8"))
    assert [one for one in found if not one.startswith("http://www.w3.org/")] == []


def _fields(text: str) -> set[str | None]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the light and of the dark."""
    text = (ROOM / "static" / "base.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", text, re.DOTALL)[:2]
    found = {
        name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for name, part in (("light", light), ("dark", dark))
    }
    assert found["light"].keys() == found["dark"].keys()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_of_pages_can_be_read(scheme: str) -> None:
    held = palettes()[scheme]
    words = ("ink", "muted", "lane", "ended", "merged", "renamed", "split", "expanded", "carried", "inferred")
    for paper in ("paper", "panel", "band", "chosen"):
        for word in words:
            assert contrast(held[word], held[paper]) >= 4.5, (word, paper)
    assert contrast(held["mark-ink"], held["mark"]) >= 4.5
    for name in held:
        if name.startswith("h-"):
            assert contrast(held["ink"], held[name]) >= 7, name
    assert contrast(held["field"], held["paper"]) >= 3


def test_every_colour_of_a_picture_has_one_for_the_dark() -> None:
    text = (ROOM / "static" / "picture.css").read_text("utf-8")
    fills = dict(re.findall(r'\[fill="(#\w+)"\] \{ fill: (#\w+)', text))
    strokes = dict(re.findall(r'\[stroke="(#\w+)"\] \{ stroke: (#\w+)', text))
    paper, band = fills[style.PAPER], fills[style.BAND]
    inks = (style.INK, style.MUTED, style.LANE, style.ENDED, style.MERGED, style.RENAMED, style.SPLIT, style.EXPANDED,
            style.CARRIED, style.INFERRED, *style.CITIES)  # fmt: skip
    for ink in inks:
        assert fills[ink] == strokes[ink]
        assert min(contrast(fills[ink], paper), contrast(fills[ink], band)) >= 4.5, ink
