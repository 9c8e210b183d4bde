"""Who speaks at a sitting, and what was found in its words.

Always true: city and agency names are official; ``Found`` offsets count characters of the squeezed text that was read.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.interchange import Body


@dataclass(frozen=True, slots=True)
class Setting:
    """What 本市, 本局 and 四市 mean at a sitting; ``members`` are the platform's cities on its day."""

    host_city: str | None
    host_agency: str | None
    platform: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Bodies that ``text[start:end]`` means; ``collective`` when a word like 四市, 各縣市 or 雙北 stands for them."""

    start: int
    end: int
    bodies: tuple[Body, ...]
    collective: bool = False


NOWHERE = Setting(None, None, "", ())
"""No host and no platform: words that point mean nobody."""
