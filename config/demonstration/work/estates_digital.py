"""Work of estates, facilities, digital and information teams."""

SHEET = """
@ maintenance
theatres | up | Theatre hours with ventilation in range | %
* Theatre air kept going: no list lost to ventilation | 90 | 99
why Eleven lists were lost last year to a fan.
how We service at weekends with the theatre manager's agreement, and we own the spare parts.

buildings | up | Urgent faults mended within four hours | %
* Urgent faults mended in four hours, nights included | 67 | 92
* Call bells and taps first: mended the same day | 58 | 90 | Call bells and taps mended the same
  day | %
why A broken call bell is a clinical risk, not a line on a list.
how We ring the ward when it is done and ask if it truly works.
buildings | down | Repairs open for more than thirty days | jobs
* Old repairs cleared: none older than a month | 640 | 120
why Wards had given up telling us, because nothing seemed to happen.
how We walk each ward once a month with the manager and close what we can on the spot.
infection | up | Water outlets flushed and recorded | %
* Every tap run, every week, and written down | 78 | 99
why The germ that kills does so quietly, in pipes that nobody uses.
how Domestic and estates staff share one list.
growth | up | Trade apprentices | people
* Five apprentices from the two nearest estates | 1 | 5
why Half of our electricians retire within six years.
how Each works with one tradesman who wanted to teach.

@ domestic
infection | up | Cleaning checks passed first time | %
* Clean first time: ward checks above ninety-eight | 92 | 98
* A side room ready within an hour of being asked | 54 | 85 | Side rooms cleaned within the hour |
  %
why A bed waits in the corridor for a room to be cleaned.
how The domestic is part of the ward huddle and knows who is going home.
fairness | up | Domestic staff who have had a proper yearly talk | %
* A yearly talk, in paid time, for every cleaner | 26 | 90
why People who have cleaned here for twenty years had never been asked.
how The supervisor listens first, and brings one thing back done.
waste | down | Bags of clinical waste that should be household | %
* The right bin, the right bag | 34 | 12
why Burning a sandwich wrapper costs eight times what it should.
how We show people the contents, without naming the ward.
growth | up | Domestic and catering staff in English or maths classes | people
* English and maths in work time for those who want them | 6 | 40
why Good carers were cleaning floors for want of a certificate.
how Managers plan the class into the rota.

@ catering
nutrition | up | Patients who enjoyed their meal | %
* Hot food that people eat | 61 | 80
* Curry, congee and jollof: food from home on the menu | 48 | 72
why What is left on the plate does nobody any good.
how The cook eats on a ward once a week.
waste | down | Food thrown away | tonnes a month
* Food waste down by a third | 14.1 | 9.4
why We cook for people who went home that morning.
how Wards order at nine for lunch instead of the day before.
wellbeing | up | Hours a day hot food can be had by staff | hours
* A hot meal at three in the morning | 11 | 20
why Night staff live on crisps and toast because the kitchen shuts at seven.
how We asked them what they want and stock it.
travel | up | Food bought from within thirty miles | %
* Milk, bread and vegetables from thirty miles round | 18 | 40
why Money spent nearby comes back to us as health.
how We split orders so that small farms can bid.

@ portering
front_door | down | Minutes from request to porter | minutes
* A porter within ten minutes for the front door | 24 | 10
* Scans on time: porters sent by area, not by desk | 27 | 12
why Nurses push beds, and then there is no nurse.
how We stay in one area each shift and know the faces.
fairness | down | Assaults on security and portering staff | a quarter
* Calm first: fewer hurt in hands-on calls | 17 | 8
why Our people are hurt in jobs that a talk might have settled.
how We go with the nurse who knows the patient, and we leave last.
kindness | up | Patients told where they are going and why | %
* Say your name and where we are going | 50 | 95
why Being wheeled off in silence is frightening.
how We do it at the head of the bed, where we can be seen.
stock | down | Wheelchairs lost or stolen | a year
* Wheelchairs where people need them | 140 | 50
why Families search three floors for a chair.
how We park them in six marked bays and count at seven and seven.

@ energy
energy | down | Gas and electricity used by our buildings | MWh a month
* Heat the people, not the roof: energy down by a tenth | 4200 | 3780
* Lights that notice people in the nine longest corridors | 310 | 190 | Electricity for corridor
  lights | MWh a month
why We spend on heat what would pay for sixty nurses.
how Each building has a volunteer who knows the boiler man by name.
travel | down | Staff driving to work alone | %
* One car in five left at home | 71 | 57
why The car park is full by seven, and patients miss their slots.
how We asked night staff first, since no bus comes for them.
energy | up | Roof fitted with solar panels | square metres
* Panels on three roofs before the autumn | 0 | 5200
why The roofs are flat, empty and face south.
how We time the work with repairs so that the scaffold goes up once.
waste | by_date | Wards sorting their rubbish | wards
* Recycling that porters can really collect | 4 | 22
why It was all going into the same lorry.
how Porters chose the bins and drew the round.

@ desk
systems | down | Hours lost to log-in trouble | hours a week
* Log in within a minute, at any computer | 410 | 120
why A nurse logs in forty times a shift.
how We sat on wards with a stopwatch, and mended the worst ten first.
systems | up | Calls solved on first contact | %
* Solved while you wait, seven times in ten | 44 | 70
* Night calls answered by a person who can fix it | 31 | 65 | Night calls solved by the first
  person | %
why Being called back at the end of the shift is no help.
how Whoever takes the call keeps it until the person says that it works.
systems | down | Broken ward computers and trolleys | devices
* Working computers on wheels on every ward | 163 | 30
why Nurses queue for the one that charges.
how We walk two wards a day with a spare in the van.

@ epr
records | by_date | Wards and teams using the new record | teams
* The new record live on every medical ward | 6 | 19
* Outpatient clinics moved over without losing a day | 0 | 24 | Clinics on the new record |
  clinics
why Four systems hold one patient, and none of them agrees.
how Each go-live has a nurse from a ward that has done it.
records | down | Clicks to give a medicine | clicks
* Halve the clicks to give a medicine | 23 | 11
why Every click is a moment away from the person.
how A staff nurse sits in the design meeting and has the last word.
records | up | Staff who say the record helps them care | %
* A record that staff would miss | 34 | 60
why Being live is not the same as being useful.
how We ask after each change, and undo those that failed.
joined | up | GP practices seeing our letters the same day | practices
* Same-day letters to all forty practices | 9 | 40
why The GP rings us for what we posted on Tuesday.
how We send plain words, with the ask in the first line.

@ information
insight | up | Ward managers who open their own figures each week | %
* Figures that ward managers open without being asked | 18 | 65
why We made a hundred charts that nobody used.
how We sit with the manager and build only what she would act on.
insight | down | Days to answer a question | days
* Plain answers within three days | 12 | 3
why By the time we answered, the meeting was over.
how We ring back with "what will you do with it?" before we start.
accuracy | up | Records with ethnicity known | %
* Know who we serve: ethnicity asked kindly and recorded | 74 | 95
why We cannot see unfairness that we do not count.
how Reception staff wrote the question and the reason for it.
"""
