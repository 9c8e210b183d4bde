"""compose.yaml and Dockerfile: what is promised of them, as far as it can be read without running a container."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.servers import neo4j

ROOT = Path(__file__).resolve().parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


def sources() -> set[str]:
    """What the Dockerfile copies out of the checkout."""
    lines = [line.split()[1:] for line in DOCKERFILE.splitlines() if line.startswith("COPY ")]
    return {one for words in lines if not words[0].startswith("--from") for one in words[:-1]}


def settings() -> dict[str, str]:
    """The server's settings that compose.yaml makes, under the server's own names."""
    made = {name: value for name, value in SERVICES["neo4j"]["environment"].items() if name != "NEO4J_AUTH"}
    assert all(name.startswith("NEO4J_") for name in made)
    named = {name.removeprefix("NEO4J_"): value for name, value in made.items()}
    return {re.sub("__|_", lambda sign: "_" if sign[0] == "__" else ".", name): one for name, one in named.items()}


def test_there_is_a_server_and_the_application() -> None:
    assert set(SERVICES) == {"neo4j", "yange"}
    assert SERVICES["yange"]["build"] == "."


def test_whom_others_wait_for_says_when_it_is_well() -> None:
    awaited = [
        (name, condition["condition"])
        for one in SERVICES.values()
        for name, condition in one.get("depends_on", {}).items()
    ]
    assert awaited == [("neo4j", "service_healthy")]
    for name, _ in awaited:
        check = SERVICES[name]["healthcheck"]
        assert check["test"][0] == "CMD-SHELL" and "cypher-shell" in check["test"][1] and "RETURN 1" in check["test"][1]
        assert {"interval", "timeout", "retries", "start_period"} <= set(check)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_bounded_and_says_why_it_has_no_check(name: str) -> None:
    assert re.fullmatch(r"\d+[gm]", SERVICES[name]["mem_limit"])
    assert "healthcheck" in SERVICES[name]
    for port in SERVICES[name].get("ports", ()):
        assert re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port), port


def test_the_password_comes_from_outside_and_has_no_default() -> None:
    text = (ROOT / "compose.yaml").read_text("utf-8")
    asked = re.findall(r"\$\{NEO4J_PASSWORD[^}]*\}", text)
    assert len(asked) == 2 and all(one.startswith("${NEO4J_PASSWORD:?") for one in asked)
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", SERVICES["neo4j"]["environment"]["NEO4J_AUTH"])
    assert re.fullmatch(r"\$\{NEO4J_PASSWORD:\?[^}]+\}", SERVICES["yange"]["environment"]["NEO4J_PASSWORD"])
    assert "$$" in SERVICES["neo4j"]["healthcheck"]["test"][1], "the container's shell reads it, not compose"
    assert "PASSWORD" not in DOCKERFILE


def test_the_server_has_no_variable_that_it_would_take_for_a_setting() -> None:
    # The image makes a setting of every NEO4J_… variable and does not start with one that it does not know.
    known = {line.split("=")[0] for line in neo4j._CONF.splitlines()}
    assert settings() and set(settings()) <= known


def test_the_memory_of_the_server_is_within_its_bound() -> None:
    def megabytes(text: str) -> int:
        return int(text[:-1]) * (1024 if text[-1] == "g" else 1)

    heap, pages = settings()["server.memory.heap.max_size"], settings()["server.memory.pagecache.size"]
    assert megabytes(heap) + megabytes(pages) + 512 <= megabytes(SERVICES["neo4j"]["mem_limit"])
    assert megabytes(settings()["db.memory.transaction.max"]) < megabytes(heap)


def test_the_server_is_of_the_version_that_is_tested() -> None:
    image, tag = SERVICES["neo4j"]["image"].split(":")
    assert image == "neo4j" and tag == f"{'.'.join(neo4j.STABLE.split('.')[:2])}-community"


def test_what_is_kept_is_kept_in_named_volumes() -> None:
    kept = dict(one.split(":")[:2] for one in SERVICES["neo4j"]["volumes"])
    assert set(kept) == set(COMPOSE["volumes"]) and "/data" in kept.values()


def test_the_application_reads_the_minutes_and_writes_only_the_server() -> None:
    service = SERVICES["yange"]
    assert service["environment"]["YANGE_STORE"] == "bolt://neo4j:7687"
    assert service["volumes"] == ["${MINUTES:-./samples}:/minutes:ro"]
    assert service["read_only"] is True and service["cap_drop"] == ["ALL"]


def test_the_image_has_all_that_the_wheel_is_made_of() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*wheel["packages"], *wheel["force-include"], "pyproject.toml", "constraints.txt"}
    needed |= {project["project"]["readme"], *project["project"]["license-files"]}
    assert needed <= sources()
    assert all((ROOT / one).exists() for one in sources())
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in ignored if line.startswith("!")} == sources()


def test_the_image_runs_as_nobody_in_particular_and_pins_what_it_installs() -> None:
    last = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    user = re.search(r"^USER (\S+)$", last, re.MULTILINE)
    assert user and user[1] not in ("root", "0") and f"useradd --system --uid 10001 --create-home {user[1]}" in last
    assert last.index("USER") < last.index('ENTRYPOINT ["yange"]')
    assert "--constraint constraints.txt" in DOCKERFILE
    assert "://" not in DOCKERFILE and "index-url" not in DOCKERFILE
    python = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    images = re.findall(r"^FROM python:(\d+)\.(\d+)-slim", DOCKERFILE, re.MULTILINE)
    floor = tuple(map(int, python.removeprefix(">=").split(".")))
    assert len(images) == 2 and all(tuple(map(int, image)) >= floor for image in images)
