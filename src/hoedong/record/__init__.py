"""The record: a ledger of what was read and judged, and the resolved account derived from it, behind one protocol."""
