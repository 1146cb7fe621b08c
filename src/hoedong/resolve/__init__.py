"""Readings → the record: who is who across documents, which reports tell of one encounter, which claims hold.

Pure functions over values of `model`; nothing here reads a store. Each stage is a function of a set, so that no order
of arrival changes its result: `record` hands it a closed neighbourhood and keeps what it returns.
"""
