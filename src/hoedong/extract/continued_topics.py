"""Topics told after an encounter: "두 사람은 14일 만났다. 이 자리에서는 공장 신설을 논의했다."

The sentences behind one that tells of an encounter still speak of it while they name nobody else: those of whom it was
told, or its occasion (회담에서는, 이 자리에서).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from hoedong.extract.draft import Draft
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.mention import PersonMention
from hoedong.model.span import Span, starting_in

CONTINUED = "topic.continued"
_REACH = 3
"""Sentences behind one that tells of the encounter."""


def continued_topics(
    group: Sequence[Draft],
    told: AbstractSet[int],
    mentions: Sequence[PersonMention],
    analysis: Analysis,
    language: Language,
    topics_of: Callable[[int], Sequence[Span]],
) -> Iterator[tuple[int, Span]]:
    """What the sentences behind those of a group of drafts say was discussed, with the index of each sentence.

    `told` are the sentences that tell of any encounter: at the next of them the talk of this one ends. `mentions` are
    those of the analysis and the words that stand for people (두 사람), in text order.
    """
    people = {person for draft in group for person in (*draft.sides, *draft.attendees)}
    text, sentences = analysis.document.text, analysis.sentences
    for start in sorted({draft.sentence for draft in group if not draft.is_headline}):
        for index in range(start + 1, min(start + 1 + _REACH, len(sentences))):
            span = sentences[index].span
            named = {mention.person for mention in starting_in(mentions, span)}
            if index in told or named - people or not (named or language.names_occasion(text, span)):
                break
            for topic in topics_of(index):
                yield index, topic
