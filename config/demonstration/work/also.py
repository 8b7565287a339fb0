"""Which kinds of work serve a second priority, how strongly, and why."""

SHEET = """
discharge | P8 | partial
- Days saved are money saved, and nobody is worse for it.
- Each bed freed avoids the cost of opening one in a corridor.
theatres | P8 | partial
- An empty theatre costs eleven hundred pounds an hour.
- Lists that run to time need no costly weekends.
retention | P8 | enabling
- Each leaver costs three months' pay to replace.
rota | P8 | enabling
- A rota planned early needs fewer agency shifts.
supervision | P1 | enabling
- Staff who are heard notice more and say it sooner.
voice | P1 | partial
- Most harm was seen coming by somebody; this helps them to say so.
- People who speak up stop mistakes.
interpreters | P1 | partial
- Care that is understood is safer care.
- Two of last year's medicine harms began with a word not understood.
adjustments | P1 | partial
- People whose needs are met are harmed less often.
remote | P5 | partial
- A call or a screen is care at home.
falls | P5 | enabling
- A fall is the commonest start of a stay in hospital.
self_care | P2 | enabling
- People who manage well at home leave room for those who cannot.
response | P2 | partial
- Visits at home keep the front door clear.
stock | P7 | partial
- What is not bought need not be made, carried or burned.
waste | P8 | partial
- Waste is paid for twice: bought and then burned.
energy | P8 | partial
- What we do not burn we do not pay for.
travel | P8 | enabling
- Miles not driven are time and money given back.
records | P1 | enabling
- The right note in the right place prevents the wrong dose.
reach | P2 | enabling
- People reached early do not arrive late as emergencies.
gaps | P1 | partial
- The people on the wrong side of the gap are those harmed most.
growth | P8 | enabling
- People whom we train ourselves need not be hired from an agency.
agency | P1 | enabling
- Familiar staff make fewer mistakes.
crisis | P1 | partial
- Waiting alone in a crisis is a danger to life.
medicines | P8 | enabling
- Medicines used well are not wasted.
"""
