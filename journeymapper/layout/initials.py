"""The letters that stand for a name where there is no room for it: in circles, and on cards."""

import unicodedata

#: Vowels that are written before the consonant that they are spoken after, in Thai and Lao.
_WRITTEN_FIRST = frozenset("เแโใไເແໂໃໄ")

#: Where marks on letters are left out: they say how a letter is spoken, and are no part of it.
_WITHOUT_MARKS = ((0x0590, 0x06FF), (0x0E00, 0x0EFF))

#: More marks than these on one letter are play, and would leave its circle.
_MOST_MARKS = 2

#: Letters of a script whose letters join stand apart with this between them.
_APART = "\u200c"

_JOINER, _EMOJI_SIGN = "\u200d", "\ufe0f"


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name, in capitals.

    Of a name without letters it is the first sign, and of one without anything "".
    """
    words = unicodedata.normalize("NFC", name).split()
    lettered = [letter for word in words if (letter := _first_letter(word))]
    if not lettered:
        hidden = next((place for place, sign in enumerate(name) if sign.isalnum()), None)
        return _first_sign(" ".join(words)) if hidden is None else _first_letter(name[hidden:])
    first, last = lettered[0], lettered[-1] if len(lettered) > 1 else ""
    joins = bool(last) and unicodedata.bidirectional(first[0]) == unicodedata.bidirectional(last[0]) == "AL"
    return first + (_APART if joins else "") + last


def _first_letter(word: str) -> str:
    """Return the letter or digit that a word begins with, capital, with its marks; "" where it has none."""
    letters = [place for place, sign in enumerate(word) if sign.isalnum()]
    if not letters or (letters[0] > 0 and not _only_opens(word[: letters[0]])):
        return ""
    spoken = [place for place in letters if word[place] not in _WRITTEN_FIRST]
    start = spoken[0] if spoken else letters[0]
    letter = word[start]
    if not any(low <= ord(letter) <= high for low, high in _WITHOUT_MARKS):
        letter += _marks_after(word, start)
    capital = letter.title()
    return capital if len(capital) == len(letter) else letter


def _only_opens(signs: str) -> bool:
    """Tell whether signs before a word are no part of it: quotation marks, or stray marks on letters.

    A bracket is one: what stands in brackets is said besides.
    """
    kinds = {unicodedata.category(sign) for sign in signs}
    return all(kind[0] in "PM" for kind in kinds) and "Ps" not in kinds


def _marks_after(word: str, place: int) -> str:
    marks = ""
    for sign in word[place + 1 : place + 1 + _MOST_MARKS]:
        if not unicodedata.category(sign).startswith("M"):
            break
        marks += sign
    return marks


def _first_sign(word: str) -> str:
    """Return the first sign of a word that has no letter: an emoji with all that belongs to it."""
    end = min(1, len(word))
    while end < len(word) and (
        word[end] in {_JOINER, _EMOJI_SIGN} or word[end - 1] == _JOINER or _changes_sign(word, end)
    ):
        end += 1
    return word[:end]


def _changes_sign(word: str, place: int) -> bool:
    """Tell whether a character changes the sign before it: a colour of skin, or the second half of a flag."""
    is_flag = all(0x1F1E6 <= ord(sign) <= 0x1F1FF for sign in word[place - 1 : place + 1])
    return 0x1F3FB <= ord(word[place]) <= 0x1F3FF or (is_flag and place == 1)
