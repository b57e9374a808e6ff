"""Where the things that ship with the application lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCENES = ROOT / "scenes"
RESOURCES = ROOT / "resources"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
THEMES = RESOURCES / "themes"
STRINGS = RESOURCES / "strings" / "interface.yaml"
STAFF_STRINGS = RESOURCES / "strings" / "staff"
CERTIFICATE = RESOURCES / "certificate.html"
CERTIFICATE_STRINGS = RESOURCES / "strings" / "certificate.yaml"


def theme_names() -> list[str]:
    """The names of all themes, in alphabetical order."""
    return sorted(path.stem for path in THEMES.glob("*.yaml"))
