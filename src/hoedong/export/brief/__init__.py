"""What a person wants to read before a meeting: `Material` of the record → `Brief` → Markdown or HTML.

brief_html(brief_of(Material(subject, today, counterpart, encounters, …), lang="ko"))
"""

from hoedong.export.brief.compose import brief_of
from hoedong.export.brief.html import brief_html
from hoedong.export.brief.markdown import brief_markdown
from hoedong.export.brief.material import Material
from hoedong.export.brief.page import Brief, Detail, Footnote, Line, Section

__all__ = [
    "Brief", "Detail", "Footnote", "Line", "Material", "Section", "brief_html", "brief_markdown", "brief_of",
]  # fmt: skip
