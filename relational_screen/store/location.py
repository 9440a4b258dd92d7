"""Whether a path lies on a network drive, where SQLite's write-ahead log does not work."""

import ctypes
import sys
from pathlib import Path

NETWORK_FILE_SYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "9p", "davfs", "fuse.davfs2")
WINDOWS_REMOTE_DRIVE = 4
MOUNTS = Path("/proc/self/mounts")


def is_on_network(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether a path lies on a network drive, as far as the system tells."""
    absolute = path.resolve()
    if sys.platform == "win32":
        return str(absolute).startswith("\\\\") or bool(
            ctypes.windll.kernel32.GetDriveTypeW(absolute.anchor) == WINDOWS_REMOTE_DRIVE
        )
    if not mounts.exists():
        return False
    return _file_system(absolute, mounts) in NETWORK_FILE_SYSTEMS


def _file_system(path: Path, mounts: Path) -> str:
    """Return the type of the innermost mounted file system that holds a path."""
    found = [line.split()[1:3] for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines()]
    holding = [(point.replace("\\040", " "), kind) for point, kind in found]
    inside = [(point, kind) for point, kind in holding if path.is_relative_to(point)]
    # Of two mounts on one point the later covers the earlier, as when autofs mounts on demand.
    return max(reversed(inside), key=lambda item: len(item[0]), default=("", ""))[1]
