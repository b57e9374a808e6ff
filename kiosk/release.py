"""Which version this is, and since when: a clock that tells an earlier day is known to be wrong.

Both are raised with the version in `pyproject.toml`.
"""

from datetime import date

VERSION = "0.1.0"
RELEASED = date(2026, 11, 25)
