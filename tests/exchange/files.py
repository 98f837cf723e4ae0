"""Small files of every format that is read, good and broken, made for these tests."""

from __future__ import annotations

import io
import zipfile

GIFT = """// two good ones, one broken, one that has no place here
$CATEGORY: Treaties

::First::When was the treaty signed? {=In 1648 ~In 1649#No, a year late. ~In 1650 ####Signed in two cities.}

::Second::Who signed the second treaty? {=The emperor ~The king}

::Third::Where was it signed {=Here ~There

Tell the story of the treaty. {}
"""

AIKEN = """When was the treaty signed?
A) In 1648
B) In 1649
ANSWER: A

Who signed the second treaty?
A) The emperor
B) The king
ANSWER: C
"""

MOODLE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="multichoice">
    <name><text>One</text></name>
    <questiontext format="html"><text><![CDATA[<p>When was the <b>treaty</b> signed?</p>]]></text></questiontext>
    <single>true</single>
    <answer fraction="100"><text>In 1648</text></answer>
    <answer fraction="0"><text>In 1649</text></answer>
  </question>
  <question type="multichoice">
    <name><text>Two</text></name>
    <questiontext format="html"><text>Who signed it?</text></questiontext>
    <answer fraction="0"><text>The king</text></answer>
    <answer fraction="0"><text>The emperor</text></answer>
  </question>
  <question type="essay">
    <name><text>Three</text></name>
    <questiontext format="html"><text>Tell the story.</text></questiontext>
  </question>
</quiz>
"""

CSV = """stem,option_a,option_b,key,remark,references
When was the treaty signed?,In 1648,In 1649,a,,"[8] The Treaty. A Press. 1998-03-01."
Who signed it?,The king,The emperor,x,,
"""

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="{namespace}" identifier="{name}" title="t">
  <{declaration} identifier="RESPONSE" cardinality="single" baseType="identifier">
    <{correct}><{value}>{key}</{value}></{correct}>
  </{declaration}>
  <{body}><{interaction} responseIdentifier="RESPONSE"><{prompt}>{stem}</{prompt}>
    <{choice} identifier="A">In 1648</{choice}><{choice} identifier="B">In 1649</{choice}>
  </{interaction}></{body}>
</{root}>
"""

_OLD = {
    "root": "assessmentItem",
    "declaration": "responseDeclaration",
    "correct": "correctResponse",
    "value": "value",
    "body": "itemBody",
    "interaction": "choiceInteraction",
    "prompt": "prompt",
    "choice": "simpleChoice",
    "namespace": "http://www.imsglobal.org/xsd/imsqti_v2p2",
}
_NEW = {
    "root": "qti-assessment-item",
    "declaration": "qti-response-declaration",
    "correct": "qti-correct-response",
    "value": "qti-value",
    "body": "qti-item-body",
    "interaction": "qti-choice-interaction",
    "prompt": "qti-prompt",
    "choice": "qti-simple-choice",
    "namespace": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
}


def package(names: dict[str, str], stem: str = "When was the treaty signed?") -> bytes:
    """A package with a good item and one whose key names no option."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("items/1.xml", ITEM.format(name="one", stem=stem, key="A", **names))
        archive.writestr("items/2.xml", ITEM.format(name="two", stem="Who signed it?", key="Z", **names))
    return target.getvalue()


FILES = {
    "gift": GIFT.encode(),
    "aiken": AIKEN.encode(),
    "moodle": MOODLE.encode(),
    "qti22": package(_OLD),
    "qti30": package(_NEW),
    "csv": CSV.encode(),
}
