"""A screening's result in words, for those who read it as lines of text."""

from relational_screen.app.language import language_in_use
from relational_screen.app.session import Session
from relational_screen.screening.answers import Effect
from relational_screen.screening.note.opening import bottom_line
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import Pair


class Telling:
    """Tells of one session in the language in use."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = Wording(session.screening, session.result, language_in_use())

    def bottom_line(self) -> list[str]:
        """Return the verdict and the bottom line as the note has it."""
        verdict = self._words.label("verdict", self._session.result.bottom_line)
        return [f"{self._session.state.proposal.title}: {verdict}", bottom_line(self._words)]

    def result(self) -> list[str]:
        """Return the whole result: bottom line, arenas with the answers behind them, and what would turn it."""
        lines = self.bottom_line()
        for arena, result in self._session.result.arenas.items():
            verdict = self._words.label("verdict", result.verdict)
            certainty = self._words.label("certainty", result.certainty)
            lines.append(f"{self._words.arena(arena)}: {verdict} ({certainty}); {self._pair(result.pair)}")
            lines += self._answers(arena)
        for turn in self._session.robustness():
            new = self._words.label("verdict", turn.bottom_line)
            step = f"{self._words.label(turn.field, turn.old)} → {self._words.label(turn.field, turn.new)}"
            lines.append(f"  {turn.question}: {step}: {new}")
        return lines

    def _pair(self, pair: Pair) -> str:
        return ", ".join(
            f"{self._words.label('direction', name)} {self._words.number(side.net)} "
            f"[{self._words.number(side.low)}–{self._words.number(side.high)}] "
            f"{self._words.label('band', side.band)}"
            for name, side in (("raises", pair.raises), ("lowers", pair.lowers))
        )

    def _sizes(self, effect: Effect) -> str:
        values = ((field, getattr(effect, field)) for field in ("strength", "reach", "duration"))
        return ", ".join(self._words.label(field, value) for field, value in values if value)

    def _answers(self, arena: str) -> list[str]:
        return [
            f"  {item.question.id}: {self._words.label('direction', direction)}, {self._sizes(item.effect)}"
            for direction in ("raises", "lowers")
            for item in self._words.effects("raises" if direction == "raises" else "lowers", arena)
        ]
