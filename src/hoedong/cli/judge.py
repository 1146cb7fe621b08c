"""`hoedong judge`: a person decides what the record shall believe."""

from __future__ import annotations

from collections.abc import Callable

import click

from hoedong.cli.command_group import Refusal
from hoedong.cli.printing import print_json
from hoedong.cli.record_options import Command, RecordAccess, decision_options
from hoedong.export.record_json import answer, judgement_json
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.workspace import Workspace

_REASON = click.option("--reason", metavar="TEXT", help="Why; it stays beside the judgement.")
_ONE_REPORT = click.option("--report", "is_report", is_flag=True, help="This report alone, not its whole encounter.")
_SUBJECTS = {
    JudgementSubject.PERSON: "a person",
    JudgementSubject.ORGANISATION: "an organisation",
    JudgementSubject.ENCOUNTER: "an encounter",
    JudgementSubject.CLAIM: "a claim",
}


@click.group(short_help="Decide what the record shall believe.")
def judge() -> None:
    """Decide what the record shall believe; the decision stands above all rules and outlives every rebuild.

    Nothing is lost: a judgement is added to the record and to the file beside it (RECORD.judgements.jsonl), with who
    decided it and when, and `hoedong judge undo` takes it back.

    \b
    Examples:
      hoedong judge same "벤 카터" "Benjamin Carter"
      hoedong judge reject e1699764c1886bcb4 --reason "a press event"
      hoedong judge set e1699764c1886bcb4 date 2026-03-10
    """


def _pair(name: str, help_: str) -> Callable[[Command], click.Command]:
    """A command that decides about two."""

    def made(command: Command) -> click.Command:
        decided = decision_options(_REASON(command))
        for side in ("b", "a"):
            decided = click.argument(side, metavar=side.upper())(decided)
        return judge.command(name, short_help=help_)(decided)

    return made


@_pair("same", "Two are one.")
def same(record: RecordAccess, a: str, b: str, reason: str | None) -> None:
    """Decide that two people, organisations, or encounters are one.

    A and B are names or ids of people, or ids of organisations or encounters.

    \b
    Examples:
      hoedong judge same "벤 카터" "Benjamin Carter"
      hoedong judge same e1699764c1886bcb4 ee08ab2274fc20340 --reason "one dinner"
    """
    _decide_pair(record, JudgementVerb.SAME, a, b, reason)


@_pair("different", "Two are not one.")
def different(record: RecordAccess, a: str, b: str, reason: str | None) -> None:
    """Decide that two are different, also two that were taken for one.

    A and B are names or ids of people, ids of their appearances (`hoedong who NAME --appearances`), ids of
    organisations, encounters or reports (`hoedong show ENCOUNTER`).

    \b
    Examples:
      hoedong judge different "가람전자 한도윤" "나래물산 한도윤"
      hoedong judge different ee978c6f5540ce8a8 ee17244454c1f13b7 --reason "two evenings"
    """
    _decide_pair(record, JudgementVerb.DIFFERENT, a, b, reason)


@_pair("unsure", "Two were looked at, and it is not clear.")
def unsure(record: RecordAccess, a: str, b: str, reason: str | None) -> None:
    """Note that somebody looked at two and could not tell whether they are one; what the rules say stands.

    \b
    Example:
      hoedong judge unsure "가람전자 한도윤" "나래물산 한도윤" --reason "no source tells"
    """
    _decide_pair(record, JudgementVerb.UNSURE, a, b, reason)


@judge.command(short_help="An encounter is right.")
@click.argument("id_", metavar="ID")
@_ONE_REPORT
@_REASON
@decision_options
def accept(record: RecordAccess, id_: str, is_report: bool, reason: str | None) -> None:
    """Note that somebody looked at an encounter, or at one report, and found it right.

    \b
    Example:
      hoedong judge accept e1699764c1886bcb4
    """
    _review(record, JudgementVerb.ACCEPT, id_, reason, is_report=is_report)


@judge.command(short_help="An encounter is none.")
@click.argument("id_", metavar="ID")
@_ONE_REPORT
@_REASON
@decision_options
def reject(record: RecordAccess, id_: str, is_report: bool, reason: str | None) -> None:
    """Decide that an encounter is none, or with --report that one report does not count.

    \b
    Examples:
      hoedong judge reject e1699764c1886bcb4 --reason "a press event"
      hoedong judge reject ee17244454c1f13b7 --report
    """
    _review(record, JudgementVerb.REJECT, id_, reason, is_report=is_report)


@judge.command("set", short_help="A value of an encounter or claim.")
@click.argument("id_", metavar="ID")
@click.argument("property_", metavar="PROPERTY")
@click.argument("value", metavar="VALUE")
@_REASON
@decision_options
def set_value(record: RecordAccess, id_: str, property_: str, value: str, reason: str | None) -> None:
    """Set a value that the record shall believe, whatever reports say.

    PROPERTY of an encounter is date (EDTF), status, mode, place, city or country (ISO 3166-1: KR); of a claim, verdict.

    \b
    Examples:
      hoedong judge set e1699764c1886bcb4 date 2026-03-10
      hoedong judge set e1699764c1886bcb4 status not_held --reason "the firm says so"
      hoedong judge set ce771f3e2a82acc75 verdict supported
    """
    with record.writing() as workspace:
        subject = _known(workspace, id_)
        judgement = _decided(
            lambda: workspace.judge(
                subject, JudgementVerb.SET_VALUE, id_, property=property_, value=value, reason=reason
            )
        )
    _tell(record, judgement, f"{property_} of {id_} = {value}")


@judge.command(short_help="Take a judgement back.")
@click.argument("judgement", metavar="JUDGEMENT")
@_REASON
@decision_options
def undo(record: RecordAccess, judgement: str, reason: str | None) -> None:
    """Take a judgement back; the one taken back stays in the history. Undoing an undoing revives it.

    \b
    Example:
      hoedong judge undo j4f2beb1e2b46a4e7 --reason "mistaken"
    """
    with record.writing() as workspace:
        retraction = workspace.undo(judgement, reason=reason)
    _tell(record, retraction, f"undone: {judgement}")


def _decide_pair(record: RecordAccess, verb: JudgementVerb, a: str, b: str, reason: str | None) -> None:
    with record.writing() as workspace:
        (subject, left), (other, right) = _side(workspace, a), _side(workspace, b)
        if subject is not other:
            raise Refusal(f"{a} is {_SUBJECTS[subject]} and {b} is {_SUBJECTS[other]}; {verb} takes two of one kind")
        if left == right:
            raise Refusal(f"{a} and {b} are both {left}; ids of appearances or reports tell them apart")
        judgement = _decided(lambda: workspace.judge(subject, verb, left, right, reason=reason))
    _tell(record, judgement, f"{verb}: {a}, {b}")


def _side(workspace: Workspace, text: str) -> tuple[JudgementSubject, str]:
    """What a side of a pair is: an id of anything on record, or else the name of a person."""
    subject = workspace.subject_of(text)
    return (subject, text) if subject is not None else (JudgementSubject.PERSON, workspace.person(text).id)


def _review(record: RecordAccess, verb: JudgementVerb, id_: str, reason: str | None, *, is_report: bool) -> None:
    with record.writing() as workspace:
        subject = _known(workspace, id_)
        if is_report and subject is JudgementSubject.ENCOUNTER:
            subject = JudgementSubject.REPORT
        judgement = _decided(lambda: workspace.judge(subject, verb, id_, reason=reason))
    _tell(record, judgement, f"{verb}: {id_}")


def _known(workspace: Workspace, id_: str) -> JudgementSubject:
    subject = workspace.subject_of(id_)
    if subject is None:
        raise Refusal(f"nothing on record has the id {id_!r}; `hoedong met` and `hoedong claims` print ids")
    return subject


def _decided(decide: Callable[[], Judgement]) -> Judgement:
    """A judgement; one without sense is refused in a line."""
    try:
        return decide()
    except ValueError as error:
        raise Refusal(str(error)) from error


def _tell(record: RecordAccess, judgement: Judgement, words: str) -> None:
    if record.as_json:
        print_json(answer(judgement=judgement_json(judgement)))
    else:
        click.echo(f"{words} (by {judgement.user})\n`hoedong judge undo {judgement.id}` takes it back")
