"""Reading an item of QTI 2.x or 3.0: one interaction, its key, and what is said about the answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from questions.exchange.companion import Companion
from questions.exchange.drafts import Draft, DraftOption, NotTaken, Rejected
from questions.exchange.item import Field, Loss, Wrong
from questions.exchange.qti import TOOL
from questions.exchange.xml_tree import Node
from questions.question import Interaction
from questions.regex import regex

_HUMP = regex(r"-([a-z])")
_SPACES = regex(r"[ \t\n\r\f]+")
_LINE_SPACES = regex(r" ?\n ?")
_LINES = regex(r"\n{2,}")
_BLOCKS = frozenset("p div ul ol li table tr h1 h2 h3 h4 h5 h6 blockquote pre prompt hr dl dt dd".split())  # noqa: SIM905
_IMAGES = frozenset(("img", "object", "audio", "video", "picture", "svg"))
_REMARKS = ("feedbackInline", "feedbackBlock")
_NUMBER = regex(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What a package says of an item in a file of its own."""

    category: str = ""
    companion: Companion | None = None


def with_old_names(root: Node) -> Node:
    """The tree with the names of 2.2 throughout."""
    for node in root.every():
        node.name = _camel(node.name)
        node.attributes = {_camel(key): text for key, text in node.attributes.items()}
    return root


@lru_cache(maxsize=1000)
def _camel(name: str) -> str:
    return _HUMP.sub(lambda match: match[1].upper(), name.removeprefix("qti-"))


def is_item(root: Node) -> bool:
    """Whether the tree is an item, rather than a test or a manifest."""
    return root.name == "assessmentItem"


def item_draft(root: Node, beside: Beside) -> Draft:
    """The draft of an item with the names of 2.2; raises Rejected or NotTaken."""
    body = root.first("itemBody")
    if body is None:
        raise Rejected(Field.QUESTION, Wrong.NO_BODY)
    interactions = [node for node in body.every() if node.name.endswith("Interaction")]
    if len(interactions) != 1:
        raise NotTaken(Loss.EMBEDDED) if interactions else NotTaken(Loss.OTHER_TYPE, "description")
    asked = interactions[0]
    read = _READERS.get(asked.name)
    if read is None:
        raise NotTaken(Loss.OTHER_TYPE, asked.name.removesuffix("Interaction")[:40])
    look = _Look(exact=root.attributes.get("toolName") == TOOL)
    answers = _declared(root, asked.attributes.get("responseIdentifier", ""))
    draft = Draft(
        interaction=Interaction.CHOICE,
        stem=look.text(body, apart_from=_CHOICES),
        below=_below(root, asked, look),
        category=beside.category,
        id=root.attributes.get("identifier", "").removeprefix("q-"),
        tags=(root.attributes.get("label", ""), root.attributes.get("lang", "")),
        companion=beside.companion,
        losses=_losses(body),
    )
    return read(draft, _Asked(root=root, node=asked, answers=answers, look=look))


_CHOICES = ("simpleChoice", "simpleAssociableChoice", "simpleMatchSet")


@dataclass(frozen=True, kw_only=True)
class _Look:
    """How texts are to be read: exactly, from our own writer, or with blanks of the file's looks put together."""

    exact: bool

    def text(self, node: Node, *, apart_from: Sequence[str] = ()) -> str:
        text = "".join(self._pieces(node, frozenset(apart_from)))
        return text.strip("\n") if self.exact else _LINES.sub("\n", _LINE_SPACES.sub("\n", text)).strip()

    def _pieces(self, node: Node, apart_from: frozenset[str]) -> Iterator[str]:
        for part in node.parts:
            if isinstance(part, str):
                yield self._words(part)
            elif part.name == "br":
                yield "\n"
            elif part.name not in apart_from:
                edge = "\n" if part.name in _BLOCKS else ""
                yield edge
                yield from self._pieces(part, apart_from)
                yield edge

    def _words(self, text: str) -> str:
        """The characters; from our own writer, blanks between elements say nothing and begin with a line end."""
        if self.exact:
            return "" if text.startswith("\n") and not text.strip() else text
        return _SPACES.sub(" ", text)


@dataclass(frozen=True, kw_only=True)
class _Answers:
    """A response declaration: its right values, and what each value earns."""

    kind: str
    several: bool
    right: tuple[str, ...]
    shares: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """An interaction with all that is needed to read it."""

    root: Node
    node: Node
    answers: _Answers
    look: _Look


def _declared(root: Node, name: str) -> _Answers:
    node = next((part for part in root.all("responseDeclaration") if part.attributes.get("identifier") == name), None)
    if node is None:
        raise Rejected(Field.KEY, Wrong.NO_RESPONSE)
    correct = node.first("correctResponse")
    mapping = node.first("mapping")
    entries = mapping.all("mapEntry") if mapping else iter(())
    return _Answers(
        kind=node.attributes.get("baseType", ""),
        several=node.attributes.get("cardinality") != "single",
        right=tuple(value.text().strip() for value in correct.all("value")) if correct else (),
        shares=tuple((entry.attributes.get("mapKey", ""), _figure(entry)) for entry in entries),
    )


def _figure(entry: Node) -> float:
    try:
        return float(entry.attributes.get("mappedValue", "0"))
    except ValueError:
        return 0.0


def _below(root: Node, asked: Node, look: _Look) -> str:
    """What is said whatever was answered: the modal feedback that belongs to no option."""
    names = {node.attributes.get("identifier") for node in asked.every() if node.name in _CHOICES}
    said = [node for node in root.all("modalFeedback") if node.attributes.get("identifier") not in names]
    return "\n\n".join(dict.fromkeys(filter(None, (look.text(node) for node in said))))


def _losses(body: Node) -> tuple[tuple[Loss, str], ...]:
    names = {node.name for node in body.every()}
    image = ((Loss.IMAGE, ""),) if names & _IMAGES else ()
    formula = ((Loss.FORMULA, ""),) if "math" in names else ()
    return (*image, *formula)


def _options(asked: _Asked, nodes: Sequence[Node]) -> tuple[DraftOption, ...]:
    modal = {node.attributes.get("identifier", ""): node for node in asked.root.all("modalFeedback")}
    return tuple(_option(asked, node, modal.get(node.attributes.get("identifier", ""))) for node in nodes)


def _option(asked: _Asked, node: Node, modal: Node | None) -> DraftOption:
    inner = [part for part in node.every() if part.name in _REMARKS]
    remarks = [asked.look.text(part) for part in (*inner, *((modal,) if modal else ()))]
    return DraftOption(text=asked.look.text(node, apart_from=_REMARKS), feedback="\n".join(filter(None, remarks)))


def _choice(draft: Draft, asked: _Asked) -> Draft:
    nodes = list(asked.node.all("simpleChoice"))
    names = [node.attributes.get("identifier", "") for node in nodes]
    right = set(asked.answers.right) or {key for key, share in asked.answers.shares if share > 0}
    if not right <= set(names):
        raise Rejected(Field.KEY, Wrong.UNKNOWN_OPTION, " ".join(sorted(right - set(names)))[:20])
    options = tuple(
        replace(option, correct=name in right) for name, option in zip(names, _options(asked, nodes), strict=True)
    )
    single = not asked.answers.several
    return replace(draft, interaction=Interaction.CHOICE if single else Interaction.SEVERAL, options=options)


def _order(draft: Draft, asked: _Asked) -> Draft:
    nodes = list(asked.node.all("simpleChoice"))
    names = [node.attributes.get("identifier", "") for node in nodes]
    places = {name: place for place, name in enumerate(asked.answers.right)}
    if sorted(places) != sorted(names):
        raise Rejected(Field.KEY, Wrong.INCOMPLETE_ORDER)
    ranks = tuple(places[name] for name in names)
    return replace(
        draft, interaction=Interaction.ORDER, options=_options(asked, nodes), ranks=_with_ties(ranks, draft.companion)
    )


def _with_ties(ranks: tuple[int, ...], companion: Companion | None) -> tuple[int, ...]:
    """The ranks of the companion, where they only add that some events are of equal date."""
    known = companion.ranks if companion else ()
    if len(known) != len(ranks):
        return ranks
    sequence = [rank for _place, rank in sorted(zip(ranks, known, strict=True))]
    return known if sequence == sorted(sequence) else ranks


def _matching(draft: Draft, asked: _Asked) -> Draft:
    nodes = [node for side in asked.node.all("simpleMatchSet") for node in side.all("simpleAssociableChoice")]
    places = {node.attributes.get("identifier", ""): place for place, node in enumerate(nodes)}
    pairs = [tuple(places.get(name, -1) for name in pair.split()) for pair in asked.answers.right]
    if any(len(pair) != 2 or -1 in pair for pair in pairs):
        raise Rejected(Field.KEY, Wrong.UNKNOWN_OPTION, " ".join(asked.answers.right)[:20])
    if len({pair[1] for pair in pairs}) < len(pairs) or len({pair[0] for pair in pairs}) < len(pairs):
        raise NotTaken(Loss.SHARED_MATCH)
    return replace(
        draft,
        interaction=Interaction.MATCH,
        options=_options(asked, nodes),
        pairs=tuple((first, second) for first, second in pairs),
    )


def _typed(draft: Draft, asked: _Asked) -> Draft:
    answers = asked.answers
    best = max((share for _key, share in answers.shares), default=0.0)
    full = [key for key, share in answers.shares if share == best and best > 0]
    typed = tuple(dict.fromkeys((*answers.right, *full)))
    if answers.kind in ("integer", "float"):
        return replace(draft, interaction=Interaction.NUMBER, typed=typed[:1])
    return replace(draft, interaction=Interaction.ENTRY, typed=typed)


_READERS: dict[str, Callable[[Draft, _Asked], Draft]] = {
    "choiceInteraction": _choice,
    "orderInteraction": _order,
    "matchInteraction": _matching,
    "textEntryInteraction": _typed,
}
