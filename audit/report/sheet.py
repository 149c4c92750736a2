"""A sheet to draw on with matplotlib: places in pixels from the top left, text that is wrapped, never cut and never markup.

What is drawn is kept until the sheet is written, so that its height can follow from what stands on it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from audit.picture import saved
from audit.report.palette import LIGHT
from audit.report.words import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.ft2font import FT2Font

__all__ = ["Run", "Sheet", "Style", "line_height", "lines_of", "width_of"]

SANS, SERIF = "DejaVu Sans", "DejaVu Serif"
POINTS = 0.72
"""Points in a pixel of a sheet, at a hundred pixels an inch."""
LEADING = 1.4
_REFERENCE = 100
_UNSEEN = re.compile("[\u200b-\u200f\u2060-\u2069\ufe00-\ufe0f]")


Anchor: TypeAlias = Literal["left", "center", "right"]
Form: TypeAlias = Literal["solid", "dotted"]


@dataclass(frozen=True, slots=True)
class Style:
    """How words look: `size` in pixels; `line` runs under them, `tint` a ground behind them."""

    size: float
    colour: str = LIGHT["ink"]
    bold: bool = False
    font: str = SANS
    line: Form | None = None
    accent: str = LIGHT["ink"]
    tint: str = ""


Run: TypeAlias = tuple[str, Style]
"""Words of one style."""
Word: TypeAlias = tuple[str, Style, float]
"""A word of a line, with its width."""
Drawing: TypeAlias = Callable[["Axes"], "Artist"]


@dataclass
class Sheet:
    """`width` in pixels; what is drawn later lies above what was drawn before."""

    width: int
    _drawings: list[Drawing] = field(default_factory=list)

    def words(self, x: float, y: float, text: str, style: Style, anchor: Anchor = "left") -> None:
        """One line of text with its baseline at `y`; `anchor` says which end of it is at `x`."""
        self._drawings.append(
            lambda axes: axes.text(
                x,
                y,
                drawable(text, style.font),
                fontsize=style.size * POINTS,
                color=style.colour,
                fontfamily=style.font,
                fontweight="bold" if style.bold else "normal",
                ha=anchor,
                va="baseline",
            )
        )

    def paragraph(self, x: float, y: float, width: float, runs: list[Run]) -> float:
        """Wrapped text from its top at `y` down; returns its bottom."""
        for line in lines_of(runs, width):
            height = line_height(line)
            baseline = y + height * 0.74
            whole = "".join(word for word, _, _ in line)
            if RIGHT_TO_LEFT.search(whole):
                # a line that turns is set in one piece: its words do not stand in the order of its letters
                first = next((letter for letter in whole if letter.isalpha()), "")
                end = bool(RIGHT_TO_LEFT.match(first))
                style = replace(line[0][1], font=SANS, bold=all(style.bold for _, style, _ in line))
                # it was measured in another font, so it may be wider here
                style = replace(style, size=style.size * min(1.0, width / max(1.0, width_of(whole.strip(), style))))
                self.words(x + width if end else x, baseline, whole.strip(), style, "right" if end else "left")
            else:
                self._line(x, baseline, line)
            y += height
        return y

    def _line(self, x: float, baseline: float, line: list[Word]) -> None:
        for style, group in groupby(line, key=lambda word: word[1]):
            words = list(group)
            text = "".join(word for word, _, _ in words)
            width = sum(long for _, _, long in words)
            bare = width - (width_of(" ", style) if text.endswith(" ") else 0)
            if style.tint:
                self.box(x - 2, baseline - style.size * 0.88, bare + 4, style.size * 1.15, style.tint)
            self.words(x, baseline, text, style)
            if style.line:
                self.stroke(x, x + bare, baseline + style.size * 0.2, style.accent, 1.6, style.line)
            x += width

    def box(self, x: float, y: float, width: float, height: float, fill: str, edge: str = "none") -> None:
        def draw(axes: Axes) -> Artist:
            from matplotlib.patches import Rectangle

            return axes.add_patch(Rectangle((x, y), width, height, facecolor=fill, edgecolor=edge, linewidth=1.2))

        self._drawings.append(draw)

    def stroke(self, start: float, end: float, y: float, colour: str, width: float, form: Form = "solid") -> None:
        """A level line."""
        self._drawings.append(
            lambda axes: axes.hlines(y, start, end, colors=colour, linewidth=width * POINTS, linestyles=form)
        )

    def tick(self, x: float, top: float, bottom: float, colour: str) -> None:
        """An upright line."""
        self._drawings.append(lambda axes: axes.vlines(x, top, bottom, colors=colour, linewidth=POINTS))

    def dot(self, x: float, y: float, size: float, fill: str, edge: str, form: str = "o") -> None:
        """A mark of `size` pixels: 'o' round, 'D' a diamond, '>' and '<' arrows."""
        look: dict[str, Any] = {"markersize": size * POINTS, "markeredgewidth": min(1.1, size / 6)}
        self._drawings.append(
            lambda axes: axes.plot([x], [y], form, markerfacecolor=fill, markeredgecolor=edge, **look)[0]
        )

    def image(self, x: float, y: float, width: float, png: bytes) -> float:
        """A picture in PNG, as wide as asked; returns its bottom."""
        from matplotlib.image import imread

        pixels = imread(io.BytesIO(png))
        bottom: float = y + width * pixels.shape[0] / pixels.shape[1]
        self._drawings.append(lambda axes: axes.imshow(pixels, extent=(x, x + width, bottom, y), aspect="auto"))
        return bottom

    def written(self, height: float, form: str, title: str, alternative: str, scale: float = 1.0) -> bytes:
        """The sheet as 'png' or 'svg', with its title and the words that stand for it."""
        draw = partial(self._figure, height)
        return saved(draw, form, title, alternative, ground=LIGHT["ground"], dpi=100 * scale)

    def _figure(self, height: float) -> Figure:
        from matplotlib.figure import Figure

        figure = Figure(figsize=(self.width / 100, round(height) / 100), dpi=100)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.axis("off")
        for order, draw in enumerate(self._drawings):
            draw(axes).set_zorder(order)
        axes.set_xlim(0, self.width)
        axes.set_ylim(round(height), 0)
        return figure


def lines_of(runs: list[Run], width: float) -> list[list[Word]]:
    """The words in lines no wider than `width`; a word that is wider by itself is broken."""
    lines: list[list[Word]] = [[]]
    used = 0.0
    for text, style in runs:
        for word in re.findall(r"\S+\s*|\s+", text):
            for piece in _pieces(" ".join(word.split("\n")), style, width):
                long = width_of(piece.rstrip(), style)
                if lines[-1] and used + long > width:
                    lines.append([])
                    used = 0.0
                bare = piece.rstrip() + (" " if piece != piece.rstrip() else "")
                whole = width_of(bare, style)
                lines[-1].append((bare, style, whole))
                used += whole
    return lines if lines[0] else []


def line_height(line: list[Word]) -> float:
    return max(style.size for _, style, _ in line) * LEADING


def width_of(text: str, style: Style) -> float:
    """Width of one line of text in pixels."""
    return _measured(drawable(text, style.font), style.font, style.bold) * style.size / _REFERENCE


def drawable(text: str, font: str) -> str:
    """The text with a frame in the place of each character that the font does not have, and without unseen ones."""
    spaced = re.sub(r"\s", " ", _UNSEEN.sub("", text))
    return "".join(letter if _has(letter, font) else "▯" for letter in spaced)


def _pieces(word: str, style: Style, width: float) -> list[str]:
    if width_of(word.rstrip(), style) <= width:
        return [word]
    fitting = max(1, int(len(word) * width / width_of(word, style)) - 1)
    return [word[at : at + fitting] for at in range(0, len(word), fitting)]


@lru_cache(maxsize=50_000)
def _measured(text: str, font: str, bold: bool) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextToPath

    look = FontProperties(family=font, weight="bold" if bold else "normal", size=_REFERENCE)
    # a space at the end has a width too, which an outline does not show
    framed = TextToPath().get_text_width_height_descent(f"{text}.", look, False)[0]
    return float(framed - TextToPath().get_text_width_height_descent(".", look, False)[0])


@cache
def _has(letter: str, font: str) -> bool:
    return _face(font).get_char_index(ord(letter)) != 0


@cache
def _face(font: str) -> FT2Font:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return get_font(findfont(FontProperties(family=font)))
