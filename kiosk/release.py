"""When this version was released, so that a clock that tells an earlier day is known to be wrong.

Raise it with the version in `pyproject.toml`.
"""

from datetime import date

RELEASED = date(2026, 11, 25)
