"""Bytes → text: UTF-8, UTF-16 with a byte order mark, GB18030 and Big5."""

from __future__ import annotations

import codecs

from questions.document import UnreadableDocument

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

# The most frequent characters of running Chinese text: a wrong decoding shows rare characters instead of these.
_FREQUENT = frozenset(
    "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年"
    "过過发發后後作里用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理"
    "心本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高"
    "间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給"
    "世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別"
    "打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至"
    "队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類"
    "，。、；：「」《》（）“”"
)
_SAMPLE = 20_000


def decoded(source: bytes) -> str:
    """The text of the bytes.

    Raises UnreadableDocument when they are no text in one of the encodings.
    """
    for mark, encoding in _MARKED:
        if source.startswith(mark):
            return _strictly(source, encoding) or _refuse()
    if b"\0" in source:
        return _refuse()
    text = _strictly(source, "utf-8")
    return _guessed(source) if text is None else text


def _guessed(source: bytes) -> str:
    readings = [text for encoding in ("gb18030", "big5hkscs") if (text := _strictly(source, encoding)) is not None]
    return max(readings, key=_familiarity) if readings else _refuse()


def _strictly(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        return None


def _familiarity(text: str) -> float:
    foreign = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return sum(character in _FREQUENT for character in foreign) / max(len(foreign), 1)


def _refuse() -> str:
    raise UnreadableDocument("The file is not text in UTF-8, UTF-16, GB18030 or Big5.")
