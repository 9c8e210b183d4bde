"""The API and the explorer over one store.

``create_app`` makes the application; ``yange serve`` runs it.
"""
