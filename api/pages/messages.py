"""What pages say that neither minutes nor the terms of the graph say: one catalogue, two languages.

Always true: every message is there in both languages; asking for one that is not there is an error.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from visualizations.words import Language, Words


@cache
def catalogue() -> dict[str, Words]:
    """All messages by name."""
    told = tomllib.loads(files("api.pages").joinpath("messages.toml").read_text(encoding="utf-8"))
    return {name: Words(**words) for name, words in told.items()}


class Messages:
    """The messages in one language, by attribute; with ``{}`` fields to be filled by ``format``."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __getitem__(self, name: str) -> str:
        return catalogue()[name].of(self._language)

    def __getattr__(self, name: str) -> str:
        try:
            return catalogue()[name].of(self._language)
        except KeyError:
            raise AttributeError(f"no message is called {name}") from None
