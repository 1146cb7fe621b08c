"""Every page under its path."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from hoedong.http.pages import (
    article,
    brief,
    check,
    chronicle,
    documents,
    encounter,
    home,
    judgements,
    network,
    organisation,
    pair,
    person,
    read,
    review,
    search,
    together,
)
from hoedong.http.pages.export import export
from hoedong.http.pages.view import View

VIEWS: tuple[View, ...] = (
    home.VIEW,
    search.VIEW,
    person.VIEW,
    organisation.VIEW,
    pair.VIEW,
    *brief.VIEWS,
    encounter.VIEW,
    article.VIEW,
    network.VIEW,
    *chronicle.VIEWS,
    judgements.VIEW,
    documents.VIEW,
)
"""The pages that only show."""


def routes() -> list[BaseRoute]:
    """All pages, their twins, what takes forms in, and exports."""
    shown = [route for view in VIEWS for route in view.routes()]
    working = [*check.routes(), *read.routes(), *together.routes(), *review.routes()]
    return [*shown, *working, Route("/export/{name}", export, methods=["GET"])]
