"""A sitting's sections → agenda items: which lines name cases, which decide about them, which only explain.

Always true: whether a name really is a case is decided later, with the case book and the sentences.
"""

from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Speech
from loaders.minutes.agenda.walk import agenda

__all__ = ["AgendaItem", "Kind", "NamedCase", "Speech", "agenda"]
