"""Text on any ground of the map keeps a contrast of 4.5 : 1 (WCAG 2.2, 1.4.3)."""

import pytest

from journeymapper.style import colours

GROUNDS = {
    "paper": colours.PAPER,
    "lane head": colours.LANE_GROUND,
    "curve": colours.CURVE_GROUND,
    "plain card": colours.PLAIN.ground,
    **{f"{role} card": looks.ground for role, looks in colours.ROLE_COLOURS.items()},
    **{f"{name} step": colours.mixed(hue, colours.PAPER, 0.12) for name, hue in colours.STAGE_HUES.items()},
}


@pytest.mark.parametrize("ground", GROUNDS)
def test_ink_and_secondary_can_be_read_on_every_ground(ground: str) -> None:
    assert colours.contrast(colours.INK, GROUNDS[ground]) >= 4.5
    assert colours.contrast(colours.SECONDARY, GROUNDS[ground]) >= 4.5


@pytest.mark.parametrize("hue", colours.STAGE_HUES)
def test_white_can_be_read_on_every_stage(hue: str) -> None:
    assert colours.contrast(colours.PAPER, colours.STAGE_HUES[hue]) >= 4.5


@pytest.mark.parametrize("hue", colours.STAGE_HUES)
def test_labels_of_a_personas_curve_can_be_read(hue: str) -> None:
    assert colours.contrast(colours.label_of(colours.STAGE_HUES[hue]), colours.CURVE_GROUND) >= 4.5


def test_counts_can_be_read_in_their_pill() -> None:
    assert colours.contrast(colours.EVIDENCE_INK, colours.PAPER) >= 4.5
    assert colours.contrast(colours.PAPER, colours.VOTES) >= 4.5


def test_the_number_of_a_metric_and_its_bar_can_be_seen_on_their_card() -> None:
    card = colours.ROLE_COLOURS["metrics"].ground
    assert colours.contrast(colours.FIGURE, card) >= 3, "WCAG 2.2, 1.4.11: a line or a bar is no text"
    assert colours.contrast(colours.FIGURE, colours.FIGURE_TRACK) >= 3
    assert colours.contrast(colours.INK, colours.FIGURE) >= 3, "the tick of the target on the bar"
    assert colours.contrast(colours.INK, colours.FIGURE_TRACK) >= 3


def test_the_arithmetic_is_that_of_the_standard() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert colours.mixed("#000000", "#ffffff", 0.5) == "#808080"
