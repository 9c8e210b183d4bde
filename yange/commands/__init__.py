"""The commands of ``yange``: keeping a store, and asking it."""
