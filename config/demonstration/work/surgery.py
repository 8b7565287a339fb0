"""Work of theatres, intensive care, surgical wards and the booking office."""

SHEET = """
@ theatres
theatres | up | Lists that start on time | %
* First patient asleep by nine: four lists in five | 46 | 80
* Trauma list under way by half past eight every day | 39 | 75
why Each late start costs a patient at the end of the day, who has fasted since midnight to be
  sent home.
how The team meets at eight, the golden patient is named the night before, and the ward knows
  first.
theatres | down | Operations cancelled on the day for reasons of ours | a month
* On-the-day cancellations of our making down to ten a month | 31 | 10
* No operation cancelled for want of kit | 9 | 1 | Operations cancelled for want of kit | a month
why People arrange work, children and courage around this day.
how Kit, bed and blood are checked at the two o'clock look-ahead, by name.
surgical | up | Safety briefings with the whole team in the room | %
* Everyone in the room and silent for the safety check | 71 | 100
* A debrief after every list, five minutes, no one leaves | 28 | 80 | Lists that end with a
  debrief | %
why Our two never events began with a check done by three people out of six.
how The most junior person reads it out, and music stops.
surgical | down | Patients colder than 36 degrees on leaving theatre | %
* Warm from ward to recovery: no patient leaves theatre cold | 22 | 5
why Cold patients bleed more, hurt more and get more wound infections.
how Warming starts on the ward, and the recovery nurse tells us the number.
gas | down | Carbon from anaesthetic gases | tonnes CO2e
* Nitrous oxide pipes turned off and cylinders by the bed | 410 | 90
* Low-flow anaesthesia as the usual way | 160 | 110
why Nine tenths of the piped gas leaked before it reached anyone.
how Each machine shows its flow, and we talk about it at the coffee break.
waste | up | Sets and gowns that are reused | %
* Reusable gowns and hats in all eight theatres | 20 | 85
* Open only what the surgeon asks for | 34 | 65 | Opened packs that were used | %
why We fill a lorry a week with things used once.
how The scrub nurse keeps the extras shut, and the surgeon says so at the briefing.
voice | up | Staff who say they would stop the list if worried | %
* Anyone can say "stop" in theatre and be thanked | 52 | 85
why People saw the last mistake coming and did not feel able to speak.
how The surgeon opens each briefing with "tell me if I am about to get it wrong".
stock | down | Value of stock thrown away out of date | £000
* Out-of-date stock in theatre stores cut by two thirds | 138 | 46
why We threw away last year what two scrub nurses cost.
how Shelves are shared between theatres and the oldest goes at the front.
growth | up | Operating department apprentices in post | people
* Four home-grown operating practitioners a year | 1 | 4
why We have carried nine vacancies for two years, and local people want the work.
how Each apprentice has one mentor whose own list is lighter on teaching days.

@ day_surgery
theatres | up | Suitable operations done as day cases | %
* Day case first: gallbladders home the same evening | 61 | 80
* Hernias and hands through in a morning | 74 | 88
why Staying the night helps few people and blocks a bed for others.
how The pre-assessment nurse says "you will be home tonight" from the first call.
kindness | down | Patients with bad pain or sickness on the evening of surgery | %
* A phone call the next morning to every day patient | 19 | 9
why One in five of our patients had a rotten night and did not like to ring.
how The nurse who knew them rings before ten and writes down what would have helped.
clinics | down | Hours patients wait between arrival and theatre | hours
* Staggered arrivals so nobody waits over two hours | 4.2 | 2
why Nobody should fast in a corridor chair until three in the afternoon.
how We ring the day before with a time that is theirs.

@ anaesthetics
surgical | up | Hip and knee patients whose anaemia was treated first | %
* Anaemia found and treated before hip and knee surgery | 45 | 85
why People whose blood is right need half as many transfusions and walk a day sooner.
how A finger-prick at listing starts the iron the same week.

waits | up | Patients assessed at least four weeks before surgery | %
* Everyone assessed four weeks before surgery, not four days | 41 | 80
why Late checks find problems when it is too late to mend them.
how A health questionnaire goes out the day that the person joins the list.
prevention | up | Patients who stop smoking or walk more before surgery | %
* Fitter for surgery: help offered to everyone waiting | 12 | 35
why People who prepare have half the chest infections and go home a day sooner.
how We ask what they would like to be able to do, and start there.
remote | up | Pre-assessment done by phone or video | %
* Pre-assessment by phone for those who are well | 26 | 60
why A day off work to be weighed is a poor bargain.
how We ask which they would like, and keep face-to-face for those who need it.

@ critical_care
kindness | up | Ventilated patients seen in the follow-up clinic | %
* Diaries and a follow-up clinic for people who were ventilated | 20 | 70
why People lose weeks of their lives here and fill the gap with nightmares.
how Nurses write two lines a day, and the person reads them with us in three months' time.

handover | up | Patients who needed no return within two days | %
* No unplanned return to intensive care within two days | 88 | 95
why People sent back to us come back sicker, and always at night.
how We visit each person on the ward the next morning, whether or not anyone asked.

deterioration | up | Ward calls answered by outreach within thirty minutes | %
* Outreach at the bedside within thirty minutes | 63 | 90
why Wards told us they stopped calling because nobody could come.
how One of us carries the phone and nothing else.
infection | down | Ventilator chest infections | per 1,000 ventilator days
* Mouth care and head-up: ventilator pneumonia halved | 8.4 | 4.2
why Each one adds nine days on a ventilator.
how We tick the five things at the bedside, and the physio asks.
discharge | down | Hours from ready to leave until leaving | hours
* Out of intensive care within four hours of being ready | 15 | 4
why Waiting here means nights without sleep for one patient and no bed for another.
how We name tomorrow's movers to the site team at six every evening.
kindness | up | Families with a daily talk with a senior nurse or doctor | %
* A daily word with every family | 58 | 95
why When we say nothing, families fill the silence with fear.
how The bedside nurse sets the time each morning and keeps it.
restraint | up | Patients awake and moving on day three | %
* Awake, moving and out of bed by day three | 31 | 60
why Deep sedation leaves weakness and nightmares for years.
how We ask each morning why this person is still asleep.

@ sterile
accuracy | down | Sets returned as wrong or damaged | per 1,000 sets
* Fewer than two sets in a thousand sent back | 6.5 | 2
why A set with one missing clamp stops a whole theatre.
how We ring the theatre when a set goes wrong and go to see what it did.
productivity | down | Hours from theatre to ready-to-use | hours
* Loan kit cleaned and ready within a day | 31 | 24
why Joint operations are booked round the kit instead of the patient.
how Theatres tell us on Thursday what next week needs.
energy | down | Water used per cycle | litres
* Full loads only: a fifth less water each cycle | 410 | 328
why We run half-empty machines overnight out of habit.
how The night lead decides when to hold a load, and theatre agrees the list.

@ surgical_wards
surgical | down | Wound infections after bowel surgery | %
* Bowel surgery wound infections under eight in a hundred | 14 | 8
* Every wound looked at and photographed before home | 11 | 7
why A wound infection means six more weeks of dressings and time off work.
how We tell people what a bad wound looks like and give a number that is answered.
surgical | up | Hip fractures operated on within thirty-six hours | %
* Broken hips mended within a day and a half | 64 | 85
* Nerve block for pain within an hour of a broken hip | 50 | 85 | Broken hips with a nerve block
  within the hour | %
why Every hour in pain raises the risk of confusion, and of death.
how The trauma nurse starts the clock in the emergency department, not on our ward.
discharge | up | Planned joint patients home within two days | %
* New hip, two nights, home walking | 48 | 75
* Drains, drips and catheters out on day one after bowel surgery | 44 | 75 | Bowel surgery
  patients free of drips and drains on day one | %
why Nobody gets stronger by lying in bed.
how The physio comes the same afternoon, and the nurse walks with the patient in the evening.
nutrition | down | Hours fasted before emergency surgery | hours
* No one starved for surgery that does not happen | 17 | 8
why Old people went two days without a meal while their operation moved.
how At ten each morning we ring theatre and feed whoever is not going.
front_door | up | Surgical referrals seen in the assessment unit within an hour | %
* Surgical referrals seen, scanned and decided by tea time | 44 | 75
why People with gallstones lay on trolleys for a day waiting to be looked at.
how A senior surgeon has no other duty until six.
handover | up | Emergency surgical patients with a written evening plan | %
* A written night plan for each emergency surgical patient | 51 | 92
why The night doctor covers ninety patients and cannot guess.
how The registrar and the nurse write it together at seven.

@ urology
cancer | down | Days from referral to answer for suspected prostate cancer | days
* Prostate cancer answer, yes or no, within four weeks | 46 | 28
why Men told us that they stopped sleeping until they knew.
how Scan and biopsy are booked in the same call.
waits | down | People waiting over a year for stone surgery | people
* No one waits a year with a kidney stone | 37 | 0
why Each of them has been to the emergency department at least twice.
how We use the Saturday list for stones until the list is gone.
self_care | up | Catheter changes taught and done at home | %
* Catheter problems settled at home, not in the department | 34 | 65
why A blocked catheter at night used to mean a six-hour wait on a trolley.
how We teach the person, the carer and the district nurse together.
interpreters | up | Prostate clinic visits with an interpreter when asked for | %
* The prostate talk in your own language | 58 | 95
why Shame and a borrowed interpreter keep men from asking the questions that matter.
how We book a man to interpret where that is what the patient would like.

@ eyes
waits | down | Glaucoma patients overdue for review | patients
* Glaucoma reviews no more than a month late | 640 | 160
* Injections for wet eye disease on the week they are due | 95 | 20 | Eye injections more than a
  week late | a month
why Sight lost while waiting does not come back.
how We sort the list by risk each Monday and ring those at the top.
productivity | up | Cataract operations per list | operations
* Ten cataracts a list, without hurry | 6.8 | 10
why Two thousand people are waiting for an operation that takes twenty minutes.
how Everyone knows their next job before the patient sits up.
reach | down | Missed eye screening visits in the four poorest areas | %
* Diabetic eye checks in the places people already go | 29 | 17
why People with the highest risk of blindness are those least likely to come.
how We go on Saturdays, to the market hall and the gurdwara.

@ booking
waits | down | People waiting over fifty-two weeks | people
* Nobody past a year on the surgical list by March | 318 | 0
why Behind each line is someone off work or in pain.
how We ring the longest waiters ourselves each month and ask how they are.
waits | up | People on the list contacted in the past twelve weeks | %
* Each person on the list hears from us every twelve weeks | 29 | 90
why One in nine had been treated elsewhere, moved or changed their mind, and we did not know.
how We ask three questions and listen to the answer to the fourth.
gaps | down | Gap in wait between poorest and best-off areas | days
* Book in fair order and show the difference by postcode | 21 | 5
why People who cannot take a call at work drop down our list without anyone meaning it.
how We try evenings, texts and a letter before we take anyone off.
theatres | up | Short-notice theatre slots filled | %
* A standby list so no theatre slot goes empty | 38 | 75
why We lost two hundred slots last year at a day's notice.
how We ask people when they join whether they could come at short notice.
kindness | up | Calls answered within two minutes | %
* A person picks up within two minutes | 41 | 80
why People ring four times before work and give up.
how Whoever is free picks up; the phone belongs to all of us.
"""
