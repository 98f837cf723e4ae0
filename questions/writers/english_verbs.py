"""Past tenses whose plain form is certain, for questions with "did"."""

from __future__ import annotations

_IRREGULAR = """
arose arise|ate eat|became become|began begin|bought buy|broke break|brought bring|built build|burnt burn|came come|
caught catch|chose choose|cut cut|dealt deal|did do|drew draw|drove drive|fell fall|felt feel|fled flee|flew fly|
forbade forbid|fought fight|found find|gave give|got get|grew grow|heard hear|held hold|hit hit|kept keep|knew know|
laid lay|lay lie|led lead|left leave|lent lend|lost lose|made make|meant mean|met meet|overthrew overthrow|
oversaw oversee|paid pay|put put|ran run|rang ring|read read|rebuilt rebuild|rode ride|rose rise|said say|sang sing|
sank sink|saw see|sent send|set set|shook shake|shot shoot|shut shut|sold sell|sought seek|spent spend|split split|
spoke speak|spread spread|sprang spring|stole steal|stood stand|struck strike|swept sweep|swore swear|taught teach|
thought think|threw throw|told tell|took take|undertook undertake|understood understand|went go|withdrew withdraw|
won win|wore wear|wrote write
"""

_REGULAR = """
abandon abolish accept accuse achieve acquire adopt agree allow announce appeal appear appoint approve arrest arrive
ask assassinate assume attack attend award ban banish bar blame bomb call campaign cancel capture cease cede celebrate
challenge change claim close collapse commission complete conclude condemn confirm conquer consecrate consider
construct continue convene convert create cross crown deal declare decide declare defeat defend demand demonstrate
deny depart deploy depose describe design destroy develop die discover dismiss dissolve divide earn elect eliminate
embark emerge employ enact end endorse enter escape establish evacuate exclude execute expand expel explode explore
express extend fail finish fire form found free gain grant halt happen help hire host impose improve inaugurate
include incorporate increase inform inherit initiate insist inspect install introduce invade invent invite issue
join jump kill land last launch leak learn liberate lift limit list live lower maintain march marry merge mobilise
mobilize move name negotiate nominate note notice obtain occupy offer open oppose order organise organize oust
overturn own pass patent perform permit petition place play pledge point possess praise present proclaim produce
prohibit promise promote propose protest prove publish purchase pursue raise ratify reach reassert receive recapture
recognise recognize recommend record recover reduce refuse regain register reject release relocate remain remove
rename renew reopen repeal replace report represent request rescue resign resolve respond restore result retain
retire retreat return reveal revise revolt sack sail sanction schedule score secure seize separate serve settle
share shift sign state start stay strengthen succeed suffer suggest support surrender survive suspend switch target
terminate test threaten tour transfer transform travel turn unify unite unveil urge use vacate visit vote vow wage
want warn watch welcome witness work
"""

_DOUBLED = "admit ban bar commit compel control dub expel permit plan propel ship step stop submit transfer"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb[-1] == "y" and verb[-2] not in "aeiou" else verb + "ed"


_PLAIN = {
    **{_past(verb): verb for verb in _REGULAR.split() if verb not in _DOUBLED.split()},
    **{verb + verb[-1] + "ed": verb for verb in _DOUBLED.split()},
    **{pair.split()[0]: pair.split()[1] for pair in _IRREGULAR.replace("\n", "").split("|")},
}


def plain_form(past: str) -> str | None:
    """The plain form of a past tense ("signed" → "sign"), or None where it is not certain."""
    return _PLAIN.get(past)
