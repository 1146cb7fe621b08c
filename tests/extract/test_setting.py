"""Setting: the town and country that the text has set before."""

from __future__ import annotations

from hoedong import read
from hoedong.model.encounter import Where


def where(text: str) -> Where:
    """The place of the last encounter of a text."""
    return read(text, published="2026-03-16").encounters[-1].where


def test_a_venue_stands_in_the_town_told_before() -> None:
    """A venue without a town is in that of the sentences before it."""
    place = where("한도윤 회장은 14일 뉴욕에서 연설했다. 한 회장은 호텔에서 오세린 대표를 만났다.")
    assert (place.city, place.country) == ("뉴욕", "US")


def test_without_a_venue_only_the_country_is_taken_over() -> None:
    """Where no place is named, the town may have changed, and only the country is given."""
    place = where("한도윤 회장은 14일 뉴욕에서 연설했다. 한 회장은 이어 오세린 대표를 만났다.")
    assert (place.city, place.country) == (None, "US")


def test_a_call_and_a_meeting_of_long_ago_are_not_in_the_setting() -> None:
    """What was said over a line, or happened years before, has no place from the text around it."""
    assert where("한도윤 회장은 14일 뉴욕에서 연설했다. 한 회장은 이어 오세린 대표와 통화했다.") == Where()
    assert where("한도윤 회장은 14일 뉴욕에서 연설했다. 한 회장은 2011년 오세린 대표를 만났다.") == Where()


def test_a_dateline_places_a_venue() -> None:
    """Where nothing else tells the town, it is the one that the page is written from."""
    place = where("[베이징=가람통신] 한도윤 장관은 14일 호텔에서 오세린 장관을 만났다.")
    assert (place.city, place.country) == ("베이징", "CN")


def test_other_sentences_add_the_town() -> None:
    """A headline names the building, the text the town; one encounter has both."""
    place = where(
        "한도윤-오세린, 다온사옥서 만찬\n\n한도윤 회장과 오세린 대표가 14일 저녁 서울 중구 다온사옥에서 만찬을 했다."
    )
    assert (place.city, place.country) == ("서울", "KR")


FAR = "회사는 실적을 밝혔다. 주가는 올랐다. 노조는 반겼다. 정부도 환영했다. "


def test_the_only_country_told_stays_the_setting() -> None:
    """Some sentences later the text is still in the country it spoke of, unless it has been in two."""
    met = "한 회장은 이어 오세린 대표를 만났다."
    assert where(f"한도윤 회장은 14일 뉴욕에서 연설했다. {FAR}{met}").country == "US"
    assert (
        where(f"한도윤 회장은 13일 도쿄에서 쉬고 14일 뉴욕에서 연설했다. 15일 도쿄에 갔다. {FAR}{met}").country is None
    )


def test_what_is_told_of_another_time_sets_nothing() -> None:
    """Where somebody was years ago is not where the text is."""
    assert where("한도윤 회장은 2019년 뉴욕에서 연설했다. 한 회장은 14일 오세린 대표를 만났다.") == Where()
