"""Work of the medical specialties."""

SHEET = """
@ cardiology
waits | down | Days from heart attack to angiogram | days
* Angiogram within three days for every heart attack without delay | 4.8 | 3
why People lie in a bed waiting for a forty-minute test, and the risk is in the first days.
how The list is agreed at eight each morning with the two hospitals that share the lab.
self_care | up | Patients who start cardiac rehabilitation | %
* Two in three heart patients start rehabilitation | 43 | 66
why Rehabilitation saves more lives than most tablets, and women and night workers miss out.
how We book the first class before the person goes home, at a time they can make.
remote | up | Pacemaker checks done from home | %
* Pacemaker checks from home for those who want them | 48 | 80
why A forty-mile round trip for a ten-minute check is not good care.
how We offer the choice by phone, in the person's own language, and never assume.

@ respiratory
prevention | up | Smokers offered help on the day they came in | %
* Smokers offered help on the day they come in | 40 | 85
why Being in hospital is the day when most people want to stop.
how The nurse offers patches with the first tablets, and rings a week later.

self_care | up | Patients who leave with inhaler technique checked | %
* Inhaler technique right before anyone goes home | 51 | 90
why Two thirds of our patients were using their inhaler in a way that could not work.
how Whoever gives the inhaler watches it used, every time.
response | up | Chest patients sent home early with a nurse's call next day | a month
* Home two days sooner with a chest nurse on the phone | 11 | 30
why Our patients tell us home is where they breathe best, once they know somebody will ring.
how The ward nurse introduces the chest nurse by name before the person leaves.
deterioration | up | Oxygen prescribed with a target | %
* Oxygen prescribed with a target for every patient | 64 | 95
why Too much oxygen harms some of our patients as surely as too little.
how No target, no sign-off on the round: the pharmacist asks.
rota | up | Shifts with a trained nurse for every two on breathing support | %
* One trained nurse for every two patients on breathing support | 58 | 95
why When the ratio slips, masks leak and patients give up on them.
how The nurse in charge moves people at seven, not at nine when it is too late.

@ gastro
waits | down | Patients overdue for a planned repeat scope | patients
* Nobody overdue for a repeat scope by more than six weeks | 412 | 90
* Bowel screening scopes within two weeks of the test | 64 | 10 | Screening patients waiting over
  two weeks | patients
why Cancers have been found in people who should have been seen the year before.
how A nurse rings each person on the list to check that the scope is still right for them.
productivity | up | Points booked and used on each endoscopy list | %
* Endoscopy lists full and started on time | 79 | 90
why One slot in six goes empty through late starts and short-notice cancellations.
how The list is checked three days ahead and the first patient is in the room at half past eight.
self_care | down | Admissions with a flare that a call could have settled | a month
* A helpline for flares answered the same day | 16 | 8
why People with bowel disease know the signs; they could not get through to us.
how The nurse's line is staffed every weekday, and messages are answered before she goes home.
kindness | up | Patients with liver disease offered alcohol support | %
* Alcohol support offered without a lecture | 46 | 85
why Half our liver patients had never been asked what would help.
how We ask with the curtain drawn and without the clipboard.
waste | down | Single-use items in each scope | items
* Halve what we throw away with each scope | 14 | 7
why Endoscopy is the third wettest and most wasteful room in the hospital, and most of the packs
  are opened in case.
how Packs stay shut until somebody asks for what is in them.

@ renal
self_care | up | Dialysis patients treating themselves at home or helping on the unit | %
* One dialysis patient in four treating themselves at home | 14 | 25
* Shared care on the unit: patients needle themselves if they wish | 18 | 35
why People on home dialysis sleep better, work longer and see us less.
how We start the talk a year before dialysis, not the week of it.
infection | down | Dialysis line infections | a quarter
* Dialysis lines without infections for a whole quarter | 4 | 0
why Every line infection puts a person in hospital for a week, and two patients lost their last
  good vein.
how Two people check the mask, the hands and the cap, each and every time.
kindness | down | Wait for the journey home after dialysis | minutes
* A journey home within half an hour of coming off dialysis | 71 | 30
why After four hours on a machine, an hour in a corridor is cruelty.
how We ring transport at needle-out and the coordinator rings back with a name.

@ cancer
cancer | down | Days from decision to first chemotherapy | days
* First treatment within two weeks of the decision | 23 | 14
* Twilight chemotherapy for people who work | 21 | 15
why Waiting after the news is the worst part, people tell us.
how The unit keeps two chairs a week free for people who need to start now.
deterioration | up | Patients with fever treated within the hour after chemotherapy | %
* Fever after chemotherapy: antibiotics inside an hour | 70 | 95
why Our patients carry an alert card that the front door did not always know.
how We ring the emergency department before the patient gets there.
kindness | up | Patients with a named nurse and a plan for after treatment | %
* A named nurse and a plan for life after treatment | 55 | 85
why People feel dropped on the day treatment ends.
how The last visit starts with the question "what worries you most now?".
interpreters | up | Consent talks held with a trained interpreter when needed | %
* No chemotherapy consent through a relative | 62 | 100
why A daughter should not have to tell her mother the odds.
how We book the interpreter with the appointment, and stop if none comes.

@ palliative
dying | up | People who die where they wished to | %
* Seven in ten people die where they wished to | 56 | 70
* Just-in-case medicines in the house before the weekend | 61 | 90 | People near the end of life
  with medicines ready at home | %
why One person in three who wanted to be at home died here, mostly for want of medicines or a
  night sitter.
how We ask again each week, because wishes change.
response | down | Hours from urgent referral to first visit | hours
* Urgent palliative referrals seen the same day | 31 | 12
why Pain on a Friday should not wait for Monday.
how One nurse keeps the afternoon free and takes the calls.
growth | up | Ward staff who have done the last-days course | %
* One in three ward nurses trained to talk about dying | 12 | 33
why Good care in the last days should not depend on us being called.
how We teach on the ward, at two in the afternoon, with cake.
reach | up | Referrals from the four least referred communities | %
* Palliative care known and trusted in every community | 4 | 10
why People from some of our communities reach us in their last week, or never.
how We meet at the mosque, the temple and the Polish club, and listen first.

@ stroke
deterioration | up | Stroke patients scanned within the hour | %
* Brain scan within the hour for nine strokes in ten | 67 | 90
* Clot-busting treatment within forty-five minutes of arrival | 38 | 60 | Suitable patients
  treated within forty-five minutes | %
why Two million brain cells are lost each minute that we spend looking for a trolley.
how The stroke nurse meets the ambulance and goes with the patient to the scanner.
nutrition | up | Swallow checked within four hours | %
* Swallow screened within four hours, weekends too | 59 | 90
why A missed swallow check is how a stroke becomes a chest infection.
how Six more nurses are trained, so that there is always one on shift.
self_care | up | Minutes of therapy each day for those who can | minutes
* Two hours of therapy a day for everyone who can manage it | 48 | 120
why The brain mends most in the first weeks, and our patients sat for most of them.
how Therapists, nurses and families share one timetable at the bedside.
joined | up | Six-month reviews done | %
* A review at six months for every stroke survivor | 47 | 85
why Low mood after a stroke goes unseen for months.
how We ring, we visit if ringing fails, and we tell the GP what we found.

@ dementia
kindness | up | Patients with a "this is me" page in use | %
* A "this is me" page read by every shift | 35 | 80
why Staff who know that Mr Bell was a bus driver can settle him in a minute.
how We fill it in with the family over tea and pin it where everyone can see.
growth | up | Staff who have had dementia training on the floor | %
* Half of ward staff trained by us at the bedside | 21 | 50
why A slide show does not teach anyone what to do at three in the morning.
how We work a shift beside the team and talk about it at the end.
restraint | down | One-to-one hours booked with no activity plan | hours a week
* One-to-one care with something to do, not just a chair | 320 | 120
why A stranger on a chair watching is neither kind nor cheap.
how The plan says what the person enjoys; the helper does it with them.
reach | up | Carers from Asian families in the carers' group | people | learning
* A carers' group in Urdu and Punjabi, led by carers | 2 | 18
why Families told us that the group was for other people.
how Carers choose the place, the food and the hour.
"""
