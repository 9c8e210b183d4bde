"""Real Neo4j servers for development and tests, run as processes of their own on loopback."""
