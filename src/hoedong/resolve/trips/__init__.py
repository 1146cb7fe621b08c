"""Accounts of one journey from many documents, joined: where a traveller was, when, and whom they met there.

Dates of a journey are those that documents state. Encounters tell where the traveller was on a day; they never tell
when a journey began.
"""

from hoedong.resolve.trips.join import join_trips
from hoedong.resolve.trips.whereabouts import days_around

__all__ = ["days_around", "join_trips"]
