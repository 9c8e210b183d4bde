"""Which lexicon of the user's own a command reads with.

Always true: what a command chose is forgotten when it ends; nothing of the loaders is imported until a file is chosen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE, FILE = "YANGE_LEXICON", "yange.lexicon.toml"
"""As in ``loaders.lexicon.own``, which is not imported here so that help comes at once."""


@contextmanager
def own_lexicon() -> Iterator[None]:
    """With the lexicon of the working directory, where none is chosen and one lies there."""
    before = os.environ.get(VARIABLE)
    if before is None and Path(FILE).is_file():
        choose(Path(FILE))
    try:
        yield
    finally:
        if os.environ.get(VARIABLE) != before:
            choose(Path(before) if before is not None else None)


def choose(file: Path | None) -> None:
    """Read with this file from now on; None: with none."""
    if "loaders.lexicon.own" in sys.modules:
        from loaders.lexicon.own import use

        use(file)
    elif file is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = str(file.absolute())
