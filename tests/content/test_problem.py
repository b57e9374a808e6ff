import pytest

from kiosk.content.problem import ContentError, Mark, Problem, Report, did_you_mean, quoted


def test_a_problem_is_a_place_and_a_sentence() -> None:
    problem = Problem(Mark("scenes/new-energy/scene.yaml", 12, 7), "unknown key 'tilte'")
    assert str(problem) == "scenes/new-energy/scene.yaml:12:7: unknown key 'tilte'"


def test_problems_come_in_the_order_of_their_places_and_once() -> None:
    marks = [Mark("b", 1), Mark("a", 10), Mark("a", 9, 2), Mark("a", 9, 1), Mark("a", 10)]
    error = ContentError(Problem(mark, "x") for mark in marks)
    assert str(error).splitlines() == ["a:9:1: x", "a:9:2: x", "a:10:1: x", "b:1:1: x"]


def test_warnings_come_in_the_order_of_their_places_and_once_and_stop_nothing() -> None:
    report = Report()
    for line in (12, 3, 12):
        report.warn(Mark("a", line), "x")
    report.raise_problems()
    assert [str(warning) for warning in report.warnings] == [
        "a:3:1: warning: x",
        "a:12:1: warning: x",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tilte", "'tilte'"),
        ("場景", "'場景'"),
        ("two\nlines", "'two\N{REPLACEMENT CHARACTER}lines'"),
        ("\ud800", "'\N{REPLACEMENT CHARACTER}'"),
        ("x" * 41, f"'{'x' * 39}…'"),
    ],
)
def test_a_quoted_text_fits_in_a_line(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_only_what_is_close_is_suggested() -> None:
    assert did_you_mean("tilte", ["lead", "title"]) == " (did you mean 'title'?)"
    assert did_you_mean("xyz", ["lead", "title"]) == ""
