"""What a curator is told when a value does not fit: pydantic's errors in plain words."""

import re

from pydantic_core import ErrorDetails

from kiosk.content.problem import did_you_mean, quoted

NOTHING_WRITTEN = "nothing is written here"
_NOT_WHOLE = "{value} is not a whole number"
_NOT_A_NUMBER = "{value} is not a number"
_NOT_A_LIST = "a list belongs here"
_NOT_KEYS = "keys with values belong here"
_SENTENCES = {
    "bool_type": "true or false belongs here",
    "decimal_parsing": _NOT_A_NUMBER,
    "decimal_type": _NOT_A_NUMBER,
    "dict_type": _NOT_KEYS,
    "finite_number": _NOT_A_NUMBER,
    "float_parsing": _NOT_A_NUMBER,
    "float_type": _NOT_A_NUMBER,
    "greater_than": "{value} is too small: it has to be more than {gt:g}",
    "greater_than_equal": "{value} is too small: it has to be at least {ge:g}",
    "int_from_float": _NOT_WHOLE,
    "int_parsing": _NOT_WHOLE,
    "int_parsing_size": _NOT_WHOLE,
    "int_type": _NOT_WHOLE,
    "less_than": "{value} is too large: it has to be less than {lt:g}",
    "less_than_equal": "{value} is too large: it has to be at most {le:g}",
    "list_type": _NOT_A_LIST,
    "literal_error": "{value} is not one of {expected}",
    "model_type": _NOT_KEYS,
    "string_too_long": "{value} is too long: it has to be at most {max_length} characters",
    "string_too_short": "{value} is too short: it has to be at least {min_length} characters",
    "string_type": "a text belongs here",
    "too_long": "too many entries: {actual_length}, at most {max_length}",
    "too_short": "too few entries: {actual_length}, at least {min_length}",
    "tuple_type": _NOT_A_LIST,
    "value_error": "{error}",
}


def sentence(error: ErrorDetails) -> str:
    """What is wrong with the value that pydantic objects to."""
    value = error["input"]
    if value is None or value == "":
        return NOTHING_WRITTEN
    context = error.get("ctx", {})
    named = quoted(value) if isinstance(value, str) else "this"
    told = _SENTENCES.get(error["type"], "{value} does not belong here")
    options = re.findall("'([^']*)'", str(context.get("expected", "")))
    return told.format(**context | {"value": named}) + did_you_mean(str(value), options)
