"""A lineage that shows itself in a notebook, and goes on as a table or a graph.

Always true: a Story is a Lineage and says no more than it; pictures and tables are made when they are asked for.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from queries.chronicle import Chronicle, History, group_of
from queries.lineage import Lineage

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import polars as pl


class Story(Lineage):
    """What became of a case and what it came out of.

    >>> import tempfile, yange
    >>> folder = tempfile.TemporaryDirectory()
    >>> kg = yange.open(f"{folder.name}/minutes.kgl")
    >>> _ = kg.load([yange.samples()])
    >>> story = kg.lineage("環教小尖兵")
    >>> story._repr_svg_()[:4], story.rows()[0]["event"], story.to_networkx().number_of_edges()
    ('<svg', 'ESTABLISHED_AT', 1)
    >>> kg.close(); folder.cleanup()
    """

    __slots__ = ()

    @classmethod
    def of(cls, line: Lineage) -> Story:
        """The story of a lineage."""
        return cls(**{name: getattr(line, name) for name in Lineage.__dataclass_fields__})

    def chronicle(self) -> Chronicle:
        """Its cases side by side, as pictures need them."""
        own = History(self.case, group_of(self.events), self.standing, self.events)
        others = (History(life.case, group_of(life.events), life.standing, life.events) for life in self.relatives)
        return Chronicle((own, *others), (*self.ancestors, *self.descendants), {}, self.as_of)

    def rows(self) -> list[dict[str, Any]]:
        """Everything that happened, one row an event or step and quote: for tables."""
        told: list[dict[str, Any]] = []
        for history in self.chronicle().histories:
            for event in history.events:
                told += _rows(
                    history.case.name, event.type, event.day, event.meeting.name, "", event.quotes, event.inferred
                )
        for step in (*self.ancestors, *self.descendants):
            told += _rows(
                step.source.name, step.type, step.day, step.meeting or "", step.target.name, step.quotes, step.inferred
            )
        return sorted(told, key=lambda row: (row["date"] or "", row["case"], row["event"], row["line"] or 0))

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a pandas DataFrame; ImportError where pandas is not installed."""
        import pandas

        return pandas.DataFrame(self.rows())

    def to_polars(self) -> pl.DataFrame:
        """The rows as a polars DataFrame; ImportError where polars is not installed."""
        import polars

        return polars.DataFrame(self.rows())

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Cases as nodes and steps as edges, from the older to the younger."""
        import networkx

        graph: nx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for history in self.chronicle().histories:
            graph.add_node(history.case.id, name=history.case.name, platform=history.case.platform)
        for step in (*self.ancestors, *self.descendants):
            graph.add_edge(step.source.id, step.target.id, type=step.type.value, date=step.date, inferred=step.inferred)
        return graph

    def _repr_svg_(self) -> str:
        """The lanes, as a notebook shows them."""
        from visualizations.drawing.profile import PROFILES, ProfileName
        from visualizations.drawing.svg import svg
        from visualizations.lineage import Options, chart, draw

        (drawing,) = draw(chart(self.chronicle(), Options()), self.case.name, PROFILES[ProfileName.SCREEN])
        return svg(drawing)

    def _repr_html_(self) -> str:
        """The lanes in a frame of their own, with the case's name for those who do not see them."""
        return f'<figure aria-label="{escape(self.case.name)}">{self._repr_svg_()}</figure>'


def _rows(
    case: str, kind: str, day: str | None, meeting: str, became: str, quotes: Any, inferred: bool
) -> list[dict[str, Any]]:
    own = {"case": case, "event": str(kind), "date": day, "meeting": meeting, "became": became, "inferred": inferred}
    said = [{"quote": quote.text, "file": quote.path, "line": quote.line} for quote in quotes]
    return [own | one for one in said or [{"quote": "", "file": "", "line": None}]]
