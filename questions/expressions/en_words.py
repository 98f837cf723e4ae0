"""The vocabulary of English date expressions."""

from __future__ import annotations

from questions.expressions.mention import Step, Unit

_words = str.split

COUNTED = frozenset(
    _words("""
people men women children troops soldiers km kilometres kilometers miles metres meters feet ft m kg tons tonnes
acres hectares seats students pupils members employees workers inhabitants residents households families homes
houses years months days hours minutes seconds points votes yards copies pages words species ships aircraft tanks
guns prisoners dollars pounds euros sq square cubic km² mi mm cm mph hp kW MW watts volts degrees percent per times
million billion thousand hundred different other such more rpm psi Hz kHz MHz GHz bytes bits K lb lbs tonnes
calories items
""")
)
"""What is counted or measured by the number before it."""

NOT_PLURAL = frozenset(
    _words("""
was is its has this as does his census olympics series elections thus us bus across always plus perhaps towards
politics physics mathematics economics congress access process progress news games crisis lens alas besides
""")
)
"""Words in -s after which a number can still be a year."""

STRONG_CUES = frozenset(
    _words("""
in since until till by during after before year years spring summer autumn fall winter early late mid circa c. ca.
throughout act starting beginning ending ended dated AD from between when january february march april may june july
august september october november december
easter christmas q1 q2 q3 q4 fy
""")
)
"""After these words a number is a year unless something is counted by it."""

WEAK_CUES = frozenset(
    _words("to of and both about around the a an its his their for around or on with this that fl. b. d. born died s")
)
"""After these words a number is a year unless a plural follows."""

NAMED_BY_YEAR = frozenset(
    _words("""
census election elections season edition film movie report survey constitution treaty war championship championships
games olympics world general presidential
""")
)
"""Before these words a number is a year."""

NAMED_BY_NUMBER = frozenset(
    _words("""
boeing airbus resolution flight article articles section chapter route highway no. number page room model iphone
windows bus line nos. p. pp. vol. volume channel psalm asteroid size about nearly over than some under
""")
)
"""After these words a number names or counts something."""

ORDINALS = {
    word: number
    for number, word in enumerate(
        _words("""
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
"""),
        start=1,
    )
}

MODIFIERS = {
    **dict.fromkeys(["beginning of", "start of", "beginning of the", "start of the", "turn of the"], "start"),
    **dict.fromkeys(["early", "earlier"], "early"),
    **dict.fromkeys(["mid", "middle of", "middle of the"], "mid"),
    **dict.fromkeys(["first half of", "first quarter of", "first decade of", "first years of"], "start"),
    **dict.fromkeys(
        ["second half of", "latter half of", "last quarter of", "last third of", "last decades of"], "late"
    ),
    **dict.fromkeys(["late", "later"], "late"),
    **dict.fromkeys(["end of", "end of the"], "end"),
    **dict.fromkeys(["before", "prior to", "pre"], "before"),
    **dict.fromkeys(["after", "post"], "after"),
}
"""What precedes a date and places the event at a part of it, before it or after it."""

UNITS = {
    "day": Step(unit=Unit.DAY, count=1),
    "week": Step(unit=Unit.WEEK, count=1),
    "fortnight": Step(unit=Unit.DAY, count=14),
    "month": Step(unit=Unit.MONTH, count=1),
    "year": Step(unit=Unit.YEAR, count=1),
    "decade": Step(unit=Unit.YEAR, count=10),
    "century": Step(unit=Unit.YEAR, count=100),
}
"""What is counted from an anchor."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
