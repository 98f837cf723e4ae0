"""A QTI package: a zip with a manifest, an XML file for each item, and a file of what QTI has no field for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from questions.exchange.archive import packed, unpacked
from questions.exchange.companion import Companion, read_companion
from questions.exchange.drafts import Draft, Gathering, Rejected
from questions.exchange.item import Field, Format, Imported, Item, LeftOut, UnreadableFile, Wrong
from questions.exchange.qti import VERSIONS, Version, item_xml, listed_order, losses
from questions.exchange.qti_reading import Beside, is_item, item_draft, with_old_names
from questions.exchange.xml_tree import Element, Reading, element, read_xml, written_xml
from questions.question import Interaction
from questions.regex import regex

MANIFEST = "imsmanifest.xml"
COMPANIONS = "footnote.json"

_OLD_ROOTS = ("questestinterop", "assessment")
_PLAIN_ID = regex(r"[A-Za-z0-9_.-]{1,60}")


def write_qti(items: Sequence[Item], form: Format) -> tuple[bytes, list[LeftOut]]:
    """The items as a package of this version, and what it has no place for."""
    names = [f"items/{number:05}.xml" for number in range(1, len(items) + 1)]
    files = {MANIFEST: written_xml(_manifest(names, VERSIONS[form])).encode()}
    for number, (name, item) in enumerate(zip(names, items, strict=True), 1):
        files[name] = written_xml(item_xml(item, identifier=_identifier(item, number), form=form)).encode()
    beside = {name: _beside(item) for name, item in zip(names, items, strict=True)}
    files[COMPANIONS] = (json.dumps(beside, ensure_ascii=False, indent=1) + "\n").encode()
    lost = [LeftOut(item=number, loss=loss) for number, item in enumerate(items, 1) for loss in losses(item)]
    return packed(files), lost


def _identifier(item: Item, number: int) -> str:
    return f"q-{item.question.id}" if _PLAIN_ID.fullmatch(item.question.id) else f"q-{number}"


def _beside(item: Item) -> dict[str, str]:
    question = item.question
    hides_remarks = question.type.interaction not in (Interaction.CHOICE, Interaction.SEVERAL)
    companion = Companion.of(question, listed_order(question), remarks=hides_remarks)
    return {"category": item.category, "companion": companion.to_json()}


def _manifest(names: Sequence[str], version: Version) -> Element:
    schema, number = version.manifest_schema
    metadata = element("metadata", element("schema", schema), element("schemaversion", number))
    return element(
        "manifest",
        metadata,
        element("organizations"),
        element("resources", *_resources(names, version)),
        xmlns=version.manifest_namespace,
        identifier="MANIFEST",
    )


def _resources(names: Sequence[str], version: Version) -> Iterator[Element]:
    for number, name in enumerate(names, 1):
        yield element(
            "resource",
            element("file", href=name),
            identifier=f"item-{number:05}",
            type=version.resource_type,
            href=name,
        )
    yield element(
        "resource", element("file", href=COMPANIONS), identifier="footnote", type="webcontent", href=COMPANIONS
    )


def package_version(content: bytes) -> Format:
    """The version of QTI that a package says it is of, or else that of its first item.

    Raises UnreadableFile where it is no archive.
    """
    manifest = b"".join(unpacked(content, endings=(MANIFEST,)).values())
    for version, form in _VERSION_NAMES:
        if version in manifest:
            return form
    items = unpacked(content, endings=(".xml",)).values()
    return Format.QTI_22 if any(b"assessmentItem" in item for item in items) else Format.QTI_30


_VERSION_NAMES = ((b"v3p0", Format.QTI_30), (b"v2p2", Format.QTI_22), (b"v2p1", Format.QTI_22))
"""How a manifest names the versions; 2.1 is read as 2.2 is."""


def read_qti_package(content: bytes) -> Imported:
    """The items of a package; raises UnreadableFile where it holds none."""
    files = unpacked(content, endings=(".xml", ".json"))
    beside = _read_beside(files.pop(COMPANIONS, b""))
    gathering = Gathering()
    for name, source in files.items():
        if name.endswith(".xml") and name.rpartition("/")[2] != MANIFEST:
            _take(gathering, name, source, beside.get(name, Beside()))
    if not gathering.seen:
        raise UnreadableFile("The archive holds no question of QTI.")
    return gathering.imported()


def _take(gathering: Gathering, name: str, source: bytes, beside: Beside) -> None:
    try:
        reading = read_xml(source)
    except UnreadableFile:
        gathering.take(partial(_reject, Wrong.BROKEN_FILE, name))
        return
    if reading.broken:
        gathering.take(partial(_reject, Wrong.BROKEN_FILE, name), line=reading.line)
        return
    root = with_old_names(reading.root)
    if is_item(root):
        gathering.take(partial(item_draft, root, beside), line=root.line)
    elif root.name in _OLD_ROOTS:
        gathering.take(partial(_reject, Wrong.OLD_QTI, name))


def _reject(wrong: Wrong, name: str) -> Draft:
    """What reading a file comes to that is broken as a whole."""
    raise Rejected(Field.FILE, wrong, name)


def read_qti_item(reading: Reading) -> Imported:
    """The item of a single file; raises UnreadableFile where it is none."""
    root = with_old_names(reading.root)
    if not is_item(root):
        raise UnreadableFile("The file is XML, but no question of Moodle or QTI.")
    gathering = Gathering()
    if reading.broken:
        gathering.fault(Wrong.BROKEN_XML, line=reading.line)
    else:
        gathering.take(partial(item_draft, root, Beside()), line=root.line)
    return gathering.imported()


def _read_beside(source: bytes) -> dict[str, Beside]:
    """What our own writer noted of the items; nothing where that file is missing or changed."""
    try:
        listed = json.loads(source)
    except (ValueError, RecursionError):
        return {}
    entries = listed.items() if isinstance(listed, dict) else ()
    return {name: _beside_from(entry) for name, entry in entries if isinstance(entry, dict)}


def _beside_from(entry: dict[str, object]) -> Beside:
    category, companion = entry.get("category"), entry.get("companion")
    return Beside(
        category=category if isinstance(category, str) else "",
        companion=read_companion(companion) if isinstance(companion, str) else None,
    )
