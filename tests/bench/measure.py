"""``make bench``: start-up, loading, questions and pictures, as times here and as ratios that travel to other machines.

Always true: every figure is the median of several runs, each loading in a process of its own; a ratio says what it is
compared with.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import GraphStore
    from tests.bench.large import Corpus

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7

_LOAD = """
import sys, time
import yange
from pathlib import Path
from yange import loading
kg = yange.open(sys.argv[1])
paths = [Path(p) for p in sys.argv[2:]]
from loaders.minutes import parse
from graph.interchange_json import loads
start = time.process_time()
kg.load(paths)
print(time.process_time() - start)
"""


def wall(command: list[str]) -> float:
    """Seconds from start to end of a process, the median of several."""

    def once() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start

    once()
    return statistics.median(once() for _ in range(RUNS))


def load_cpu(store: Path, paths: Iterable[Path]) -> float:
    """CPU seconds of one loading in a process of its own, after everything is imported."""
    command = [sys.executable, "-c", _LOAD, str(store), *map(str, paths)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout)


def median_of(question: Callable[[], object], times_asked: int = 30) -> float:
    """Seconds of one question, the median of many."""
    times = []
    for _ in range(times_asked):
        start = time.perf_counter()
        question()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def copies(folder: Path, samples: list[Path], times: int) -> list[Path]:
    """The samples several times over, each copy a text of its own."""
    made = []
    for number in range(times):
        for sample in samples:
            path = folder / f"{number:03d}-{sample.name}"
            path.write_text(sample.read_text("utf-8") + "\n" * (number + 1), "utf-8")
            made.append(path)
    return made


def pictures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Rows on drawing 300 cases of twelve years, and on keeping lineage quick as a graph grows."""
    from functools import partial

    from queries.chronicle import cases_in, chronicle
    from queries.lineage import lineage
    from tests.bench.large import Corpus
    from visualizations.drawing.profile import PROFILES, ProfileName
    from visualizations.drawing.svg import svg
    from visualizations.files.pdf import pictures as pdf
    from visualizations.files.png import png
    from visualizations.lineage import Options, chart, draw

    page = PROFILES[ProfileName.A4_LANDSCAPE]
    with store_of(folder / "300.kgl", Corpus(300)) as store:
        few = median_of(lambda: lineage(store, "case:7"))
        told = chronicle(store, cases_in(store))
        asked = median_of(lambda: chronicle(store, cases_in(store)), 5)
        drawings = draw(chart(told, Options()), "沿革", page)
        drawn = median_of(lambda: draw(chart(told, Options()), "沿革", page), 5)
        written = median_of(lambda: [svg(one) for one in drawings], 5)
        yield "histories of 300 cases", f"{asked * 1000:.0f} ms", f"{asked / few:.0f} × lineage of one of them"
        yield (
            f"lay them out on {len(drawings)} pages",
            f"{drawn * 1000:.0f} ms",
            f"{drawn / asked:.1f} × asking for them",
        )
        yield "write those pages as SVG", f"{written * 1000:.0f} ms", f"{written / drawn:.1f} × laying them out"
        as_pdf = median_of(partial(pdf, drawings, page), 3)
        yield "write them as one PDF", f"{as_pdf:.1f} s", f"{as_pdf / written:.0f} × as SVG"
        as_png = median_of(partial(png, drawings[0]), 3)
        yield "write one page as PNG, 200 dots an inch", f"{as_png:.2f} s", f"{as_png / as_pdf:.2f} × all pages as PDF"
    with store_of(folder / "3000.kgl", Corpus(3000)) as store:
        many = median_of(lambda: lineage(store, "case:7"))
        yield "lineage of one of 3,000 cases", f"{many * 1000:.1f} ms", f"{many / few:.1f} × of one of 300"


@contextmanager
def store_of(path: Path, corpus: Corpus) -> Iterator[GraphStore]:
    """A store that holds an invented corpus, open for reading."""
    from graph.store import open_store

    with open_store(path, write=True) as store:
        store.replace(corpus.graph())
    with open_store(path) as store:
        yield store


def main() -> None:
    """Print the table of docs/benchmarks.md."""
    import yange

    samples = sorted((ROOT / "samples").glob("*.txt"))
    characters = sum(len(path.read_text("utf-8")) for path in samples)
    rows: list[tuple[str, str, str]] = []
    bare = wall([sys.executable, "-c", "import click"])
    start = wall([sys.executable, "-m", "yange", "--help"])
    rows.append(("`yange --help`", f"{start:.3f} s", f"{start / bare:.1f} × a Python that imports click"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        once = statistics.median(load_cpu(folder / f"{i}.kgl", samples) for i in range(RUNS))
        again = statistics.median(load_cpu(folder / "0.kgl", samples) for _ in range(RUNS))
        rows.append(("load the samples, CPU", f"{once:.2f} s", f"{once / characters * 1e6:.0f} µs a character"))
        rows.append(("load them again, CPU", f"{again:.2f} s", f"{again / once:.1f} × the first time"))
        many = copies(folder, samples, 8)
        eight = load_cpu(folder / "many.kgl", many)
        rows.append(("load 8 times as much, CPU", f"{eight:.2f} s", f"{eight / once:.1f} × the samples once"))
        with yange.open(folder / "0.kgl") as kg:
            count = median_of(lambda: kg.cypher("MATCH (n) RETURN count(n) AS n"))
            line = median_of(lambda: kg.lineage("環教小尖兵"))
            case = median_of(lambda: kg.case("環教小尖兵"))
            found = median_of(lambda: kg.search("圖書館"))
            for what, took in (("lineage of one case", line), ("dossier of one case", case), ("search", found)):
                rows.append((what, f"{took * 1000:.1f} ms", f"{took / count:.0f} × counting all nodes"))
        rows += pictures(folder)
    print(
        f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {len(samples)} samples, {characters:,} characters\n"
    )
    print("| what | here | ratio |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
