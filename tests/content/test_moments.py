"""A chart that walks through time says so throughout, or is told where it does not."""

import pytest

from tests.content.house import House

CARS = "cars/scene.yaml"
ROWS = "values: [13.99, 18.450]"
PAST = "2022]\n    moments: [一月, 二月]"
MOMENTS: list[tuple[str, str, str, str]] = [
    # what the moments are, what the series has, where the problem is, and its sentence
    (PAST, ROWS, "26:9", "each moment needs a row of values (history: 0, moments: 2)"),
    (PAST, "history: [[1, 2]]", "27:18", "each moment needs a row of values (history: 1, moments"),
    ("2022]", "history: [[1, 2]]", "26:18", "row of values (history: 1, moments: 0)"),
    (PAST, "history: [[1, 2], [3]]", "27:27", "each category needs a value (values: 1, categ"),
    (PAST, "history: [[1, 2], [3, x]]", "27:31", "'x' is not a number"),
    (PAST, "history: [[1, 1e99], [3, 4]]", "27:23", "the number cannot be drawn"),
    (PAST, "history: [1, [3, 4]]", "27:19", "a list belongs here"),
    (PAST, "history: [[1, 2], [3, 4]]\n        values: [1, 2]", "28:17", "leave them out"),
    (PAST, "values:", "27:16", "nothing is written here"),
    ("2022]", "", "25:9", "missing key 'values'"),
]


@pytest.mark.parametrize(("moments", "rows", "place", "sentence"), MOMENTS)
def test_moments_that_do_not_fit_are_told_at_their_place(
    house: House, moments: str, rows: str, place: str, sentence: str
) -> None:
    house.replace(CARS, "2022]", moments, ROWS, rows)
    (problem,) = house.problems()
    assert problem.startswith(f"scenes/{CARS}:{place}: ")
    assert sentence in problem
