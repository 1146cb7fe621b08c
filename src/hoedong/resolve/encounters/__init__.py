"""Reports of many documents → encounters: which of them tell of one meeting, and what they say of it together.

In: `ResolvedReport`s, their people resolved, and judgements. Out: `Encounter`s. `encounter_blocks` says which reports
need to be held against one another, `may_be_same` which of those belong to one closed set, `merge_reports` merges a
closed set. A wrong merge is worse than a missed one.
"""

from __future__ import annotations

from hoedong.resolve.encounters.blocks import encounter_blocks
from hoedong.resolve.encounters.comparison import ReportComparison, compare_reports, may_be_same
from hoedong.resolve.encounters.merging import merge_reports

__all__ = ["ReportComparison", "compare_reports", "encounter_blocks", "may_be_same", "merge_reports"]
