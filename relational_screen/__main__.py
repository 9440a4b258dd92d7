"""Where the program begins: the command line, which opens the window when it is given no command."""

from pathlib import Path

from relational_screen.cli import run


def open_window(store: Path | None, language: str | None, example: bool) -> int:
    """Open the window; Qt is loaded only here.

    Raises:
        ScreenError: the window's libraries are not installed.
    """
    try:
        from relational_screen.gui.main import open_window as opened
    except ImportError as error:
        from relational_screen.errors import N_, ScreenError

        raise ScreenError(
            N_("The window cannot be opened because Qt is missing ({detail})."),
            N_('Install it with: pip install "relational-screen[gui]", or use a command; see --help.'),
            detail=error,
        ) from error
    return opened(store, language, example=example)


def main() -> None:
    """Run the program."""
    run(open_window)


if __name__ == "__main__":
    main()
