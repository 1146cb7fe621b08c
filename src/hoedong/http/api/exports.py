"""The record in the formats of other tools, as files to load down.

A file is written as a whole before the first byte is sent: an error becomes a problem rather than half a file, and a
slow client does not hold the record.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path
from threading import BoundedSemaphore

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from hoedong.errors import UnknownId
from hoedong.export.record.formats import FORMATS, FileFormat, Format
from hoedong.export.record_json import answer
from hoedong.http.api.asking import Asked, Filtered, JsonRoute, Question, reply
from hoedong.http.api.documented import answers, other_answers
from hoedong.http.api.encounters import Named
from hoedong.http.api.examples import example
from hoedong.http.api.schemas import entity
from hoedong.http.security.refusal import Refusal
from hoedong.workspace.filters import Filters

router = APIRouter(route_class=JsonRoute, tags=["exports"])

_AT_ONCE = BoundedSemaphore(2)
_MEDIA_TYPES = {
    ".jsonl": "application/x-ndjson",
    ".ftm.json": "application/x-ndjson",
    ".graphml": "application/graphml+xml",
    ".gexf": "application/gexf+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv; charset=utf-8",
    "": "application/zip",
}
_FORMATS = answers(
    example("formats"),
    formats={"type": "array", "items": entity({key: {"type": "string"} for key in ("name", "ending", "description")})},
)
_FILE = other_answers(
    {kind.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}} for kind in _MEDIA_TYPES.values()},
    problems=(404, 409, 501),
)


@router.get("/exports", responses=_FORMATS)
def formats() -> Response:
    """The formats that there are; a folder of files comes as a zip file."""
    listed = [
        {"name": one.name, "ending": one.ending or ".zip", "description": one.description} for one in FORMATS.values()
    ]
    return reply(answer(formats=listed))


@router.get("/exports/{form}", responses=_FILE, response_class=FileResponse)
def export(question: Asked, filters: Filtered, form: str, person: Named = []) -> Response:  # noqa: B006
    """The record, or the part that filters and people ask for, in one of the formats."""
    format_ = FORMATS.get(form)
    if format_ is None:
        raise UnknownId(f"no format {form!r}; there is {', '.join(FORMATS)}")
    if not _AT_ONCE.acquire(timeout=1):
        raise Refusal(503, "other exports are being written; try again", {"Retry-After": "30"})
    folder = Path(tempfile.mkdtemp(prefix="hoedong-export-"))
    try:
        return _file(_written(folder, format_, question, filters, person), format_, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        _AT_ONCE.release()


def _written(folder: Path, format_: Format, question: Question, filters: Filters, people: list[str]) -> Path:
    target = folder / f"hoedong{format_.ending}"
    with question.opened() as workspace:
        workspace.export(format_.name, target, filters, people)
    return target if isinstance(format_, FileFormat) else _zipped(target, folder / "hoedong.zip")


def _zipped(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder))
    return target


def _file(path: Path, format_: Format, folder: Path) -> Response:
    return FileResponse(
        path,
        media_type=_MEDIA_TYPES[format_.ending],
        filename=f"hoedong-{format_.name}{format_.ending or '.zip'}",
        background=BackgroundTask(shutil.rmtree, folder, ignore_errors=True),
    )
