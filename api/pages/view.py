"""What an address says about how to look: language, day, inferred statements, what is chosen.

Always true: the whole state of a page stands in its address; links keep what the reader set and leave out what is
usual, so equal views have equal addresses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Query, Request

from api.dependencies import AsOf
from graph.vocabulary import Label
from visualizations.words import Calendar, Language, Words, day

Parameters = tuple[tuple[str, str], ...]

_PLACES: dict[Label, str] = {
    Label.CASE: "cases",
    Label.MEETING: "meetings",
    Label.AGENCY: "agencies",
    Label.PLATFORM: "platforms",
    Label.PROGRAM: "programs",
    Label.DOCUMENT: "documents",
}
"""Labels that have a page of their own; what has another label is shown in the network."""


@dataclass(frozen=True, slots=True)
class View:
    """How one page is looked at."""

    path: str
    language: Language = Language.ZH
    as_of: str | None = None
    inferred: bool = True
    sel: str | None = None
    """Id of the node, mark or arrow whose evidence is shown."""
    own: Parameters = field(default=())
    """What else the page was asked for, in the order of the address."""

    @property
    def calendar(self) -> Calendar:
        """The calendar in which days are written."""
        return Calendar.ROC if self.language is Language.ZH else Calendar.ISO

    def say(self, words: Words) -> str:
        """The words in the page's language."""
        return words.of(self.language)

    def day(self, iso: str | None) -> str:
        """A day as the page writes it; empty for none."""
        return day(iso, self.calendar) if iso else ""

    def here(self, **changes: str | bool | None) -> str:
        """This page, looked at otherwise.

        >>> View("/search", own=(("q", "青創&"),)).here(lang="en")
        '?q=青創%26&lang=en'
        """
        path = "" if changes else self.path
        return self._address(path, self.own, {"sel": self.sel, **changes}) or "?"

    def to(self, path: str, *own: tuple[str, str], **changes: str | bool | None) -> str:
        """Another page, looked at the same way; what was chosen here is not chosen there."""
        return self._address(path, own, {"sel": None, **changes})

    @property
    def place(self) -> str:
        """This page without what is said after its path."""
        return _quoted(self.path)

    def node(self, label: Label | str, id: str, **changes: str | bool | None) -> str:
        """The page of a node.

        >>> View("/").node("Case", "case:甲/乙")
        '/cases/case:甲/乙'
        """
        place = _PLACES.get(Label(label))
        if place is None:
            return self.to("/explore", ("node", id), **changes)
        return self.to(f"/{place}/{id}", **changes)

    def more(self, name: str, value: str) -> str:
        """This page with one thing more of a kind."""
        return View(self.path, self.language, self.as_of, self.inferred, None, (*self.own, (name, value))).here(
            sel=None
        )

    def graph_of(self, nodes: Iterable[str], *, page: bool = False) -> str:
        """The network of some nodes alone: its page, or its data."""
        return self.to("/explore" if page else "/explore.json", *(("only", id) for id in nodes))

    def file(self, path: str, *own: tuple[str, str]) -> str:
        """A file that the API makes of what this page shows; ``path`` stands below its root, ids in it quoted whole."""
        told = [*own, ("calendar", self.calendar.value), ("lang", self.language.value)]
        told += [("as_of", self.as_of)] if self.as_of else []
        return f"/api/v1/{path}?" + "&".join(f"{name}={_quoted(value)}" for name, value in told)

    def picture(self, place: str, id: str, ending: str) -> str:
        """The lineage that this page shows, as a file.

        >>> View("/").picture("cases", "case:甲/乙", "svg")
        '/api/v1/cases/case%3A%E7%94%B2%2F%E4%B9%99/lineage.svg?inferred=1&calendar=roc&lang=zh'
        """
        return self.file(f"{place}/{quote(id, safe='')}/lineage.{ending}", ("inferred", "1" if self.inferred else "0"))

    @property
    def kept(self) -> Parameters:
        """What a form on this page hands on beside its own fields."""
        return tuple(_told(self._state({})))

    @property
    def data(self) -> str:
        """The address of the same data."""
        path = "/index" if self.path == "/" else self.path
        return self._address(f"{path}.json", self.own, {"sel": self.sel})

    def _state(self, changes: dict[str, str | bool | None]) -> dict[str, str | bool | None]:
        english = "en" if self.language is Language.EN else None
        return {"lang": english, "as_of": self.as_of, "inferred": self.inferred} | changes

    def _address(self, path: str, own: Parameters, changes: dict[str, str | bool | None]) -> str:
        state = self._state(changes)
        kept = [(name, value) for name, value in own if name not in changes]
        told = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in [*kept, *_told(state)])
        return _quoted(path) + (f"?{told}" if told else "")


def _quoted(text: str) -> str:
    """The text as a part of an address; ideographs stay as they are, which all browsers understand."""
    return "".join(
        char if char > "\xa0" and char.isalnum() else quote(char, safe="/:@,", errors="replace") for char in text
    )


def _told(state: dict[str, str | bool | None]) -> list[tuple[str, str]]:
    """What has to be said: nothing that is so anyway."""
    return [(name, "0" if value is False else str(value)) for name, value in state.items() if value not in (None, True)]


_STATE = ("lang", "as_of", "inferred", "sel")


def view(
    request: Request,
    as_of: AsOf,
    lang: Annotated[Language, Query()] = Language.ZH,
    inferred: Annotated[bool, Query()] = True,
    sel: Annotated[str | None, Query(max_length=1000)] = None,
) -> View:
    """How the page asked for is looked at."""
    own = tuple((name, value) for name, value in request.query_params.multi_items() if name not in _STATE)
    return View(request.scope["path"], lang, as_of, inferred, sel, own)


Looked = Annotated[View, Depends(view)]
