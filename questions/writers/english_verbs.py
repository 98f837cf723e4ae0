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
abandon abolish accept accuse achieve acquire adopt agree allow announce appeal appear appoint approach approve
arrange arrest arrive ask assassinate assemble assist assume attach attack attend authorise authorize award ban
banish bar base blame bomb broadcast call campaign cancel capture carry cause cease cede celebrate challenge change
cite claim close collapse combine comment commission compete complete compose conclude condemn conduct confirm
connect conquer consecrate consider construct contain continue contribute convene convert cost cover create cross
crown deal debut decide declare defeat defend deliver demand demolish demonstrate demote deny depart deploy depose
derive describe design destroy detonate develop diagnose die direct disband discover dismiss display dissolve divide
donate draft earn elect eliminate embark emerge employ enable enact end endorse enlist ensure enter equip erect
escape establish evacuate exclude execute exhibit expand expel explode explore export express extend fail finish
fire follow form found free fund gain govern graduate grant grow halt happen help hire honor honour host identify
ignite impeach import impose imprison improve inaugurate include incorporate increase influence inform inherit
initiate insist inspect install integrate interview introduce invade invent invite issue join jump kill land last
launch leak learn liberate lift limit list live locate lower maintain manage march mark marry master measure merge
mobilise mobilize monitor mount move murder name nationalise nationalize negotiate nominate note notice obtain
occupy offer open oppose order organise organize oust overhaul overrule overturn own partner pass patent perform
permit persuade petition pioneer place play plead pledge point poison possess praise present preside press privatise
privatize proclaim produce prohibit promise promote prompt propose prosecute protect protest prove provide publish
purchase pursue raise rally rank ratify ravage reach reassert recapture receive recognise recognize recommend
reconstruct record recover recruit reduce reform refurbish refuse regain register reinstate reject relaunch release
relocate rely remain remarry remove rename renew renovate reopen repair repeal replace report represent reprint
request rescue resign resolve respond restore result resume retain retake retire retreat return reveal revise revolt
rule sack sail sample sanction schedule score secure seize sentence separate serve settle share shift ship shorten
sign sponsor start state station stay strengthen study subdue succeed suffer suggest summon supply support surrender
survive suspend switch target tax terminate test threaten tour trade train transfer transform travel trigger turn
uncover unify unite unveil update upgrade uphold urge use utilise utilize vacate violate visit volunteer vote vow
wage want warn watch welcome widen witness work
"""

_PARTICIPLES = """
beaten become begun bitten born bought bred broken brought built burnt caught chosen cut dealt done drawn driven dug
eaten fallen fed felt flown forbidden forced fought found frozen given gone ground grown heard held hidden hit kept
known laid led left lent lit lost made meant met overthrown overturned paid proven put read rebuilt ridden risen run
seen sent set sewn shaken shot shown shut sold sought spent split spoken spread sprung stolen struck stuck sung sunk
swept sworn taken taught thought thrown told torn understood undertaken withdrawn won worn woven written
"""

ADVERBS = frozenset(
    ("also", "officially", "formally", "finally", "again", "first", "then", "soon", "publicly", "jointly", "later")
)
"""Adverbs that may stand between a subject and its verb."""

_DOUBLED = "admit ban bar commit occur compel control dub expel permit plan propel ship step stop submit transfer"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb[-1] == "y" and verb[-2] not in "aeiou" else verb + "ed"


_PLAIN = {
    **{_past(verb): verb for verb in _REGULAR.split() if verb not in _DOUBLED.split()},
    **{verb + verb[-1] + "ed": verb for verb in _DOUBLED.split()},
    **{pair.split()[0]: pair.split()[1] for pair in _IRREGULAR.replace("\n", "").split("|")},
}


_IRREGULAR_PARTICIPLES = frozenset(_PARTICIPLES.split())


def plain_form(past: str) -> str | None:
    """The plain form of a past tense ("signed" → "sign"), or None where it is not certain."""
    return _PLAIN.get(past)


def is_participle(word: str) -> bool:
    """Whether the word can follow "was" as a passive: "signed", "born"."""
    return word.endswith("ed") or word in _IRREGULAR_PARTICIPLES
