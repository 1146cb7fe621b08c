"""Templates: one environment a language, with the words and dates of that language at hand."""

from __future__ import annotations

import json
import secrets
from functools import cache, partial
from typing import Any

import jinja2
from markupsafe import Markup

from hoedong.export.brief.wording import Wording
from hoedong.http.assets import asset_tags, island_preload
from hoedong.http.pages import dates
from hoedong.http.pages.json_value import json_value
from hoedong.http.pages.marked_text import mark_html
from hoedong.http.pages.messages import translations
from hoedong.http.pages.naming import country_name, other_name, shown_name
from hoedong.http.pages.reasons import reason_words
from hoedong.http.pages.visit import LANGUAGES, Visit


@cache
def environment(lang: str) -> jinja2.Environment:
    """The templates of a language; what a template asks for and does not get is an error, not a blank."""
    env = jinja2.Environment(
        loader=jinja2.PackageLoader("hoedong.http"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols"],
    )
    env.install_gettext_translations(translations(lang), newstyle=True)  # type: ignore[attr-defined]
    wording = Wording(lang)
    env.filters |= {
        "date": partial(dates.date_words, lang=lang),
        "interval": partial(dates.interval_words, lang=lang),
        "short": partial(dates.short_words, lang=lang),
        "big": partial(dates.big_words, lang=lang),
        "weekday": partial(dates.weekday_words, lang=lang),
        "month": partial(dates.month_words, lang=lang),
        "precision": dates.precision_of,
        "edtf": partial(dates.edtf_words, lang=lang),
        "country": partial(country_name, lang=lang),
        "marked": mark_html,
        "name": partial(shown_name, lang=lang),
        "other_name": partial(other_name, lang=lang),
        "finding": wording.note,
        "reason": partial(reason_words, lang=lang),
        "island": island_json,
    }
    env.globals |= {
        "lang": lang,
        "assets": asset_tags,
        "island_preload": island_preload,
        "fresh_ticket": partial(secrets.token_urlsafe, 9),
    }
    return env


def island_json(value: object) -> Markup:
    """Facts for an island, safe inside a script element: `<` is written as an escape."""
    text = json.dumps(json_value(value), ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - no sign is left that could end the element


def render(template: str, visit: Visit, page: object, **more: Any) -> str:
    """A page as HTML."""
    return (
        environment(visit.lang).get_template(f"{template}.html").render(visit=visit, page=page, name=template, **more)
    )


def prepare_templates() -> None:
    """Compile the templates of every language, which takes a second or two in all."""
    for lang in LANGUAGES:
        env = environment(lang)
        for name in env.list_templates(extensions=["html"]):
            env.get_template(name)
