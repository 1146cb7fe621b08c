"""The API against requests made from its own description: no request, however odd, breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from hoedong.http.app import create_app
from http_record import HOME, make_record, settings_of

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    """The description of the API of a server on an invented record."""
    path: Path = tmp_path_factory.mktemp("fuzzed") / "record.db"
    make_record(path)
    app = create_app(settings_of(path))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, base_url=HOME)


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_nothing_breaks_the_api(case: schemathesis.Case) -> None:
    """Every answer is one that the description announces, and none is an error of the server."""
    case.call_and_validate(checks=CHECKS, headers={"Host": "127.0.0.1"})
