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
won win|wore wear|wrote write|retook retake|beat beat|bound bind|bred breed|clung cling|cost cost|dug dig|fed feed|
foresaw foresee|froze freeze|hid hide|hung hang|hurt hurt|knelt kneel|let let|lit light|mistook mistake|outdid outdo|
overcame overcome|overtook overtake|regained regain|rewrote rewrite|sat sit|showed show|slept sleep|slew slay|
stuck stick|swam swim|tore tear|underwent undergo|upset upset|wed wed|wept weep|woke wake|wound wind|wove weave
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
activate address adapt admit advance aid allocate amend amputate anchor annex applaud arm ascend assert assign
attain attract author baptise baptize bathe bear beg bestow betray blockade board bombard bore breach breed burn bury
buckle calculate cancel canonise canonize carve cast certify charter chase chronicle circumnavigate civilise claim
classify clear climb coin colonise colonize command commemorate commit compile complain comply compromise concede
concern condemn confer confess confine confiscate consist consolidate consult consume contest contract converge
convict convince coordinate copy count criticise criticize culminate cultivate cure damage dance date debate decay
decline decorate dedicate deepen delay delegate demarcate demobilise deport depict deplore deprive descend desert
designate detain deteriorate devastate devise devote devour differ dig diminish dine disappear disarm discontinue
discuss dismantle disperse dispute dissolve distinguish distribute divert divorce dominate double doubt drain drift
drop drown dry ease edit educate elapse elevate elicit emancipate embrace emigrate employ encounter encourage endow
endure engage engrave enhance enjoy enlarge enrol enroll enter entertain entitle entrust erupt evolve exceed
exchange excommunicate exhaust exile expire explain expose extinguish extract face falter fascinate favour feature
figure file film fix flee flourish force forge formalise formalize formulate fortify foster fracture frame
fulfil fulfill function garrison gather generate grace guarantee guard guide hand harm head heal
herald house hunt illustrate imagine immigrate implement imply impress incur induct infect inflict
inhabit innovate inquire inscribe insert inspire instigate institute instruct insult intend
intercept interfere interpret interrupt intervene invest investigate invoke involve isolate
jail joke journey judge justify knight knock label lack launch lease lecture legalise legalize levy liquidate
litigate lobby lock lodge loot love manufacture massacre mature mention migrate mine minister
model modernise modernize modify motivate multiply mutiny narrate narrow need neglect nurse object oblige observe
obstruct occasion officiate omit operate orbit ordain orient originate outlaw outline overlook overwhelm pacify paint
paralyse partition penetrate perfect perish persecute photograph pick pilot plant plan play plunder populate portray
post postpone pour practise preach precede predict prefer prepare prescribe preserve press presume prevail prevent
print prize proceed profess profit progress project pronounce prosper publicise publicize pull punish push
qualify quarrel quell question quit race raid reaffirm realise realize reassure rebel recall recite reclaim
reconquer reconsider reconvene recreate redesign redevelop rediscover refer refine reflect refund refuel
refute regard regulate rehabilitate reign reintroduce reissue relate relegate relieve relinquish render reorganise
reorganize replicate reply reproduce repudiate repulse rescind research resemble reserve reside resist restrict
reunite reverse review revisit revive revoke reward rob rotate ruin rush sabotage sacrifice scatter scrap seal
search seat select signal simplify skip smuggle snap solve sort sound spare specialise specialize
specify speculate spur stage stain standardise stimulate stipulate store storm strand strengthen stress stretch strip
style submit subscribe subsidise subside suit summarise supervise suppress surround suspect sustain swap
sweep symbolise tackle talk tax tease telegraph topple torture total touch trace transcribe transit translate
transmit transport treat trim triple triumph try tutor unite unload unlock
upset usher vanish veto view vindicate void wait walk waive wander weaken wed wield withhold wonder worship worsen wound
yield
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

_DOUBLED = (
    "abet admit ban bar beg commit compel control dig drop dub enrol equip excel expel fulfil knit mob occur omit "
    "permit plan propel quit refer regret repel rob scrap ship skip snap spur step stop submit swap transfer trim"
)


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
