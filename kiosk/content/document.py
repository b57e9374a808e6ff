"""A file that is one model and nothing else, such as a theme."""

from pathlib import Path
from typing import TypeVar

from kiosk.content.parse import read_tree
from kiosk.content.problem import Report
from kiosk.content.validate import validated

T = TypeVar("T")


def read_model(kind: type[T], folder: Path, name: str) -> T:
    """What the YAML file `name` of `folder` says, as a `kind`.

    Raises:
        ContentError: with everything that is wrong with the file.
    """
    report = Report()
    with report.collecting():
        model = validated(kind, read_tree(folder, name, report))
    report.raise_problems()
    return model
