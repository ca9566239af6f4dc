"""Actions of the library: showing it, keeping cards and personas in it, and sharing one's own blocks."""

from pathlib import Path

from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import Card, Persona
from journeymapper.document.texts import on_one_line
from journeymapper.exchange.formats import FileKind
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.keeping import Kept, block_of, read_blocks, write_blocks
from journeymapper.guide.library.people import called
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.people import persona_of
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.dialogs.file_dialogs import BlocksDialog, SaveDialog
from journeymapper.ui.dialogs.questions import ReplaceQuestion
from journeymapper.ui.docks.naming import shortened
from journeymapper.ui.library import unless_refused

#: No more of a name is told in a line.
_LONGEST = 60

_BLOCKS = FileKind(mark("Building blocks"), (".json",))


def _toggle(context: ActionContext) -> None:
    """Show the library with the keyboard in its line; hide it where the keyboard is there already."""
    docks = context.window.docks
    if docks.library.first_field().hasFocus():
        docks.toggle(docks.library)
    else:
        docks.library.take_focus()


def _is_shown(context: ActionContext) -> bool:
    return context.window.docks.shows(context.window.docks.library)


def _has_cards(context: ActionContext) -> bool:
    return bool(context.chosen.of(Card))


def _keep_cards(context: ActionContext) -> None:
    if context.open_map is None:
        return
    document = context.open_map.session.document
    ids = in_reading_order(document, context.chosen.of(Card))
    blocks = [block for id_ in ids if (block := block_of(document, id_)) is not None]
    if blocks:
        _keep(context, blocks)
    else:
        context.window.say(_("A card without words cannot be kept."))


def _keep(context: ActionContext, blocks: list[Block]) -> None:
    """Add blocks to the user's own, and say what came of it."""
    kept: list[Kept] = []
    words = unless_refused(lambda: kept.append(context.window.windows.library.keep_blocks(blocks)))
    context.window.say(words or _kept_words(kept[0]))


def _kept_words(kept: Kept) -> str:
    new = ngettext("{count} block is new in the library.", "{count} blocks are new in the library.", kept.new)
    renewed = ngettext(
        "{count} block was there already, and is now as it is here.",
        "{count} blocks were there already, and are now as they are here.",
        kept.renewed,
    )
    said = [(kept.new, new), (kept.renewed, renewed)]
    return " ".join(words.format(count=count) for count, words in said if count)


def _keep_persona(context: ActionContext) -> None:
    """Keep a persona; one of the same name is replaced only where the user wants that."""
    id_, open_map = persona_of(context), context.open_map
    if open_map is None or not id_:
        return
    library, document = context.window.windows.library, open_map.session.document
    library.look_again()
    name = on_one_line(document.get(id_, Persona).name)
    there = called(library.people, name)
    shown = shortened(name, _LONGEST) or _("Persona without a name")
    if there is not None and not ReplaceQuestion.ask(shown, context.window):
        return
    words = unless_refused(lambda: library.keep_persona(document, id_, there))
    context.window.say(words or _("“{name}” is kept in the library.").format(name=shown))


def _share(context: ActionContext) -> None:
    """Write the user's blocks into a file."""
    library, settings = context.window.windows.library, context.window.windows.settings
    library.look_again()
    own = library.shelf.own
    if not own:
        context.window.say(
            _("You have no blocks of your own yet. “Keep in the library” makes some of cards.")
        )
        return
    proposed = Path(settings.last_folder or Path.home()) / f"{_('Building blocks')}.json"
    path = SaveDialog.ask(_("Share my blocks"), proposed, _BLOCKS, context.window)
    if path is None:
        return
    words = unless_refused(lambda: write_blocks(path, own))
    done = ngettext("{count} block saved as “{name}”.", "{count} blocks saved as “{name}”.", len(own))
    context.window.say(words or done.format(count=len(own), name=path.name))


def _add(context: ActionContext) -> None:
    """Add the blocks in a file to the user's own."""
    settings = context.window.windows.settings
    path = BlocksDialog.ask(Path(settings.last_folder or Path.home()), context.window)
    if path is None:
        return
    found: list[Block] = []
    words = unless_refused(lambda: found.extend(read_blocks(path)))
    if words:
        context.window.say(_("{name}: {words}").format(name=path.name, words=words))
    elif found:
        _keep(context, found)
    else:
        context.window.say(_("There are no blocks in “{name}”.").format(name=path.name))


ACTIONS: tuple[Action, ...] = (
    Action(
        "show_library",
        mark("Library"),
        _toggle,
        has_map,
        hint=mark("Building blocks and personas to be put into the map"),
        icon="bookshelf",
        keys=("Ctrl+Shift+K",),
        checked=_is_shown,
    ),
    Action(
        "keep_in_library",
        mark("Keep in the library"),
        _keep_cards,
        _has_cards,
        hint=mark("Make building blocks of the selected cards, for all maps"),
        icon="bookmark-plus-outline",
    ),
    Action(
        "keep_persona",
        mark("Keep persona in the library"),
        _keep_persona,
        lambda context: bool(persona_of(context)),
        hint=mark("Keep the persona, with the picture, for other maps"),
        icon="bookmark-plus-outline",
    ),
    Action(
        "share_blocks",
        mark("Share my blocks…"),
        _share,
        has_map,
        hint=mark("Save your own building blocks as a file for others"),
    ),
    Action(
        "add_blocks",
        mark("Add blocks from a file…"),
        _add,
        has_map,
        hint=mark("Take over building blocks that somebody has shared"),
    ),
)
