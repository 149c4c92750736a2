"""The noun `Picture`: names are no formulas, and no setting of the user's changes a byte."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib
import pytest
from matplotlib.figure import Figure

from audit.picture import Picture
from audit.report.palette import LIGHT


def drawn(palette: Mapping[str, str]) -> Figure:
    figure = Figure(figsize=(3, 2))
    figure.add_subplot().set_title(r"cost in $\frac{ or $")
    return figure


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_the_same_bytes_whatever_the_user_has_set(form: str) -> None:
    picture = Picture("cost", "nothing", drawn)
    first = picture.written(form, LIGHT)
    with matplotlib.rc_context({"font.size": 20, "axes.grid": True, "savefig.dpi": 30}):
        assert picture.written(form, LIGHT) == first
        assert matplotlib.rcParams["font.size"] == 20
