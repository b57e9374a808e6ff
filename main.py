"""python main.py COMMAND: the kiosk's only entrance."""

import os.path
import sys

# Where the kiosk is installed it is started through a link to the current version. What is imported
# later still belongs to this one, wherever the link leads by then.
sys.path[:] = map(os.path.realpath, sys.path)

from kiosk.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
