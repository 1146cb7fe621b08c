"""A record made by reading a few invented articles: what the pages of the web are tested with."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hoedong.workspace import Workspace

NOW = dt.datetime(2026, 4, 10, 9, 0, tzinfo=dt.UTC)

TRIP = (Path(__file__).parent / "golden" / "haesol-trip.txt").read_text(encoding="utf-8")

OTHER_OUTLET = """채우림 해솔그룹 회장, 크로포드 메리디안 CEO와 회동

새벽일보 입력 2026.02.10 09:00

채우림 해솔그룹 회장이 지난 9일 미국 보스턴 메리디안 본사에서 대니얼 크로포드 메리디안 CEO를 만났다.

두 사람은 세포 치료제와 의료 AI 분야의 협력 방안을 논의했다. 이 자리에는 백이솔 해솔그룹 전무가 배석했다.

크로포드 CEO는 "해솔과 오래 함께 가겠다"고 말했다.
"""

NAMESAKE = """나루은행 백이솔 이사, 한빛전자 도윤서 대표와 오찬

새벽일보 입력 2026.03.03 10:00

백이솔 나루은행 이사가 지난 2일 서울에서 도윤서 한빛전자 대표를 만났다. 두 사람은 소상공인 대출을 논의했다.

도윤서 대표는 "지금까지 백 이사를 세 번 만났다"고 말했다.
"""

ODD = """<script>alert(1)</script> 도윤서 대표, {{7*7}} 행사서 기연우 장관 만나

강변뉴스 입력 2026.03.21 11:00

도윤서 한빛전자 대표가 20일 부산에서 기연우 산업장관을 만났다. <b onclick="x()">굵게</b> & {% raw %} 'ㅎ' "ㅋ"

두 사람은 반도체 인력 양성 방안을 논의했다.
"""

ODD_AGAIN = ODD.replace("반도체 인력 양성 방안을 논의했다.", "반도체 인력 양성 방안과 세제 지원을 논의했다.")

CONTRADICTED = """채우림 해솔그룹 회장·렌델 베타웨이브 CEO 3년 만에 만나

강변뉴스 입력 2026.02.10 12:00

채우림 해솔그룹 회장이 지난 9일 샌디에이고에서 소피아 렌델(Sophia Rendell) 베타웨이브 CEO를 만났다.

두 사람이 만난 것은 2023년 2월 서울 회동 이후 3년 만이다.
"""


def make_record(folder: Path) -> Path:
    """Read the articles into a record in a folder; one of them comes in two versions."""
    record = folder / "record.db"
    with Workspace(record, user="gana", clock=lambda: NOW) as workspace:
        for name, text in (
            ("trip", TRIP),
            ("other", OTHER_OUTLET),
            ("namesake", NAMESAKE),
            ("odd", ODD),
            ("contradicted", CONTRADICTED),
            ("odd", ODD_AGAIN),
        ):
            page = folder / f"{name}.txt"
            page.write_text(text, encoding="utf-8")
            list(workspace.add(str(page)))
    return record
