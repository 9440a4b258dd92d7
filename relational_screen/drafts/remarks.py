"""What a text itself betrays about how its file was written: wrong encodings, lost section signs."""

import re
from collections.abc import Iterable, Sequence

from relational_screen.drafts.draft import Remark
from relational_screen.drafts.paragraph import Paragraph

_MOJIBAKE = re.compile(r"Ã[¦¸¥†˜…©¶¤¼]|Â[§«»°´]|â€|√[¶∏•ß]|¬ß|\ufffd")
"""UTF-8 read as Windows-1252 or Mac Roman, and letters that a program gave up."""

_WRONG_LETTER = re.compile(r"[a-zæøå][‘›†¾¿Œ][a-zæøå]")
"""æ, ø and å of code page 850 or Mac Roman read as Windows-1252; »L‘Oréal« alone is no sign of it."""

_MOST_WRONG_LETTERS = 2
_LOST_SIGN = re.compile(r"[?$¤õ\ufffd#&*]{1,2} ?\d+(?: [a-z])?\. ?[A-ZÆØÅ]")
"""»? 4. Kommunen …« where »§ 4. Kommunen …« should stand."""

_FEWEST_LOST = 2


def text_remarks(paragraphs: Sequence[Paragraph]) -> list[Remark]:
    """Return what must be said of the text, whatever the format of its file."""
    remarks: list[Remark] = []
    if _is_mojibake(paragraph.text for paragraph in paragraphs):
        remarks.append("mojibake")
    if _lost_signs(paragraphs):
        remarks.append("lost-section-signs")
    return remarks


def _is_mojibake(texts: Iterable[str]) -> bool:
    wrong = 0
    for text in texts:
        if text.isascii():
            continue
        wrong += len(_WRONG_LETTER.findall(text))
        if wrong > _MOST_WRONG_LETTERS or _MOJIBAKE.search(text):
            return True
    return False


def _lost_signs(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a text is cut into stk. like an act, or has another sign before its numbers, but no § anywhere."""
    if any("§" in paragraph.text for paragraph in paragraphs):
        return False
    signs = sum(_LOST_SIGN.match(paragraph.text) is not None for paragraph in paragraphs)
    subsections = sum(paragraph.mark is not None and paragraph.mark.kind == "subsection" for paragraph in paragraphs)
    return max(signs, subsections) >= _FEWEST_LOST
