"""A sound exhibition arrives as it was written."""

from decimal import Decimal
from pathlib import Path

import pytest
from conftest import House

from kiosk.cards.figure import FigureSpec
from kiosk.cards.quote import QuoteSpec
from kiosk.content.series import ChartSpec
from kiosk.exhibits.bar import BarSpec
from kiosk.exhibits.line import LineSpec
