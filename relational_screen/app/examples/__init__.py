"""The two invented examples that ship with the program: a bill and a local plan, each with its answers."""

from collections.abc import Iterator
from pathlib import Path

from relational_screen.app.application import Application
from relational_screen.app.session import Session
from relational_screen.catalogue.model import Language
from relational_screen.screening.note.forms import form_of

FOLDER = Path(__file__).parent
EXAMPLES = ("example_bill", "example_local_plan")


def example_application(folder: Path) -> Application:
    """Return an application with a store of its own in a folder, so that examples do not mix with real screenings."""
    folder.mkdir(parents=True, exist_ok=True)
    return Application(folder / "examples.sqlite")


def start_example(application: Application, name: str = EXAMPLES[0]) -> Session:
    """Start a screening of an example, already answered."""
    return application.screen(FOLDER / f"{name}.txt", FOLDER / f"{name}.toml")


def screen_examples(
    application: Application, folder: Path, language: Language
) -> Iterator[tuple[Session, tuple[Path, ...]]]:
    """Screen both examples and write their notes as Word and PDF into a folder, which is made if missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in EXAMPLES:
        session = start_example(application, name)
        paths = tuple(folder / f"{name}.{suffix}" for suffix in ("docx", "pdf"))
        for path in paths:
            session.export(path, form_of(session.state.proposal.kind), language)
        yield session, paths
