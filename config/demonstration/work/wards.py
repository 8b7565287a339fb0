"""Work that any hospital ward might choose, and that of older people's wards."""

SHEET = """
@ wards
falls | down | Falls with harm | per 1,000 bed days
* Falls with harm down by a third by spring | 2.4 | 1.6
* Night-time falls that hurt someone cut by half | 1.8 | 0.9
* A safer way to the bathroom for everyone at risk of falling | 2.1 | 1.4
* No patient falls twice in the same stay | 9 | 3 | Patients who fell more than once | a quarter
why Most falls here happen between two and six in the morning on the way to the toilet, and a
  broken hip takes away a person's independence.
how We ask about the toilet before lights out and leave the bell and the frame within reach every
  time we walk away.
skin | down | New pressure ulcers, category two and above | a quarter
* No new pressure ulcers from our own care this quarter | 5 | 0
* Heels off the bed: pressure damage halved | 8 | 4
* Skin checked within six hours of arrival and every day after | 6 | 2
why Pressure damage hurts, adds a week to a stay, and nearly all of ours started on a heel that
  nobody had looked at.
how We look at skin while helping someone wash, say what we see at handover, and order the
  mattress the same day.
deterioration | up | Raised warning scores acted on within thirty minutes | %
* A worsening patient gets help within half an hour | 72 | 95
* Every raised warning score gets an answer and a plan | 64 | 90
* Family worries count: a line on the chart for "not right today" | 48 | 85 | Charts where the
  family's view was asked for | %
why In our last five reviews the score was written down and then nothing happened for an hour.
how We say the number and the worry out loud, and we ring outreach without asking permission.
medicines | down | Doses missed with no reason written | %
* Missed doses with no reason down below two in a hundred | 6.2 | 2
* Parkinson's tablets on time, every time | 18 | 5 | Parkinson's doses over half an hour late | %
* Time-critical medicines never wait for the trolley | 11 | 3 | Time-critical doses given late | %
* Insulin given with the meal, not after it | 14 | 4 | Insulin doses given after the meal | %
why A late Parkinson's tablet or antibiotic undoes a day's care, and the blank box tells us
  nothing.
how The nurse wearing the red tabard is not interrupted, and a missed dose is read out at
  handover.
nutrition | up | Patients weighed and screened within a day | %
* Everyone weighed within a day and fed the way they need | 61 | 90
* Help at mealtimes for every patient who needs it | 54 | 85 | Patients who had the help they
  needed to eat | %
* Red trays reach the bedside hot and within reach | 66 | 92 | Red trays hot and within reach on
  spot checks | %
why We sent home eleven people last winter lighter than they came, and two came back because of
  it.
how Everyone who is free goes to the bedside at mealtimes, the manager included.
infection | down | Line and catheter infections | a quarter
* Catheters out by day three unless there is a reason | 7 | 3
* Drip sites looked at every shift, removed when not needed | 6 | 2
* Clean hands, clean kit: no infection passed on by us | 5 | 1
why Half the lines and catheters on our last count had no reason to be there.
how Anyone may ask "does this still need to be in?" on the ward round, and we wait for the answer.
handover | up | Handovers with the safety points covered | %
* Ten-minute safety huddle at every start of shift | 45 | 95 | Shifts that begin with a huddle | %
* Handover where the whole team hears the same five risks | 58 | 90
why Care assistants know most about our patients and were not in the room.
how Everyone on shift stands in the huddle; the newest person speaks first.
discharge | up | Patients told their expected date home within a day | %
* Every patient knows their date for home on day one | 41 | 85
* Ready-for-home list agreed by ten each morning | 52 | 88 | Days with a ready-for-home list by
  ten | %
* Letters and tablets ready the evening before going home | 36 | 75 | Patients with letter and
  tablets ready the evening before | %
* One question on the round: what is stopping this person going home? | 47 | 80 | Board rounds
  that settle what is stopping each person | %
why Patients wait for tablets, letters and lifts that we knew about the day before.
how We write the date above the bed in words the patient chose, and change it with them.
kindness | up | Patients who say they were involved in decisions | % | experience
* Patients say "they asked me first" | 68 | 85
* Names, not bed numbers, in every conversation | 74 | 95 | Patients called by the name they chose
  | %
* Visiting that suits families instead of the rota | 70 | 90 | Families who could visit when they
  needed to | %
why Our survey's lowest mark was for being talked about and not with.
how We sit down, say who we are, and ask what would make today better.
dying | up | People in their last days with an individual plan | %
* A good death on our ward: plan, comfort and company | 52 | 85
* Families know whom to ring and may stay the night | 60 | 90 | Families with a named contact and
  an offer to stay | %
why Four families wrote last year to say that nobody told them how near the end was.
how The consultant says the word "dying" kindly and early, and a side room is found.
learning | up | Incidents with feedback to the person who reported | %
* Tell people what happened after they reported something | 24 | 80
* One safety lesson a week, read out and acted on | 30 | 75 | Weeks with a lesson shared and acted
  on | %
why Staff stopped reporting near misses because nothing ever came back.
how The manager answers each report within the week and thanks the reporter by name if they wish
  it.

@ older_people
kindness | up | People with delirium found within a day of arrival | %
* Delirium looked for and found on day one | 44 | 80
why Half our delirium is missed and called dementia, and people go to care homes who could have
  gone home.
how We ask the family "is this how she usually is?" and believe the answer.
kindness | up | Patients up and dressed by lunch | %
* Up, dressed and moving before lunch | 38 | 70
* A table to eat at: dining together every day | 22 | 60 | Patients who eat lunch at a table | %
why Ten days in bed can age an eighty-year-old's muscles by ten years.
how Everyone walks with patients: porters, doctors, visitors and the ward clerk.
falls | up | Patients with lying and standing blood pressure taken | %
* Lying and standing blood pressure for every faller | 33 | 85
why Dizziness on standing is behind one fall in five and takes six minutes to find.
how The therapist and the nurse take it together at the first walk.
restraint | down | Patients sedated for distress at night | a month
* Company and calm before sedation at night | 17 | 6
* Twiddle boxes, music and a known face before medicine | 13 | 5
why Sedatives make confused people fall. Company does not.
how We find out what the person did for work and what they like, and use it at three in the
  morning.
joined | up | Care homes rung within two days of discharge | %
* A call to the care home two days after discharge | 26 | 85
why One in six of our care home patients is back within a fortnight, mostly over a muddled tablet
  list.
how The nurse who knew the patient rings; it takes five minutes.
discharge | down | Days from ready to leaving | days
* Days between "fit to go" and going cut to three | 5.6 | 3
why Strength is lost in the waiting, and families lose faith in us.
how Social worker, therapist and nurse meet at the board at nine and settle one thing for each
  person.
"""
