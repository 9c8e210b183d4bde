"""A real Neo4j Community server, fetched as its Maven artifacts and run on loopback.

Always true: the server is a process of its own with a fresh home; its jars are kept in a cache outside the checkout;
what this module starts it also ends, by its process id.

    python -m tests.servers.neo4j                    # 5.26, until Ctrl-C; `make neo4j` is the same
    python -m tests.servers.neo4j --version 2026.08.1 --port 7688 --home data/neo4j
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STABLE, NEWEST = "5.26.30", "2026.08.1"
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>yange</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version><dependencies>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version></dependency>
<dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{version}</version></dependency>
</dependencies></project>
"""
_CONF = """server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled={auth}
dbms.usage_report.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
db.memory.transaction.max=512m
"""
_OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_START_SECONDS = 90


class ServerError(RuntimeError):
    """A server cannot be had here, and why."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version of Neo4j. ``jdks`` are the Java versions it runs on, the best first."""

    version: str

    @property
    def jdks(self) -> tuple[int, ...]:
        return (17, 21) if self.version.startswith("5.") else (25, 21)

    @property
    def entry(self) -> str:
        """The server's main class."""
        return f"org.neo4j.server.{'CommunityEntryPoint' if self.version.startswith('5.') else 'Neo4jCommunity'}"

    def java(self) -> Path:
        """A Java that runs it; ServerError when none is found."""
        found = {java_version(java): java for java in javas()}
        for wanted in self.jdks:
            if wanted in found:
                return found[wanted]
        wanted_ones = " or ".join(map(str, self.jdks))
        raise ServerError(
            f"Neo4j {self.version} needs Java {wanted_ones}, which was not found; install it or set JAVA_HOME"
        )

    def command(self, entry: str, *, brief: bool) -> list[str]:
        """What runs a main class of it; ServerError when there is no Java or its jars cannot be fetched."""
        opens = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENS]
        native = [] if self.version.startswith("5.") else ["--enable-native-access=ALL-UNNAMED"]
        flags = ["-Xmx1g", *(_BRIEF if brief else ()), *opens, *native]
        return [str(self.java()), *flags, "-cp", f"{self.jars()}/*", entry]

    def jars(self) -> Path:
        """The folder with its jars, fetched once; ServerError when they cannot be."""
        folder = cache() / self.version
        if (folder / ".complete").exists():
            return folder / "lib"
        if not shutil.which("mvn"):
            raise ServerError("Neo4j is fetched by Maven (mvn), which was not found; install it")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pom.xml").write_text(_POM.format(version=self.version), "utf-8")
        command = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib", "-DincludeScope=runtime"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ServerError(
                f"Neo4j {self.version} could not be fetched: {(done.stdout + done.stderr).strip()[-400:]}"
            )
        (folder / ".complete").touch()
        return folder / "lib"


def cache() -> Path:
    """Where jars are kept between runs, outside the checkout."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "yange" / "neo4j"


def javas() -> Iterator[Path]:
    """Every Java that can be found: of JAVA_HOME, on the path, and beside the one on the path."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    on_path = shutil.which("java")
    if on_path:
        home = Path(on_path).resolve().parent.parent
        homes += [home, *sorted(home.parent.iterdir())]
    yield from (java for home in homes if (java := home / "bin" / "java").is_file())


def java_version(java: Path) -> int | None:
    """The Java's version (17), as it tells itself."""
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else None


@dataclass(slots=True)
class Server:
    """A running server. ``home`` holds its data; after ``kill``, ``start`` runs it again on the same data and port.

    ``brief`` is for a life of minutes, as in tests: it starts and warms up on half the work, and is slower at its best.
    """

    release: Release
    home: Path
    port: int
    auth: bool = False
    brief: bool = False
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers; ServerError when it does not."""
        conf = self.home / "conf"
        conf.mkdir(parents=True, exist_ok=True)
        (conf / "neo4j.conf").write_text(_CONF.format(port=self.port, auth=str(self.auth).lower()), "utf-8")
        where = [f"--home-dir={self.home}", f"--config-dir={conf}", "--console-mode"]
        command = [*self.release.command(self.release.entry, brief=self.brief), *where]
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end and self.process and self.process.poll() is None:
            if taken(self.port):
                return
            time.sleep(0.2)
        log = (self.home / "server.log").read_text("utf-8", errors="replace")[-600:]
        self.stop()
        raise ServerError(f"Neo4j {self.release.version} did not start: {log}")

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in its own time."""
        self._end(signal.SIGTERM)

    def _end(self, sign: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(sign)
            self.process.wait(60)
        self.process = None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def taken(port: int) -> bool:
    """Whether somebody listens on a port already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(version: str = STABLE, *, auth: bool = False) -> Iterator[Server]:
    """A brief server with an empty database, ended and removed afterwards."""
    home = Path(tempfile.mkdtemp(prefix="yange-neo4j-"))
    server = Server(Release(version), home, free_port(), auth, brief=True)
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(home, ignore_errors=True)


def set_password(server: Server, password: str) -> None:
    """Give the user neo4j of a new server its password; ServerError when the server has another one already."""
    import neo4j
    from neo4j.exceptions import AuthError, Neo4jError

    try:
        with neo4j.GraphDatabase.driver(server.url, auth=("neo4j", password)) as driver:
            driver.verify_connectivity()
            return
    except AuthError:
        pass
    try:
        with neo4j.GraphDatabase.driver(server.url, auth=("neo4j", "neo4j")) as driver:
            statement = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
            driver.execute_query(statement, {"new": password}, database_="system")
    except AuthError as error:
        raise ServerError(f"{server.home} was made with another password; remove it or name another --home") from error
    except Neo4jError as error:
        raise ServerError(f"Neo4j does not take NEO4J_PASSWORD: {error.message}") from error


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _told(server: Server) -> str:
    """What a person needs to know of a running server."""
    login = (
        "The user is neo4j, the password what NEO4J_PASSWORD says; export it in the other terminal, too."
        if server.auth
        else "It asks for no password; export NEO4J_PASSWORD before starting it, and it does."
    )
    return f"""Neo4j {server.release.version} answers at {server.url} (this machine only). {login}
In another terminal 在另一個終端機:
  .venv/bin/yange load --store {server.url} samples
  .venv/bin/yange lineage --store {server.url} 環教小尖兵
Ctrl-C ends it; what it holds stays in {server.home}"""


def main(arguments: Iterable[str] | None = None) -> int:
    """Run a server in the foreground until it is interrupted."""
    parser = argparse.ArgumentParser(
        description="Run a real Neo4j Community server on loopback; with NEO4J_PASSWORD set it asks for that password."
    )
    parser.add_argument("--version", default=STABLE, help=f"{STABLE} (default) or {NEWEST}")
    parser.add_argument("--port", type=int, default=7687)
    parser.add_argument("--home", type=Path, help="where its data is kept (build/neo4j-VERSION)")
    chosen = parser.parse_args(list(arguments) if arguments is not None else None)
    home, password = chosen.home or Path(f"build/neo4j-{chosen.version}"), os.environ.get("NEO4J_PASSWORD")
    server = Server(Release(chosen.version), home.resolve(), chosen.port, auth=bool(password))
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        if taken(chosen.port):
            raise ServerError(f"Port {chosen.port} is taken; choose another one (make neo4j PORT={chosen.port + 1})")
        print(f"Starting Neo4j {chosen.version} …", flush=True)
        server.start()
        if password:
            set_password(server, password)
        print(_told(server), flush=True)
        return server.process.wait() if server.process else 1
    except ServerError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"Neo4j {chosen.version} ends", flush=True)
        return 0
    finally:
        server.stop()


if __name__ == "__main__":
    raise SystemExit(main())
