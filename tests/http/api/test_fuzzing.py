"""The API against requests made from its own description: no request, however odd, breaks it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from hoedong.http.app import create_app
from http_record import make_record, settings_of

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
FEW = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The description of the API of a server on an invented record."""
    path: Path = tmp_path_factory.mktemp("fuzzed") / "record.db"
    make_record(path)
    app = create_app(settings_of(path, hosts=("testserver",)))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def test_nothing_breaks_the_api(described: Any) -> None:
    """Every answer is one that the description announces, and none is an error of the server."""
    operations = [found.ok() for found in described.get_all_operations()]
    for operation in operations:
        FEW(given(case=operation.as_strategy())(_call))()
    assert len(operations) >= 25


def _call(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)
