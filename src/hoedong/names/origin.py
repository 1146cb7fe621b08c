"""Whether a name can only be Korean, so that nothing but its syllables need be compared."""

from __future__ import annotations

from hoedong.names.nicknames import full_forms
from hoedong.names.parts import NameParts
from hoedong.names.pinyin import is_pinyin_in_hangul
from hoedong.names.surnames import common_surnames


def is_surely_korean(parts: NameParts) -> bool:
    """Whether no foreign name is written so: 이재용 and Jae-yong Lee are, 왕이 and Sung Kim need not be."""
    if parts.hangul is not None:
        return _is_usual(parts) and not is_pinyin_in_hangul(parts.parts[0])
    return bool(parts.latin) and len(parts.parts) == 3 and not any(map(full_forms, parts.parts))


def _is_usual(parts: NameParts) -> bool:
    """Whether a common surname and two syllables are written in one word."""
    name = parts.hangul
    return name is not None and name.surname in common_surnames() and len(name.given) == 2 and len(parts.parts) == 1
