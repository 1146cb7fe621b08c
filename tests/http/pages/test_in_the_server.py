from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hoedong.http.app import create_app
from hoedong.http.settings import Settings
from site_of_tests import elements, page_paths, tree_of

HERE = "http://127.0.0.1:8737"


@pytest.fixture
def server(own_record: Path) -> TestClient:
    """The real server with all its guards, on a record of its own."""
    return TestClient(create_app(Settings(record=own_record)), base_url=HERE, follow_redirects=False)


def test_every_page_passes_the_guards(server: TestClient, own_record: Path) -> None:
    """All pages answer through the real server."""
    for path in page_paths(own_record):
        assert server.get(path).status_code == 200, path


def test_the_pages_speak_the_language_of_the_browser(server: TestClient) -> None:
    """A browser that wishes for English gets English."""
    assert tree_of(server.get("/", headers={"accept-language": "en-GB"}).text).get("lang") == "en"


def test_an_answer_passes_with_the_token_of_its_form_alone(server: TestClient) -> None:
    """The form of the page passes; the same form without its token is refused."""
    form = next(
        one for one in elements(tree_of(server.get("/review").text), "form") if one.get("data-judge") is not None
    )
    sent = {field.get("name", ""): field.get("value", "") for field in elements(form, "input")}
    sent["verb"] = elements(form, "button")[0].get("value", "")
    without = {name: value for name, value in sent.items() if name != "csrf"}
    assert server.post("/review", data=without, headers={"origin": HERE}).status_code == 403
    assert server.post("/review", data=sent, headers={"origin": HERE}).status_code == 303


def test_a_wrong_address_is_a_page(server: TestClient) -> None:
    """What no page answers to is told in the look of the pages."""
    answer = server.get("/nowhere")
    assert answer.status_code == 404
    assert len(elements(tree_of(answer.text), "h1")) == 1
