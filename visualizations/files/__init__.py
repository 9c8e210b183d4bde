"""Pictures and reports as files: one module a format."""
