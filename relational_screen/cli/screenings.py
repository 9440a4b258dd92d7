"""Commands for screenings: start, answer, score, review, and write the note."""

from pathlib import Path
from typing import Any

import click

from relational_screen.app.application import Application
from relational_screen.app.files import check_note_path, write_note
from relational_screen.app.language import _, language_in_use
from relational_screen.app.telling import Telling
from relational_screen.catalogue.method import SCALES
from relational_screen.cli.shared import FILE, JSON, pass_application, print_json, print_lines, print_remarks
from relational_screen.screening.note.forms import FORMS, form_of

KIND = click.Choice(SCALES["kind"])
FORM = click.option("--form", type=click.Choice(FORMS), help="Left out: the one that fits the kind of proposal.")


@click.command()
@click.argument("draft", type=FILE)
@click.option("--kind", type=KIND, required=True)
@click.option("--title")
@click.option("--authority", default="")
@pass_application
def new(application: Application, draft: Path, kind: str, title: str | None, authority: str) -> None:
    """Start a screening of a draft and print its id."""
    session = application.start_from(draft, {"kind": kind, "title": title or "", "authority": authority})
    print_remarks(session.draft)
    click.echo(session.id)


@click.command()
@click.argument("screening", metavar="ID")
@click.argument("answers", type=FILE)
@pass_application
def apply(application: Application, screening: str, answers: Path) -> None:
    """Take over the answers of a TOML file."""
    application.open(screening).apply_file(answers)


@click.command()
@click.argument("screening", metavar="ID")
@JSON
@pass_application
def score(application: Application, screening: str, as_json: bool) -> None:
    """Print the result of a screening."""
    session = application.open(screening)
    if as_json:
        print_json(session.result_json())
        return
    print_lines(Telling(session).result())


@click.command()
@click.argument("screening", metavar="ID")
@JSON
@pass_application
def review(application: Application, screening: str, as_json: bool) -> None:
    """Print what a review finds: gaps, contradictions and doubts."""
    findings = application.open(screening).review()
    lines = [
        {"level": item.level, "place": item.place, "text": item.text.get(language_in_use()), "passages": item.passages}
        for item in findings
    ]
    if as_json:
        print_json(lines)
        return
    words, language = application.catalogue.note, language_in_use()
    for item in findings:
        click.echo(f"{words.get('full-level-' + item.level, language):<22} {item.text.get(language)}")


@click.command()
@click.argument("screening", metavar="ID")
@click.option("-o", "--output", type=FILE, required=True, help="A .docx, .pdf, .json or .txt file.")
@FORM
@pass_application
def note(application: Application, screening: str, output: Path, form: Any) -> None:
    """Write the consequence note."""
    session = application.open(screening)
    session.export(output, form or form_of(session.state.proposal.kind), language_in_use())
    click.echo(output)


@click.command()
@click.argument("draft", type=FILE)
@click.option("--answers", type=FILE, required=True)
@click.option("-o", "--output", type=FILE, required=True, multiple=True, help="A .docx, .pdf, .json or .txt file.")
@FORM
@pass_application
def screen(application: Application, draft: Path, answers: Path, output: tuple[Path, ...], form: Any) -> None:
    """Screen a draft with an answers file: start, answer, and write the note."""
    for path in output:
        check_note_path(path)
    session = application.screen(draft, answers)
    print_remarks(session.draft)
    click.echo(session.id)
    for path in output:
        session.export(path, form or form_of(session.state.proposal.kind), language_in_use())
    print_lines(Telling(session).bottom_line())


@click.command()
@click.argument("before", metavar="ID")
@click.argument("after", metavar="[OTHER]", required=False)
@click.option(
    "--at", metavar="DATE", help="The screening as it was at the end of a day (YYYY-MM-DD), beside itself now."
)
@click.option("-o", "--output", type=FILE, required=True, help="A .docx, .pdf or .txt file.")
@pass_application
def compare(application: Application, before: str, after: str | None, at: str | None, output: Path) -> None:
    """Write two screenings, or two dates of one, side by side as a note."""
    from relational_screen.app.comparing import compare_dates, compare_screenings

    check_note_path(output)
    first = application.open(before)
    if (after is None) == (at is None):
        message = _("Give either another screening or --at with a date.")
        raise click.UsageError(message)
    if after is not None:
        note = compare_screenings(first, application.open(after), language_in_use())
    else:
        note = compare_dates(first, str(at), language_in_use())
    write_note(note, output)
    click.echo(output)


@click.command(name="read-note")
@click.argument("file", type=FILE)
@JSON
@pass_application
def read_note(application: Application, file: Path, as_json: bool) -> None:
    """Get the machine-readable part of a note back and check it."""
    from relational_screen.app.note_files import read_back, told_record

    record = read_back(file)
    if as_json:
        print_json(record)
    else:
        print_lines(told_record(record, application.catalogue, language_in_use()))
    if application.is_newer(record["screening"], record["content_hash"]):
        click.echo(_("The screening was changed after this note was written."), err=True)


@click.command(name="list")
@JSON
@pass_application
def list_screenings(application: Application, as_json: bool) -> None:
    """List the screenings."""
    found = application.screenings()
    if as_json:
        print_json(found)
        return
    label = application.catalogue.method.label
    for line in found:
        verdict = label("verdict", line["bottom_line"], language_in_use())
        click.echo(f"{line['id'][:8]}  {line['answered']:>3}/{line['asked']:<3}  {verdict:<24}  {line['title']}")


@click.command()
@click.option("-o", "--output", type=FILE, default=Path("out"), help="The folder that the notes are written to.")
@click.pass_context
def demo(context: click.Context, output: Path) -> None:
    """Screen the invented example bill and local plan, and write both notes as Word and PDF."""
    from relational_screen.app.examples import example_application, screen_examples

    given = context.parent is not None and context.parent.params["store"] is not None
    application = context.obj if given else example_application(output)
    for session, paths in screen_examples(application, output, language_in_use()):
        print_lines([*Telling(session).bottom_line(), *(str(path) for path in paths), ""])
