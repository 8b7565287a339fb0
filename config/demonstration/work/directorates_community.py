"""What the directorates of community and mental health care set out to do."""

SHEET = """
@ NUR
skin | down | Pressure ulcers in people we visit | a quarter
* Skin that stays whole at home | 62 | 35
why It is the most common harm in our care and the one most in our hands.
how We show each carer we meet what early damage looks like, and whom to ring.
dying | up | People who die at home when they wished to | %
* A calm death at home, when that is the wish | 61 | 75
why It can be done only once, and families remember for ever how it was.
how We plan for weekends on Wednesdays.
access | up | Planned visits made on the day | %
* Visits on the day we promised | 84 | 96
why A missed visit frightens people who live alone.
how We ring whenever we are going to be late, even by half an hour.
response | up | Two-hour calls answered in time | %
* One urgent team for the valley, two hours to any door | 69 | 90
why Four towns kept four rotas, and each had a gap at a different hour.
how Whoever is nearest goes, whichever town is written on their badge.
self_care | up | People taught to manage their own care | %
* Teach before we treat | 24 | 50
why Some people we visit daily would rather not be visited.
how We ask "would you like to learn this?"
interpreters | up | Visits with language or other needs met | %
* Care in the home, in the language of the home | 45 | 85
why A child translating a wound visit is not at school.
how The need travels with the referral.
staff | down | Lone workers without a working alarm or buddy | people
* Safe and not alone on the road | 74 | 0
why One of us was hurt, and nobody knew for three hours.
how The last call of the day is to each other.
records | up | Visits with the full record at hand | %
* The whole story before we knock | 38 | 90
why We ring from the doorstep to ask what happened.
how Tablets must work in the valleys, or they go back.
productivity | up | Shift spent with patients | %
* Less driving, more nursing | 41 | 54
why A round by street is worth three nurses.
how Nurses plan it the afternoon before.

@ RHB
falls | down | Injuries from falls in community wards and homes | a quarter
* Strong enough not to fall | 41 | 26
why Fear of falling keeps people in chairs.
how We practise getting up from the floor with everyone who is afraid of it.
discharge | down | Days from ready until home on community wards | days
* Community beds that help people leave | 7.4 | 3.5
why People came to get ready, and waited.
how The therapist goes home with them in week one.
waits | up | Therapy and feet seen within eighteen weeks | %
* Therapy, speech, feet and backs seen in time | 61 | 82
why Pain, stiff joints and lost speech all get harder to mend with each month of waiting.
how Services with short lists lend sessions to those with long ones.
self_care | up | People who reached their own goal | %
* Goals in people's own words, and reached | 55 | 78
why Their goals, not ours, get people out of bed.
how We ask what a good Tuesday looks like.
fair | up | Under-served people reached by therapy services | %
* Therapy where people are: shelters, schools and shops | 8 | 18
why Our clinics suit people who have a car, a phone and a free morning.
how We take the kit out in a van twice a week and ask where it should stop.
staff | up | Therapists who feel part of one team | %
* One therapy team across four towns | 49 | 72
why Single posts break when one person is away.
how Each of us learns a second patch and covers it one day a month.
insight | up | Outcomes recorded at the end of care | %
* Know what helped, and show it | 27 | 75
why We could not tell the board what we do.
how We ring people after the last visit and ask the same three questions.
productivity | down | Missed therapy visits | %
* Missed visits halved | 12 | 6
why Each missed visit is a turn that somebody else was waiting for.
how We ring the day before, and ask what would make it easier to come.

@ AMH
restraint | down | Restraint and seclusion | a month
* Half the force, twice the conversation | 46 | 23
why Force is a failure of ours before it is a failure of the patient's.
how We meet after each one with the person who was held.
safe | up | People followed up within two days of leaving a ward | %
* The first two days at home made safe | 73 | 95
why The first days after leaving a ward are the most dangerous of all.
how Somebody whom the person already knows goes to see them.
crisis | down | Hours from crisis to face-to-face help | hours
* A person, not a queue, in a crisis | 11 | 4
why A person in crisis is in danger for every hour that they wait alone.
how Teams lend each other people by phone at four.
waits | up | People starting therapy or care within six weeks | %
* Help that starts, not just an assessment | 54 | 80
why People told us that being assessed three times is not the same as being helped.
how First visits end with something to do that day.
fair | down | Gap in detention between Black and white people | times as likely
* Fairer mental health care for Black and Asian communities | 3.4 | 2.6
why The figures are ours, not the country's.
how Community elders sit with us and ask.
staff | up | Staff with monthly supervision | %
* Supervision for every member of staff, every month | 49 | 90
why Nobody can listen to distress all day if nobody listens to them.
how Managers cover, so that the hour happens.
prevention | up | People with serious mental illness with physical checks | %
* Bodies and minds: health checks for all we see | 44 | 75
why People with serious mental illness here lose fifteen years of life, mostly to heart disease.
how We go to the GP with the person when going alone is too much.
records | up | Care plans shared with the person | %
* A plan the person can open on their phone | 16 | 60
why A plan in our drawer helps nobody at three in the morning.
how We write it with the screen between us.
agency | down | Agency nurses on mental health wards | shifts a week
* Wards staffed by people patients know | 88 | 30
why Strangers at night frighten people who are frightened.
how Our own bank staff train beside us and are asked first.

@ CYP
safeguarding | up | Children of concern talked about within a week | %
* Worries about a child shared within the week | 61 | 95
why In each of our reviews every service held one piece, and nobody had the picture.
how We ring, and write it down together.
crisis | down | Weeks to first help for a young person | weeks
* First help for young people within a month | 16 | 4
why A school term lost to waiting is often a school year lost.
how We offer groups, calls and advice to schools while young people wait.
adjustments | up | Learning disability health checks with a plan | %
* Longer lives for people with a learning disability | 58 | 82
why They die twenty years early, of things that we can treat.
how A nurse who knows the person goes along to the check.
reach | down | Gap in take-up between poorest and other areas | points
* The six schools and two sites that we have not reached | 24 | 10
why No referrals from a school means that we are not trusted there, not that all is well.
how We start each term at the places that referred least in the last one.
prevention | up | Children with all checks and jabs on time | %
* Every check and jab on time, in every town | 71 | 90
why The first thousand days set the rest.
how We ask parents where and when would suit them, and go there.
joined | up | Young people with a joint plan at eighteen | %
* No one falls off the edge at eighteen | 25 | 80
why One young person in three drops out of care between seventeen and nineteen.
how The old worker and the new one meet the young person together three times.
staff | up | Staff who feel able to do the job well | %
* Caseloads that let people do it well | 41 | 65
why Good people leave when they cannot.
how When the list is too long we say so together, in writing, and say what will wait.
digital | up | Families using text and online booking | %
* Text, book and ask on a phone | 20 | 60
why Forms go home in bags and die there.
how Ten parents test each new form before anyone else sees it.
"""
