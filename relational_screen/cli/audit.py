"""Commands for the audit: bundles, keys, and verifying files."""

from functools import cache, partial
from pathlib import Path

import click

from relational_screen.app.application import Application
from relational_screen.app.language import _, language_in_use, told
from relational_screen.app.settings import keys_folder
from relational_screen.cli.shared import FILE, KEYS, ask_password, pass_application, print_lines
from relational_screen.errors import N_, ScreenError


@click.command()
@click.argument("screening", metavar="ID")
@click.option("-o", "--output", type=FILE, required=True, help="The .relscreen file to write.")
@click.option("--with-draft/--hash-only", default=False, help="With the text of the draft, or only its hash.")
@click.option("--to", help="The secretariat's public key (age1…), to seal the bundle for it.")
@KEYS
@pass_application
def bundle(
    application: Application, screening: str, output: Path, with_draft: bool, to: str | None, folder: Path | None
) -> None:
    """Write a screening as one signed file for the secretariat."""
    from relational_screen.app.auditing import bundle_work, lacks_note, signing_key

    session = application.open(screening)
    key = signing_key(folder or keys_folder(), ask_password)
    bundle_work(application, session, key, output, with_draft=with_draft, to=to, language=language_in_use())()
    if lacks_note(session):
        click.echo(_("The bundle holds no note: the screening lacks what a note must have."), err=True)
    click.echo(output)


@click.command()
@click.argument("action", type=click.Choice(["create", "show", "export"]))
@click.option("-o", "--output", type=FILE, help="With export: the file to write.")
@click.option("--owner", default="", help="With export: the office that the key belongs to.")
@KEYS
def keys(action: str, output: Path | None, owner: str, folder: Path | None) -> None:
    """Make the office's keys, show what others need of them, or export the public one."""
    from relational_screen.app.auditing import create_keys, export_public_key, told_kept, told_keys

    folder = folder or keys_folder()
    if action == "create":
        print_lines(told_kept(create_keys(folder, cache(partial(ask_password, new=True)))))
    elif action == "show":
        print_lines(told_keys(folder, cache(ask_password)))
    else:
        if output is None:
            message = _("Give the file to write with -o.")
            raise click.UsageError(message)
        export_public_key(folder, ask_password, owner, output)
        click.echo(output)


@click.command()
@click.argument("what", metavar="[ID|FILE]...", nargs=-1)
@KEYS
@pass_application
def verify(application: Application, what: tuple[str, ...], folder: Path | None) -> None:
    """Verify screenings (an ID, or without any all) or files: a store, a registry, a bundle, a note."""
    from relational_screen.app.verifying import verify_file
    from relational_screen.cli.registry.inbox import tell_progress

    problems: list[ScreenError] = []
    for one in what or ("",):
        try:
            if one and Path(one).exists():
                keys = folder or keys_folder()
                print_lines(verify_file(application, Path(one), keys, ask_password, tell_progress))
                continue
            if Path(one).suffix:
                raise ScreenError(N_("{name} was not found."), N_("Check the name and the folder."), name=one)
            found = application.verify(one or None)
        except ScreenError as error:
            found = [error]
        problems += found
        if not found:
            click.echo(_("The chain is whole."))
    for problem in problems:
        click.echo(told(problem), err=True)
    if problems:
        raise SystemExit(1)
