"""The title of an exhibition, for a picture that has to do without the exhibition itself."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from kiosk.content.language import Localised


def read_title(folder: Path) -> Localised | None:
    """What the exhibition in `folder` is called; None where that cannot be made out."""
    try:
        whole = yaml.safe_load((folder / "exhibition.yaml").read_text("utf-8"))
        return Localised.model_validate(whole["title"])
    except (OSError, ValueError, yaml.YAMLError, ValidationError, KeyError, TypeError):
        return None
