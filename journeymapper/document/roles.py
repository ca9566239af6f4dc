"""The roles a lane of cards can have: the field's terms, with hints, and which fields their cards use."""

from dataclasses import dataclass

from journeymapper.i18n import _, mark

EMOTION = "emotion"
DIVIDER = "divider"
CARDS = "cards"

#: The role of the cards that are a storyboard: pictures, and captions below them.
PICTURES = "pictures"


def holds_cards(lane_kind: str) -> bool:
    """Tell whether cards stand in a lane of that kind; a kind of a later version holds cards."""
    return lane_kind not in {EMOTION, DIVIDER}


#: The ratings of cards, the one that says most of a card first.
RATINGS = ("importance", "severity", "impact")


@dataclass(frozen=True, slots=True)
class Role:
    """A lane role: ``name`` and ``hint`` in English, marked for translation; the card ``fields`` it uses."""

    key: str
    name: str
    hint: str
    fields: frozenset[str] = frozenset()

    @property
    def rating(self) -> str:
        """The field by which cards of this role are rated first of all, or "" where they are not."""
        return next((field for field in RATINGS if field in self.fields), "")

    def shown_name(self) -> str:
        """Return the name in the user's language."""
        return _(self.name)

    def shown_hint(self) -> str:
        """Return the hint in the user's language."""
        return _(self.hint)


_TOUCHPOINT = frozenset({"channel", "online", "importance", "impact"})
_OPPORTUNITY = frozenset({"owner", "due", "done", "impact", "effort"})
_PAIN = frozenset({"severity"})
_OWNED = frozenset({"owner", "due", "done"})
_FIGURE = frozenset({"value", "unit", "target", "trend", "owner"})

_ALL = (
    Role("goals", mark("Goals"), mark("what they hope for")),
    Role("motivations", mark("Motivations"), mark("why they go on")),
    Role("actions", mark("Actions"), mark("what they do")),
    Role("questions", mark("Questions"), mark("what they ask or search for")),
    Role("thoughts", mark("Thoughts"), mark("what goes through their head")),
    Role("context", mark("Context"), mark("where, with whom, with what")),
    Role("touchpoints", mark("Touchpoints"), mark("where we meet"), _TOUCHPOINT),
    Role("channels", mark("Channels"), mark("through which medium"), frozenset({"channel", "online"})),
    Role("quotes", mark("Quotes"), mark("in their own words")),
    Role("pain_points", mark("Pain points"), mark("what gets in the way"), _PAIN),
    Role("needs", mark("Unmet needs"), mark("what nobody gives them yet")),
    Role("opportunities", mark("Opportunities"), mark("what we could do"), _OPPORTUNITY),
    Role("ideas", mark("Ideas"), mark("what we might try"), _OPPORTUNITY),
    Role("content", mark("Content"), mark("what we tell them"), frozenset({"channel", "online", "owner"})),
    Role("automations", mark("Automations"), mark("what happens by itself"), frozenset({"channel", "owner"})),
    Role("metrics", mark("Metrics"), mark("what we measure"), _FIGURE),
    Role("experiments", mark("Experiments"), mark("what we compare"), _OWNED),
    Role(PICTURES, mark("Storyboard"), mark("pictures of what happens")),
    Role("frontstage", mark("Frontstage"), mark("what we do in their sight"), frozenset({"owner"})),
    Role("backstage", mark("Backstage"), mark("what we do out of sight"), frozenset({"owner"})),
    Role("people", mark("People"), mark("who takes part")),
    Role("policies", mark("Policies"), mark("which rules apply")),
    Role("technology", mark("Technology"), mark("which systems it runs on")),
    Role("processes", mark("Processes"), mark("how it is done"), frozenset({"owner"})),
    Role("physical_evidence", mark("Physical evidence"), mark("what they see or touch")),
    Role("owner", mark("Owner"), mark("who answers for it")),
    Role("", mark("Free text"), mark("anything else")),
)

ROLES: dict[str, Role] = {role.key: role for role in _ALL}


def role_of(key: str) -> Role:
    """Return the role of that key; a role of a later version counts as free text."""
    return ROLES.get(key, ROLES[""])


#: The roles of dividing lines.
INTERACTION, VISIBILITY, INTERNAL_INTERACTION = "interaction", "visibility", "internal_interaction"

#: What dividing lines are called until somebody names them, by their roles, from the top of a service
#: blueprint down; the last is any other.
LINES: dict[str, str] = {
    INTERACTION: mark("Line of interaction"),
    VISIBILITY: mark("Line of visibility"),
    INTERNAL_INTERACTION: mark("Line of internal interaction"),
    "": mark("Dividing line"),
}


#: What an emotion lane is called until somebody names it.
EMOTION_NAME = mark("Emotions")
EMOTION_HINT = mark("how they feel")

#: What the kinds of map are called.
MAP_KINDS: dict[str, str] = {
    "": mark("No kind"),
    "current_state": mark("Current state"),
    "day_in_the_life": mark("Day in the life"),
    "future_state": mark("Future state"),
    "service_blueprint": mark("Service blueprint"),
}

#: The parts that personas have in the decision (business customers).
DECISION_ROLES: dict[str, str] = {
    "": mark("None"),
    "user": mark("User"),
    "influencer": mark("Influencer"),
    "decider": mark("Decider"),
    "buyer": mark("Buyer"),
}

#: Evidence levels.
EVIDENCE_LEVELS: dict[str, str] = {
    "": mark("Not known"),
    "assumption": mark("Assumption"),
    "observed": mark("Observed"),
    "measured": mark("Measured"),
}

#: Whom a business sells to.
AUDIENCES: dict[str, str] = {
    "": mark("Not known"),
    "consumers": mark("Consumers"),
    "businesses": mark("Businesses"),
}

#: The kinds of source that evidence can come from; the last is any other.
SOURCE_KINDS: dict[str, str] = {
    "interview": mark("Interview"),
    "test": mark("Test with users"),
    "visit": mark("Visit"),
    "survey": mark("Survey"),
    "analytics": mark("Analytics"),
    "review": mark("Review or rating"),
    "complaint": mark("Complaint"),
    "chat": mark("Chat or e-mail log"),
    "": mark("Other"),
}
