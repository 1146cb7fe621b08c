"""The people of a Korean page: their names, who is who, and the posts they hold.

Two steps, since the analyser of morphemes must know the names and the last names are found only with morphemes:
`discover_names` reads characters, `find_people` reads morphemes and settles who is meant.
"""

from hoedong.lang.ko.people.candidates import NameCandidates, Sighting
from hoedong.lang.ko.people.discovery import discover_names
from hoedong.lang.ko.people.evidence import name_openings, unseen_names
from hoedong.lang.ko.people.finding import PeopleFound, find_people

__all__ = [
    "NameCandidates",
    "PeopleFound",
    "Sighting",
    "discover_names",
    "find_people",
    "name_openings",
    "unseen_names",
]
