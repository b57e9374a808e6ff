import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.durable import write_text


def test_threads_that_write_in_one_folder_wait_for_one_another(tmp_path: Path) -> None:
    def write(number: int) -> None:
        for _ in range(10):
            write_text(tmp_path / f"{number}.txt", f"{number}\n", durable=False)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))  # raises what any of them has raised
    assert {path.read_text() for path in tmp_path.iterdir()} == {f"{n}\n" for n in range(8)}


def test_the_kiosk_can_be_imported_where_no_file_can_be_locked() -> None:
    """As on Windows, which has no `fcntl`."""
    code = "import sys; sys.modules['fcntl'] = None; import kiosk.cli, kiosk.app"
    subprocess.run([sys.executable, "-c", code], check=True)
