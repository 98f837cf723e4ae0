"""Reading Moodle's XML: each element `question` by itself, whatever is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from questions.exchange.companion import read_companion
from questions.exchange.drafts import Draft, DraftOption, Gathering, NotTaken, matched, sequence
from questions.exchange.gift import TOP
from questions.exchange.item import Imported, Loss, UnreadableFile, Wrong
from questions.exchange.moodle_xml import COMPANION
from questions.exchange.text_of import lost_in, seen_text
from questions.exchange.xml_tree import Node, Reading
from questions.question import Interaction
from questions.regex import regex

_WILDCARD = regex(r"\\\*")
_NUMBER = regex(r"\d{1,9}(?:\.0*)?", re.ASCII)
_PLAIN = "plain_text"
_RIGHT = 99.9999


def read_moodle_xml(reading: Reading) -> Imported:
    """The questions of the tree; raises UnreadableFile where it is no quiz."""
    if reading.root.name != "quiz":
        raise UnreadableFile("The file is XML, but no question bank of Moodle.")
    gathering = Gathering()
    category = ""
    for node in reading.root.all("question"):
        if not node.whole:
            break
        if node.attributes.get("type") == "category":
            category = _category(node.text("category", "text"))
        else:
            gathering.take(partial(_draft, node, category), line=node.line)
    if reading.broken:
        gathering.fault(Wrong.BROKEN_XML, line=reading.line)
    return gathering.imported()


def _category(path: str) -> str:
    """The category below the course's own top."""
    levels = [level for level in path.strip().removeprefix("$course$").split("/") if level]
    return "/".join(levels[1:] if levels[:1] == [TOP] else levels)


def _draft(node: Node, category: str) -> Draft:
    kind = node.attributes.get("type", "")
    read = _READERS.get(kind)
    if read is None:
        raise NotTaken(Loss.OTHER_TYPE, kind[:40])
    draft = Draft(
        interaction=Interaction.CHOICE,
        stem=_text(node.first("questiontext")),
        below=_text(node.first("generalfeedback")),
        category=category,
        id=node.text("idnumber").strip(),
        tags=tuple(tag.text("text").strip() for part in node.all("tags") for tag in part.all("tag")),
        companion=read_companion(node.text(COMPANION)),
        losses=_losses(node),
    )
    return read(draft, node)


def _text(node: Node | None) -> str:
    """The text that an element with a format holds."""
    if node is None:
        return ""
    text = node.text("text")
    return text.strip() if node.attributes.get("format") in (_PLAIN, "markdown") else seen_text(text)


def _losses(node: Node) -> tuple[tuple[Loss, str], ...]:
    parts = list(node.every())
    formatted = (part for part in parts if part.attributes.get("format", _PLAIN) != _PLAIN)
    losses = [loss for part in formatted for loss in lost_in(part.text("text"))]
    if any(part.name == "file" for part in parts):
        losses.append((Loss.IMAGE, ""))
    if _figure(node.text("penalty")) or _figure(node.text("defaultgrade") or "1") != 1:
        losses.append((Loss.PENALTY, ""))
    return tuple(dict.fromkeys(losses))


def _figure(text: str) -> float:
    try:
        return float(text.strip() or "0")
    except ValueError:
        return 0.0


def _share(answer: Node) -> float:
    return _figure(answer.attributes.get("fraction") or answer.text("fraction"))


def _choice(draft: Draft, node: Node) -> Draft:
    single = node.text("single").strip() not in ("false", "0")
    answers = list(node.all("answer"))
    options = tuple(
        DraftOption(
            text=_text(answer),
            correct=_share(answer) > (_RIGHT if single else 0),
            feedback=_text(answer.first("feedback")),
        )
        for answer in answers
    )
    if single and any(0 != _share(answer) < _RIGHT for answer in answers):
        draft = replace(draft, losses=tuple(dict.fromkeys((*draft.losses, (Loss.PENALTY, "")))))
    return replace(draft, interaction=Interaction.CHOICE if single else Interaction.SEVERAL, options=options)


def _typed(draft: Draft, node: Node) -> Draft:
    return replace(draft, interaction=Interaction.ENTRY, typed=_right(node))


def _right(node: Node) -> tuple[str, ...]:
    answers = (answer for answer in node.all("answer") if _share(answer) > _RIGHT)
    return tuple(_WILDCARD.sub("*", answer.text("text").strip()) for answer in answers)


def _number(draft: Draft, node: Node) -> Draft:
    right = [text for text in _right(node) if _NUMBER.fullmatch(text)]
    if not right:
        raise NotTaken(Loss.OTHER_TYPE, "numerical")
    return replace(draft, interaction=Interaction.NUMBER, typed=(right[0].partition(".")[0],))


def _ordering(draft: Draft, node: Node) -> Draft:
    answers = sorted(node.all("answer"), key=_share)
    options = tuple(DraftOption(text=_text(answer)) for answer in answers)
    ranks = sequence(draft.companion, len(options))
    return replace(draft, interaction=Interaction.ORDER, options=options, ranks=ranks)


def _matching(draft: Draft, node: Node) -> Draft:
    listed = [(_text(part), part.text("answer", "text").strip()) for part in node.all("subquestion")]
    options, pairs = matched(
        [pair for pair in listed if pair[0]], [second for first, second in listed if not first and second]
    )
    return replace(draft, interaction=Interaction.MATCH, options=options, pairs=pairs)


_READERS: dict[str, Callable[[Draft, Node], Draft]] = {
    "multichoice": _choice,
    "truefalse": _choice,
    "shortanswer": _typed,
    "numerical": _number,
    "ordering": _ordering,
    "matching": _matching,
}
