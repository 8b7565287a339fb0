"""What the board and the four divisions set out to do."""

SHEET = """
@ NV
safe | down | Harm that we judge could have been avoided | a month
* Avoidable harm in our care down by a quarter in two years | 148 | 111
why The same few harms come back each year: falls, skin, missed doses, and help that came late.
how The board starts each meeting with one patient's story and asks what has changed since the
  last one.
kindness | up | Patients who say they were treated with kindness | % | experience
* Nine people in ten say that we were kind | 78 | 90
why People forgive a wait. They do not forget how they were spoken to.
how Each director spends a morning a month with a team, and comes back with one thing to put
  right.
waits | up | People treated within eighteen weeks | %
* Seven people in ten treated within eighteen weeks by March | 61 | 70
why Fourteen thousand people are waiting, many in pain, and some cannot work.
how We ask about the person who has waited longest before we ask about the average.
front_door | up | Patients through the emergency department within four hours | %
* Four in five people through the front door in four hours | 71 | 80
why A full emergency department is the sign that the whole system, not one department, is stuck.
how We treat the queue as everyone's, and ask each division for its part.
gaps | down | Gap in wait between our poorest and best-off areas | days
* Where you live no longer decides how long you wait | 19 | 8
why People in Lower Ferrowby wait almost three weeks longer for the same operation.
how Every board paper shows its figures by area and ethnicity, or says why not.
interpreters | up | People who had the language or other help they needed | %
* Everyone who needs an interpreter or an adjustment gets it | 58 | 92
why Care that a person cannot follow is not safe and is not consent.
how We ask what was cancelled for want of an interpreter, each month.
staff | up | Staff who would recommend this as a place to work | %
* Two in three of us would tell a friend to work here | 54 | 66
why Where staff are well led, patients live longer; it is as plain as that.
how We answer in public what staff tell us, the awkward part included.
retention | down | Staff leaving in a year | %
* One leaver in nine, not one in seven | 14.2 | 11
why We lose a ward's worth of people each month, and what they know goes with them.
how We ask leavers ourselves, and read what they say aloud.
response | up | Urgent calls for people at home answered in two hours | %
* Two-hour help at home before anyone thinks of a bed | 68 | 85
why Nobody was ever made stronger by a night on a trolley.
how We move money towards home each year, and say how much.
home | down | Emergency bed days for people over seventy-five | thousand a year
* Ten thousand fewer nights in hospital for older people | 96 | 86
why Each tenth night in our beds belongs to a person who could have been at home.
how We sit with the council and the GPs as one group, with one list.
digital | by_date | Teams on the single record | teams
* One record that every team can trust | 12 | 64
why Staff use eleven systems and patients tell their story eleven times.
how We do not buy anything that staff have not tried.
systems | down | Hours lost to slow computers each week | hours
* Give back two thousand hours a week lost to slow computers | 3300 | 1300
why It is the first thing that staff tell us on each visit.
how Each of us logs on at a ward computer once a quarter.
green | down | Carbon from our buildings, travel and gases | tonnes CO2e a month
* Carbon down by a tenth this year | 1820 | 1638
why The heat wave of two summers ago filled our wards; we are part of the cause.
how Each spending decision says what it does to carbon.
buildings | down | High-risk repairs outstanding | jobs
* High-risk repairs halved | 212 | 106
why Rain came into intensive care in January.
how We fund the worst first, and show the list.
money | down | Gap between what we spend and what we have | £ million
* Live within our means without cutting care | 4.8 | 0
why Money owed is money that next year's patients will not have.
how We test each saving for harm, with the people who do the work.
agency | down | Agency spend | £ million a year
* Agency spending down by a third | 5.1 | 3.4
why Five million pounds buys a great many permanent colleagues.
how We ask what makes people choose the agency over us, and mend that.

@ MED
safe | down | Avoidable harm in our wards | a month
* Falls, sores and missed doses in Medicine down by a third | 51 | 34
why Half of the trust's avoidable harm happens in our beds, because that is where its frailest
  people are.
how The three leads walk one ward a week together, at night every fourth time.
kindness | up | Medical patients who felt involved | %
* Medicine where patients know the plan and helped to make it | 66 | 85
why Older people told us that things happened to them.
how We ask at the board round what the person said they wanted.
front_door | up | Medical referrals decided within four hours | %
* A decision for every medical patient inside four hours | 58 | 78
why Half of the long waits in the emergency department are waits for us.
how A senior doctor from each specialty answers within half an hour.
discharge | down | Medical beds held by people ready to go | beds
* Fifty beds back by getting people home when they are ready | 92 | 42
why We open corridors while seventy people wait upstairs to leave.
how Each ward names its two for tomorrow, and the division clears what is in the way.
fair | down | Gap in early death from heart and lung disease | per 100,000
* Heart and lung care that reaches Lower Ferrowby | 64 | 52
why Men there die nine years before men five miles away.
how We hold the clinic where people live, and ask them when.
staff | up | Medical staff who would recommend working here | %
* Wards that people want to join: vacancies and exits halved | 49 | 64
why We run with one nurse in six missing.
how Ward managers get a day a week free to lead.
home | up | Patients cared for at home instead of in our beds | a month
* One hundred and fifty people a month cared for at home instead | 62 | 150
why Our sickest patients need the beds that others would rather not be in.
how Consultants hold a caseload at home with the community team.
records | by_date | Medical wards on the single record | wards
* All eleven medical wards on the single record | 2 | 11
why Our wards keep two sets of notes and trust neither.
how We will not go live on a ward that is short of staff that week.
green | down | Carbon from Medicine's waste, heat and travel | tonnes CO2e a month
* Waste, heat and miles in Medicine down by a fifth | 150 | 120
why Most of what we burn was never dirty, and most of our journeys could be a call.
how One link person per ward, with an hour a week.
agency | down | Agency spend in Medicine | £000 a month
* Agency spend in Medicine cut by forty in a hundred | 190 | 114
why We spend more on strangers than on training our own.
how Each shift sent to an agency is read out at the Monday meeting, with what would have avoided
  it.

@ SWC
safe | down | Avoidable harm around surgery and birth | a month
* Safer surgery, safer birth: avoidable harm down by a quarter | 36 | 27
why Theatre, labour ward and neonatal reviews all say the same: speak sooner.
how Teams that work together train together, in working time.
kindness | up | Families and patients who felt heard | %
* Heard the first time: women, children and surgical patients | 69 | 86
why Three reviews in a row began with someone who said it first and was not believed.
how We ask "what are you worried about?" and write down the words.
waits | down | People waiting over a year for surgery | people
* No one in our care waits over a year for surgery | 1140 | 0
why A year with a worn-out hip is a year lost.
how We book in order, and show who is next.
theatres | up | Theatre time used for operating | %
* Theatres busy operating, not waiting | 71 | 85
why Every empty hour is three people still on the list.
how Wards, theatres and booking sit at one table on Thursdays.
gaps | down | Gap in severe outcomes for Black and Asian mothers | times as likely
* Birth as safe for Black and Asian women as for anyone | 2.1 | 1.4
why Our own figures show a gap that no clinical reason explains.
how Mothers who know sit on the group and set its questions.
staff | up | Surgical, maternity and children's staff who would stay | %
* A division that midwives, nurses and surgeons stay in | 56 | 70
why Recruiting has kept pace with leaving, no more.
how We ask about the rota first, and the pizza last.
home | up | Children, mothers and surgical patients supported at home | a month
* Recover at home with a team at the end of the phone | 85 | 160
why Most people heal better in their own bed.
how A nurse rings on the second day, so that nobody has to decide whether to bother us.
digital | by_date | Theatres and clinics on the single record | places
* Theatre, maternity and clinics on one record | 5 | 17
why A woman's notes go with her in a plastic wallet.
how Midwives and scrub nurses test each screen.
gas | down | Carbon from gases and single-use kit | tonnes CO2e
* Anaesthetic gas leaks ended and reusable kit in use | 520 | 210
why Our division makes a fifth of the trust's carbon.
how We publish each theatre's figure every month, beside what it tried.
money | down | Cost of an operation against others like us | %
* Bring the cost of a usual operation down to the average | 112 | 100
why The money goes on late starts, loan kit and nights that need not happen.
how Surgeons and accountants look at one list a month together.

@ COM
safe | down | Avoidable harm in homes and community wards | a month
* Safer at home and on our wards: harm down by a quarter | 44 | 33
why What happens in a bedroom is as much our care as what happens in a bed.
how We hold our reviews with carers in the room, and start with what they saw.
restraint | down | Restrictive practice on mental health wards | a month
* Less force, more time: restraint and seclusion halved | 52 | 26
why Force harms those we hold and those who hold them.
how We meet each month with people who have been held.
crisis | down | Days to first help for mental health | days
* First mental health help within four weeks, at any age | 68 | 28
why Waiting makes people iller, and then they come to the emergency department.
how Each team shows how many wait and who waits longest.
waits | up | Community services seen within eighteen weeks | %
* Eight in ten seen within eighteen weeks in community services | 63 | 80
why Wheelchairs, speech and feet do not make the news, and they should.
how We share staff between towns when one list grows.
reach | up | People from under-served groups in our services | %
* Services used by all of Northvale's communities alike | 11 | 19
why Need is as high in every community, yet some use our services half as often.
how We pay community groups to tell us why, and act.
staff | up | Community staff who feel part of a team | %
* Nobody works alone: safe, supervised and in a team | 51 | 72
why Lone work and big caseloads wear people down.
how Each team has one hour a week that nothing may take.
response | up | Two-hour calls answered in time | %
* Two hours to any door in the valley | 70 | 90
why It is the promise on which everybody else's plan rests.
how Teams cross their boundary when the next patch is stretched.
self_care | up | People who feel able to manage their own condition | %
* People with long-term illness in charge of their own care | 49 | 66
why We see people for four hours a year; they live with it for the rest.
how We ask what they want to be able to do.
records | up | Community staff who can see the GP and hospital record | %
* See the whole record in the patient's front room | 35 | 90
why We ring three places to learn what happened yesterday.
how Staff choose the device, and it must work without a signal.
productivity | up | Time with patients | % of shift
* More of each shift spent with people, less in the car | 38 | 50
why A tenth more time is worth twenty more nurses.
how Teams plan their own rounds the afternoon before, instead of being sent them.

@ CCS
safe | down | Harm linked to tests, medicines, cleaning or kit | a month
* Tests, medicines, meals and cleaning that make care safer | 29 | 20
why Every harm on a ward has a thread that runs to one of us.
how We go to the ward for each review instead of asking for a copy.
diagnostics | up | Tests done and reported when promised | %
* Answers on time: scans, bloods and biopsies | 64 | 88
why We are the step that the rest wait on.
how We show our queue to those who refer.
clinics | up | Outpatient visits that ran well for the patient | %
* Outpatients that respect people's time | 57 | 80
why Half a day off for ten minutes is no bargain.
how We ask ten people a day as they leave, and put right what we can by the next clinic.
fair | up | Services that act on what patients need to take part | %
* Every letter, call and corridor open to everyone | 40 | 85
why Our signs, letters and phones shut people out before they meet a clinician.
how We walk the building with people who find it hard.
staff | up | Support staff who feel they belong to the team | %
* Cooks, coders, porters, scientists: part of one team | 50 | 68
why People who keep the place going told us that they feel invisible.
how We thank by name, pay on time and ask.
digital | up | Staff who say systems help | %
* Systems that help: fewer log-ins, fewer forms, one record | 28 | 55
why Bad systems cost more goodwill than money.
how We sit beside the user before we change anything.
green | down | Energy, waste and delivery miles | tonnes CO2e a month
* Energy, waste and lorries: our part of the carbon promise | 1240 | 1090
why Most of the trust's carbon passes through our hands.
how Each service publishes one number a month.
buildings | down | Faults that stopped care | a month
* No care stopped by a building that failed | 46 | 15
why Lifts, leaks and bells are clinical matters.
how We mend what stops care before what looks bad.
money | down | Cost of running support services | £ million
* Support services that cost less and waste less | 31 | 29.5
why A pound saved here is a pound for the bedside.
how We ask wards which of our work they would not miss.
accuracy | down | Errors in pay, orders and bills | per 1,000
* Right first time in pay, orders and payments | 9 | 3
why Mistakes in our work are paid for by those with least.
how We ring the person, mend it first, and only then ask how it happened.
joined | up | Tests, medicines and advice given away from the hospital | a month
* Bloods, medicines and advice nearer to home | 900 | 2400
why Many come to us for ten minutes by two buses.
how We start with the two villages that are furthest from a bus.
"""
