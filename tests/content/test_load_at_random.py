"""Whatever happens to a file, it is loaded or its problems are told; nothing else comes out."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.problem import ContentError
from tests.content.house import FILES, House

SNIPPETS = [
    *("\t", "\0", "\r", "\ufeff", "\u2028", "\x85", "---\n", "...\n", "%YAML 9\n", "\\ud800", "'"),
    *("&a ", "*a ", "!a ", "<<: ", "? ", "- ", ": ", "{", "}", "[", "]", "|\n", ">\n", "~", "#"),
    *("null", "1e999999", "NaN", "-", "../", "/etc/passwd", "\U0001f697", '"', "\n\n", ",,", ";"),
    *("a: ", "kind: line\n", "sources: ", "values: [", "9" * 5000, "  ", "title", "robots", "cars"),
]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """One file of the small exhibition, cut and pasted at random."""
    file = draw(st.sampled_from(list(FILES)))
    content = FILES[file].encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = start + draw(st.integers(0, 12))
        pasted = draw(st.binary(max_size=3) | st.sampled_from(SNIPPETS).map(str.encode))
        content = content[:start] + pasted + content[end:]
    return file, content


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(mutated())
def test_a_damaged_file_is_loaded_or_told(house: House, damaged: tuple[str, bytes]) -> None:
    house.build()
    house.write(*damaged)
    try:
        house.load()
    except ContentError as error:
        lines = str(error).encode().decode().splitlines()
        assert len(lines) == len(error.problems) > 0
        assert all(line.startswith("scenes/") for line in lines)
