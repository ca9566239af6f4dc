"""Takes the README's screenshots from the real program: resources/screenshots/."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest  # after the platform is chosen
from PySide6.QtWidgets import QApplication, QLineEdit

from journeymapper.document.records import Card, Lane
from journeymapper.editing import cards
from journeymapper.ui.appearance import Choice
from journeymapper.ui.dialogs.new_map.dialog import NewMapDialog
from journeymapper.ui.examples import bicycle_repair
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows

FOLDER = Path(__file__).parents[1] / "resources" / "screenshots"
SIZE = (1480, 920)
DIALOG_SIZE = (1280, 760)
SELECTED = "Cart and checkout"

#: What is answered to the three questions, with the row of the kind of business, and typed on the map then.
ANSWERS = ("Nattaya, 29, nurse", "a bicycle that squeaks", "riding it to work again")
BUSINESS = 5
FIRST_CARDS = (
    ("goals", 0, "Ride to work tomorrow"),
    ("actions", 0, "Tries to oil the chain"),
    ("actions", 1, "Asks a colleague"),
    ("actions", 2, "Calls us at lunch"),
    ("touchpoints", 1, "Map entry"),
    ("touchpoints", 2, "Phone"),
    ("pain_points", 2, "Nobody answers before ten"),
    ("pain_points", 4, "No date to choose"),
)

#: Longer than anything in the window is put off, in milliseconds.
_A_MOMENT = 500


def main() -> None:
    """Write pictures of the start page, the window, its parts, the blueprint, and of presenting it."""
    FOLDER.mkdir(exist_ok=True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        windows = Windows(application, Path(folder) / "settings.json", Path(folder), Path(folder))
        windows.choose_appearance(Choice.LIGHT)
        window = windows.new_window()
        window.resize(*SIZE)
        take(application, window, "start.png")
        window = take_first_map(application, windows, window)
        windows.open_example(window)
        window = windows.shown[-1]
        window.resize(*SIZE)
        select(window)
        take(application, window, "window.png")
        run(application, window, "palette", "mov")
        take(application, window, "palette.png")
        run(application, window, "palette")
        run(application, window, "find", "review")
        take(application, window, "find.png")
        window.bars.find_bar.close_bar()
        run(application, window, "show_outline")
        run(application, window, "show_table")
        take(application, window, "outline-and-table.png")
        run(application, window, "show_outline")
        run(application, window, "show_table")
        run(application, window, "show_priorities")
        window.docks.priorities.switch.setCurrentIndex(1)
        take(application, window, "priorities.png")
        window.docks.priorities.hide()
        windows.choose_appearance(Choice.DARK)
        take(application, window, "window-dark.png")
        windows.choose_appearance(Choice.LIGHT)
        windows.open_file(bicycle_repair(), window)
        blueprint = windows.shown[-1]
        blueprint.resize(*SIZE)
        take(application, blueprint, "blueprint.png")
        run(application, blueprint, "present")
        blueprint.resize(*SIZE)
        run(application, blueprint, "walk_on")
        settle(application)
        blueprint.grab().save(str(FOLDER / "present.png"))
        run(application, blueprint, "present")
        for each in list(windows.shown):
            each.close()


def take_first_map(application: QApplication, windows: Windows, window: MainWindow) -> MainWindow:
    """Write pictures of the three questions, and of the map that they make with its first cards."""
    dialog = NewMapDialog(windows, True, window)
    dialog.resize(*DIALOG_SIZE)
    dialog.show()
    questions = dialog.questions
    for field, words in zip((questions.whose, questions.start, questions.end), ANSWERS, strict=True):
        QTest.keyClicks(field, words)
    questions.business.setCurrentRow(BUSINESS)
    settle(application)
    dialog.grab().save(str(FOLDER / "new-map.png"))
    made = windows.show_new(dialog.wanted().document, window)
    dialog.deleteLater()
    made.resize(*SIZE)
    begin_map(made)
    made.inspector.hide()
    run(application, made, "show_library")
    run(application, made, "show_health")
    take(application, made, "health.png")
    for dock in (made.docks.library, made.docks.health):
        dock.hide()
    made.inspector.show()
    return made


def begin_map(window: MainWindow) -> None:
    """Write the first cards on a map."""
    assert window.open_map is not None
    document = window.open_map.session.document
    lanes = {record.role: record.id for record in document if isinstance(record, Lane)}
    with window.open_map.edit("Begin") as edit:
        for role, step, words in FIRST_CARDS:
            cards.add(edit, lanes[role], document.indexes.columns()[step], words)
    window.open_map.session.history.mark_saved()  # so that its window closes without a question
    window.open_map.select((), cell=(lanes["touchpoints"], document.indexes.columns()[3]))


def run(application: QApplication, window: MainWindow, action: str, words: str = "") -> None:
    """Run an action of the table and type words where it put the keyboard."""
    window.action_set.run(action)
    settle(application)
    field = application.focusWidget()
    if words and isinstance(field, QLineEdit):
        QTest.keyClicks(field, words)
        settle(application)


def settle(application: QApplication) -> None:
    """Let everything that waits be done, what is put off for a moment included."""
    QTest.qWait(_A_MOMENT)
    application.processEvents()


def select(window: MainWindow) -> None:
    """Select a card whose fields fill the Inspector."""
    assert window.open_map is not None
    assert window.canvas is not None
    found = (record for record in window.open_map.session.document if isinstance(record, Card))
    window.open_map.select([next(card.id for card in found if card.text == SELECTED)])


def take(application: QApplication, window: MainWindow, name: str) -> None:
    """Write a picture of the window as it is once it has settled."""
    settle(application)
    if window.canvas is not None:
        window.canvas.fit()
    settle(application)
    window.grab().save(str(FOLDER / name))


if __name__ == "__main__":
    main()
