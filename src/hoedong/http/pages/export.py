"""What is on screen as a file, in one of the formats of the record."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from hoedong.errors import HoedongError
from hoedong.export.record.formats import FORMATS, FileFormat
from hoedong.http.pages.errors import error_page
from hoedong.http.pages.selection import asked_of
from hoedong.http.pages.view import status_of
from hoedong.http.pages.visit import visit_of


def export(request: Request) -> Response:
    """A selection of the record as one file."""
    name = request.path_params["name"]
    format_ = FORMATS.get(name)
    if not isinstance(format_, FileFormat):
        known = ", ".join(name for name, one in FORMATS.items() if isinstance(one, FileFormat))
        return error_page(request, 404, f"there is no format {name!r} of one file; there are {known}")
    folder = tempfile.TemporaryDirectory(prefix="hoedong-")
    target = Path(folder.name) / f"hoedong-{name}{format_.ending}"
    try:
        visit = visit_of(request)
        with request.app.state.workspaces.reading(visit.as_of, visit.reported_by) as workspace:
            asked = asked_of(workspace, visit)
            workspace.export(name, target, asked.filters, asked.ids)
    except (HoedongError, ValueError) as error:
        folder.cleanup()
        return error_page(request, status_of(error), str(error))
    return FileResponse(target, filename=target.name, background=BackgroundTask(folder.cleanup))
