"""What is installed on a machine, as it is read; `versions` is who changes it.

    apps/VERSION/        an application, unpacked, with what it is run with
    contents/VERSION/    an exhibition's folder
    versions/N/          a pair of them: the links `app` and `content`, the manifest they came with,
                         and the link `before` to the version that was current until then
    current              a link to the version that runs

None of it ever changes but `current`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.venue.bundle_error import BundleError
from kiosk.venue.manifest import MANIFEST_NAME, Manifest, parse_manifest

APPS, CONTENTS, VERSIONS, CURRENT = "apps", "contents", "versions", "current"
APP_LINK, CONTENT_LINK, BEFORE_LINK = "app", "content", "before"


@dataclass(frozen=True)
class Version:
    """An application and an exhibition that belong together.

    Attributes:
        number: counts up with each that is added.
        manifest: of the bundle that it came in.
        app: the application's folder.
        content: the exhibition's folder.
        before: the number of the version that was current when this one was added; 0 for the first.
    """

    number: int
    manifest: Manifest
    app: Path
    content: Path
    before: int


def current_version(root: Path) -> Version | None:
    """The version that `current` leads to, if it does and that one is whole."""
    try:
        name = (root / CURRENT).readlink().name
    except OSError:
        return None
    return read_version(root, int(name)) if name.isdecimal() else None


def installed_versions(root: Path) -> tuple[Version, ...]:
    """All that are whole, the oldest first."""
    found = (read_version(root, number) for number in sorted(_numbers(root / VERSIONS)))
    return tuple(version for version in found if version)


def read_version(root: Path, number: int) -> Version | None:
    """The version of that number, if it is there and whole."""
    folder = root / VERSIONS / str(number)
    try:
        app = root / APPS / (folder / APP_LINK).readlink().name
        content = root / CONTENTS / (folder / CONTENT_LINK).readlink().name
        manifest = parse_manifest((folder / MANIFEST_NAME).read_bytes())
    except (OSError, BundleError):
        return None
    if not (app.is_dir() and content.is_dir()):
        return None
    return Version(number, manifest, app, content, _before(folder / BEFORE_LINK))


def _before(link: Path) -> int:
    try:
        return int(link.readlink().name)
    except (OSError, ValueError):
        return 0


def _numbers(folder: Path) -> Iterator[int]:
    if folder.is_dir():
        yield from (int(path.name) for path in folder.iterdir() if path.name.isdecimal())
