"""Which blocks of a page an extractor holds, found by letters and figures alone: extractors keep no offsets."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.ingest.page.block import RenderedBlock, bare
from hoedong.ingest.page.voters import Opinion

_SHINGLE = 12
_LEAST_SHARE = 0.6


class Holding:
    """What one extractor holds, to be asked block by block."""

    def __init__(self, opinion: Opinion) -> None:
        """Prepare the extractor's lines."""
        self.voter = opinion.voter
        lines = [bare(line) for line in opinion.lines]
        self._lines = frozenset(lines)
        self._shingles = frozenset(shingle for shingle in _shingles("".join(lines)))

    def holds(self, block: RenderedBlock) -> bool:
        """Whether the extractor kept a block, or most of it."""
        text = bare(block.text)
        if not text:
            return False
        if text in self._lines:
            return True
        shingles = _shingles(text)
        return bool(shingles) and sum(one in self._shingles for one in shingles) >= _LEAST_SHARE * len(shingles)


def _shingles(text: str) -> Sequence[str]:
    return [text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)]
