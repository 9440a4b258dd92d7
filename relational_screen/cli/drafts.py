"""Commands for drafts: how they are read, what they may touch, and what a new version changes."""

from pathlib import Path

import click

from relational_screen.app.application import Application
from relational_screen.app.language import _, language_in_use
from relational_screen.cli.shared import FILE, JSON, pass_application, print_json, print_lines, print_remarks


@click.command()
@click.argument("draft", type=FILE)
@JSON
def read(draft: Path, as_json: bool) -> None:
    """Show how a draft is read: its passages and their labels."""
    from relational_screen.drafts.reading import read_draft

    found = read_draft(draft)
    print_remarks(found)
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    for passage in found.passages:
        click.echo(f"{passage.label}: {passage.text}")


@click.command()
@click.argument("draft", type=FILE)
@JSON
@pass_application
def suggest(application: Application, draft: Path, as_json: bool) -> None:
    """Suggest what a draft touches: arenas, and the best passages for every question."""
    from relational_screen.app.suggesting import suggestions_of, told_suggestions

    found = suggestions_of(application.catalogue, draft)
    if as_json:
        print_json(found.as_json(most=10))
        return
    print_lines(told_suggestions(found, application.catalogue, language_in_use()))


@click.command()
@click.argument("screening", metavar="ID")
@click.argument("draft", type=FILE)
@pass_application
def attach(application: Application, screening: str, draft: Path) -> None:
    """Attach a new version of the draft, and tell which answers rest on passages that changed."""
    from relational_screen.app.files import read_draft
    from relational_screen.app.suggesting import told_links

    session = application.open(screening)
    session.attach_draft(read_draft(draft))
    print_remarks(session.draft)
    print_lines(told_links(session))


@click.command()
@click.argument("screening", metavar="ID")
@JSON
@pass_application
def links(application: Application, screening: str, as_json: bool) -> None:
    """List the passages that answers rest on: unchanged, moved, changed or gone."""
    from relational_screen.app.suggesting import links_json, told_links

    session = application.open(screening)
    if as_json:
        print_json(links_json(session))
        return
    print_lines(told_links(session))


@click.command()
@click.argument("screening", metavar="ID")
@click.argument("draft", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="The .docx file to write; never the draft itself.")
@click.option("--tracked/--plain", default=True, help="As tracked changes (the usual) or as plain text.")
@click.option("--pilot-row", is_flag=True, help="Also put a row into the summary table.")
@click.option("--after", help="The heading the section is to stand after: its words or its number in `headings`.")
@click.option("--replace-changed", is_flag=True, help="Replace an earlier section although somebody changed it.")
@pass_application
def insert(
    application: Application,
    screening: str,
    draft: Path,
    output: Path,
    tracked: bool,
    pilot_row: bool,
    after: str | None,
    replace_changed: bool,
) -> None:
    """Put the note into a copy of the draft's own Word file."""
    from relational_screen.app.inserting import is_screened_version, told_insertion
    from relational_screen.app.session import Insertion

    options = Insertion(tracked, pilot_row, after, replace_changed)
    session = application.open(screening)
    inserted = session.insert(draft, output, language_in_use(), options)
    if not is_screened_version(session, draft):
        click.echo(_("This is not the version of the draft that was screened."), err=True)
    print_lines([*told_insertion(inserted), str(output)])


@click.command()
@click.argument("draft", type=FILE)
@JSON
def headings(draft: Path, as_json: bool) -> None:
    """List the headings of a Word draft that the note may stand after."""
    from relational_screen.app.inserting import draft_headings

    found = draft_headings(draft)
    if as_json:
        print_json([{"index": one.index, "level": one.level, "text": one.text} for one in found])
        return
    print_lines(f"{one.index:>4}  {'  ' * (one.level - 1)}{one.text}" for one in found)


@click.command()
@click.argument("screening", metavar="ID")
@click.argument("question")
@pass_application
def confirm(application: Application, screening: str, question: str) -> None:
    """Say that the answer to a QUESTION holds for the passages that changed."""
    application.open(screening).confirm(question)
