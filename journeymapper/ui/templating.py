"""The user's own templates: keeping a map as one, and looking after those that there are.

The dialogs are imported when they are first wanted: the program starts sooner.
"""

from typing import TYPE_CHECKING

from journeymapper.files.problems import disk_words
from journeymapper.guide.folders import templates_folder
from journeymapper.i18n import _
from journeymapper.ui.dialogs.questions import Message, ReplaceQuestion

if TYPE_CHECKING:
    from journeymapper.ui.actions.table import ActionContext


def save_as_template(context: "ActionContext") -> None:
    """Ask what of the map is to be a template and how it is called, and keep it."""
    from journeymapper.guide.templates.keeping import as_template, keep, place_for  # noqa: PLC0415  # see above
    from journeymapper.ui.dialogs.save_template import SaveTemplateDialog  # noqa: PLC0415

    window, open_map = context.window, context.open_map
    if open_map is None:
        return
    document, windows = open_map.session.document, window.windows
    wanted = SaveTemplateDialog.ask(document, windows.shaper, window)
    if wanted is None:
        return
    path = place_for(wanted.name, templates_folder(windows.user_folder))
    if path.exists() and not ReplaceQuestion.ask(wanted.name, window):
        return
    try:
        keep(as_template(document, wanted.name, wanted.line, wanted.extent), path)
    except OSError as error:
        words = _("The template could not be kept: {reason}.").format(reason=disk_words(error))
        Message.tell(_("Not saved"), words, _("Nothing is lost: the map is as it was."), window)
        return
    windows.templates.refresh()
    window.say(_("“{name}” is kept: New map shows it under “My templates”.").format(name=wanted.name))


def manage(context: "ActionContext") -> None:
    """Show the user's own templates, to be renamed, described, deleted and handed on."""
    from journeymapper.ui.dialogs.templates_dialog import TemplatesDialog  # noqa: PLC0415  # see above

    TemplatesDialog.ask(context.window.windows, context.window)
