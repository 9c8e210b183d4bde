"""Agenda items → decisions about cases: what is said of them, and what of it stands at the end of the sitting."""

from loaders.minutes.lifecycle.reader import LifecycleReader
from loaders.minutes.lifecycle.settlement import settle
from loaders.minutes.lifecycle.statements import Context, Spoken, Told, passage, sentences

__all__ = ["Context", "LifecycleReader", "Spoken", "Told", "passage", "sentences", "settle"]
