"""The footnotes of an HTML page: which element is which reference, and which link is its marker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from questions.notes import label_of
from questions.readers.html_tree import attribute, classes, text_of, walked
from questions.regex import regex

_LABEL = regex(r"[\[（(]?\s*(?P<label>\d{1,4})\s*[\]）)]?")
_NOTE_TAGS = frozenset(["li", "p", "dd", "div", "aside", "section"])
_NOTE_ROLES = frozenset(["doc-noteref", "footnote-ref", "footnote-reference", "noteref"])
_LONGEST_LABEL = 24


@dataclass(frozen=True, kw_only=True)
class Notes:
    """Numbers of the references, by the identity of their elements and by the names that links use.

    `elements` are in order; `unread` holds the identity of every list of notes. `remarks` are the author's own notes,
    by label.
    """

    numbers: Mapping[int, int]
    by_name: Mapping[str, int]
    elements: tuple[LexborNode, ...]
    unread: frozenset[int]
    remarks: tuple[tuple[str, LexborNode], ...] = ()

    def marker(self, node: LexborNode) -> str | None:
        """What stands in the text for a link to a note: ``[8]``; None where the node is no such link."""
        if node.tag == "sup" and "reference" in classes(node):
            return self._of_superscript(node)
        number = self.by_name.get(_fragment(node)) if node.tag == "a" else None
        return f"[{number}]" if number is not None and _LABEL.fullmatch(text_of(node).strip()) else None

    def _of_superscript(self, node: LexborNode) -> str:
        link = node.css_first("a")
        number = self.by_name.get(_fragment(link)) if link is not None else None
        label = text_of(node).strip()
        plain = _LABEL.fullmatch(label)
        if number is not None or plain is None:
            return f"[{number}]" if number is not None else (label if label_of(label) else "")
        return f"[{plain['label']}]"


def _fragment(node: LexborNode) -> str:
    return attribute(node, "href").partition("#")[2]


@dataclass(kw_only=True)
class _Seen:
    """What one look through the page found, with the place of everything in the order of the page."""

    targets: dict[str, tuple[int, LexborNode]] = field(default_factory=dict)
    links: list[tuple[int, LexborNode]] = field(default_factory=list)
    lists: list[LexborNode] = field(default_factory=list)


def notes_of(root: LexborNode) -> Notes:
    """The notes of a page: MediaWiki's reference lists, or else what numbered links further up lead to."""
    seen = _seen(root)
    named = list(_in_lists(seen)) if seen.lists else list(_led_to(seen))
    elements: dict[int, tuple[int, LexborNode]] = {}
    by_name = {}
    for name, number, element in named:
        by_name[name] = elements.setdefault(element.mem_id, (number, element))[0]
    by_name.pop("", None)
    return Notes(
        numbers={identity: number for identity, (number, _) in elements.items()},
        by_name=by_name,
        elements=tuple(element for _, element in elements.values()),
        unread=frozenset([*elements, *(entry.mem_id for entry in seen.lists)]),
        remarks=tuple(_remarks(seen)),
    )


def _seen(root: LexborNode) -> _Seen:
    seen = _Seen()
    for place, (node, begins) in enumerate(walked(root, lambda node: not node.is_element_node)):
        if not begins:
            continue
        attributes = node.attributes
        for name in (attributes.get("id"), attributes.get("name") if node.tag == "a" else None):
            if name:
                seen.targets.setdefault(name, (place, node))
        if node.tag == "a" and "#" in (attributes.get("href") or ""):
            seen.links.append((place, node))
        if node.tag == "ol" and "references" in (attributes.get("class") or "").split():
            seen.lists.append(node)
    return seen


def _in_lists(seen: _Seen) -> Iterator[tuple[str, int, LexborNode]]:
    """Name, number and element of every entry of the lists whose markers are numbers."""
    labels = {_fragment(link): text for _, link in seen.links if (text := _label(link)).startswith("[")}
    taken: set[int] = set()
    for entries in seen.lists:
        items = [node for node in entries.iter() if node.tag == "li"]
        shown = [labels.get(attribute(item, "id")) for item in items]
        if any(label is not None and _LABEL.fullmatch(label) is None for label in shown):
            continue  # remarks, which the page counts by letters or by another name
        for item, label in zip(items, shown, strict=True):
            match = _LABEL.fullmatch(label or "")
            number = int(match["label"]) if match else 0
            if not number or number in taken:
                number = max(taken, default=0) + 1
            taken.add(number)
            yield attribute(item, "id"), number, item


def _remarks(seen: _Seen) -> Iterator[tuple[str, LexborNode]]:
    """Label and element of every entry of the lists that the page's markers name by a label of remarks."""
    labels = {_fragment(link): label_of(_label(link)) for _, link in seen.links}
    for entries in seen.lists:
        for item in entries.iter():
            if item.tag == "li" and (label := labels.get(attribute(item, "id"))):
                yield label, item


def _label(link: LexborNode) -> str:
    label = text_of(link).strip() if link.parent is not None and link.parent.tag == "sup" else ""
    return label if len(label) <= _LONGEST_LABEL else ""


def _led_to(seen: _Seen) -> Iterator[tuple[str, int, LexborNode]]:
    """Name, number and element of every note that a numbered link leads down to."""
    numbers: dict[int, int] = {}
    for place, link in seen.links:
        match = _LABEL.fullmatch(text_of(link).strip()) if _marks_a_note(link) else None
        target = seen.targets.get(_fragment(link))
        element = _note_around(target[1]) if match and target and target[0] > place else None
        if match and element is not None and not _is_within_a_note(link, numbers):
            number = numbers.setdefault(element.mem_id, int(match["label"]))
            yield _fragment(link), number, element


def _marks_a_note(link: LexborNode) -> bool:
    role = f"{attribute(link, 'role')} {attribute(link, 'epub:type')} {attribute(link, 'class')}".split()
    raised = link.css_first("sup") is not None or (link.parent is not None and link.parent.tag == "sup")
    return raised or not _NOTE_ROLES.isdisjoint(role) or text_of(link).strip().startswith("[")


def _note_around(target: LexborNode) -> LexborNode | None:
    node: LexborNode | None = target
    for _ in range(4):
        if node is None or node.tag in _NOTE_TAGS:
            return node
        node = node.parent
    return None


def _is_within_a_note(link: LexborNode, numbers: Mapping[int, int]) -> bool:
    node = link.parent
    for _ in range(6):
        if node is None:
            return False
        if node.mem_id in numbers:
            return True
        node = node.parent
    return False
