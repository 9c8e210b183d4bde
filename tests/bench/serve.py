"""How long answers take over HTTP: one server process on one core, one caller, many cases.

Always true: the server is a process of its own, started as ``yange serve`` starts it; cases are taken by chance, the
same ones each time; times are those of the caller, from the request's first byte to the answer's last.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from urllib.parse import quote, urlsplit

from graph.store import open_store
from tests.bench.large import Corpus

ROOT = Path(__file__).resolve().parents[2]
_ASKED = ("lineage of one case", "/api/v1/cases/{}/lineage"), ("dossier of one case", "/api/v1/cases/{}")


class Server:
    """A server of a store, in a process of its own on one core. Ended by ``close``."""

    def __init__(self, store: Path) -> None:
        command = [sys.executable, "-m", "yange", "serve", "--store", str(store), "--port", "0"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        )
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(self._process.pid, {max(os.sched_getaffinity(0))})
        assert self._process.stdout is not None
        address = urlsplit(self._process.stdout.readline().split()[-1])
        self.connection = HTTPConnection(address.hostname or "", address.port or 0)

    def busy(self) -> float:
        """Milliseconds that the processor has worked for it; 0 where the system does not tell."""
        try:
            told = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0
        return (int(told[11]) + int(told[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


def milliseconds(connection: HTTPConnection, paths: Iterable[str]) -> list[float]:
    """How long each answer took, in ascending order; ValueError for an answer that is none."""
    times = []
    for path in paths:
        begun = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status != 200:
            raise ValueError(f"{path} answers {answer.status}")
    return sorted(times)


def rows(store: Path, times: int) -> Iterator[tuple[str, str, str, str]]:
    """What was asked, the middle and the 95th of a hundred times, and how long the processor worked for one."""
    with open_store(store) as opened:
        cases = sorted(row[0] for row in opened.query("MATCH (c:`Case`) RETURN c.id", max_rows=1_000_000).rows)
        names = sorted(row[0] for row in opened.query("MATCH (c:`Case`) RETURN c.name", max_rows=1_000_000).rows)
    chance = Random(7)
    asked = {
        what: [form.format(quote(chance.choice(cases), safe="")) for _ in range(2 * times)] for what, form in _ASKED
    }
    words = [chance.choice(names)[:4] for _ in range(times // 5)]
    asked["search"] = [f"/api/v1/search?q={quote(word)}" for word in words]
    with closing(Server(store)) as server:
        for what, paths in asked.items():
            half = len(paths) // 2
            milliseconds(server.connection, paths[:half])  # others than those that are timed
            before = server.busy()
            taken = milliseconds(server.connection, paths[half:])
            worked = (server.busy() - before) / len(taken)
            middle, late = statistics.median(taken), taken[int(len(taken) * 0.95)]
            yield f"{what} over HTTP", f"{middle:.1f} ms", f"{late:.1f} ms", f"{worked:.1f} ms"


def main() -> None:
    """Print a table for a store, made on the spot when none is given."""
    parser = argparse.ArgumentParser(description="Measure answers over HTTP.")
    parser.add_argument("store", nargs="?", type=Path, help="a store; one of invented cases is made when not told")
    parser.add_argument("--cases", type=int, default=10_000, help="how many cases that store has")
    parser.add_argument("--times", type=int, default=500, help="how often each question is asked")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder) / "large.kgl"
        if given.store is None:
            with open_store(store, write=True) as writing:
                writing.replace(Corpus(given.cases).graph())
        print("| what | half of them within | 95 of 100 within | processor, each |\n|---|---|---|---|")
        for row in rows(store, given.times):
            print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
