"""Claims on how often, after how long and since when people met, held against the record.

A verdict is given only where every way to fill in what is not known gives it. Each meeting has a first and a last
possible day; a claim is contradicted, or supported, when it is so on all of those days. Where some of them speak
against it, it cannot be verified; where none does, it is consistent: the record need not hold every meeting.
"""

from hoedong.resolve.claims.check import check_claim

__all__ = ["check_claim"]
