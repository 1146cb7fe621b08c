"""The record in the formats of other tools.

In: a `RecordView` and a `Selection` of it. Out: text, or a folder of files. Nothing here decides what is true: an
export states what the record states, at its precision, or leaves it out and says so in docs/reference/exports.md.
"""
