"""From what a file says of a question to the question: the part of reading that all formats share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from string import ascii_lowercase

from questions.dates import DateValue
from questions.document import Language
from questions.exchange.cleaning import clean_item, has_control
from questions.exchange.companion import Companion
from questions.exchange.evidence import read_evidence
from questions.exchange.item import Fault, Field, Imported, Item, LeftOut, Loss, UnreadableFile, Wrong
from questions.question import Duration, Explanation, Groups, Interaction, Option, Question, QuestionType, TimeUnit
from questions.readers.language import language_of
from questions.typed import read_date, read_number

MOST_ITEMS = 10_000
MOST_OPTIONS = 100
LONGEST_TEXT = 20_000
"""Characters of one stem, option or explanation."""


class Rejected(Exception):
    """An item that is wrong in one field."""

    def __init__(self, where: Field, wrong: Wrong, what: str = "") -> None:
        super().__init__(wrong.about(what))
        self.where = where
        self.wrong = wrong
        self.what = what


class NotTaken(Exception):
    """An item that is right, and that there is no place for."""

    def __init__(self, loss: Loss, what: str = "") -> None:
        super().__init__(loss.about(what))
        self.loss = loss
        self.what = what


@dataclass(frozen=True, kw_only=True)
class DraftOption:
    """An option as a file has it."""

    text: str
    correct: bool = False
    feedback: str = ""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A question as a file has it, before it is known to be a good one.

    `ranks` puts each option of an order in its place, equal ones having the same; `pairs` are indexes of options.
    `typed` are the answers that earn everything, `below` is what is said about all answers; one of the `tags` may
    name the type, the language or the unit. `losses` are what the format's reader already left out.
    """

    interaction: Interaction
    stem: str
    options: tuple[DraftOption, ...] = ()
    ranks: tuple[int, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    typed: tuple[str, ...] = ()
    below: str = ""
    category: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
    companion: Companion | None = None
    losses: tuple[tuple[Loss, str], ...] = ()


@dataclass
class Gathering:
    """What has been read of a file so far."""

    items: list[Item] = field(default_factory=list)
    errors: list[Fault] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    seen: int = 0

    def take(self, read: Callable[[], Draft], *, line: int | None = None) -> None:
        """Count one more item, and keep it, or what is wrong with it, or why it has no place."""
        self.seen += 1
        if self.seen > MOST_ITEMS:
            raise UnreadableFile(f"The file has more than {MOST_ITEMS} questions; please divide it.")
        try:
            draft = read()
            item = item_of(draft)
            self.items.append(_clean(item))
        except Rejected as reason:
            fault = Fault(item=self.seen, line=line, field=reason.where, wrong=reason.wrong, what=reason.what)
            self.errors.append(fault)
        except NotTaken as left:
            self.left_out.append(LeftOut(item=self.seen, loss=left.loss, what=left.what, line=line))
        else:
            losses = (*draft.losses, *(((Loss.CONTROL, ""),) if has_control(item) else ()))
            lost = (LeftOut(item=self.seen, loss=loss, what=what, line=line) for loss, what in losses)
            self.left_out.extend(dict.fromkeys(lost))

    def fault(self, wrong: Wrong, *, line: int | None = None) -> None:
        """Note that the file itself is wrong here, behind the item counted last."""
        self.errors.append(Fault(item=self.seen + 1, line=line, field=Field.FILE, wrong=wrong))

    def imported(self) -> Imported:
        return Imported(items=tuple(self.items), errors=tuple(self.errors), left_out=tuple(self.left_out))


def _clean(item: Item) -> Item:
    try:
        return clean_item(item)
    except ValueError as reason:
        raise Rejected(Field.QUESTION, Wrong.CONTRADICTION, str(reason)) from reason


def item_of(draft: Draft) -> Item:
    """The item that a draft makes; raises Rejected or NotTaken."""
    _check(draft)
    below = read_evidence(draft.below)
    question = _question(draft, below.explanations)
    return Item(question=question, references=below.references, remark=below.remark, category=draft.category)


def _check(draft: Draft) -> None:
    if not draft.stem.strip():
        raise Rejected(Field.STEM, Wrong.NO_STEM)
    if len(draft.options) > MOST_OPTIONS:
        raise Rejected(Field.OPTIONS, Wrong.MANY_OPTIONS, str(MOST_OPTIONS))
    if max(map(len, (draft.stem, draft.below, *(option.text for option in draft.options)))) > LONGEST_TEXT:
        raise Rejected(Field.QUESTION, Wrong.TOO_LONG, str(LONGEST_TEXT))
    if draft.interaction in (Interaction.ENTRY, Interaction.NUMBER):
        return
    texts = [option.text.strip() for option in draft.options]
    if not all(texts):
        raise Rejected(Field.OPTIONS, Wrong.EMPTY_OPTION)
    if len(texts) < 2:
        raise Rejected(Field.OPTIONS, Wrong.FEW_OPTIONS)
    if len(set(texts)) < len(texts):
        raise Rejected(Field.OPTIONS, Wrong.SAME_OPTIONS)
    _check_key(draft)


def _check_key(draft: Draft) -> None:
    right = sum(option.correct for option in draft.options)
    if draft.interaction in (Interaction.CHOICE, Interaction.SEVERAL) and not right:
        raise Rejected(Field.KEY, Wrong.NO_KEY)
    if draft.interaction is Interaction.CHOICE and right > 1:
        raise Rejected(Field.KEY, Wrong.SEVERAL_KEYS)
    if draft.interaction is Interaction.SEVERAL and right == len(draft.options):
        raise Rejected(Field.KEY, Wrong.ALL_KEYS)
    if draft.interaction is Interaction.MATCH and len(draft.pairs) < 2:
        raise Rejected(Field.KEY, Wrong.FEW_PAIRS)


_TYPES = {
    Interaction.CHOICE: QuestionType.SINGLE_CHOICE,
    Interaction.SEVERAL: QuestionType.WHICH_OF,
    Interaction.ENTRY: QuestionType.DATE_ENTRY,
    Interaction.NUMBER: QuestionType.INTERVAL,
    Interaction.ORDER: QuestionType.CHRONOLOGY,
    Interaction.MATCH: QuestionType.MATCHING,
}


def _question(draft: Draft, explanations: tuple[Explanation, ...]) -> Question:
    known = _fitting(draft)
    options, names = _options(draft, known)
    try:
        return Question(
            id=known.id if known else draft.id or content_id(draft),
            type=known.type if known else _tagged_type(draft),
            language=known.language if known else language_in(draft),
            stem=draft.stem.strip(),
            options=options,
            order=_order(draft, names),
            pairs=tuple((names[first], names[second]) for first, second in draft.pairs),
            date=_date(draft) if draft.interaction is Interaction.ENTRY else None,
            duration=_duration(draft, known) if draft.interaction is Interaction.NUMBER else None,
            difficulty=known.difficulty if known else 0.5,
            fact_ids=known.fact_ids if known else (),
            explanations=explanations,
        )
    except (ValueError, IndexError) as reason:
        raise Rejected(Field.QUESTION, Wrong.CONTRADICTION, str(reason)) from reason


def _fitting(draft: Draft) -> Companion | None:
    """The companion, where it speaks of a question of this kind."""
    known = draft.companion
    return known if known and known.type.interaction is draft.interaction else None


def _tagged_type(draft: Draft) -> QuestionType:
    tagged = [QuestionType(tag) for tag in draft.tags if tag in set(QuestionType)]
    return next((kind for kind in tagged if kind.interaction is draft.interaction), _TYPES[draft.interaction])


def language_in(draft: Draft) -> Language:
    """The language that a tag names, or else that of the words."""
    tagged = next((Language(tag) for tag in draft.tags if tag in set(Language)), None)
    return tagged or language_of("\n".join([draft.stem, *(option.text for option in draft.options)]))


def content_id(draft: Draft) -> str:
    """An id that a file does not give: the same for the same words."""
    words = [draft.stem.strip(), *(option.text.strip() for option in draft.options), *draft.typed]
    return hashlib.sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()[:16]


def _options(draft: Draft, known: Companion | None) -> tuple[tuple[Option, ...], Sequence[str]]:
    """The options in their places, and their ids in the order of the file."""
    marks = known.options if known and len(known.options) == len(draft.options) else ()
    names = [mark.id for mark in marks] or [letter(place) for place in range(len(draft.options))]
    options = [
        Option(id=name, text=option.text.strip(), correct=option.correct, feedback=option.feedback.strip() or None)
        for name, option in zip(names, draft.options, strict=True)
    ]
    if not marks:
        return tuple(options), names
    kept = [
        (mark.place, replace(option, fact_id=mark.fact_id, feedback=option.feedback or mark.feedback))
        for mark, option in zip(marks, options, strict=True)
    ]
    return tuple(option for _place, option in sorted(kept, key=lambda pair: pair[0])), names


def letter(place: int) -> str:
    """The id of the option at this place, counted from 0: a to z, then a1 and so on."""
    turn, rest = divmod(place, len(ascii_lowercase))
    return ascii_lowercase[rest] + (str(turn) if turn else "")


def _order(draft: Draft, names: Sequence[str]) -> Groups:
    ranked = sorted(zip(draft.ranks, names, strict=False), key=lambda pair: pair[0])
    return tuple(tuple(name for _rank, name in group) for _key, group in groupby(ranked, key=lambda pair: pair[0]))


def _date(draft: Draft) -> DateValue:
    for text in draft.typed:
        for read in (DateValue, read_date):
            try:
                return read(text.strip())
            except ValueError:
                continue
    raise NotTaken(Loss.NOT_A_DATE)


def _duration(draft: Draft, known: Companion | None) -> Duration:
    number = read_number(draft.typed[0]) if draft.typed else None
    unit = known.unit if known else next((TimeUnit(tag) for tag in draft.tags if tag in set(TimeUnit)), None)
    if unit is None:
        raise NotTaken(Loss.NO_UNIT)
    if number is None or number.denominator != 1:
        raise Rejected(Field.KEY, Wrong.NO_WHOLE_NUMBER)
    return Duration(number=int(number), unit=unit)


def sequence(companion: Companion | None, count: int) -> tuple[int, ...]:
    """The ranks of options that a file lists in their order, with the equal ones that only the companion knows."""
    ranks = companion.ranks if companion else ()
    return ranks if len(ranks) == count and list(ranks) == sorted(ranks) else tuple(range(count))


def matched(
    pairs: Iterable[tuple[str, str]], extra: Iterable[str] = ()
) -> tuple[tuple[DraftOption, ...], tuple[tuple[int, int], ...]]:
    """The options and pairs of a matching question whose items and matches are given as texts."""
    listed = list(pairs)
    rights = [second for _first, second in listed]
    if len(set(rights)) < len(rights):
        raise NotTaken(Loss.SHARED_MATCH)
    texts = [*(first for first, _second in listed), *rights, *extra]
    options = tuple(DraftOption(text=text) for text in texts)
    return options, tuple((place, place + len(listed)) for place in range(len(listed)))
