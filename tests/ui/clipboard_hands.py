"""Hands for the clipboard: what other programs put on it, and the window's keys and words."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card, Lane, Persona, Stage, Step
from journeymapper.files import native
from journeymapper.ui.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_TEXT = "There is no text on the clipboard."


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    if not window.isActiveWindow():
        window.come_forward()
        qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, key, held)


def select(window: MainWindow, *ids: str) -> None:
    window.open_map.select(ids, ids[0])
    window.canvas.setFocus()


def stand(window: MainWindow, lane: str, step: str) -> None:
    window.open_map.select((), "", (lane, step))
    window.canvas.setFocus()


def offer(text: str | None = None, html: str | None = None, **others: bytes) -> None:
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    for form, content in others.items():
        data.setData(form.replace("_", "/"), content)
    QApplication.clipboard().setMimeData(data)


def texts(window: MainWindow, lane: str, step: str) -> list[str]:
    document = window.open_map.session.document
    return [document.get(id_, Card).text for id_ in document.indexes.cards(lane, step)]


def names(window: MainWindow, kind: type) -> list[str]:
    document = window.open_map.session.document
    ids = {
        Lane: [id_ for _order, id_ in document.indexes.lanes],
        Stage: [id_ for _order, id_ in document.indexes.stages],
        Step: document.indexes.columns(),
        Persona: [id_ for _order, id_ in document.indexes.personas],
    }[kind]
    return [document.get(id_, kind).name for id_ in ids]


def file_of(window: MainWindow) -> bytes:
    return native.written(window.open_map.session.document)


def said(window: MainWindow) -> str:
    return window.status_line.currentMessage()
