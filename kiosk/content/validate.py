"""From a tree of values to a model, or to the problems that each have their place in the tree."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kiosk.content.frozen import MisfitError
from kiosk.content.problem import ContentError, Mark, Problem, did_you_mean, quoted
from kiosk.content.sentences import sentence
from kiosk.content.tree import MapNode, Node, data, descend

T = TypeVar("T")
_Steps = tuple[str | int, ...]


def validated(kind: type[T], node: Node) -> T:
    """The value of type `kind` that stands in the file as `node`.

    Raises:
        ContentError: with everything that pydantic objects to.
    """
    try:
        return TypeAdapter(kind).validate_python(data(node))
    except ValidationError as error:
        problems = [_problem(kind, node, details) for details in _causes(error.errors())]
    raise ContentError(problems)


def _causes(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Without what follows from the others: a list seems too short where its entries are wrong."""
    around = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    for error in errors:
        if error["type"] != "too_short" or error["loc"] not in around:
            yield error


def _problem(kind: Any, root: Node, error: ErrorDetails) -> Problem:
    steps = error["loc"]
    match error["type"]:
        case "missing":
            mark = descend(root, steps[:-1]).mark
            return Problem(mark, f"missing key {quoted(str(steps[-1]))}")
        case "extra_forbidden":
            key = str(steps[-1])
            suggestion = did_you_mean(key, _known_keys(kind, steps[:-1]))
            return Problem(_key_mark(root, steps), f"unknown key {quoted(key)}{suggestion}")
    if steps and steps[-1] == "[key]":  # how pydantic says that the key is wrong, not the value
        return Problem(_key_mark(root, steps[:-1]), sentence(error))
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, MisfitError):
        steps += cause.within
    return Problem(descend(root, steps).mark, sentence(error))


def _key_mark(root: Node, steps: _Steps) -> Mark:
    parent = descend(root, steps[:-1])
    return parent.key_marks[str(steps[-1])] if isinstance(parent, MapNode) else parent.mark


def _known_keys(kind: Any, steps: _Steps) -> Iterable[str]:
    """The keys of the model that `steps` lead to from `kind`.

    Indexes, and the keys of dictionaries, lead to the same models as the collections they are in.
    """
    fields = _fields(kind)
    for step in steps:
        if step in fields:
            fields = _fields(fields[str(step)])
    return fields


def _fields(annotation: Any) -> dict[str, Any]:
    """The keys of all models in a type such as `tuple[Series, ...]`, and the types behind them."""
    return {
        field.alias or name: field.annotation
        for model in _models(annotation)
        for name, field in model.model_fields.items()
    }


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
