"""Real bundles of a kiosk that is next to nothing, with a wheel that holds one line."""

import base64
import hashlib
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from kiosk.venue import bundle_writing, keys
from kiosk.venue.bundle_writing import Source

WHEEL_TEXT = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
WHEEL = "tiny-1.0-py3-none-any.whl"
MADE = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def application(folder: Path, name: str, pin: str = "") -> Path:
    """A bundle with an application; `pin` is what its lock says of the wheel, if it is wrong."""
    wheel = _wheel(folder / WHEEL)
    pin = pin or hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock = _written(folder / "lock", f"tiny==1.0 --hash=sha256:{pin}\n")
    main = _written(folder / "main", "import tiny\nprint(tiny.WORD)\n")
    sources = [
        Source("app/main.py", main),
        Source("app/requirements.lock", lock),
        Source(f"wheels/{WHEEL}", wheel),
        Source("content/exhibition.yaml", _written(folder / "content", f"title: {name}\n")),
    ]
    return _bundle(folder, name, "application", sources)


def exhibition(folder: Path, name: str) -> Path:
    """A bundle with an exhibition alone."""
    text = _written(folder / "content", f"title: {name}\n")
    return _bundle(folder, name, "content", [Source("content/exhibition.yaml", text)])


def public_key(folder: Path) -> Path:
    """The key to which the bundles of a folder belong; made when first asked for."""
    if not (folder / keys.PUBLIC_NAME).exists():
        keys.new_keys(folder)
    return folder / keys.PUBLIC_NAME


def _bundle(
    folder: Path, name: str, kind: bundle_writing.BundleKind, sources: list[Source]
) -> Path:
    public_key(folder)
    key = keys.load_private(folder / keys.PRIVATE_NAME)
    manifest = bundle_writing.manifest_of(sources, kind, name, MADE, "any")
    out = folder / f"{name}.kiosk"
    bundle_writing.write_bundle(out, manifest, sources, key)
    return out


def _wheel(path: Path) -> Path:
    files = {
        "tiny.py": "WORD = 'all is well'\n",
        "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        "tiny-1.0.dist-info/WHEEL": WHEEL_TEXT,
    }
    record = "".join(f"{name},sha256={_digest(text)},{len(text)}\n" for name, text in files.items())
    files["tiny-1.0.dist-info/RECORD"] = record + "tiny-1.0.dist-info/RECORD,,\n"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(zipfile.ZipInfo(name), text)
    return path


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
