"""Quotations of a document: order, repetition and words of nobody."""

from hoedong.annotate.quotations import annotate_quotations
from hoedong.lang.ko.quotations import find_quotations
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span
from marked_text import read_marked

WORDS = Span(0, 2)


def test_words_without_a_speaker_are_left_out():
    """A quotation that a language could give to nobody is no quotation of the document."""
    marked = read_marked("좋다")
    found = (Quotation(WORDS, None, None, "x.rule"),)
    assert annotate_quotations(marked.document, (), (), lambda *_: found) == ()


def test_the_same_words_of_the_same_speaker_count_once():
    """Two rules that read the same words give one quotation."""
    marked = read_marked("좋다")
    found = (Quotation(WORDS, "p1", None, "x.one"), Quotation(WORDS, "p1", None, "x.two"))
    assert len(annotate_quotations(marked.document, (), (), lambda *_: found)) == 1


def test_mentions_may_come_in_any_order():
    """Mentions are put in text order before the language reads them."""
    marked = read_marked('{노을빛 의원}이 "늦었다"고 하자 {서한들 장관}은 "서두르겠다"고 답했다.')
    found = annotate_quotations(marked.document, marked.sentences, marked.mentions[::-1], find_quotations)
    assert [quotation.speaker for quotation in found] == ["노을빛 의원", "서한들 장관"]
