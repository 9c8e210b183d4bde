"""Every city, agency and organisation that a text of the minutes names.

Always true: what is found lies in the text given, in order, without overlap; a body that cannot be told (a bare bureau
with no city and no host, 兩市 of nobody) is left out, never guessed; words in quotation marks name things, not actors.
"""

from __future__ import annotations

import re

from loaders.bodies.boundaries import HAN
from loaders.bodies.cities import Kind
from loaders.bodies.knowledge import Knowledge, learn
from loaders.bodies.scan import Scan
from loaders.bodies.setting import NOWHERE, Found, Setting
from loaders.lexicon.bodies import districts

__all__ = ["NOWHERE", "BodyFinder", "Found", "Setting"]

_BLANKS = re.compile(r"[^\S\n\t]+")
_DEFINED = re.compile(rf"（(?:以下)?(?:簡稱|簡作|下稱|稱)為?[「『]?([{HAN}]{{2,10}})[」』]?）")


class BodyFinder:
    """Finds bodies in the texts of one document, with what the document itself teaches about names."""

    def __init__(self, document_view: str) -> None:
        """``document_view``: folded text of the whole document; it teaches cities and agencies that no list holds."""
        view = _BLANKS.sub("", document_view)
        self.known: Knowledge = learn(view)
        for found in _DEFINED.finditer(view):
            self._define(
                view[max(view.rfind("\n", 0, found.start()) + 1, found.start() - 30) : found.start()], found[1]
            )

    def find(self, text: str, setting: Setting, subject: tuple[str, ...] = ()) -> tuple[Found, ...]:
        """The bodies of one item's folded, squeezed text, in order.

        ``subject``: cities that the case itself is about, for 兩市 and 雙方 on a platform of more than two. A body's
        ``written`` is empty where only a word like 四市, 本市 or 該局 stands for it.
        """
        members = setting.members or self.members(setting.platform, None)
        return Scan(self.known, text, setting, members, subject).run()

    def members(self, platform: str, date: str | None) -> tuple[str, ...]:
        """Cities of a platform on an ISO day, by the lexicon or else by the document; empty when neither tells."""
        return self.known.platforms.of(platform, date)

    def city_of_place(self, place: str) -> str | None:
        """The city in which a folded, squeezed place lies: the one it names, else the one whose district it names."""
        for at in range(len(place)):
            spelling = self.known.cities.at(place, at)
            if spelling and (spelling.kind is not Kind.SHORT or at == 0):
                return spelling.city
        owners = [
            cities
            for at in range(len(place))
            for size in (4, 3, 2)
            if len(cities := districts().get(place[at : at + size], ())) == 1
        ]
        return owners[0][0] if owners else None

    def _define(self, before: str, short: str) -> None:
        """Learn 臺北市政府教育局（以下簡稱教育局）."""
        named = self.find(before, NOWHERE)
        if named and named[-1].end == len(before) and len(named[-1].bodies) == 1:
            self.known.defined.setdefault(short, named[-1].bodies[0])
