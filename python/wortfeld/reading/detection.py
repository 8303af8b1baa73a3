"""Which encoding a file has, told from its bytes, and how sure that is."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wortfeld.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Sample", "detected"]

# So much text around bytes that are no ASCII decides.
_SAMPLE_BYTES = 2**17
# Below this share of plausible characters nothing is chosen.
_LEAST = 0.6

# Letters beyond ASCII by language. A codec is as good as its best language.
_LATIN = (
    "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "ãáâàçéêíóôõú", "àèéìíîòóù", "éèëêïóöü",
    "æøåéäö", "åäöé", "áðéíóúýþæö", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž", "çğıöşüâîi̇",
)  # fmt: skip
# Alphabets of other scripts, the ten or so letters that make two thirds of a text first.
_SCRIPTS = (
    ("оеаинтсрвл", "мкдпуяыьгзбчйхжшюцщэфъёіїєґђјљњћџѓќўѕ"),
    ("αοιετσνηυρςό", "πκμλδωθχγφβξζψάέήίύώϊϋΐΰ"),
    ("יוהלאתמרשב", "נםדקעחפגכזסטצןךףץ"),
    ("اليمنرتوبه", "ةدسعفحقكشجطصأخإضغذثظئءآىؤز"),
)
# What stands beside letters in print.
_MARKS = frozenset("„“”‚‘’–—…«»‹›§€£°·©®™½¼¾²³±×†•¿¡\u00a0\u00ad")
_INSIDE_WORDS = frozenset("’·\u00ad")
# In this order where they are equally good.
_SINGLE = (
    "cp1252", "iso8859-15", "cp1250", "iso8859-2", "cp1251", "koi8-u", "koi8-r", "iso8859-5",
    "cp1253", "iso8859-7", "cp1254", "cp1257", "cp1255", "cp1256", "mac-roman", "cp850", "cp852",
    "cp866",
)  # fmt: skip
_DOUBLE = ("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5")
_WORD = re.compile(r"[^\W\d_]+")


class Sample(NamedTuple):
    """What of a file decides about its encoding."""

    data: bytes
    is_utf8: bool

    @classmethod
    def of(cls, blocks: Iterable[bytes]) -> Sample:
        """Read a file until something is no UTF-8, and then so much that one can tell."""
        decoder = codecs.getincrementaldecoder("utf-8")()
        start = b""
        rest = b""
        is_utf8 = True
        for block in blocks:
            start = start or block[:4096]
            if is_utf8:
                is_utf8 = _decodes(decoder, block)
            if not is_utf8:
                rest += _around_bytes(block)
                if len(rest) >= _SAMPLE_BYTES:
                    break
        if is_utf8:
            is_utf8 = _decodes(decoder, b"", is_last=True)
        return cls(start if is_utf8 else (rest or start)[:_SAMPLE_BYTES], is_utf8)


def detected(sample: Sample, name: str) -> tuple[str, str]:
    """Return a codec and what to say about it, empty for UTF-8.

    Raises
    ------
    BadInput
        If no candidate gives a plausible text.
    """
    wide = _wide(sample.data)
    if wide:
        return wide, f"read as {wide}, told from the place of its zero bytes"
    if sample.is_utf8:
        return "utf-8", ""
    scores = _scores(sample.data)
    best = max(scores, key=lambda codec: scores[codec], default="")
    if not best or scores[best] < _LEAST:
        near = f"; the nearest is {best} ({scores[best]:.0%} plausible)" if best else ""
        message = f"{name}: its encoding cannot be told from its bytes{near}; pass encoding="
        raise BadInput(message, source=name)
    text = sample.data.decode(best, "replace")
    others = {c: s for c, s in scores.items() if sample.data.decode(c, "replace") != text}
    other = max(others, key=lambda codec: others[codec], default="")
    sure = scores[best] / (scores[best] + others[other]) if other else scores[best]
    second = f"; next is {other}" if other else ""
    return best, f"read as {best}, detected from its bytes ({sure:.0%} sure{second})"


def _decodes(decoder: codecs.IncrementalDecoder, data: bytes, *, is_last: bool = False) -> bool:
    try:
        decoder.decode(data, is_last)
    except UnicodeDecodeError:
        return False
    return True


def _around_bytes(block: bytes) -> bytes:
    """Return the lines of a block that hold bytes beyond ASCII."""
    lines = block.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.isascii())[:_SAMPLE_BYTES]


def _wide(data: bytes) -> str:
    """Return UTF-16 where every second byte is often zero and the others are not."""
    half = len(data[:4096]) // 2
    first, second = data[:4096:2].count(0), data[1:4096:2].count(0)
    if half >= 2 and max(first, second) > 0.3 * half and min(first, second) < 0.02 * half:
        return "utf-16-be" if first > second else "utf-16-le"
    return ""


def _scores(data: bytes) -> dict[str, float]:
    """Return how plausible the sample is in each codec that can hold it."""
    scores = {}
    for codec in (*_SINGLE, *_DOUBLE):
        try:
            # The sample may end inside a character of two bytes.
            text = codecs.getincrementaldecoder(codec)().decode(data)
        except UnicodeDecodeError:
            continue
        scores[codec] = _double(text, codec) if codec in _DOUBLE else _single(text)
    return scores


def _single(text: str) -> float:
    """Return the share of plausible characters among those beyond ASCII, in the best language."""
    foreign = sum(not character.isascii() for character in text)
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    letters = sum(not character.isascii() for word in words for character in word)
    marks = sum(_is_mark(text, i) for i, character in enumerate(text) if character in _MARKS)
    if foreign == 0:
        return 0.0
    latin = max((_share_latin(words, frozenset(each)) for each in _LATIN), default=0.0)
    other = max((_share_script(words, *each) for each in _SCRIPTS), default=0.0)
    return (max(latin, other) * letters + marks) / foreign


def _is_mark(text: str, at: int) -> bool:
    """Whether a mark stands where print has it: not between two letters, where codecs go wrong."""
    inside = 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()
    return not inside or text[at] in _INSIDE_WORDS or text[at] in "–—"


def _case(word: str) -> float:
    """Return how usual the case of a word is."""
    if word.islower() or word.istitle() or word.lower() == word.upper():
        return 1.0
    return 0.6 if word.isupper() else 0.1


def _share_latin(words: list[str], alphabet: frozenset[str]) -> float:
    good = 0.0
    count = 0
    for word in words:
        foreign = [letter for letter in word.lower() if not letter.isascii()]
        count += len(foreign)
        if alphabet.issuperset(foreign) and not re.search(r"[^\x00-\x7f]{3}", word):
            good += _case(word) * len(foreign)
    return good / count if count else 0.0


def _share_script(words: list[str], common: str, others: str) -> float:
    good = 0.0
    count = 0
    for word in words:
        letters = word.lower()
        count += len(letters)
        known = sum(letter in common for letter in letters)
        if all(letter in common or letter in others for letter in letters):
            good += _case(word) * min(len(letters), known / 0.55)
    return good / count if count else 0.0


def _double(text: str, codec: str) -> float:
    """Return the share of characters that are frequent in the language of a codec."""
    foreign = [character for character in text if not character.isascii()]
    usual = sum(_is_frequent(character, codec) for character in foreign)
    share = usual / len(foreign) if foreign else 0.0
    kana = sum("\u3040" <= character <= "\u30ff" for character in foreign)
    if codec in {"shift_jis", "euc_jp"} and kana < 0.2 * len(foreign):
        return 0.5 * share
    # Two bytes allow nearly everything, so that these yield to an alphabet that fits.
    return 0.95 * share


@cache
def _is_frequent(character: str, codec: str) -> bool:
    if "\u3000" <= character <= "\u30ff" or "\uff00" <= character <= "\uff5e":
        return codec != "euc_kr" or character < "\u3040"
    if codec == "euc_kr":
        return "\uac00" <= character <= "\ud7a3"
    if not "\u4e00" <= character <= "\u9fff":
        return False
    # The first level of each standard is what is written daily.
    level, first, last = {
        "gb18030": ("gb2312", 0xB0, 0xD7),
        "big5": ("big5", 0xA4, 0xC6),
        "shift_jis": ("euc_jp", 0xB0, 0xCF),
        "euc_jp": ("euc_jp", 0xB0, 0xCF),
    }[codec]
    try:
        return first <= character.encode(level)[0] <= last
    except UnicodeEncodeError:
        return False
