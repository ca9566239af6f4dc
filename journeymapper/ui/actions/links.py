"""Actions on links: make them, change what they are, and go along them."""

from collections.abc import Iterator
from functools import partial

from journeymapper.document.links import BACK, LEAVES, LINK_KINDS, NEXT
from journeymapper.document.records import OUTSIDE, Link
from journeymapper.editing import links
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.canvas.linking import is_end
from journeymapper.ui.going import go_to

_ICONS = {NEXT: "ray-start-arrow", BACK: "arrow-u-left-top", LEAVES: "location-exit"}

_HINTS = {
    NEXT: mark("The journey goes on there"),
    BACK: mark("The journey goes back to where one was"),
    LEAVES: mark("The journey leaves the map; the link's end is let go"),
}


def _stands_on_end(context: ActionContext) -> bool:
    return context.open_map is not None and is_end(context.open_map, context.open_map.current)


def _is_waiting(context: ActionContext) -> bool:
    return context.canvas is not None and bool(context.canvas.linking.source)


def _can_link(context: ActionContext) -> bool:
    return _is_waiting(context) or (context.canvas is not None and bool(context.canvas.linking.start()))


def _link(context: ActionContext) -> None:
    """Begin a link, or make the one that was begun."""
    if context.canvas is None:
        return
    if _is_waiting(context):
        context.canvas.linking.make(selects=context.writer is context.canvas)
    else:
        context.canvas.linking.begin()
        if context.writer is context.canvas:
            context.canvas.setFocus()  # to walk from here; in the outline one walks there


def _link_words(context: ActionContext) -> str:
    return _("Link to here") if _is_waiting(context) else _("Link…")


def _leave(context: ActionContext) -> None:
    """Let the journey leave at the current card or step, and open the editor on why."""
    if context.open_map is None or context.canvas is None:
        return
    context.canvas.linking.give_up()
    with context.open_map.edit(_("Leaves here")) as edit:
        link = links.add(edit, context.open_map.current)
    go_to(context.open_map, context.canvas, link)
    context.canvas.edit_text(link)


def _has_links(context: ActionContext) -> bool:
    return bool(context.chosen.of(Link))


def _can_be(context: ActionContext, kind: str) -> bool:
    """Tell whether selected links can be of a kind: without a target a link can but leave."""
    if context.open_map is None or kind == LEAVES:
        return _has_links(context)
    document = context.open_map.session.document
    return any(document.get(link, Link).target != OUTSIDE for link in context.chosen.of(Link))


def _is_of(context: ActionContext, kind: str) -> bool:
    if context.open_map is None:
        return False
    document = context.open_map.session.document
    return {document.get(link, Link).link_kind for link in context.chosen.of(Link)} == {kind}


def _set_kind(context: ActionContext, kind: str) -> None:
    if context.open_map is None:
        return
    ids = context.chosen.of(Link)
    label = ngettext("Kind of link", "Kind of {count} links", len(ids))
    with context.open_map.edit(label.format(count=len(ids))) as edit:
        links.set_kind(edit, ids, kind)


def _has_links_here(context: ActionContext) -> bool:
    if context.open_map is None:
        return False
    here = context.open_map.current
    return _has_links(context) or here in context.open_map.session.document.indexes.links_of


def _go_along(context: ActionContext) -> None:
    """Go to where a link at the current card or step leads."""
    if context.open_map is None or context.canvas is None:
        return
    target = context.canvas.linking.along.target()
    if target:
        go_to(context.open_map, context.canvas, target)
    else:
        context.window.say(_("No link leads on from here."))


def _select_link(context: ActionContext) -> None:
    """Select the next link at the current card or step."""
    if context.open_map is None or context.canvas is None:
        return
    if found := context.canvas.linking.along.link():
        go_to(context.open_map, context.canvas, found)


def _kind_actions() -> Iterator[Action]:
    for kind, words in LINK_KINDS.items():
        yield Action(
            f"link_kind.{kind}",
            words,
            partial(_set_kind, kind=kind),
            partial(_can_be, kind=kind),
            hint=_HINTS[kind],
            icon=_ICONS[kind],
            checked=partial(_is_of, kind=kind),
        )


ACTIONS: tuple[Action, ...] = (
    Action(
        "link",
        mark("Link…"),
        _link,
        _can_link,
        hint=mark("Link this card or step to another: go there and press Enter"),
        icon="transit-connection-variant",
        keys=("Ctrl+L",),
        words_now=_link_words,
    ),
    Action(
        "leave",
        mark("Leaves here"),
        _leave,
        _stands_on_end,
        hint=mark("Show that people leave the journey at this card or step, and say why"),
        icon="location-exit",
        keys=("Ctrl+Shift+L",),
    ),
    *_kind_actions(),
    Action(
        "go_along_link",
        mark("Go along the link"),
        _go_along,
        _has_links_here,
        hint=mark("Go to where the link at this card or step leads"),
        icon="ray-end-arrow",
        keys=("Ctrl+.",),
    ),
    Action(
        "select_link",
        mark("Select link"),
        _select_link,
        _has_links_here,
        hint=mark("Select the links at this card or step one after another, to label, change or delete them"),
        keys=("Ctrl+Shift+.",),
    ),
)
