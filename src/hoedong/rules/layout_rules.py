"""Layout rules of a language: what the lines of a pasted page look like, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from hoedong.errors import RuleFileError
from hoedong.rules.rule_file import Rule

TAIL_LENGTH = 80
"""How many characters at the end of a line the `ends` patterns of a rule may look at."""

_LONG = 220
"""Characters above which only the rules that allow for longer lines are tried at all."""

KINDS = (
    "prose",
    "bare",
    "content",
    "caption",
    "image-note",
    "byline",
    "furniture",
    "end",
    "list",
    "part",
    "prefix",
    "suffix",
    "outlet",
    "reporter",
)
"""What a layout rule may say of a line; see the head of a `layout.toml`."""

_LINE_KINDS = frozenset(("content", "caption", "image-note", "byline", "furniture", "end", "list"))
_SEPARATORS = re.compile(r"[\s|·•,./:;()<>\[\]{}\-–—~=+ㅣㆍ‧∙*※■◆◇▶▷☞「」\"'“”‘’&_]+")
_FIELDS = frozenset(("kind", "starts", "ends", "whole", "holds", "role", "longest", "shortest", "prose", "bare"))


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """One layout rule; at least one of its four ways to match is filled.

    `starts`, `ends` and `whole` are tried at the start, in the last 80 characters, and on all of a line; `holds` are
    literal words anywhere. `prose` is True or False where the rule applies only to lines that are, or are not,
    sentences; None where it does not matter. `bare` is False where the rule cannot apply to a line on whose last
    sentence nothing hangs (kind `bare`), so that it need not be tried there. `role` is the
    role of a line made of such parts (kind `part`), or of a sign-off (kind `suffix`).
    """

    id: str
    gloss: str
    location: str
    kind: str
    starts: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    whole: re.Pattern[str] | None
    holds: tuple[str, ...]
    role: str
    shortest: int
    longest: int
    prose: bool | None
    bare: bool

    def applies_to(self, line: str, is_prose: bool) -> bool:
        """Whether a line, without outer white space, is of this kind."""
        if not self.shortest <= len(line) <= self.longest or self.prose not in (None, is_prose):
            return False
        return self._matches(line)

    def _matches(self, line: str) -> bool:
        return (
            (self.starts is not None and self.starts.match(line) is not None)
            or (bool(self.holds) and any(word in line for word in self.holds))
            or (self.ends is not None and self.ends.search(line[-TAIL_LENGTH:]) is not None)
            or (self.whole is not None and self.whole.fullmatch(line) is not None)
        )


class LayoutRules:
    """The layout rules of one language, in file order: the first that applies to a line names it."""

    def __init__(self, rules: tuple[LayoutRule, ...]) -> None:
        """Sort the rules by what they are asked for."""
        self.rules = rules
        self._prose = tuple(rule for rule in rules if rule.kind == "prose")
        self._bare = _joined([rule.ends for rule in rules if rule.kind == "bare"])
        self._cues = tuple(rule for rule in rules if rule.kind in _LINE_KINDS)
        self._names = {
            kind: [rule.starts for rule in rules if rule.kind == kind and rule.starts]
            for kind in ("outlet", "reporter")
        }
        self._gates: dict[tuple[bool, bool, bool], _Gate] = {}
        self._prefixes = tuple(rule.starts for rule in rules if rule.kind == "prefix" and rule.starts)
        suffixes = [(rule.ends, rule.role, rule.bare) for rule in rules if rule.kind == "suffix" and rule.ends]
        self._suffixes = {
            bare: tuple((ends, role) for ends, role, also_bare in suffixes if also_bare or not bare)
            for bare in (False, True)
        }

    def is_bare(self, line: str) -> bool:
        """Whether a line ends in a plain sentence end with nothing behind it."""
        return self._bare.search(line, max(0, len(line) - 4)) is not None

    def is_prose(self, line: str) -> bool:
        """Whether a line reads as one or more whole sentences."""
        return self.is_bare(line) or any(rule.applies_to(line, False) for rule in self._prose)

    def cue(self, line: str, is_prose: bool) -> LayoutRule | None:
        """The first rule that names the line, None if none does."""
        gate = self._gate(is_prose, is_prose and self.is_bare(line), len(line) > _LONG)
        for rule in gate.rules_for(line):
            if rule.applies_to(line, is_prose):
                return rule
        return None

    def role_of_parts(self, line: str) -> str | None:
        """`byline` or `furniture` for a line that holds nothing but such parts, None for any other.

        "입력 2024.06.11 09:31 | 새소식 김가나 기자" is a byline: a stamp, an outlet and a reporter.
        """
        at, role = 0, "furniture"
        while at < len(line):
            if match := self._parts["byline"].match(line, at):
                role = "byline"
            else:
                match = self._parts["furniture"].match(line, at) or _SEPARATORS.match(line, at)
            if match is None or match.end() == at:
                return None
            at = match.end()
        return role

    def prefix_length(self, line: str) -> int:
        """Length of the dateline before the first sentence: `[서울=새소식] 김가나 기자 = `; 0 if there is none."""
        for pattern in self._prefixes:
            if match := pattern.match(line):
                return match.end()
        return 0

    def suffix(self, line: str) -> tuple[int, str]:
        """Length and role of the sign-off after the last sentence: ` 김가나 기자 gana@new.example`; (0, "") if none."""
        tail = line[-TAIL_LENGTH:]
        for pattern, role in self._suffixes[self.is_bare(line)]:
            if match := pattern.search(tail):
                return len(tail) - match.start(), role
        return 0, ""

    def names_in(self, line: str, kind: str) -> Iterator[str]:
        """The outlets (`outlet`) or reporters (`reporter`) that a line names, in order."""
        return (match.group() for pattern in self._names[kind] for match in pattern.finditer(line))

    def _gate(self, is_prose: bool, is_bare: bool, is_long: bool) -> _Gate:
        key = (is_prose, is_bare, is_long)
        if key not in self._gates:
            self._gates[key] = _Gate(
                tuple(
                    rule
                    for rule in self._cues
                    if rule.prose in (None, is_prose)
                    and (rule.bare or not is_bare)
                    and (rule.longest > _LONG or not is_long)
                )
            )
        return self._gates[key]

    @cached_property
    def _parts(self) -> Mapping[str, re.Pattern[str]]:
        parts = {
            role: "|".join(
                rule.starts.pattern for rule in self.rules if rule.kind == "part" and rule.role == role and rule.starts
            )
            for role in ("byline", "furniture")
        }
        return {role: re.compile(pattern or r"(?!)") for role, pattern in parts.items()}


class _Gate:
    """One cheap look at a line that tells which of many rules can apply at all."""

    def __init__(self, rules: tuple[LayoutRule, ...]) -> None:
        self._start = _joined([rule.starts for rule in rules])
        self._whole = _joined([rule.whole for rule in rules])
        self._held = re.compile("|".join(re.escape(word) for rule in rules for word in rule.holds) or r"(?!)")
        self._by_ways = {
            (start, held, whole): tuple(
                rule
                for rule in rules  # `ends` are tried one by one: faster than joined
                if rule.ends or (start and rule.starts) or (held and rule.holds) or (whole and rule.whole)
            )
            for start, held, whole in product((False, True), repeat=3)
        }

    def rules_for(self, line: str) -> tuple[LayoutRule, ...]:
        """The rules that may apply, in file order."""
        return self._by_ways[
            self._start.match(line) is not None,
            self._held.search(line) is not None,
            self._whole.fullmatch(line) is not None,
        ]


def _joined(patterns: list[re.Pattern[str] | None]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns if pattern) or r"(?!)")


def compile_layout_rules(rules: tuple[Rule, ...], words: Mapping[str, tuple[str, ...]]) -> LayoutRules:
    """Compile the rules of a `layout.toml`; `{{name}}` in a pattern stands for the alternatives `words[name]`.

    Raises:
        RuleFileError: with every mistake, one `file:line: what is wrong; what is allowed` a line.
    """
    alternatives = {name: "|".join(sorted(map(re.escape, some), key=len, reverse=True)) for name, some in words.items()}
    compiled, mistakes = [], []
    for rule in rules:
        try:
            compiled.append(_compile(rule, alternatives))
        except (ValueError, re.error) as error:
            mistakes.append(f"{rule.location}: {error}")
    if mistakes:
        raise RuleFileError("\n".join(mistakes))
    return LayoutRules(tuple(compiled))


def _compile(rule: Rule, alternatives: Mapping[str, str]) -> LayoutRule:
    unknown = set(rule.fields) - _FIELDS
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)}; allowed are {sorted(_FIELDS)}")
    if rule.fields.get("kind") not in KINDS:
        raise ValueError(f"kind {rule.fields.get('kind')!r}; allowed are {', '.join(KINDS)}")
    return LayoutRule(
        rule.id,
        rule.gloss,
        rule.location,
        str(rule.fields["kind"]),
        _pattern(rule, "starts", alternatives),
        _pattern(rule, "ends", alternatives),
        _pattern(rule, "whole", alternatives),
        tuple(rule.fields.get("holds", ())),
        str(rule.fields.get("role", "")),
        int(rule.fields.get("shortest", 1)),
        int(rule.fields.get("longest", 1_000_000_000)),
        rule.fields.get("prose"),
        bool(rule.fields.get("bare", True)),
    )


def _pattern(rule: Rule, key: str, alternatives: Mapping[str, str]) -> re.Pattern[str] | None:
    sources = [_filled(source, alternatives) for source in rule.fields.get(key, ())]
    return re.compile("|".join(f"(?:{source})" for source in sources)) if sources else None


def _filled(source: str, alternatives: Mapping[str, str]) -> str:
    def words(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in alternatives:
            raise ValueError(f"{{{{{name}}}}} is no word list; allowed are {sorted(alternatives)}")
        return f"(?:{alternatives[name]})"

    return re.sub(r"\{\{(\w+)\}\}", words, source)
