"""What people judge of names: asking, writing down, and the graph that follows from it.

Always true: a judgement is written into the ledger before the graph is built anew, so the ledger alone says who is who;
one that contradicts another is refused and changes nothing. Safe to be asked from several threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock

from graph.errors import NotFoundError, StoreError
from graph.judgement import Doubt, Judged, Judgement
from graph.store import GraphStore, beside, open_store
from graph.vocabulary import Label
from loaders.identity import ledger_file
from loaders.identity.doubts import doubts
from loaders.identity.ledger import Ledger, canonical, case_id
from loaders.identity.normal import normal_form
from queries.catalogue import ask
from queries.search import SCATTERED, Hit, search
from queries.spelling import bare
from yange.loading import rebuild

LEDGER = ".ledger.csv"
_ANY_DOCUMENT = "MATCH (d:Document) WHERE d.parsed IS NOT NULL RETURN d.id AS id LIMIT 1"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name of a case as documents write it, with the id that judgements call it by."""

    id: str
    name: str
    platform: str


class Review:
    """The judgements on the names in one store. In: the store's address; the ledger's file, beside it if not said."""

    def __init__(self, address: str | Path, ledger: str | Path | None = None) -> None:
        self.address = address
        self.ledger = Path(ledger) if ledger else beside(address, LEDGER)
        self._lock = RLock()
        self._reader: GraphStore | None = None
        self._found: tuple[object, list[Doubt]] | None = None
        self._held: tuple[tuple[int, ...], Ledger] | None = None

    def judgements(self) -> tuple[Judged, ...]:
        """All of them in the order of the file, the undone ones, too; InputError where the file is at fault."""
        return self._said().judgements

    def doubts(self) -> list[Doubt]:
        """What is to be asked, the likeliest first; found anew when the store or the ledger has changed."""
        with self._lock:
            edition = self._store().edition()
            known = (edition, _stamp(self.ledger))
            if edition is None or self._found is None or self._found[0] != known:
                documents = self._store().documents()
                self._found = known, doubts(documents, self._said())
            return list(self._found[1])

    def answers(self, doubt: Doubt) -> bool:
        """Whether the ledger says of a doubt's two names what they are, be it that nobody knows."""
        return self._said().answers(doubt.left.id, doubt.right.id)

    def meant(self, text: str, platform: str = "") -> Spelling:
        """The spelling that a person means.

        In: a name in any spelling, or a part of one, with words of its platform before it; or an id; a platform to
        keep to. Out: how documents spell it. Raises: NotFoundError with the names it could be.
        """
        with self._lock:
            spellings = self._spellings()
            if text.startswith("case:"):
                return _by_id(text, spellings)
            best = [hit for hit in search(self._store(), text, [Label.CASE]) if hit.rank < SCATTERED]
            best = [hit for hit in best if hit.rank == best[0].rank or best[0].rank > 2]
            former = {row["id"]: row["former"] or () for row in ask(self._store(), "names")}
        here = [hit for hit in best if bare(platform) in bare(hit.thing.platform or "")]
        found = {spelling for hit in here for spelling in _spelt(hit, former[hit.thing.id], spellings)}
        if len(found) != 1:
            raise _not_one(text, sorted(found, key=lambda spelling: (spelling.name, spelling.id)))
        return found.pop()

    def judge(
        self, judgement: Judgement, left: str, right: str, *, who: str, why: str = "", apply: bool = True
    ) -> Judged:
        """Write a judgement down and build the graph anew.

        In: what is said of which two ids (``meant`` tells them), who says it and why; whether the graph is built at
        once. Out: the line of the ledger. Raises: NotFoundError for an id that no document's name has, Contradiction,
        InputError and StoreError; then nothing is written.
        """
        with self._lock, self._writing(apply) as rebuilt:
            if apply:
                spellings = self._spellings()
                left, right = (_by_id(id, spellings).id for id in (left, right))
            judged = ledger_file.judge(self.ledger, judgement, left, right, who=who, why=why, when=_now())
            rebuilt()
            return judged

    def undo(self, id: str) -> Judged:
        """Take a judgement back and build the graph anew; NotFoundError for an id that no judgement has."""
        with self._lock, self._writing() as rebuilt:
            gone = ledger_file.undo(self.ledger, id, _now())
            rebuilt()
            return gone

    def apply(self) -> bool:
        """Build the graph as the ledger has it. Out: whether it says anything new. Raises: StoreError, InputError."""
        with self._lock, self._writing() as rebuilt:
            return rebuilt()

    def close(self) -> None:
        """Let go of the store; the next question opens it again."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
                self._reader = None

    @contextmanager
    def _writing(self, apply: bool = True) -> Iterator[Callable[[], bool]]:
        """What builds the graph as the ledger has it; no other process writes the store, or the ledger, meanwhile.

        Raises: StoreError where there is no store, or no document in it, before anything is written.
        """
        if not self._store().query(_ANY_DOCUMENT).rows:
            raise StoreError(f"{self.address} holds no documents; load some minutes first (yange load PATH)")
        self._said()
        if not apply:
            yield lambda: False
            return
        self.close()
        with open_store(self.address, write=True) as store:
            yield lambda: rebuild(store, self._said())

    def _said(self) -> Ledger:
        """What the ledger says now, read anew when the file has changed."""
        stamp = _stamp(self.ledger)
        if self._held is None or self._held[0] != stamp:
            self._held = stamp, ledger_file.read(self.ledger)
        return self._held[1]

    def _store(self) -> GraphStore:
        if self._reader is None:
            self._reader = open_store(self.address)
        return self._reader

    def _spellings(self) -> dict[str, Spelling]:
        """Every spelling of a case in the store's documents, by its id; of those of one id the first."""
        cases = (c for d in self._store().documents() for m in d.minutes for c in m.cases)
        found = {Spelling(case_id(c.platform, n), n, c.platform) for c in cases for n in (c.name, *c.aliases)}
        return {one.id: one for one in sorted(found, key=lambda one: (one.id, one.name), reverse=True)}


def _by_id(text: str, spellings: dict[str, Spelling]) -> Spelling:
    try:
        id = canonical(text)
    except ValueError as error:
        raise NotFoundError(str(error)) from error
    if id not in spellings:
        raise NotFoundError(f"no document writes a name of the id {text}; yange search NAME --json shows ids")
    return spellings[id]


def _spelt(hit: Hit, former: tuple[str, ...], spellings: dict[str, Spelling]) -> list[Spelling]:
    """How documents spell what a search found: on the platform of the case, else where its name comes from."""
    form = normal_form(hit.matched)
    alone = case_id(hit.thing.platform or "", hit.matched)
    ids = [alone, *(id for id in former if id.endswith(f"/{form}"))]
    return [spellings[id] for id in ids if id in spellings][:1]


def _not_one(text: str, candidates: list[Spelling]) -> NotFoundError:
    told = "、".join(f"「{one.name}」 ({one.id})" for one in candidates[:8])
    more = f" and {len(candidates) - 8} others" if len(candidates) > 8 else ""
    if not candidates:
        return NotFoundError(f"no case is called 「{text}」; yange search finds names by their parts")
    return NotFoundError(
        f"「{text}」 could be {told}{more}; write more of the name, its platform before it, or its id",
        tuple(one.name for one in candidates[:3]),
    )


def _now() -> datetime:
    return datetime.now().astimezone()


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes whenever a file does; empty where there is none."""
    try:
        seen = path.stat()
    except FileNotFoundError:
        return ()
    return (seen.st_ino, seen.st_mtime_ns, seen.st_size)
