"""Zip files made to do harm, one kind at a time; each is refused before it does."""

from io import BytesIO
from stat import S_IFLNK
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from relational_screen.drafts.zipped import Container
from relational_screen.registry.bundle import packing
from relational_screen.registry.bundle.bundle import open_bundle
from relational_screen.registry.bundle.manifest import EVENTS
from relational_screen.registry.bundle.packing import packed
from tests.registry.samples import bundle, files_of, resigned
from tests.registry.test_hostile_bundles import refused

SECONDS = 3
"""How long a file may take that was made to take long; without its guard each of them takes ten times as long."""


def _zip(*more: tuple[ZipInfo | str, bytes], method: int = ZIP_STORED, comment: bytes = b"") -> bytes:
    """The parts of the invented bundle as another program might zip them, and more."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", method) as zipped:
        for name, data in [*files_of(bundle()).items(), *more]:
            zipped.writestr(name, data)
        zipped.comment = comment
    return buffer.getvalue()


def _link() -> ZipInfo:
    info = ZipInfo("attachments/link.pdf")
    info.external_attr = (S_IFLNK | 0o777) << 16
    return info


PATHS = [
    "../../outside.pdf",
    "/etc/outside.pdf",
    "C:\\outside.pdf",
    "attachments/../outside.pdf",
    "a\\..\\b",
    "folder/",
]
OUTSIDE = "not written in the one way|damaged|other parts|is not a bundle"


@pytest.mark.parametrize("name", PATHS)
def test_a_path_out_of_the_bundle_is_refused(name: str) -> None:
    refused(_zip((name, b"x")), OUTSIDE)
    refused(packed({**files_of(bundle()), name: b"x"}), OUTSIDE)
    refused(resigned({**files_of(bundle()), name: b"x"}), "does not hold what the format says|not written")


def test_a_link_is_refused() -> None:
    refused(_zip((_link(), b"/etc/passwd")), OUTSIDE)


@pytest.mark.filterwarnings("ignore:Duplicate name")  # zipfile warns us who make the file
def test_a_name_that_stands_twice_is_refused() -> None:
    refused(_zip((EVENTS, b"x")), OUTSIDE)


FILES = {
    "nothing": b"",
    "text": b"An invented letter.",
    "the beginning of a bundle": bundle()[:-1],
    "the end of a bundle": bundle()[1:],
    "bytes before": b"x" + bundle(),
    "bytes after": bundle() + b"x",
    "two bundles": bundle() * 2,
    "an empty zip": packed({}),
    "a zip of other parts": packed({"x": b""}),
    "a comment": _zip(comment=b"x"),
    "compressed": _zip(method=ZIP_DEFLATED),
    "times of its own": _zip(),
    "only an end": b"PK\5\6" + bytes(18),
    "a zip64 end": bundle()[:-22] + b"PK\6\7" + bytes(16) + bundle()[-22:],
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_file_that_is_not_zipped_as_the_format_says_is_refused(data: bytes) -> None:
    refused(data, OUTSIDE)


def test_a_bundle_that_says_it_has_a_password_is_refused() -> None:
    data = bytearray(bundle())
    data[data.index(b"PK\1\2") + 8] |= 1
    refused(bytes(data), "damaged or built to do harm")


@pytest.mark.parametrize("size", [1_900_000, 60_000_000])
def test_a_part_that_swells_is_refused_before_it_fills_the_memory(size: int) -> None:
    started = perf_counter()
    swelling = [(f"attachments/{number}.pdf", bytes(size)) for number in range(6)]
    data = _zip(*swelling, method=ZIP_DEFLATED)
    refused(data, OUTSIDE)
    assert perf_counter() - started < SECONDS


def test_a_bundle_with_very_many_parts_is_refused_at_once() -> None:
    end = bytearray(packed({})[:-6] + bytes(6))
    directory = 100_000_000
    end[12:16] = directory.to_bytes(4, "little")
    started = perf_counter()
    refused(bytes(directory) + bytes(end), "is not a bundle")
    many = packed({str(number): b"" for number in range(10_001)})
    refused(many, "built to do harm")
    assert perf_counter() - started < SECONDS


@pytest.mark.parametrize(
    "end", [b"PK\6\7" + bytes(16) + bundle()[-22:], bundle()[-22:-10] + b"\xff" * 4 + bundle()[-6:]]
)
def test_a_list_of_parts_that_takes_long_to_read_is_not_even_begun(end: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bundle()[:-22] + end
    monkeypatch.setattr(packing, "Container", pytest.fail)
    refused(data, "is not a bundle")


def test_no_more_is_unpacked_than_the_file_could_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    class Counting(Container):
        def read(self, part: str) -> bytes:
            taken.append(len(super().read(part)))
            return super().read(part)

    monkeypatch.setattr(packing, "Container", Counting)
    refused(
        _zip(*[(f"attachments/{number}.pdf", bytes(1_000_000)) for number in range(9)], method=ZIP_DEFLATED), OUTSIDE
    )
    assert sum(taken) < 2_000_000


def test_a_bundle_larger_than_any_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bundle()
    monkeypatch.setattr(packing, "MAX_BUNDLE", len(data))
    open_bundle(data)
    monkeypatch.setattr(packing, "MAX_BUNDLE", len(data) - 1)
    refused(data, "larger than")
