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
    from graph.interchange import ParsedDocument
    from graph.judgement import Doubt, Judged, Judgement
    from graph.model import Graph
    from graph.verification import Mismatch
    from queries.actions import Owed
    from queries.audit.suppression import Reviewed
    from queries.collaboration import Pair
    from queries.dossier import CaseDossier, MeetingDossier
    from queries.evaluation import Evaluation
    from queries.events import Sitting
    from queries.network import Network
    from queries.partners import Partner
    from queries.schedule import Series
    from queries.search import Found, Hit
    from queries.tracking import TrackingRow
    from yange.loading import Loaded, Report
    from yange.review import Review
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

    def __init__(self, address: str | Path, ledger: str | Path | None = None) -> None:
        self.address = address
        self._ledger = ledger
        self._reader: GraphStore | None = None
        self._review: Review | None = None

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
        from loaders.identity.ledger_file import read
        from yange.loading import load

        self.close()
        ledger = read(self.review.ledger)
        with open_store(self.address, write=True) as store:
            return load(store, map(Path, paths), report, discard_edits=discard_edits, ledger=ledger)

    def remove(self, files: Iterable[str | Path]) -> tuple[ParsedDocument, ...]:
        """Make the store as if it had never seen some documents; see ``yange.loading.remove``."""
        from loaders.identity.ledger_file import read
        from yange.loading import remove

        self.close()
        ledger = read(self.review.ledger)
        with open_store(self.address), open_store(self.address, write=True) as store:
            return remove(store, map(str, files), ledger=ledger)

    @property
    def review(self) -> Review:
        """The judgements on names: all that ``doubts``, ``judge``, ``undo`` and ``judgements`` do, and more."""
        if self._review is None:
            from yange.review import Review

            self._review = Review(self.address, self._ledger)
        return self._review

    def doubts(self) -> list[Doubt]:
        """Names that may be one case, and cases that may have gone on as another: what people should judge."""
        return self.review.doubts()

    def judge(self, judgement: Judgement | str, left: str, right: str, *, who: str, why: str = "") -> Judged:
        """Say of two names that they are ``same``, ``different``, ``unsure``, or that the left ``became`` the right.

        The names may be in any spelling, or be ids; the graph follows at once. Raises: NotFoundError for a name that is
        not there or not one, Contradiction where other judgements say something else.
        """
        from graph.judgement import Judgement

        ids = [self.review.meant(name).id for name in (left, right)]
        return self.review.judge(Judgement(judgement), ids[0], ids[1], who=who, why=why)

    def undo(self, id: str) -> Judged:
        """Take a judgement back; the graph follows at once. NotFoundError for an id that no judgement has."""
        return self.review.undo(id)

    def judgements(self) -> tuple[Judged, ...]:
        """Every judgement of the ledger, the undone ones, too."""
        return self.review.judgements()

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

    def calendar(self, as_of: str | None = None) -> tuple[Series, ...]:
        """Which sitting of each series comes next, who hosts it, what waits for it, which are missing."""
        from queries.schedule import schedule

        return schedule(self.store, as_of=as_of)

    def actions(self, as_of: str | None = None, *, overdue: bool = False) -> tuple[Owed, ...]:
        """Who owes what by when, and what later minutes report of it; see ``queries.actions.owed``."""
        from queries.actions import owed

        return owed(self.store, as_of=as_of, overdue=overdue)

    def table(self, platform: str | None = None, as_of: str | None = None) -> tuple[TrackingRow, ...]:
        """The cases on the list 列管表 as of an ISO day; see ``queries.tracking``."""
        from queries.tracking import tracking

        return tracking(self.store, platform=platform, as_of=as_of)

    def collaboration(self, limit: int = 20) -> list[Pair]:
        """The pairs of agencies that share most cases."""
        from queries.collaboration import collaboration

        return collaboration(self.store, limit)

    def audit(self, as_of: str | None = None, suppressions: str | Path | None = None) -> Reviewed:
        """What the minutes lose or contradict, as of an ISO day, less what a person put aside; see ``queries.audit``.

        ``suppressions``: the file of findings put aside; if not said, the one beside the store, where there is one.
        """
        from graph.store import beside
        from queries.audit import audit
        from queries.audit.suppression import SUPPRESSIONS, review

        given = Path(suppressions) if suppressions else beside(self.address, SUPPRESSIONS)
        return review(audit(self.store, as_of), given if suppressions or given.is_file() else None)

    def network(
        self,
        of: str = "agencies",
        *,
        weight: str = "all",
        platform: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Network:
        """Who works with whom; see ``queries.network.network``. ``of``: agencies, cities or groups."""
        from queries.network import Of, Weight, network

        return network(self.store, of=Of(of), weight=Weight(weight), platform=platform, since=since, until=until)

    def collaborators(
        self, agency: str, *, platform: str | None = None, since: str | None = None, until: str | None = None
    ) -> tuple[Partner, ...]:
        """With whom an agency works, on what and since when; NotFoundError with the nearest names."""
        from queries.partners import partners
        from queries.search import find

        meant = find(self.store, agency, Label.AGENCY).thing.id
        return partners(self.store, meant, platform=platform, since=since, until=until)

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
        if self._review is not None:
            self._review.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(address: str | Path, ledger: str | Path | None = None) -> Knowledge:
    """The knowledge in the store at a path; a store that is not there yet is made by the first ``load``.

    ``ledger``: the file of people's judgements; beside the store if not said.
    """
    return Knowledge(address, ledger)
