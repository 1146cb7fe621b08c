"""A block of a rendered page, and where in the tree it stood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hoedong.model.document import BlockRole

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """A line that a reader of the page sees.

    `role` is what the markup tells, else None. `container` numbers the element that holds the line and its
    neighbours. `unit` numbers the article of a page that shows several one below the other, `figure` the picture that
    it belongs to; both are -1 outside of any. `pictures` counts those above it.
    `in_body` tells whether the markup names the element around it as the article, `is_linked` whether nearly all of
    it is a link, `is_alternative` whether it is the text in place of a picture.
    """

    text: str
    role: BlockRole | None = None
    container: int = -1
    unit: int = -1
    figure: int = -1
    pictures: int = 0
    in_body: bool = False
    is_linked: bool = False
    is_alternative: bool = False

    def as_role(self, role: BlockRole | None) -> RenderedBlock:
        """The same block for something else."""
        return replace(self, role=role)


def bare(text: str) -> str:
    """Letters and figures alone, in small letters, by which two renderings of one text are compared."""
    return _SIGNS.sub("", text).lower()
