"""Status: whether it took place, by endings, governors and what follows."""

from __future__ import annotations

import pytest

from hoedong.extract.status import load_status_rules, read_status
from told import triggers_of

STATUS = {
    "held": [
        "를 만났다",
        "를 만난 것으로 알려졌다",
        "를 만나 악수했다",
        "를 만났지만 합의하지 못했다",
        "를 만났다고 밝혔다",
        "와의 회동을 마쳤다",
        "와 회동한 바 있다",
    ],
    "planned": [
        "를 만난다",
        "를 만날 예정이다",
        "를 만날 계획이다",
        "를 만나기로 했다",
        "와의 회동을 앞두고 있다",
        "를 만날 것으로 알려졌다",
        "를 만나겠다고 했다",
    ],
    "unconfirmed": [
        "를 만났는지 묻자 웃었다",
        "를 만나고 싶다고 했다",
        "를 만나자고 제안했다",
        "를 만날 수도 있다",
        "와의 회동을 추진한다",
        "와의 회동을 제안했다",
        "를 만나면 사과하겠다고 했다",
    ],
    "not_held": [
        "를 만나지 않았다",
        "를 만나지 못했다",
        "를 만난 적이 없다",
        "와의 회동이 무산됐다",
        "와의 면담을 거절했다",
        "를 만나려 했지만 눈이 왔다",
    ],
}


@pytest.mark.parametrize(("status", "ending"), [(s, e) for s, endings in STATUS.items() for e in endings])
def test_the_ending_decides(status: str, ending: str) -> None:
    """What follows the encounter word says whether they met."""
    trigger = triggers_of(f"한도윤 회장은 오세린 대표{ending}.")[0]
    assert read_status(trigger, "ko")[0] == status


def test_the_rule_that_decides_is_named() -> None:
    """Each status comes with the id of a rule of status.toml, or of the step that took the tense alone."""
    (planned,) = triggers_of("한도윤 회장은 오세린 대표를 만날 예정이다.")
    (held,) = triggers_of("한도윤 회장은 오세린 대표를 만났다.")

    assert read_status(planned, "ko")[1] in {rule.id for rule in load_status_rules("ko")}
    assert read_status(held, "ko")[1] == "status.past"
