"""Say what the tests ran; fail when one was skipped, for the gate has ../shared beside it and all else they need."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree


def main(report: str) -> int:
    """Print tests by folder; return 1 when a test was skipped, when none ran, or when ../shared is missing."""
    cases = list(ElementTree.parse(report).iter("testcase"))
    rooms = Counter(".".join(case.get("classname", "").split(".")[:2]) for case in cases)
    for room, count in sorted(rooms.items()):
        print(f"{count:6d}  {room}")
    skipped = [(case, note) for case in cases for note in case.iter("skipped")]
    for case, note in skipped:
        print(f"SKIPPED {case.get('classname')}::{case.get('name')}: {note.get('message')}")
    shared = Path("../shared/gold").is_dir()
    print(
        f"{len(cases) - len(skipped)} tests ran, {len(skipped)} skipped, ../shared {'there' if shared else 'MISSING'}"
    )
    return int(bool(skipped) or not cases or not shared)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
