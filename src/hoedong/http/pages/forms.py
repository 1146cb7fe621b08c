"""The fields of a form that judges."""

from __future__ import annotations

from starlette.datastructures import FormData

LONGEST_TICKET = 100


def field_of(form: FormData, name: str) -> str:
    """A field that holds text, empty where there is none."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def ticket_of(form: FormData) -> str | None:
    """What the form calls its answer, so that one that is sent twice is kept once.

    Raises:
        ValueError: it is no short word.
    """
    ticket = field_of(form, "ticket")
    if not (ticket.isascii() and ticket.isprintable() and len(ticket) <= LONGEST_TICKET):
        raise ValueError("the ticket of a form is a short word; load the page again")
    return ticket or None
