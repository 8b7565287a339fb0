"""Work of the emergency department, the acute units and the site team."""

SHEET = """
@ emergency
front_door | up | Patients admitted, moved or home within four hours | %
* Four in five people in and out of the department within four hours | 71.4 | 80
* Weekend evenings match weekdays for the four-hour standard | 63.8 | 74
why People who wait longer than four hours here go on to stay longer in hospital, and our staff
  spend the night apologising.
how The nurse in charge and the senior doctor walk the board together every two hours and name who
  can move next.
front_door | down | Time from arrival to first look by a clinician | minutes
* Everyone has a first look by a clinician within fifteen minutes | 28 | 15
* Walk-in patients assessed before they have found a seat | 34 | 20
why Sick people sit quietly. Last winter two patients deteriorated in the waiting room before
  anyone had seen them.
how We keep one senior nurse at the door at all hours and do not pull them to the floor.
front_door | down | Ambulance handovers over thirty minutes | a week
* Ambulance crews back on the road within thirty minutes | 61 | 20
why Every crew held at our door is an emergency in town that nobody is going to.
how We take handover in the corridor only with the matron's say-so, and we write down why.
deterioration | up | Adults with suspected sepsis given antibiotics within the hour | %
* Suspected sepsis treated within the hour, day or night | 68 | 90
* Antibiotics started in triage when sepsis is suspected | 57 | 80 | Sepsis antibiotics started in
  triage | %
why Each hour of delay costs lives, and our slowest hour is between six and eight in the morning.
how Anyone may say "could this be sepsis?" and the doctor answers out loud with a plan.
handover | up | Shift handovers with every resus patient named | %
* Hand over every resus patient by name at shift change | 74 | 98
why Three incidents this year began with a patient whom the new shift did not know was there.
how We hand over at the bedside, not at the desk, and the patient hears it.
kindness | down | Complaints about not being told what is happening | a month
* Nobody waits more than an hour without hearing from us | 14 | 6
why What people remember is not the wait but the silence.
how One person each shift walks round, says how long it will be, and says sorry when it is long.
fairness | down | Staff hurt or abused by patients or visitors | a month
* Fewer of our staff hurt or sworn at on night shifts | 22 | 11
why Porters and reception staff take most of the abuse and the least of the support.
how We ring the bell early, go in twos, and debrief before going home.
adjustments | up | Patients with a learning disability seen in the quiet room | %
* Quiet room ready for people who cannot bear the noise | 31 | 85
why The waiting room is unbearable for some of the people who need us most, and they leave before
  they are seen.
how Reception asks everyone whether noise or waiting is hard for them, and acts on the answer.
joined | up | Frequent attenders with a shared plan | people
* A shared plan for the sixty people who come most often | 12 | 60
why Sixty people came eleven hundred times last year; most need housing, company or a steady
  nurse, not a trolley.
how We ring the community team while the person is still here, and put the plan where the night
  shift can see it.

@ acute
front_door | down | Hours from referral to a bed on the right ward | hours
* Right ward, first time, within six hours of referral | 9.4 | 6
* No more than one ward move in a patient's first two days | 24 | 8 | Patients moved more than
  once in two days | %
why Patients who are moved twice at night stay two days longer and are three times as likely to
  fall.
how We say "not yet" to a move after ten at night unless the patient needs it.
front_door | up | People treated the same day without a bed | %
* Half of medical referrals treated and home the same day | 38 | 50
* Ring before you send: same-day clinic slots held for GPs | 33 | 45 | GP referrals given a booked
  same-day slot | % | up
* Blood clots in the leg treated without a night in hospital | 71 | 90 | Patients with a leg clot
  treated without a night in hospital | %
why Most people would rather sleep in their own bed, and every one who does leaves a bed for
  someone who cannot.
how The consultant takes the GP's call herself between nine and seven.
front_door | up | Acute patients seen by a consultant within fourteen hours | %
* A consultant sees every new patient within fourteen hours | 66 | 90
why A firm plan early is the single best predictor of a short stay on our unit.
how The late consultant stays until the last patient before eight has a plan.
deterioration | up | Observations done on time overnight | %
* Night observations done on time, every time | 81 | 95
why Two patients this winter had worsened for hours on charts that nobody had filled in.
how The nurse in charge looks at the overdue list at eleven, two and five and sends help, not
  blame.
medicines | up | Medicines checked against the GP record within a day | %
* Medicines on admission checked within the first day | 58 | 85
why One in four charts has a medicine missing when the patient arrives upstairs.
how The unit pharmacist starts with the over-seventies and leaves a note in the record for the
  ward.
dying | up | Frail patients with a treatment plan on the front page | %
* A plan for care in a crisis on every frail patient's record | 42 | 75
* Ask "what matters to you" before every frailty assessment | 39 | 80 | Frail patients asked what
  matters to them | %
why When nobody has asked, the night team does everything, and sometimes everything is the wrong
  thing.
how We ask early, in daylight, with family there, and write the answer in the person's own words.
response | up | Frail people sent home with support the same day | a week
* Twenty frail people a week home the same day with support | 9 | 20
why A night in hospital costs an older person strength that may never come back.
how The therapist, the nurse and the doctor see the person together, once.
productivity | down | Tests repeated within a day of an earlier result | a week
* Stop repeating blood tests that were done this morning | 85 | 40
why Repeat tests cost blood, money and an hour of somebody's time each.
how We look in the record first; the tray holds a card that says so.

@ site
discharge | up | Patients who leave before noon | %
* One discharge in three out of the door before noon | 19 | 33
why Beds freed at five o'clock are no use to the person who arrived at nine.
how We ask each ward for two names the evening before, and ring back in the morning to help, not
  to count.
discharge | down | Beds lost to patients ready to leave | beds
* Beds held by people ready to go home down to forty | 68 | 40
why Seventy people a night sleep here who no longer need to, and each loses muscle and heart.
how We sit with the council and the community team at nine every day and leave with names against
  each delay.
front_door | down | Bed moves after ten at night | a week
* Night moves only when the patient needs one | 47 | 15
why Moves at night frighten people with dementia and unsettle whole bays.
how We plan the night at four in the afternoon with the wards on the call.
records | up | Bed states right on the screen at each round | %
* The bed board shows the truth at eight, twelve and four | 73 | 97
why We ring forty times a day to check what the screen should tell us.
how We thank the ward that keeps it right and sit with the one that does not.
voice | up | Site calls that end with a named offer of help | %
* Site calls that offer help instead of asking for numbers | 20 | 80
why Ward managers dread the eight o'clock call. It should be the moment help arrives.
how Each call starts with "what do you need?" and we write the answer down.
"""
