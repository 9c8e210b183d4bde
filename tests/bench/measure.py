"""``make bench``: start-up, loading and questions, as times on this machine and as ratios that travel to another.

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
from collections.abc import Callable, Iterable
from pathlib import Path

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


def median_of(question: Callable[[], object]) -> float:
    """Seconds of one question, the median of many."""
    times = []
    for _ in range(30):
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
    print(
        f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {len(samples)} samples, {characters:,} characters\n"
    )
    print("| what | here | ratio |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
