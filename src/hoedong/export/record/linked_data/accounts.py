"""Journeys, claims with their verdicts, and quotes in the terms of schema.org."""

from __future__ import annotations

from hoedong.export.record.labels import Labels, open_period
from hoedong.export.record.linked_data.nodes import Json, date_literal, place_node, urn, without_unknown
from hoedong.model.account import Journey, ResolvedClaim, ResolvedQuote, TripStop, Verdict


def trip(journey: Journey, labels: Labels) -> Json:
    """A journey with its stops in order; gaps are left out."""
    return without_unknown(
        {
            "@id": urn("journey", journey.id),
            "@type": "Trip",
            "name": labels.name(journey.traveller),
            "traveller": urn("person", journey.traveller),
            "departureTime": date_literal(journey.start),
            "arrivalTime": date_literal(journey.end),
            "edtf": open_period(journey.start, journey.end),
            "itinerary": {
                "@type": "ItemList",
                "itemListElement": [_stop(order, stop) for order, stop in enumerate(journey.stops, 1) if stop.place],
            },
        }
    )


def _stop(order: int, stop: TripStop) -> Json:
    return without_unknown(
        {
            "@type": "ListItem",
            "position": order,
            "item": place_node(stop.place, None, stop.country),
            "edtf": open_period(stop.start, stop.end),
            "encounter": [urn("encounter", encounter) for encounter in stop.encounters],
        }
    )


def claim_review(verdict: Verdict, labels: Labels) -> Json:
    """A claim held against the record."""
    claim = verdict.claim
    words = f"{labels.names(claim.people)}: {claim.kind} {claim.value}"
    return without_unknown(
        {
            "@id": urn("verdict", claim.id),
            "@type": "ClaimReview",
            "claimReviewed": words,
            "itemReviewed": _claim(claim, words),
            "reviewRating": {"@type": "Rating", "alternateName": str(verdict.kind)},
            "reviewBody": verdict.note,
            "encounter": [urn("encounter", encounter) for encounter in verdict.encounters],
        }
    )


def _claim(claim: ResolvedClaim, words: str) -> Json:
    return without_unknown(
        {
            "@id": urn("claim", claim.id),
            "@type": "Claim",
            "name": words,
            "person": [urn("person", person) for person in claim.people],
            "datePublished": date_literal(claim.published),
            "appearance": urn("document", claim.document),
        }
    )


def quotation(quote: ResolvedQuote) -> Json:
    """Words that a person said."""
    return without_unknown(
        {
            "@id": urn("quote", quote.id),
            "@type": "Quotation",
            "text": quote.text,
            "creator": urn("person", quote.speaker),
            "isPartOf": urn("document", quote.document),
            "encounter": quote.encounter and urn("encounter", quote.encounter),
        }
    )
