"""The language of the pages."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from hoedong.http.security.cookies import Cookies
from hoedong.http.security.language import Language, accepted_languages


async def tell(request: Request) -> Response:
    """The language that was chosen."""
    return PlainTextResponse(request.state.lang)


@pytest.fixture
def reader() -> TestClient:
    """A browser on a page that tells its language."""
    app = Language(Starlette(routes=[Route("/", tell)]), ("ko", "en"), Cookies(is_https=False))
    return TestClient(app)


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", "ko"),
        ("en-GB,en;q=0.9", "en"),
        ("fr, en;q=0.5, ko;q=0.7", "ko"),
        ("fr", "ko"),
        ("en;q=0", "ko"),
        ("en;q=x", "ko"),
    ],
)
def test_the_browser_wishes(reader: TestClient, header: str, lang: str) -> None:
    """The best language that a browser takes and the pages have; Korean where there is none."""
    assert reader.get("/", headers={"Accept-Language": header}).text == lang


def test_the_address_decides_and_is_remembered(reader: TestClient) -> None:
    """A language in the address goes before the browser's and stays; an unknown one is nothing."""
    korean = {"Accept-Language": "ko"}

    assert reader.get("/?lang=en", headers=korean).text == "en"
    assert reader.get("/", headers=korean).text == "en"
    assert reader.get("/?lang=xx", headers=korean).text == "en"


def test_weights_give_the_order() -> None:
    """Languages go by weight, then as they stand."""
    assert accepted_languages("fr;q=0.2, en, ko-KR;q=0.9") == ("en", "ko", "fr")
