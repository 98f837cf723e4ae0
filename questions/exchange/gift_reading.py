"""Reading GIFT: questions lie between empty lines; each is read by itself, in one look from beginning to end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import StringIO
from itertools import chain

from questions.document import Language
from questions.exchange.companion import Companion, read_companion
from questions.exchange.drafts import Draft, DraftOption, Gathering, NotTaken, Rejected, matched
from questions.exchange.gift import MARK, TOP
from questions.exchange.item import Field, Imported, Loss, Wrong
from questions.exchange.text_of import lost_in, seen_text
from questions.question import Interaction, QuestionType
from questions.readers.language import language_of
from questions.regex import regex

# While a question is taken apart, each escaped character is kept as one that no text has.
_ESCAPABLE = "\\~=#{}:n"
_KEPT = {character: chr(0xFDD0 + place) for place, character in enumerate(_ESCAPABLE)}
_RESTORED = str.maketrans({kept: "\n" if character == "n" else character for character, kept in _KEPT.items()})
_NO_TEXT = regex("[\ufdd0-\ufdef]")
_ESCAPED = regex(r"\\([\\~=#{}:n])")

_FORMAT = regex(r"\[(html|plain|markdown|moodle)\]")
_WEIGHT = regex(r"%(-?\d{1,3}(?:\.\d{1,9})?)%", re.ASCII)
_NUMBER = regex(r"=?(\d{1,9})(?::0(?:\.0*)?)?", re.ASCII)
_FULL = 100.0
_PLACE = regex(r"[1-9]\d{0,2}", re.ASCII)
_ID = regex(r"\[id:([^\]\n]{1,100})\]")
_TAG = regex(r"\[tag:([^\]\n]{1,100})\]")
_CATEGORY = "$CATEGORY:"
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_WORDS = {
    Language.ENGLISH: ("True", "False"),
    Language.SIMPLIFIED: ("正确", "错误"),
    Language.TRADITIONAL: ("正確", "錯誤"),
}


@dataclass(frozen=True, kw_only=True)
class _Block:
    """The lines of a question without its comments, where it begins, and its companion."""

    line: int
    text: str
    companion: Companion | None
    category: str = ""
    comments: str = ""


def read_gift(text: str) -> Imported:
    """The questions of a GIFT text."""
    gathering = Gathering()
    for block in _blocks(_NO_TEXT.sub("", text)):
        gathering.take(partial(_draft, block), line=block.line)
    return gathering.imported()


def _blocks(text: str) -> Iterator[_Block]:
    category = ""
    for start, lines in _paragraphs(text):
        kept: list[str] = []
        comments: list[str] = []
        companion = None
        line = start
        for number, content in enumerate(lines, start):
            if content.startswith(_CATEGORY):
                category = content.removeprefix(_CATEGORY).strip()
            elif content.startswith(MARK):
                companion = read_companion(content.removeprefix(MARK))
            elif content.startswith("//"):
                comments.append(content)
            else:
                line = line if kept else number
                kept.append(content)
        if kept:
            yield _Block(
                line=line,
                text="\n".join(kept),
                companion=companion,
                category="" if category == TOP else category,
                comments="\n".join(comments),
            )


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """The runs of lines that are not empty, each with the number of its first."""
    lines: list[str] = []
    for number, line in enumerate(chain(StringIO(text), [""]), 1):
        if content := line.strip():
            lines.append(content)
        elif lines:
            yield number - len(lines), lines
            lines = []


def _draft(block: _Block) -> Draft:
    text = _ESCAPED.sub(lambda match: _KEPT[match[1]], block.text)
    if text.startswith("::"):
        _empty, _name, text = text.split("::", 2) if text.count("::") > 1 else ("", "", text[2:])
    before, opened, rest = text.partition("{")
    body, closed, after = rest.partition("}")
    if not opened:
        raise NotTaken(Loss.OTHER_TYPE, "description")
    if not closed:
        raise Rejected(Field.KEY, Wrong.OPEN_BRACE)
    if "{" in after:
        raise NotTaken(Loss.EMBEDDED)
    form = _form_of(before.strip(), "moodle")
    stem = f"{before.rstrip()} _____ {after.lstrip()}" if after.strip() else before
    answers, _gap, below = body.strip().rpartition("####") if "####" in body else (body.strip(), "", "")
    return _with_answers(block, _Text(form=form), stem, answers.strip(), below)


def _form_of(text: str, otherwise: str) -> str:
    match = _FORMAT.match(text)
    return match[1] if match else otherwise


@dataclass(frozen=True, kw_only=True)
class _Text:
    """How the texts of a question are to be read where they do not say it themselves."""

    form: str

    def of(self, raw: str) -> str:
        raw = raw.strip()
        form = _form_of(raw, self.form)
        match = _FORMAT.match(raw)
        text = raw[match.end() :] if match else raw
        return _seen(text, form)

    def of_match(self, raw: str) -> str:
        """The second text of a pair, which names no format."""
        return _seen(raw, self.form)

    def lost(self, raw: str) -> tuple[tuple[Loss, str], ...]:
        return () if self.form == "plain" else lost_in(raw.translate(_RESTORED))


def _seen(raw: str, form: str) -> str:
    plain = raw.translate(_RESTORED)
    return seen_text(plain) if form in ("html", "moodle") else plain.strip()


def _with_answers(block: _Block, text: _Text, stem: str, answers: str, below: str) -> Draft:
    draft = Draft(
        interaction=Interaction.CHOICE,
        stem=text.of(stem),
        below=text.of(below),
        category=block.category,
        id=next(iter(_ID.findall(block.comments)), ""),
        tags=tuple(_TAG.findall(block.comments)),
        companion=block.companion,
        losses=text.lost(block.text),
    )
    if not answers:
        raise NotTaken(Loss.OTHER_TYPE, "essay")
    if answers.startswith("#"):
        return _number(draft, answers[1:])
    if "~" in answers:
        return _choice(draft, text, answers)
    if "->" in answers and "=" in answers:
        return _matching(draft, text, answers)
    truth = answers.partition("#")[0].strip().upper()
    if truth in _TRUTHS:
        return _truth(draft, text, answers, right=_TRUTHS[truth])
    return _typed(draft, text, answers)


def _number(draft: Draft, answers: str) -> Draft:
    match = _NUMBER.fullmatch(answers.partition("#")[0].strip())
    if match is None:
        raise NotTaken(Loss.OTHER_TYPE, "numerical")
    return replace(draft, interaction=Interaction.NUMBER, typed=(match[1],))


def _choice(draft: Draft, text: _Text, answers: str) -> Draft:
    """One option is right where one has the mark ``=``; otherwise those that earn something."""
    weighed = [(mark, *_weight(raw)) for mark, raw in _marked(answers)]
    single = any(mark == "=" for mark, _share, _rest in weighed)
    options = []
    for mark, share, rest in weighed:
        said, _hash, feedback = rest.partition("#")
        right = mark == "=" if single else (share or 0) > 0
        options.append(DraftOption(text=text.of(said), correct=right, feedback=text.of(feedback)))
    lossy = single and any(share not in (None, _FULL) for _mark, share, _rest in weighed)
    return replace(
        draft,
        interaction=Interaction.CHOICE if single else Interaction.SEVERAL,
        options=tuple(options),
        losses=(*draft.losses, (Loss.PENALTY, "")) if lossy else draft.losses,
    )


def _marked(answers: str) -> Iterator[tuple[str, str]]:
    """Each answer with the mark before it, ``=`` or ``~``."""
    pieces = re.split("([=~])", answers)
    return zip(pieces[1::2], pieces[2::2], strict=True)


def _weight(raw: str) -> tuple[float | None, str]:
    raw = raw.strip()
    match = _WEIGHT.match(raw)
    return (float(match[1]), raw[match.end() :]) if match else (None, raw)


def _matching(draft: Draft, text: _Text, answers: str) -> Draft:
    pairs = []
    for _mark, raw in _marked(answers):
        first, arrow, second = raw.partition("->")
        if not arrow:
            raise Rejected(Field.KEY, Wrong.NO_ARROW)
        pairs.append((text.of(first), text.of_match(second)))
    if _is_order(draft) and all(_PLACE.fullmatch(second) for _first, second in pairs):
        options = tuple(DraftOption(text=first) for first, _second in pairs)
        return replace(draft, interaction=Interaction.ORDER, options=options, ranks=tuple(int(two) for _, two in pairs))
    extra = [second for first, second in pairs if not first]
    options, places = matched([pair for pair in pairs if pair[0]], extra)
    return replace(draft, interaction=Interaction.MATCH, options=options, pairs=places)


def _is_order(draft: Draft) -> bool:
    """Whether our own writer put an order into pairs of event and place."""
    known = draft.companion
    named = draft.tags if known is None else (known.type,)
    return not {QuestionType.CHRONOLOGY, QuestionType.ORDERING}.isdisjoint(named)


def _truth(draft: Draft, text: _Text, answers: str, *, right: bool) -> Draft:
    wrong_feedback, _mark, right_feedback = answers.partition("#")[2].partition("#")
    words = _WORDS[language_of(draft.stem)]
    options = tuple(
        DraftOption(
            text=word, correct=truth is right, feedback=text.of(right_feedback if truth is right else wrong_feedback)
        )
        for word, truth in zip(words, (True, False), strict=True)
    )
    return replace(draft, interaction=Interaction.CHOICE, options=options)


def _typed(draft: Draft, text: _Text, answers: str) -> Draft:
    weighed = [_weight(raw) for _mark, raw in _marked(answers)] or [(None, answers)]
    typed = tuple(text.of(rest.partition("#")[0]) for share, rest in weighed if share in (None, _FULL))
    return replace(draft, interaction=Interaction.ENTRY, typed=typed)
