"""HEAD has what GET has, but for the body."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("path", ["/", "/cases", "/api/v1/cases", "/api/v1/cases/none", "/static/base.css"])
def test_head_is_get_without_its_body(client: TestClient, path: str) -> None:
    asked, told = client.get(path), client.head(path)
    assert told.status_code == asked.status_code and told.content == b"" and asked.content
    same = ("content-type", "etag", "content-security-policy", "cache-control")
    assert [told.headers.get(name) for name in same] == [asked.headers.get(name) for name in same]
