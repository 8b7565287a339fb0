"""What the directorates behind the wards set out to do."""

SHEET = """
@ PHA
medicines | down | Serious medicine harm across the trust | a quarter
* Right medicine, right time, right through to home | 27 | 17
why One harm in four in this trust involves a medicine.
how We work on wards, not behind a hatch.
discharge | down | Minutes for going-home tablets | minutes
* Tablets never the reason someone stays | 172 | 90
why Too often the only thing a person is waiting for is their bag of tablets.
how We prepare the tablets on the ward the day before, with the nurse.
staff | up | Pharmacy staff who would stay | %
* Pharmacy as a place to train and stay | 53 | 70
why High street chains pay our technicians more.
how Each post has a next one to grow into, and we say what it takes.
digital | up | Prescriptions on the electronic system | %
* Prescribing on screen, everywhere | 48 | 95
why Half of our prescriptions are still read from handwriting.
how A pharmacist stands on the ward for the first week.
green | down | Carbon from inhalers | tonnes CO2e
* Kinder inhalers, fewer medicines burned | 210 | 150
why An inhaler can weigh as much as a car trip.
how We talk through the choices with each patient, and change only what they want changed.
money | down | Medicines wasted | £000 a month
* A quarter of wasted medicines saved | 92 | 69
why What we burn would pay for eight nurses.
how Ward technicians bring sealed packs back to the shelf each morning.
home | up | Patients whose chemist was told the same day | %
* The high street chemist knows before the bag is opened | 24 | 75
why Old tablets and new ones are taken together.
how The technician sends the message before the bag is sealed.

@ DIA
diagnostics | down | People waiting over six weeks for a test | people
* Six weeks at most for any test | 1510 | 200
why Nearly every treatment waits for one of our tests.
how We ring round with late slots until somebody says yes.
cancer | up | Cancer tests answered within ten days | %
* Ten days from cancer request to answer | 52 | 80
why Four weeks cannot be met if we take three.
how One named person follows each urgent sample from door to answer.
learning | down | Wrong-sample and missed-report incidents | a quarter
* No lost report, no wrong tube | 14 | 5
why A report that nobody reads can be a chance of cure that is lost.
how Unread results are rung to a person.
staff | up | Scientists and radiographers who would stay | %
* Science careers that people stay for | 54 | 70
why We export people after three years.
how Time for reporting and teaching is put in the rota before anything else.
energy | down | Electricity used by scanners and fridges | MWh a month
* Machines that sleep when we do | 64 | 48
why Our machines use more electricity than any other floor of the hospital.
how The last person out shuts down what can be shut down, from a list on the door.
response | up | Tests done away from hospital | %
* Bloods and scans nearer to home | 9 | 20
why People take two buses for a test that lasts a minute.
how We go out on Tuesdays and Thursdays.
productivity | down | Tests that change nothing | thousand a month
* The right test once | 52 | 40
why Needless tests find needless worries.
how We ask those who refer what the answer would change.

@ OUT
clinics | up | Clinic visits that ran to time | %
* Clinics that run on time and letters that make sense | 49 | 78
why People take half a day off, and arrange lifts and care, for ten minutes with us.
how The nurse says the real wait aloud every half-hour.
fair | up | Visits with language and access needs met | %
* Language and access settled before the visit | 51 | 90
why A visit that cannot be followed is wasted.
how We ask at booking and check two days before.
staff | up | Outpatient and booking staff with a next step | %
* Front desk work as the start of a career | 26 | 60
why Our clerks leave for supermarkets that offer better hours and a next step.
how Each clerk spends a day a month beside someone whose job they might like.
records | up | Clinics on screen with no paper | %
* Paper-free clinics, one speciality a month | 18 | 75
why In one clinic in eight the folder is somewhere else.
how We stay in the room for the first week.
remote | up | Visits by phone or video | %
* A choice of phone, screen or room | 16 | 25
why Some people long to come in and others dread it; we used to decide for them.
how We ask at each booking, because lives change.
money | down | Slots lost to missed visits | %
* Fewer empty slots | 10.5 | 6
why Each costs a hundred and sixty pounds and somebody's month.
how We text, then ring, and ask those who missed what got in the way.

@ EST
buildings | down | Faults that stopped care | a month
* Buildings that never stop care | 44 | 15
why When a lift, a tap or a call bell fails, care stops with it.
how We mend in order of risk to patients, and show wards where they are in the queue.
infection | up | Areas passing cleaning and water checks | %
* Clean wards, clean water, clean kit | 88 | 98
why Infection begins with what we do or do not do.
how We stand with ward staff and listen.
nutrition | up | Meals enjoyed and eaten | %
* Food that helps people mend | 60 | 80
why A third of the food we cook comes back uneaten.
how A cook goes round a ward each week and asks what was left, and why.
front_door | down | Minutes to a porter or a clean bed | minutes
* Porters and clean beds in time for the next patient | 41 | 20
why The bed that nobody has cleaned is not a bed.
how One list for porters, cleaners and the site team.
staff | up | Estates and facilities staff who feel respected | %
* Respect, hot food and a yearly talk for all who keep us going | 43 | 68
why They keep the place going, and few of us knew their names.
how Each director works a shift a year with cleaners, cooks or porters.
energy | down | Energy used | MWh a month
* A tenth less energy, warmer wards | 5100 | 4590
why A fifth of our heat goes out through old roofs and stuck valves.
how We mend valves before we buy boilers.
money | down | Spend on outside repairs | £000 a month
* Mend it ourselves | 180 | 120
why Callouts cost three times our own hands.
how Apprentices learn on the jobs that we used to send out.

@ DIG
records | by_date | Teams live on the single record | teams
* The single record live and liked | 12 | 64
why Each patient should have to tell their story once, and each nurse should find it.
how Nobody goes live without a colleague beside them.
systems | down | Staff hours lost to slow systems | hours a week
* Two thousand hours a week given back to staff | 3300 | 1300
why It is the loudest thing that staff say.
how We mend the worst ten each month, on the ward.
insight | up | Teams that use their own figures | %
* Figures that teams ask for | 22 | 60
why Charts sent to people are not read by people.
how We sit beside the team and build only what it will act on.
staff | up | Digital staff who visit a ward each month | %
* Everyone in digital knows a ward by name | 14 | 80
why Most of us had never met the people who use what we build.
how Each of us spends a morning a month on the same ward, so that people get to know us.
joined | up | GP practices sharing records both ways | practices
* Records that cross the road to the GP | 11 | 40
why The patient should not be the courier.
how Two GPs and a practice nurse sit in the design group and have a veto.
stock | down | Licences and kit that nobody uses | £000
* Stop paying for what nobody opens | 340 | 120
why It would pay for ten devices a week.
how We switch off what nobody seems to use, and see who calls.

@ PPL
staff | up | Staff who say that their manager cares | %
* A manager who cares, for each of us | 63 | 78
why People leave managers before they leave jobs.
how We coach managers to ask one more question.
hiring | down | Days to hire | days
* Hire in seven weeks, kindly | 82 | 49
why Gaps in rotas start in our in-tray.
how One person stays with each starter.
fairness | down | Gaps in shortlisting and discipline by ethnicity | times as likely
* Fair at every step: hired, heard, promoted | 1.7 | 1.2
why The figures have been flat for five years.
how A second pair of eyes sees each decision.
wellbeing | down | Sickness absence | %
* Well at work: sickness down to five in a hundred | 6.3 | 5
why Each point is fifteen people missing.
how Managers ring early, as people, before any form is sent.
growth | up | People on a path to their next job | %
* A path for everyone who wants one | 29 | 60
why The talent is here in pay bands two and three.
how We pay for the course and cover the shift.
agency | down | Agency shifts | a week
* Our own people on our own shifts | 345 | 115
why Our own people know the wards, and they cost half as much.
how We ask our own bank first and pay within the week.
accuracy | down | Pay errors | per 1,000 payslips
* Pay that is right first time | 7.5 | 2
why Rent is due on the first, whatever the reason that our pay was wrong.
how We ring the same day, say sorry and pay by the end of the next.
digital | up | People questions answered online or by phone the same day | %
* One place to ask about work | 33 | 75
why Staff try four numbers before they find the person who can answer.
how Whoever picks up the question keeps it until it is answered.

@ FIN
money | up | Savings delivered that last | £ million
* Savings that staff thought of and kept | 6.1 | 14.5
why Plans made by us for others did not last.
how Each has a clinical lead and a test for harm.
stock | down | Spend on stock and supplies | £000 a month
* Buy less, share more, waste little | 2900 | 2700
why We buy six kinds of the same thing, at six prices.
how The people who use an item test it and choose it.
accuracy | up | Bills and expenses paid on time | %
* Small firms and staff paid on time | 51 | 92
why Late payment hurts small firms and staff on low pay most of all.
how We took two of the three signatures out, and watch what happens.
staff | up | Finance staff who know a ward or clinic well | %
* Accountants who know what a night shift is | 20 | 75
why Numbers mislead people who have never seen what they stand for.
how Each accountant adopts a ward and spends a morning there each month.
insight | up | Budget holders with a page they understand | %
* One page that tells you where you stand | 33 | 85
why Nobody steers by four hundred lines.
how We draw the page with the manager until it says what they need.
travel | down | Delivery journeys | a day
* Half the lorries | 46 | 23
why Forty-six vans a day come by the ambulance road.
how We share one lorry with two neighbouring trusts and the council.

@ QUA
learning | up | Safety changes still working at six months | %
* Learn once, change, and check that it stayed changed | 30 | 70
why The same harms come back a year after we have closed the action.
how We go to the ward at six months, at night too, and ask whether it lasted.
infection | down | Avoidable infections | a month
* Infections we can stop, stopped | 21 | 14
why Most start with hands, lines or a late answer.
how We work shoulder to shoulder with wards.
kindness | down | Days to answer a complaint | days
* Ring first, write later, change something | 56 | 30
why People who complain want to hear sorry, and what will change.
how We ring on the first day and ask what they hope will happen.
safeguarding | up | Staff who know what to do when worried | %
* Everyone knows whom to call | 68 | 92
why Worry without a number goes home with people.
how Anyone who rings for advice speaks to one of us within ten minutes.
voice | up | Staff who believe that speaking up makes a difference | %
* Speaking up that leads somewhere | 44 | 66
why Before most serious harm there was somebody who had stopped saying so.
how We tell each person who spoke up what happened next, within the week.
joined | up | Plans shaped with patients and carers | %
* Patients and carers at the table from the start | 19 | 60
why We used to ask patients what they thought when everything was settled.
how We pay, send notes early and listen.
"""
