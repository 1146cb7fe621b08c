"""Readings in the forms that people and programs take them in: JSON, table, diary.

In: a `Reading`. Out: plain values or something that rich can print. Nothing here reads text or decides.
"""
