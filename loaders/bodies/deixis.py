"""Words that point: 本市, 本府, 本局, 市府, 該市, 該局, 貴市.

Always true: a word is recognised here and resolved by who reads it; one that goes on into another word (本市場, 本會議)
points to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.interchange import Body
from graph.vocabulary import Label
from loaders.bodies.boundaries import may_begin
from loaders.bodies.cities import Kind
from loaders.bodies.setting import Found

POINTERS = "本貴該市縣"
Means = Literal["host", "office", "that_city", "that_body"]

_MARKET = r"(?!場(?!域|次|地|館)|集(?!結|思))"
_BODY = (
    r"局(?!限(?![期時定於])|部(?!分|門)|面(?![臨對向])|勢)|處(?![理置分罰境])|委員會(?!議)|會(?![議員場期次])|"
    r"所(?![有屬在需])|中心(?![思點])|署"
)
_FORMS: tuple[tuple[Means, Kind, re.Pattern[str]], ...] = (
    ("host", Kind.SEAT, re.compile(r"[本貴](?:市政府|縣政府|市府|縣府|府(?!城))")),
    ("host", Kind.FULL, re.compile(rf"[本貴](?:市{_MARKET}|縣(?!市))")),
    ("office", Kind.SEAT, re.compile(rf"本(?:{_BODY})")),
    ("that_city", Kind.SEAT, re.compile(r"該(?:市政府|縣政府|市府|縣府|府)")),
    ("that_city", Kind.FULL, re.compile(rf"該(?:市{_MARKET}|縣(?!市))")),
    ("that_body", Kind.SEAT, re.compile(rf"該(?:{_BODY}|校|公司)")),
    ("host", Kind.SEAT, re.compile(r"(?:市|縣)(?:政府|府(?![城會]))")),
)


@dataclass(frozen=True, slots=True)
class Deixis:
    """A pointing word: where it ends, what it points to, and whether it names the government."""

    end: int
    means: Means
    kind: Kind


def deixis_at(text: str, at: int) -> Deixis | None:
    """The pointing word that begins at ``text[at]``."""
    if text[at] not in POINTERS:
        return None
    for means, kind, form in _FORMS:
        found = form.match(text, at)
        if found and (text[at] not in "市縣" or (may_begin(text, at) and text[at - 1 : at] not in ("市", "縣", "各"))):
            return Deixis(found.end(), means, kind)
    return None


def last_body(found: Sequence[Found], suffix: str) -> Body | None:
    """The last named body whose kind of name ends in ``suffix`` (局, 校); None when there is none."""
    for spot in reversed(found):
        for body in reversed(spot.bodies):
            if body.label is Label.CITY or spot.collective:
                continue
            if body.name.endswith(suffix) or (suffix == "校" and body.kind in ("school", "university")):
                return body
    return None
