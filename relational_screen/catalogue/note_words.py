"""The sentences that notes and reviews are built of, read from `note.toml`."""

from relational_screen.catalogue.model import Language, Name, Record, Text


class NoteWords(Record):
    """Named sentences and words in both languages; places in braces are filled where they are used."""

    words: dict[Name, Text]

    def get(self, name: str, language: Language, /, **values: object) -> str:
        """Return a sentence in one language; a value that is a `Text` is put in that language."""
        plain = {key: value.get(language) if isinstance(value, Text) else value for key, value in values.items()}
        return self.words[name].get(language).format(**plain)

    def both(self, name: str, /, **values: object) -> Text:
        """Return a sentence in both languages."""
        return Text(da=self.get(name, "da", **values), en=self.get(name, "en", **values))
