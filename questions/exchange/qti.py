"""QTI 2.2 and 3.0: one item as XML. The tree is that of 2.2; 3.0 names the same things differently.

Source: 1EdTech, Question and Test Interoperability, assessment test, section and item information model, versions 2.2.4
and 3.0. Remarks on options are shown with what was chosen, quotes and references below every answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from questions.exchange.evidence import evidence_text
from questions.exchange.item import Format, Item, Loss
from questions.exchange.typed_forms import typed_forms
from questions.exchange.xml_tree import Element, element
from questions.question import Interaction, Option, Question
from questions.regex import regex

TOOL = "Footnote"
_RESPONSE = "RESPONSE"
_SOURCE = "SOURCE"


@dataclass(frozen=True, kw_only=True)
class Version:
    """What differs between the versions besides names."""

    namespace: str
    schema: str
    manifest_namespace: str
    manifest_schema: tuple[str, str]
    resource_type: str


VERSIONS = {
    Format.QTI_22: Version(
        namespace="http://www.imsglobal.org/xsd/imsqti_v2p2",
        schema="http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd",
        manifest_namespace="http://www.imsglobal.org/xsd/imscp_v1p1",
        manifest_schema=("QTIv2.2 Package", "1.0.0"),
        resource_type="imsqti_item_xmlv2p2",
    ),
    Format.QTI_30: Version(
        namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
        manifest_namespace="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        manifest_schema=("QTI Package", "3.0.0"),
        resource_type="imsqti_item_xmlv3p0",
    ),
}

_NAME = regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,31}")
_HUMP = regex(r"(?<=[a-z])[A-Z]")
_HTML = frozenset(("p", "div", "br"))


def item_xml(item: Item, *, identifier: str, form: Format) -> Element:
    """The item as an element of this version."""
    question = item.question
    version = VERSIONS[form]
    below = evidence_text(item)
    parts = (
        _response(question),
        *_outcomes(question, below),
        _body(question),
        _processing(question, below),
        *((_modal(below, form),) if below else ()),
    )
    tree = Element(
        name="assessmentItem",
        attributes=(
            ("xmlns", version.namespace),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:schemaLocation", f"{version.namespace} {version.schema}"),
            ("identifier", identifier),
            ("title", " ".join(question.stem[:60].split())),
            ("label", str(question.type)),
            ("xml:lang", str(question.language)),
            ("adaptive", "false"),
            ("timeDependent", "false"),
            ("toolName", TOOL),
        ),
        parts=parts,
    )
    return tree if form is Format.QTI_22 else _renamed(tree)


def _renamed(node: Element) -> Element:
    """The element with the names of 3.0: ``simpleChoice`` is ``qti-simple-choice``."""
    attributes = tuple((key if ":" in key or key == "xmlns" else _kebab(key), text) for key, text in node.attributes)
    parts = tuple(part if isinstance(part, str) else _renamed(part) for part in node.parts)
    name = node.name if node.name in _HTML else f"qti-{_kebab(node.name)}"
    return Element(name=name, attributes=attributes, parts=parts)


@cache
def _kebab(name: str) -> str:
    return _HUMP.sub(lambda match: f"-{match[0].lower()}", name)


def listed_order(question: Question) -> Sequence[Option]:
    """The options as they are listed: items before what they are matched with."""
    return (*question.items, *question.matches) if question.pairs else question.options


def identifiers(question: Question) -> dict[str, str]:
    """A valid identifier for each option id."""
    names = [option.id for option in question.options]
    if all(_NAME.fullmatch(name) for name in names):
        return {name: name for name in names}
    return {name: f"o{place}" for place, name in enumerate(names, 1)}


def _lined(text: str) -> tuple[Element | str, ...]:
    """The text with ``<br/>`` for its line ends."""
    first, *others = text.split("\n")
    return (first, *(part for line in others for part in (Element(name="br"), line)))


def _response(question: Question) -> Element:
    names = identifiers(question)
    match question.type.interaction:
        case Interaction.SEVERAL:
            rights, wrongs = len(question.right_ids), len(question.options) - len(question.right_ids)
            shares = [
                (names[option.id], Fraction(1, rights) if option.correct else Fraction(-1, wrongs))
                for option in question.options
            ]
            right = [names[name] for name in question.right_ids]
            return _declared("multiple", "identifier", right, shares)
        case Interaction.ENTRY if question.date:
            forms = [(form.text, form.share) for form in typed_forms(question.date)]
            return _declared("single", "string", [forms[0][0]], forms)
        case Interaction.NUMBER if question.duration:
            return _declared("single", "integer", [str(question.duration.number)])
        case Interaction.ORDER:
            return _declared("ordered", "identifier", [names[name] for group in question.order for name in group])
        case Interaction.MATCH:
            pairs = [f"{names[first]} {names[second]}" for first, second in question.pairs]
            return _declared("multiple", "directedPair", pairs, [(pair, Fraction(1, len(pairs))) for pair in pairs])
        case _:
            return _declared("single", "identifier", [names[name] for name in question.right_ids])


def _declared(
    cardinality: str, kind: str, right: Sequence[str], shares: Sequence[tuple[str, Fraction]] = ()
) -> Element:
    correct = element("correctResponse", *(element("value", text) for text in right))
    mapping = element(
        "mapping",
        *(
            element(
                "mapEntry",
                mapKey=key,
                mappedValue=_decimal(share),
                **({"caseSensitive": "false"} if kind == "string" else {}),
            )
            for key, share in shares
        ),
        lowerBound="0",
        upperBound="1",
        defaultValue="0",
    )
    return element(
        "responseDeclaration",
        correct,
        *((mapping,) if shares else ()),
        identifier=_RESPONSE,
        cardinality=cardinality,
        baseType=kind,
    )


def _decimal(share: Fraction) -> str:
    return f"{float(share):.6f}".rstrip("0").rstrip(".")


def _has_remarks(question: Question) -> bool:
    chosen = question.type.interaction in (Interaction.CHOICE, Interaction.SEVERAL)
    return chosen and any(option.feedback for option in question.options)


def _outcomes(question: Question, below: str) -> Iterator[Element]:
    zero = element("defaultValue", element("value", "0"))
    yield element("outcomeDeclaration", zero, identifier="SCORE", cardinality="single", baseType="float")
    if _has_remarks(question):
        several = "multiple" if question.type.interaction is Interaction.SEVERAL else "single"
        yield element("outcomeDeclaration", identifier="REMARK", cardinality=several, baseType="identifier")
    if below:
        yield element("outcomeDeclaration", identifier="FEEDBACK", cardinality="single", baseType="identifier")


def _body(question: Question) -> Element:
    prompt = element("prompt", *_lined(question.stem))
    match question.type.interaction:
        case Interaction.ENTRY | Interaction.NUMBER:
            field = element("textEntryInteraction", responseIdentifier=_RESPONSE, expectedLength="20")
            return element("itemBody", element("p", *_lined(question.stem)), element("p", field))
        case Interaction.ORDER:
            return element(
                "itemBody",
                element("orderInteraction", prompt, *_choices(question), responseIdentifier=_RESPONSE, shuffle="true"),
            )
        case Interaction.MATCH:
            return element("itemBody", _match(question, prompt))
        case kind:
            most = "1" if kind is Interaction.CHOICE else "0"
            choice = element(
                "choiceInteraction",
                prompt,
                *_choices(question),
                responseIdentifier=_RESPONSE,
                shuffle="false",
                maxChoices=most,
            )
            return element("itemBody", choice)


def _choices(question: Question) -> Iterator[Element]:
    names = identifiers(question)
    shown = _has_remarks(question)
    for option in question.options:
        name = names[option.id]
        remark = element(
            "feedbackInline",
            *_lined(option.feedback or ""),
            outcomeIdentifier="REMARK",
            identifier=name,
            showHide="show",
        )
        yield element(
            "simpleChoice", *_lined(option.text), *((remark,) if shown and option.feedback else ()), identifier=name
        )


def _match(question: Question, prompt: Element) -> Element:
    names = identifiers(question)
    sets = (
        element(
            "simpleMatchSet",
            *(
                element("simpleAssociableChoice", *_lined(option.text), identifier=names[option.id], matchMax="1")
                for option in options
            ),
        )
        for options in (question.items, question.matches)
    )
    return element(
        "matchInteraction",
        prompt,
        *sets,
        responseIdentifier=_RESPONSE,
        shuffle="true",
        maxAssociations=str(len(question.pairs)),
    )


def _processing(question: Question, below: str) -> Element:
    mapped = question.type.interaction in (Interaction.SEVERAL, Interaction.ENTRY, Interaction.MATCH)
    steps = [_set("SCORE", element("mapResponse", identifier=_RESPONSE)) if mapped else _all_or_nothing()]
    if _has_remarks(question):
        steps.append(_set("REMARK", element("variable", identifier=_RESPONSE)))
    if below:
        steps.append(_set("FEEDBACK", element("baseValue", _SOURCE, baseType="identifier")))
    return element("responseProcessing", *steps)


def _set(outcome: str, value: Element) -> Element:
    return element("setOutcomeValue", value, identifier=outcome)


def _all_or_nothing() -> Element:
    same = element("match", element("variable", identifier=_RESPONSE), element("correct", identifier=_RESPONSE))
    one = _set("SCORE", element("baseValue", "1", baseType="float"))
    return element("responseCondition", element("responseIf", same, one))


def _modal(below: str, form: Format) -> Element:
    lines = element("div", *_lined(below))
    content = lines if form is Format.QTI_22 else element("contentBody", lines)
    return element("modalFeedback", content, outcomeIdentifier="FEEDBACK", identifier=_SOURCE, showHide="show")


def losses(item: Item) -> Iterator[Loss]:
    """What an item has no place for."""
    if item.question.type.interaction is Interaction.ENTRY:
        yield Loss.TYPED_DATES
    if any(len(group) > 1 for group in item.question.order):
        yield Loss.TIES
