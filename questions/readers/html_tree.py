"""Going through a tree of HTML without recursion, and what its elements are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from questions.regex import regex

_LEFT_OUT_TAGS = frozenset(
    "audio button canvas dialog embed fieldset figure footer form head header iframe img input nav"  # noqa: SIM905
    " aside label legend link map meta object picture progress select style script svg textarea title video".split()
)
_LEFT_OUT_CLASSES = frozenset(
    "ambox box-more_footnotes breadcrumb breadcrumbs catlinks dablink gallery hatnote ilh-comment infobox metadata"  # noqa: SIM905
    " mw-authority-control mw-cite-backlink mw-editsection mw-empty-elt mw-indicators mw-jump-link nav navbar navbox"
    " navbox-styles navigation noprint portalbox printfooter refbegin rellink shortdescription side-box sidebar"
    " sister-box sistersitebox thumb thumbinner toc toccolours tmbox vertical-navbox Z3988".split()
)
_LEFT_OUT_ROLES = frozenset(["banner", "complementary", "contentinfo", "navigation", "note", "search"])
_LEFT_OUT_IDS = frozenset(["toc", "siteSub", "jump-to-nav", "catlinks", "mw-navigation", "coordinates"])
_HIDDEN = regex(r"display\s*:\s*none", re.IGNORECASE)


def walked(root: LexborNode, left_out: Callable[[LexborNode], bool]) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below `root` in order, twice: True when it begins, False when it ends.

    Of a node that is `left_out` neither it nor anything within it comes.
    """
    node, entering = root.first_child, True
    while node is not None:
        if entering:
            skipped = left_out(node)
            if not skipped:
                yield node, True
                if (child := node.first_child) is not None:
                    node = child
                    continue
                yield node, False
        else:
            yield node, False
        following = node.next
        entering = following is not None
        node = following if entering else node.parent
        if not entering and (node is None or node.mem_id == root.mem_id):
            return


def attribute(node: LexborNode, name: str) -> str:
    """The attribute's value; empty where the element has none."""
    return (node.attrs.get(name) or "") if node.is_element_node else ""


def classes(node: LexborNode) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(attribute(node, "class").split())


def is_beside_the_text(node: LexborNode) -> bool:
    """Whether an element is no part of what a reader of the page reads: navigation, boxes, pictures, controls."""
    if not node.is_element_node:
        return not node.is_text_node
    if node.tag in _LEFT_OUT_TAGS:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    return (
        not _LEFT_OUT_CLASSES.isdisjoint((attributes.get("class") or "").split())
        or attributes.get("role") in _LEFT_OUT_ROLES
        or attributes.get("id") in _LEFT_OUT_IDS
        or "hidden" in attributes
        or _HIDDEN.search(attributes.get("style") or "") is not None
    )


def text_of(node: LexborNode) -> str:
    """All text within a node."""
    return node.text(deep=True)
