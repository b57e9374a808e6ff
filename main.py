"""python main.py COMMAND: the kiosk's only entrance."""

import sys

from kiosk.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
