"""The style sheets and the script of every page, where they have been built."""

from __future__ import annotations

from markupsafe import Markup


def page_assets() -> Markup:
    """The elements for the head of a page; none where the assets were not built, and the pages work without."""
    return Markup()
