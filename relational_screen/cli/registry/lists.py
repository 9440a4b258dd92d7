"""Commands for coverage: lists of what there was to screen, and which screening is of which proposal."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relational_screen.app.application import Application
from relational_screen.app.language import _, language_in_use
from relational_screen.catalogue.model import KINDS, Kind
from relational_screen.cli.registry.shared import PATH, YEAR, open_register
from relational_screen.cli.shared import FILE, JSON, pass_application, print_json
from relational_screen.errors import N_, ScreenError, raise_all

if TYPE_CHECKING:
    from relational_screen.app.register_lists import RegisterLists
    from relational_screen.registry.coverage.coverage import Coverage
    from relational_screen.registry.coverage.lists import Listed
    from relational_screen.registry.coverage.matching import Matches
    from relational_screen.registry.coverage.sheets import Sheet

SHORT = 8
"""Characters of an id that are enough to name a proposal or a screening."""


@click.command()
@click.argument("path", metavar="[LIST]", type=FILE, required=False)
@click.option("--name", help="What the list is called; else its file's name. The same name replaces it.")
@click.option("--sheet", default="", help="The sheet of an .xlsx file; else the first with rows.")
@click.option("--heading", "fields", multiple=True, metavar="FIELD=HEADING", help="Where a field stands; else guessed.")
@click.option("--kind", type=click.Choice(KINDS), help="The kind of all rows that tell none.")
@click.option("--authority", default="", help="The authority of all rows that tell none.")
@click.option("--year", type=YEAR, help="The parliamentary year, by the year it opens in, for months without a year.")
@click.option("--confirm-certain", is_flag=True, help="Confirm every match that leaves no doubt.")
@click.option(
    "--suggest", is_flag=True, help="Tell what may be screenings of each proposal, as for a LIST; it takes long."
)
@click.option("-o", "--output", type=FILE, help="An .xlsx or .csv file to write the coverage to.")
@PATH
@JSON
@pass_application
def coverage(
    application: Application,
    path: Path | None,
    name: str | None,
    sheet: str,
    fields: tuple[str, ...],
    kind: Kind | None,
    authority: str,
    year: int | None,
    confirm_certain: bool,
    suggest: bool,
    output: Path | None,
    registry: Path | None,
    as_json: bool,
) -> None:
    """Take in a list of proposals (.csv or .xlsx), and say what was screened of all lists and what is missing."""
    from relational_screen.app.register_lists import Choice, guessed, read_proposals, read_rows

    problems: list[ScreenError] = []
    with _lists(application, registry) as lists:
        if path is not None:
            rows = read_rows(path, sheet)
            choice = Choice({**guessed(rows), **_chosen(fields)}, kind, authority, year)
            _tell_headings(rows, choice.fields)
            found = read_proposals(rows, choice)
            lists.keep(name or path.name, found)
            problems = list(found.problems)
        if confirm_certain:
            _confirm_certain(lists)
        covered = lists.coverage()
        if output is not None:
            lists.save(covered, output, language_in_use())
        if as_json:
            print_json({figure: len(proposals) for figure, proposals in covered.figures.items()})
        else:
            _tell_coverage(covered)
            if path is not None or suggest:
                _tell_suggestions(lists)
    raise_all(problems)


@click.command()
@click.argument("proposal")
@click.argument("screening", metavar="ID")
@click.option("--not", "rejected", is_flag=True, help="Say that it is not of this proposal.")
@click.option("--withdraw", is_flag=True, help="Take back what was said of the two.")
@PATH
@pass_application
def match(
    application: Application, proposal: str, screening: str, rejected: bool, withdraw: bool, registry: Path | None
) -> None:
    """Say that a screening is of a proposal on a list; both by the beginning of their ids."""
    with _lists(application, registry) as lists:
        listed, matches, register = _proposal(lists, proposal), _matches(lists), lists.register
        say = matches.withdraw if withdraw else matches.reject if rejected else matches.confirm
        found = register.registry.full_id(screening)
        if say == matches.confirm:
            _refuse_blind(register.screening(found))
        say(listed, found, register.by, register.now())
    click.echo(_("Noted."))


@click.command()
@click.option("--drop", metavar="NAME", help="Use this list no more.")
@PATH
@pass_application
def lists(application: Application, drop: str | None, registry: Path | None) -> None:
    """List the lists of proposals that are in use."""
    with _lists(application, registry) as found:
        if drop is not None:
            found.drop(drop)
        for name in found.names():
            click.echo(name)


@contextmanager
def _lists(application: Application, path: Path | None) -> "Iterator[RegisterLists]":
    from relational_screen.app.register_lists import RegisterLists

    with open_register(application.catalogue, path) as register:
        yield RegisterLists(register)


def _chosen(fields: tuple[str, ...]) -> dict[str, str]:
    """Return the headings that the user named, by field.

    Raises:
        ScreenError: one is not FIELD=HEADING, or there is no such field.
    """
    from relational_screen.registry.coverage.headings import HEADINGS

    pairs = [field.partition("=") for field in fields]
    raise_all(
        [
            ScreenError(
                N_("{field} is not one of {fields}."),
                N_("Write it as title=Titel."),
                field=name,
                fields=", ".join(HEADINGS),
            )
            for name, sign, _heading in pairs
            if not sign or name not in HEADINGS
        ]
    )
    return {name: heading for name, _sign, heading in pairs}


def _tell_headings(rows: "Sheet", fields: Mapping[str, str]) -> None:
    """Tell beside the output which heading holds which field, of which that there are."""
    from relational_screen.app.register_lists import field_names, heads_of

    if len(rows.sheets) > 1:
        sheets = _("Sheet {sheet} is read, of {sheets}.")
        click.echo(sheets.format(sheet=rows.name, sheets=", ".join(rows.sheets)), err=True)
    click.echo(_("Headings: {headings}").format(headings=", ".join(heads_of(rows))), err=True)
    for field, name in field_names().items():
        click.echo(f"{name}: {fields[field] or '–'}", err=True)


def _tell_coverage(covered: "Coverage") -> None:
    from relational_screen.app.register_lists import by_authority, by_year

    for table in (by_year(covered), by_authority(covered)):
        click.echo("\t".join(table.headings))
        for name, figures in table.rows:
            click.echo("\t".join([*name, *(str(len(figure)) for figure in figures)]))
        click.echo()


def _tell_suggestions(lists: "RegisterLists") -> None:
    """Tell the proposals without a confirmed screening, with those that may be theirs."""
    from relational_screen.registry.coverage.covering import suggestions

    for listed, candidates in suggestions(lists.register.registry):
        click.echo(f"{listed.key[:SHORT]}  {listed.number} {listed.title}".rstrip())
        for each in candidates:
            certain = _("certain") if each.certain else ""
            click.echo(f"    {each.screening.id[:SHORT]}  {each.score:>3}  {certain:<7}  {each.screening.title}")


def _confirm_certain(lists: "RegisterLists") -> None:
    from relational_screen.registry.coverage.covering import suggestions

    register, matches = lists.register, _matches(lists)
    for listed, candidates in list(suggestions(register.registry)):
        for each in candidates:
            if each.certain:
                matches.confirm(listed, each.screening.id, register.by, register.now())


def _refuse_blind(found: dict[str, Any]) -> None:
    """Raise ScreenError for a screening that only controls another one."""
    if any(chain["reads"] for chain in found["chains"]):
        raise ScreenError(
            N_("The screening {id} is a blind reading of another one, so it is of no proposal itself."),
            N_("Match the screening that it reads."),
            id=found["id"],
        )


def _matches(lists: "RegisterLists") -> "Matches":
    from relational_screen.registry.coverage.covering import MATCHES
    from relational_screen.registry.coverage.matching import Matches

    return Matches(lists.register.registry.said(MATCHES))


def _proposal(lists: "RegisterLists", beginning: str) -> "Listed":
    found = [each.listed for each in lists.coverage().proposals if each.listed.key.startswith(beginning)]
    if len(found) == 1:
        return found[0]
    what = N_("More than one proposal begins with {id}.") if found else N_("There is no proposal {id} on the lists.")
    raise ScreenError(what, N_("See the ids with registry coverage --suggest."), id=beginning)
