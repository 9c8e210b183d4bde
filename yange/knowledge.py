"""The façade: one object for one store.

Always true: a question sees the last loading that was completed; nothing is imported twice or kept open between a
loading and the next question but the reading handle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graph.errors import InputError, NotFoundError
from graph.store import GraphStore, open_store
from graph.vocabulary import Label
from queries.catalogue import Row, ask

if TYPE_CHECKING:
    from graph.build.status import Standing
    from graph.model import Graph
    from graph.verification import Mismatch
    from queries.collaboration import Pair
    from queries.dossier import CaseDossier, MeetingDossier
    from queries.evaluation import Evaluation
    from queries.events import Sitting
    from queries.search import Found, Hit
    from yange.loading import Loaded, Report
    from yange.story import Story


def samples() -> Path:
    """The folder of the bundled sample minutes."""
    here = Path(__file__).resolve().parent
    installed = here / "samples"
    return installed if installed.is_dir() else here.parent / "samples"


class Knowledge:
    """What a store knows. Open one with ``yange.open``; names may be written in any spelling, or be an id.

    >>> import tempfile, yange
    >>> folder = tempfile.TemporaryDirectory()
    >>> kg = yange.open(f"{folder.name}/minutes.kgl")
    >>> loaded = kg.load([yange.samples()])
    >>> len(loaded.documents), loaded.problems
    (5, ())
    >>> step = kg.lineage("環教小尖兵").descendants[0]
    >>> step.type.value, step.date, step.quotes[0].line
    ('RENAMED_TO', '2024-03-05', 172)
    >>> kg.verify()
    []
    >>> kg.close(); folder.cleanup()
    """

    def __init__(self, address: str | Path) -> None:
        self.address = address
        self._reader: GraphStore | None = None

    @property
    def store(self) -> GraphStore:
        """The store, open for reading; StoreError when there is none yet."""
        if self._reader is None:
            self._reader = open_store(self.address)
        return self._reader

    def load(
        self, paths: Iterable[str | Path], report: Report = lambda outcome: None, *, discard_edits: bool = False
    ) -> Loaded:
        """Load files, folders, zips or parsed JSON beside what the store holds; see ``yange.loading.load``."""
        from yange.loading import load

        self.close()
        with open_store(self.address, write=True) as store:
            return load(store, map(Path, paths), report, discard_edits=discard_edits)

    def lineage(self, name: str, as_of: str | None = None) -> Story:
        """What became of a case and what it came out of, as of an ISO day; NotFoundError with the nearest names.

        A notebook shows it as a picture; it goes on as a table (``to_pandas``, ``to_polars``) or a networkx graph.
        """
        from queries.lineage import lineage
        from yange.story import Story

        return Story.of(lineage(self.store, self.find_case(name).thing.id, as_of))

    def case(self, name: str, as_of: str | None = None) -> CaseDossier:
        """Everything about a case; NotFoundError with the nearest names."""
        from queries.dossier import case_dossier

        return case_dossier(self.store, self.find_case(name).thing.id, as_of)

    def meeting(self, name: str) -> MeetingDossier:
        """Everything about a sitting, by its title or its day; NotFoundError with the nearest names."""
        from queries.dossier import meeting_dossier

        return meeting_dossier(self.store, self.find_meeting(name).thing.id)

    def meetings(self) -> list[Sitting]:
        """All sittings in the order of their days."""
        from queries.events import sittings

        return sittings(self.store)

    def find_case(self, name: str) -> Found:
        """The case that a name means, and the others it could mean; NotFoundError with the nearest names."""
        from queries.search import find

        return find(self.store, name, Label.CASE)

    def find_meeting(self, name: str) -> Found:
        """The sitting that a title or a day means; NotFoundError with the nearest titles."""
        from queries.search import find, on_day
        from visualizations.words import iso_day

        try:
            return on_day(self.store, iso_day(name))
        except (ValueError, NotFoundError):
            return find(self.store, name, Label.MEETING)

    def search(self, text: str) -> list[Hit]:
        """Everything whose name answers to the text, the closest first; NotFoundError with the nearest names."""
        from queries.search import search

        return search(self.store, text)

    def standings(self, as_of: str | None = None) -> dict[str, Standing]:
        """Where every case stands as of an ISO day, by the id of the case."""
        from queries.status import standings

        return standings(self.store, as_of=as_of)

    def collaboration(self, limit: int = 20) -> list[Pair]:
        """The pairs of agencies that share most cases."""
        from queries.collaboration import collaboration

        return collaboration(self.store, limit)

    def cypher(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """The rows of a question in Cypher; ReadOnlyError when it would write, QueryError when it is not valid."""
        return self.store.query(query, parameters).records()

    def ask(self, name: str, **parameters: Any) -> list[Row]:
        """The rows of a query of the catalogue (``queries/NAME.cypher``)."""
        return ask(self.store, name, **parameters)

    def graph(self) -> Graph:
        """All nodes and edges."""
        return self.store.graph()

    def export(self) -> dict[str, Any]:
        """The graph as node-link JSON; ``networkx.node_link_graph(kg.export(), edges="edges")`` reads it.

        Other formats: ``graph.export.write(kg.graph(), "graph.gexf")``.
        """
        from graph.export import to_json

        return to_json(self.graph())

    def verify(self) -> list[Mismatch]:
        """Whatever in the store breaks the schema or differs from the text it quotes; empty when all is well."""
        from graph.verification import verify

        return verify(self.graph())

    def evaluate(self, gold: Mapping[str, Any], graph: Mapping[str, Any] | None = None) -> Evaluation:
        """Compare a graph with a gold annotation: an exported one, else that of gold's document in this store alone."""
        from graph.export import to_json
        from queries.evaluation import evaluate
        from yange.loading import graph_of

        if graph is None:
            named = [d for d in self.store.documents() if Path(d.source.path).name == gold.get("document")]
            if not named:
                raise NotFoundError(f"the store holds no document {gold.get('document')}; load it first")
            graph = to_json(graph_of(named[:1]))
        try:
            return evaluate(gold, graph)
        except (KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"this is no gold annotation or no exported graph ({type(error).__name__}: {error})"
            ) from error

    def close(self) -> None:
        """Let go of the store; the next question opens it again."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(address: str | Path) -> Knowledge:
    """The knowledge in the store at a path; a store that is not there yet is made by the first ``load``."""
    return Knowledge(address)
