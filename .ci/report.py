"""Say what the tests ran and on which servers; fail when one was skipped or no server was there, for the gate has
../shared beside it and all else they need."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

SERVER = re.compile(r"[\[-]((?:\d|20\d\d)\.\d{2}\.\d+)[\]-]")
"""The version of a server in the name of a test that ran on it."""


def main(report: str) -> int:
    """Print tests by folder and server; return 1 when a test was skipped, when none ran at all or none on a server, or
    when ../shared is missing."""
    cases = list(ElementTree.parse(report).iter("testcase"))
    rooms = Counter(".".join(case.get("classname", "").split(".")[:2]) for case in cases)
    for room, count in sorted(rooms.items()):
        print(f"{count:6d}  {room}")
    skipped = [(case, note) for case in cases for note in case.iter("skipped")]
    for case, note in skipped:
        print(f"SKIPPED {case.get('classname')}::{case.get('name')}: {note.get('message')}")
    ran = [case.get("name", "") for case in cases if case.find("skipped") is None]
    servers = Counter(found[1] for name in ran if (found := SERVER.search(name)))
    for server, count in sorted(servers.items()):
        print(f"{count:6d}  on Neo4j {server}")
    shared = Path("../shared/gold").is_dir()
    there = "there" if shared else "MISSING"
    print(f"{len(ran)} tests ran, {len(skipped)} skipped, {len(servers)} servers, ../shared {there}")
    return int(bool(skipped) or not ran or not servers or not shared)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
