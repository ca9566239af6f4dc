"""Takes the README's screenshots from the real program: resources/screenshots/."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication  # after the platform is chosen

from journeymapper.document.records import Card
from journeymapper.ui.appearance import Choice
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows

FOLDER = Path(__file__).parents[1] / "resources" / "screenshots"
SIZE = (1480, 920)
SELECTED = "Cart and checkout"


def main() -> None:
    """Write a picture of the window with the example, light and dark, and of the start page."""
    FOLDER.mkdir(exist_ok=True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        windows = Windows(application, Path(folder) / "settings.json", Path(folder))
        windows.choose_appearance(Choice.LIGHT)
        window = windows.new_window()
        window.resize(*SIZE)
        take(application, window, "start.png")
        windows.open_example(window)
        select(window)
        take(application, window, "window.png")
        windows.choose_appearance(Choice.DARK)
        take(application, window, "window-dark.png")
        window.close()


def select(window: MainWindow) -> None:
    """Select a card whose fields fill the Inspector."""
    assert window.open_map is not None
    assert window.canvas is not None
    cards = (record for record in window.open_map.session.document if isinstance(record, Card))
    window.open_map.select([next(card.id for card in cards if card.text == SELECTED)])


def take(application: QApplication, window: MainWindow, name: str) -> None:
    """Write a picture of the window as it is once it has settled."""
    for _ in range(3):
        application.processEvents()
    if window.canvas is not None:
        window.canvas.fit()
    application.processEvents()
    window.grab().save(str(FOLDER / name))


if __name__ == "__main__":
    main()
