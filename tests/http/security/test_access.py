"""Who may come in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hoedong.errors import UsageError
from hoedong.http.app import create_app
from hoedong.http.security.login import own_path
from hoedong.http.security.signing import Signer
from hoedong.http.settings import Settings
from http_record import HOME, browsing, settings_of

TOKEN = "0123456789abcdef0123"  # noqa: S105 - made up
HEALTH, PEOPLE = "/api/v1/health", "/api/v1/people?name=x"


def come_in(client: TestClient, token: str, wanted: str = "/api/v1/judgements") -> int:
    """Fill in the form of the way in; the status of the answer."""
    page = client.get("/login", params={"next": wanted})
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.text))
    return client.post("/login", data={**fields, "token": token}).status_code


def test_loopback_needs_no_token(client: TestClient) -> None:
    """On the machine itself everybody may read."""
    assert client.get(PEOPLE).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "record.example", ""])  # noqa: S104
def test_elsewhere_demands_a_token(host: str, tmp_path: Path) -> None:
    """A server that other machines reach does not start without a token or a proxy, and makes no record."""
    with pytest.raises(UsageError):
        create_app(Settings(record=tmp_path / "r.db", host=host))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_loopback_addresses_are_known(host: str) -> None:
    """Addresses of the machine itself start without a token."""
    Settings(host=host).require_safe()


def test_a_short_token_is_refused() -> None:
    """A token that could be guessed is none."""
    with pytest.raises(UsageError):
        Settings(token="secret").require_safe()  # noqa: S106


def test_the_token_opens_the_api(record: Path) -> None:
    """A program shows the token as a bearer; without it, or with another, it is told 401 as a problem."""
    with browsing(settings_of(record, token=TOKEN)) as client:
        closed = client.get(PEOPLE)
        assert closed.status_code == 401
        assert closed.headers["www-authenticate"] == "Bearer"
        assert closed.headers["content-type"] == "application/problem+json"
        assert client.get(PEOPLE, headers={"Authorization": f"Bearer {TOKEN}x"}).status_code == 401
        assert client.get(PEOPLE, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert client.get(HEALTH).status_code == 200


def test_the_token_opens_the_browser(record: Path) -> None:
    """A browser is led to the form, gives the token, goes on to what it wanted, and leaves again."""
    with browsing(settings_of(record, token=TOKEN)) as client:
        led = client.get("/pair/x?y=1", headers={"Accept": "text/html"})
        assert (led.status_code, led.headers["location"]) == (303, "/login?next=%2Fpair%2Fx%3Fy%3D1")
        assert come_in(client, "wrong") == 401
        assert client.get(PEOPLE).status_code == 401
        assert come_in(client, TOKEN) == 303
        assert client.get(PEOPLE).status_code == 200


def test_the_session_cookie_is_out_of_reach(record: Path) -> None:
    """The cookie is not for scripts and not for other sites, over TLS only where there is TLS, and it is signed."""
    with browsing(settings_of(record, token=TOKEN, is_https=True)) as client:
        page = client.get("/login")
        cookie = page.headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Secure"))

    with browsing(settings_of(record, token=TOKEN)) as client:
        forged = Signer("another token, as long").sign("hoedong_session", "99999999999")
        assert client.get(PEOPLE, headers={"Cookie": f"hoedong_session={forged}"}).status_code == 401
        old = Signer(TOKEN).sign("hoedong_session", "1000")
        assert client.get(PEOPLE, headers={"Cookie": f"hoedong_session={old}"}).status_code == 401


def test_a_value_signed_for_one_purpose_is_nothing_for_another() -> None:
    """A signature holds for the purpose it was made for."""
    signer = Signer(TOKEN)

    assert signer.verified("session", signer.sign("session", "1")) == "1"
    assert signer.verified("form", signer.sign("session", "1")) is None
    assert signer.verified("session", "1") is None


def test_a_proxy_names_the_user(record: Path) -> None:
    """The header of a proxy lets in whom it names; it does not count from an address that is no proxy's."""
    settings = settings_of(record, host="192.0.2.1", user_header="X-User", proxies=("testclient",))
    with browsing(settings) as client:
        assert client.get(PEOPLE).status_code == 401
        assert client.get(PEOPLE, headers={"X-User": "oh"}).status_code == 200
        assert client.get(PEOPLE, headers=[("X-User", "oh"), ("X-User", "han")]).status_code == 401

    with browsing(settings_of(record, host="192.0.2.1", user_header="X-User")) as client:
        assert client.get(PEOPLE, headers={"X-User": "oh"}).status_code == 401


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\/evil", "/a\r\nb", "javascript:alert(1)", ""],
)
def test_the_way_in_leads_nowhere_else(wanted: str) -> None:
    """After coming in one is never sent to another site."""
    assert own_path(wanted) == "/"


def test_the_form_escapes_what_it_is_given(record: Path) -> None:
    """Markup in the address is shown as text, and a template in it is not carried out."""
    with browsing(settings_of(record, token=TOKEN)) as client:
        page = client.get("/login", params={"next": '/"><script>alert(1)</script>{{7*7}}'})

    assert "<script>" not in page.text
    assert "{{7*7}}" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert HOME not in page.text
