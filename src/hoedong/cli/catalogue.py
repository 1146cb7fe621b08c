"""What commands there are, in the order of the help: each with its module, which is loaded when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: where it is defined (`module:name`), and its line in the help."""

    place: str
    help: str


SECTIONS: Mapping[str, Mapping[str, Entry]] = {
    "Read pages": {
        "read": Entry("hoedong.cli.read:read", "Read pages and print who met whom."),
        "explain": Entry("hoedong.cli.explain:explain", "Show why a page is read as it is."),
        "lang": Entry("hoedong.cli.lang:lang", "Look after a language folder."),
    },
    "Keep a record": {
        "add": Entry("hoedong.cli.add:add", "Read pages and keep them in the record."),
        "watch": Entry("hoedong.cli.watch:watch", "Visit sources again and again, and tell of the watched."),
        "documents": Entry("hoedong.cli.documents:documents", "List the pages on record."),
        "check": Entry("hoedong.cli.upkeep:check", "Tell the state of the record."),
        "rebuild": Entry("hoedong.cli.upkeep:rebuild", "Derive the account anew."),
        "backup": Entry("hoedong.cli.upkeep:backup", "Copy the record."),
        "forget": Entry("hoedong.cli.documents:forget", "Take a document down."),
        "export": Entry("hoedong.cli.export:export", "Write the record in another tool's format."),
    },
    "Ask the record": {
        "met": Entry("hoedong.cli.encounters:met", "Whom a person met, or when two met."),
        "timeline": Entry("hoedong.cli.encounters:timeline", "Encounters, earliest first."),
        "show": Entry("hoedong.cli.encounters:show", "One encounter with all that it rests on."),
        "brief": Entry("hoedong.cli.brief:brief", "What to read before a meeting."),
        "trips": Entry("hoedong.cli.statements:trips", "Where a person travelled."),
        "quotes": Entry("hoedong.cli.statements:quotes", "What a person is quoted as saying."),
        "claims": Entry("hoedong.cli.statements:claims", "Claims on meetings, held against the record."),
        "search": Entry("hoedong.cli.search:search", "Find pages by words and people."),
        "network": Entry("hoedong.cli.people:network", "Who met whom around a person."),
        "who": Entry("hoedong.cli.people:who", "Who may be meant by a name."),
        "organisations": Entry("hoedong.cli.people:organisations", "Which organisation is meant by a name."),
        "why": Entry("hoedong.cli.people:why", "Why two are one, or are not."),
    },
    "Share the record": {
        "serve": Entry("hoedong.cli.serve:serve", "The record in the browser and over HTTP."),
        "mcp": Entry("hoedong.cli.mcp:mcp", "The record for assistants, over MCP."),
    },
    "Correct the record": {
        "judge": Entry("hoedong.cli.judge:judge", "Decide what the record shall believe."),
        "judgements": Entry("hoedong.cli.judgements:judgements", "List, export and import decisions."),
    },
}
"""Commands by heading and name."""
