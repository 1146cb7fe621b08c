from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from starlette.testclient import TestClient

from site_of_tests import elements, tree_of

BOUND = 250


def test_every_link_leads_somewhere(browser: TestClient) -> None:
    """From the first page on, every link within the site answers, and every anchor is there."""
    waiting, seen, anchors = ["/"], {"/"}, []
    ids: dict[str, set[str]] = {}
    while waiting:
        path = waiting.pop(0)
        answer = browser.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        tree = tree_of(answer.text)
        ids[path] = {element.get("id", "") for element in tree.iter() if element.get("id")}
        for link in elements(tree, "a"):
            target = urlsplit(urljoin(path, link.get("href", "")))
            if target.netloc:
                continue
            address = target.path + (f"?{target.query}" if target.query else "")
            anchors += [(path, address, target.fragment)] if target.fragment else []
            if address not in seen and len(seen) < BOUND and "lang=" not in address:
                seen.add(address)
                waiting.append(address)
    assert len(seen) > 60
    broken = [one for one in anchors if one[1] in ids and one[2] not in ids[one[1]]]
    assert not broken
