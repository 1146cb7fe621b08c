from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from hoedong.http.pages.marked_text import Mark, mark_html, marked_text, piece_ids
from hoedong.model.span import Span

TEXT = "이 회장은 <지난> 11일 & 시애틀에서 \"앤디\" CEO를 만났다.\n'끝'"


def _marks(spans: list[tuple[int, int]]) -> list[Mark]:
    kinds = "spoldkq"
    return [
        Mark(f"m{number}", kinds[number % len(kinds)], Span(min(pair), max(pair)))
        for number, pair in enumerate(spans, 1)
    ]


offsets = st.integers(0, len(TEXT))
some_marks = st.lists(st.tuples(offsets, offsets), max_size=12).map(_marks)


class _Reader(HTMLParser):
    """Reads marked text as a browser does: the words, and where each mark stood open."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.open: list[str] = []
        self.covered: dict[str, str] = {}
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "mark"
        id_ = dict(attrs)["id"] or ""
        assert id_ not in self.covered, "an id stands twice"
        self.covered[id_] = ""
        self.open.append(id_)

    def handle_endtag(self, tag: str) -> None:
        assert tag == "mark"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data
        for id_ in self.open:
            self.covered[id_] += data


@given(some_marks)
def test_the_words_stay_as_they_are(marks: list[Mark]) -> None:
    """Whatever is marked, the words of the text are the same, in the same order."""
    segments = marked_text(TEXT, Span(0, len(TEXT)), marks)
    assert "".join(segment.words for segment in segments) == TEXT
    assert _Reader(mark_html(segments)).words == TEXT


@given(some_marks)
def test_every_mark_covers_its_words(marks: list[Mark]) -> None:
    """The pieces of a mark hold together exactly the words of its span."""
    segments = marked_text(TEXT, Span(0, len(TEXT)), marks)
    read, pieces = _Reader(mark_html(segments)), piece_ids(segments)
    for mark in marks:
        covered = "".join(read.covered[id_] for id_ in pieces.get(mark.id, ()))
        assert covered == TEXT[mark.span.start : mark.span.end]


@given(some_marks)
def test_marks_nest(marks: list[Mark]) -> None:
    """Every mark is closed, in the reverse order of opening."""
    html = mark_html(marked_text(TEXT, Span(0, len(TEXT)), marks))
    assert not _Reader(html).open


@given(some_marks, st.randoms(use_true_random=False))
def test_the_order_of_marks_changes_nothing(marks: list[Mark], random: object) -> None:
    """The same marks in another order give the same segments."""
    other = list(marks)
    random.shuffle(other)  # type: ignore[attr-defined]
    whole = Span(0, len(TEXT))
    assert marked_text(TEXT, whole, marks) == marked_text(TEXT, whole, other)


@given(some_marks)
def test_marks_that_only_nest_are_not_cut(marks: list[Mark]) -> None:
    """A mark has several pieces only where another one crosses it."""
    spans = [mark.span for mark in marks]
    crossing = any(
        one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end
        for one in spans
        for other in spans
    )
    pieces = piece_ids(marked_text(TEXT, Span(0, len(TEXT)), marks))
    if not crossing:
        assert all(len(ids) == 1 for ids in pieces.values())


@given(some_marks, offsets, offsets)
def test_marks_are_clipped_to_the_stretch(marks: list[Mark], one: int, other: int) -> None:
    """Of a part of the text only that part comes out, whatever marks reach over its ends."""
    within = Span(min(one, other), max(one, other))
    read = _Reader(mark_html(marked_text(TEXT, within, marks)))
    assert read.words == TEXT[within.start : within.end]


def test_a_crossing_mark_is_cut_where_the_longer_one_ends() -> None:
    """`abc` with a and b over `ab`, b over `bc`: the one that begins first stays whole, the other is cut."""
    segments = marked_text("abc", Span(0, 3), [Mark("x", "p", Span(0, 2)), Mark("y", "o", Span(1, 3))])
    assert piece_ids(segments) == {"x": ("x",), "y": ("y", "y-2")}
