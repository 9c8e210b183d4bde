"""From paths to a store that holds what their documents say.

Always true: a file that cannot be read stops no other; a store goes from the graph of some whole documents to that of
more or fewer, so a loading that is broken off is taken up by loading the same files again, and loading them twice
changes nothing; what a person edited is not overwritten by the parser unless that is asked for; what people judged of
names is looked up each time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import process

from graph.build import build
from graph.build.draft import document_id
from graph.errors import InputError, NotFoundError, StoreError
from graph.interchange import FORMAT, ParsedDocument
from graph.interchange_json import loads
from graph.model import Graph, content_hash
from graph.store import GraphStore
from loaders import identity, minutes
from loaders.identity.ledger import Ledger
from loaders.reading import Document, read_all
from queries.catalogue import ask
from queries.evidence import file_name

Report = Callable[["ParsedDocument | InputError"], None]
"""Told of every document as it is read, or why it was not."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one loading did."""

    documents: tuple[ParsedDocument, ...]
    problems: tuple[InputError, ...]
    kept: tuple[str, ...]
    """Paths of documents that a person had edited and that were therefore left as they are."""
    outdated: tuple[str, ...]
    """Paths of documents that a person had edited, and whose files have another text now, which counts."""
    changed: bool
    """Whether the store says anything new."""


NOTHING_JUDGED = Ledger()
FIRST_PART = 100
"""How many documents are read before the store is written for the first time; every part is twice the one before."""


def parsed(paths: Iterable[Path], on_error: Callable[[InputError], None]) -> Iterator[ParsedDocument]:
    """What the documents under these paths say, one after another; ``on_error`` is told why one cannot be read."""
    for path in paths:
        if path.suffix.lower() == ".json" and path.is_file():
            yield from _interchange(path, on_error)
        else:
            yield from map(minutes.parse, read_all([path], on_error))


def load(
    store: GraphStore,
    paths: Iterable[Path],
    report: Report = lambda outcome: None,
    *,
    discard_edits: bool = False,
    ledger: Ledger = NOTHING_JUDGED,
) -> Loaded:
    """Load documents into a store, beside what it holds.

    In: a store open for writing; files, folders, zips, or JSON from ``yange parse``; who is told of each document;
    whether the parser overrules what a person edited; what people judged of names. Out: what was done. Raises:
    StoreError when nothing could be written; then the store holds what it held.
    """
    loading = _Loading(store, discard_edits, ledger)
    problems: list[InputError] = []
    waiting: list[ParsedDocument] = []
    part = FIRST_PART

    def refuse(problem: InputError) -> None:
        problems.append(problem)
        report(problem)

    for document in parsed(paths, refuse):
        waiting.append(document)
        report(document)
        if len(waiting) == part:
            loading.add(waiting)
            waiting, part = [], 2 * part
    loading.add(waiting)
    return Loaded(tuple(loading.new), tuple(problems), tuple(loading.kept), tuple(loading.outdated), loading.changed)


class _Loading:
    """What one loading has put into the store so far."""

    def __init__(self, store: GraphStore, discard_edits: bool, ledger: Ledger) -> None:
        self.store = store
        self.ledger = ledger
        self.held = list(_documents(store))
        self.edited = set() if discard_edits else {d.source.sha256 for d in self.held if d.edited}
        self.new: list[ParsedDocument] = []
        self.kept: list[str] = []
        self.outdated: list[str] = []
        self.changed = False

    def add(self, documents: list[ParsedDocument]) -> None:
        """Put these documents into the store, beside what it holds."""
        self.new += documents
        self.kept += [d.source.path for d in documents if d.source.sha256 in self.edited and not d.edited]
        fresh = [d for d in documents if d.source.sha256 not in self.edited or d.edited]
        if not fresh:
            return
        texts, paths = {d.source.sha256 for d in fresh}, {d.source.path for d in fresh}
        edited = [d.source for d in self.held if d.edited and d.source.path in paths]
        self.outdated += [source.path for source in edited if source.sha256 not in texts]
        self.held = _together(self.held, fresh)
        graph = graph_of(self.held, self.ledger)
        self.changed = content_hash(graph) != self.store.content_hash() or self.changed
        self.store.replace(graph)


def remove(store: GraphStore, files: Iterable[str], *, ledger: Ledger = NOTHING_JUDGED) -> tuple[ParsedDocument, ...]:
    """Make a store as if it had never seen some documents.

    In: a store open for writing; paths as they were loaded, names of files, or ids of documents; what people judged of
    names. Out: the documents that are gone. Raises: NotFoundError for a file that is not there or is several, and then
    nothing is removed.
    """
    held = _documents(store)
    gone = {document.source.sha256: document for document in (_loaded_as(held, file) for file in files)}
    store.replace(graph_of([d for d in held if d.source.sha256 not in gone], ledger))
    return tuple(gone.values())


def rebuild(store: GraphStore, ledger: Ledger) -> bool:
    """Build what a store holds anew, with what people judged of names. Out: whether it says anything new now.

    In: a store open for writing that holds documents. Raises: StoreError when it cannot be written.
    """
    graph = graph_of(_documents(store), ledger)
    changed = content_hash(graph) != store.content_hash()
    store.replace(graph)
    return changed


def graph_of(documents: Sequence[ParsedDocument], ledger: Ledger = NOTHING_JUDGED) -> Graph:
    """The graph of these documents and no others."""
    return build(documents, identity.resolve(documents, ledger))


def _documents(store: GraphStore) -> tuple[ParsedDocument, ...]:
    """What the store's documents say; StoreError where it cannot be told of one, for building anew would lose it."""
    held = store.documents()
    unknown = len(ask(store, "document_list")) - len(held)
    if unknown:
        raise StoreError(
            f"the store holds {unknown} documents without what was read of them, and would lose them; load into another"
        )
    return held


def _loaded_as(held: Sequence[ParsedDocument], file: str) -> ParsedDocument:
    """The one document that was loaded from a file of this path or name, or has this id."""
    path = os.path.normpath(file)
    found = [d for d in held if file in (d.source.path, document_id(d.source), d.source.sha256)]
    found = found or [d for d in held if os.path.normpath(d.source.path) == path]
    found = found or [d for d in held if file == file_name(d.source.path)]
    if len(found) == 1:
        return found[0]
    paths = [d.source.path for d in found or held]
    if found:
        raise NotFoundError(f"{file} could be any of {', '.join(sorted(paths))}; name the whole path", tuple(paths[:3]))
    nearest = tuple(path for path, _, _ in process.extract(file, paths, limit=3))
    told = f"; the nearest are {', '.join(nearest)}" if nearest else ": the store holds no documents"
    raise NotFoundError(f"no document was loaded from {file}{told}", nearest)


def _together(stored: Iterable[ParsedDocument], fresh: list[ParsedDocument]) -> list[ParsedDocument]:
    """The fresh documents and those of the stored ones that they do not replace, by text or by path."""
    texts, paths = {d.source.sha256 for d in fresh}, {d.source.path for d in fresh}
    return [d for d in stored if d.source.sha256 not in texts and d.source.path not in paths] + fresh


def _interchange(path: Path, on_error: Callable[[InputError], None]) -> Iterator[ParsedDocument]:
    """The documents of a file that ``yange parse`` wrote and a person may have edited."""
    try:
        data = json.loads(path.read_bytes())
    except (ValueError, OSError) as error:
        on_error(InputError(f"{path} is no JSON ({error}); save it again from yange parse."))
        return
    for one in data if isinstance(data, list) else [data]:
        if not isinstance(one, dict) or one.get("format") != FORMAT:
            on_error(InputError(f"{path} is no parsed document ({FORMAT}); make one with yange parse FILE."))
            continue
        try:
            yield _marked(loads(json.dumps(one)))
        except InputError as error:
            on_error(InputError(f"{path}: {error}"))


def _marked(document: ParsedDocument) -> ParsedDocument:
    """The document, marked as edited where it says something else than the parser."""
    source = document.source
    read = minutes.parse(Document(source.text, source.path, source.title, source.media_type, source.pages))
    return document if document.edited else replace(document, edited=document != read)
