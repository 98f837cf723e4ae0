"""The colours can be read: the contrasts of WCAG 2.2, computed from the tokens in both themes."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import ROOT

TOKENS = (ROOT / "quizapp/static/css/tokens.css").read_text("utf-8")
THEMES = ("light", "dark")

TEXT = [
    *((ink, paper) for ink in ("ink", "ink-soft") for paper in ("paper", "paper-raised", "paper-sunken")),
    *((ink, paper) for ink in ("mark", "right", "wrong", "warn") for paper in ("paper", "paper-raised")),
    ("ink", "date"),
    ("paper", "ink"),
    ("on-mark", "mark"),
    ("on-mark", "mark-deep"),
    *((ink, ground) for ground in ("right-ground", "wrong-ground") for ink in ("ink", "ink-soft")),
    ("right", "right-ground"),
    ("wrong", "wrong-ground"),
]
SHAPES = [
    *((line, paper) for line in ("control", "mark", "right", "wrong", "warn") for paper in ("paper", "paper-raised")),
    ("control", "paper-sunken"),
]


def _colours(theme: str) -> dict[str, tuple[int, int, int]]:
    """The tokens of a theme; the dark one names only what differs."""
    light, dark = TOKENS.split("prefers-color-scheme: dark")
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6});", light + (dark if theme == "dark" else ""))
    return {name: (int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)) for name, text in found}


def _luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance, after https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(first: tuple[int, int, int], second: tuple[int, int, int]) -> float:
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _short_of(pairs: list[tuple[str, str]], theme: str, least: float) -> dict[str, float]:
    colours = _colours(theme)
    ratios = {f"{ink} on {paper}": _contrast(colours[ink], colours[paper]) for ink, paper in pairs}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert _contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out_from_what_it_stands_on(theme: str) -> None:
    assert _short_of(TEXT, theme, 4.5) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_controls_and_shapes_stand_out_from_what_they_stand_on(theme: str) -> None:
    assert _short_of(SHAPES, theme, 3) == {}


def test_every_colour_of_the_light_theme_has_a_dark_one() -> None:
    light, dark = TOKENS.split("prefers-color-scheme: dark")
    names = [set(re.findall(r"--([\w-]+): #", part)) for part in (light, dark)]
    assert names[0] == names[1]


def test_sheets_name_colours_only_as_tokens() -> None:
    found = {
        f"{sheet.name}: {colour}"
        for sheet in (ROOT / "quizapp/static/css").rglob("*.css")
        if sheet.name not in {"tokens.css", "print.css"}
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)\(", sheet.read_text("utf-8"))
    }
    assert found == set()
