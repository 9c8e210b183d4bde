"""Which case is meant: spelling variants are one case, cases that only look alike stay apart."""

from loaders.identity.resolution import resolve

__all__ = ["resolve"]
