"""Work of pharmacy, laboratories, imaging and outpatients."""

SHEET = """
@ dispensary
discharge | down | Minutes from prescription to tablets ready for home | minutes
* Tablets for home ready within ninety minutes | 168 | 90
* Half of going-home tablets ready before ten | 21 | 50 | Going-home tablets ready before ten | %
  | up
why Nurses told us that one delayed discharge in three was waiting for us.
how A pharmacist prepares them on the ward the day before, and we ring when the bag leaves.
medicines | down | Dispensing errors found after leaving us | per 100,000 items
* Dispensing errors that reach a ward down by half | 18 | 9
why Look-alike boxes on the same shelf caused most of last year's.
how Anyone may move a box that worries them, and says so at the huddle.
stock | down | Value of medicines returned and thrown away | £000
* Unused medicines back on the shelf, not in the bin | 210 | 120
why A skip a month of sealed medicines goes to be burned.
how Ward technicians bring back what is sealed each morning.
growth | up | Technician apprentices in post | people
* Grow our own technicians: six apprentices | 2 | 6
why We advertise three times for each post and then pay agency rates.
how Each apprentice has one mentor and one free half-day.

@ ward_pharmacy
medicines | up | Patients seen by a pharmacist within a day | %
* A pharmacist's eye on every chart in a day, weekends too | 62 | 88
* Missed doses halved on the twelve wards where most happen | 7.1 | 3.5 | Doses missed on the
  twelve wards | % | down
* Time-critical medicines always in the cupboard | 71 | 98 | Time-critical medicines in the ward
  cupboard | %
why Two thirds of harmful drug errors start in the first day.
how We go on the ward round, we do not write notes about it afterwards.
medicines | down | Patients on ten or more medicines at discharge | %
* Fewer tablets, better chosen, for people over eighty | 44 | 30
why Each extra tablet raises the chance of a fall.
how We ask the person which ones they really take.
discharge | up | Community pharmacies told of changes on the day | %
* Tell the high street chemist the day someone goes home | 27 | 80
why The old box is still on the repeat.
how The technician sends it before the bag is sealed.
infection | down | Antibiotic days over the usual | per 1,000 bed days
* Drip to tablet as soon as it is safe | 96 | 70
why Every extra day on a drip is a day longer in bed and a better germ.
how We leave a sticker with a question, and come back for the answer.

@ aseptic
cancer | up | Chemotherapy doses ready at the booked time | %
* Chemotherapy made the day before for nine in ten | 57 | 90
why Patients sit with a drip in and wait two hours for us.
how The day unit rings at three with tomorrow's bloods.
accuracy | down | Batches rejected | per 1,000
* Right first time: rejected batches under three in a thousand | 9 | 3
why A rejected batch is a wasted morning and a frightened patient.
how We stop the line to talk when someone has a doubt.
waste | down | Doses made and not used | £000
* Doses made and not given cut by a third | 184 | 120
why One cancelled patient can mean a thousand pounds in the bin.
how Standard doses can go to the next person.

@ medicines_safety
learning | up | Medicine incidents with a change made | %
* Change something after one incident in two | 21 | 50
why We had eleven reports about the same pump and sent eleven reminders.
how We ask what made it easy to get wrong.
medicines | down | Opioids started in hospital and still taken at three months | %
* Strong painkillers stopped when the pain has | 13 | 6
why A week's supply after surgery has become a habit for some.
how The plan for stopping is written on the day of starting.
medicines | by_date | Wards using the new insulin chart | wards
* Insulin chart that cannot be misread, on every ward | 3 | 18
why A badly written U cost somebody a night in intensive care.
how Ward staff drew the chart, and we typed it.

@ blood
diagnostics | up | Emergency department bloods back in an hour | %
* Bloods back to the front door within the hour | 74 | 92
* Potassium that is real: spoiled samples under three in a hundred | 7 | 3 | Spoiled samples | % |
  down
why The four-hour clock waits on our sixty minutes.
how A biomedical scientist sits in the department at peak hours.
learning | down | Samples with the wrong name or none | per 10,000
* Right blood in the right tube, every time | 8.2 | 3
why The wrong blood can kill within minutes.
how We ring the person who took it and ask what was going on.
productivity | down | Tests done that nobody needed | thousand a month
* Fewer blood tests, chosen with the wards | 41 | 33
why A quarter of tests change nothing for anyone.
how We took the easy tick-box away, and asked doctors what they missed.

@ micro
infection | down | Hours to a positive blood culture result | hours
* Blood culture answers rung through day and night | 31 | 22
why The right antibiotic a day sooner saves lives.
how The night scientist rings the nurse, not the switchboard.
infection | up | Stool samples reported the same day | %
* Same-day answer for every outbreak sample | 60 | 90
why A ward stays shut for a day for our sake.
how The courier's last run waits for the wards.
diagnostics | down | Hours from swab to answer for flu and similar | hours
* Flu answer before the bed is chosen | 9 | 2
why Putting one person with flu in the wrong bed is how an outbreak begins.
how We put the machine in the assessment unit and trained the nurses.

@ histology
cancer | up | Urgent biopsies reported in seven days | %
* Seven-day answers for suspected cancer | 49 | 80
* Backlog of skin samples cleared by midsummer | 420 | 0 | Skin samples waiting over four weeks |
  samples | down
why The biopsy is the step that everyone else waits for.
how We open the urgent pots first, and never in the order they fell off the van.
growth | up | Scientists trained to report | people
* Scientists who report as well as slice | 1 | 4
why We have four pathologists for the work of seven.
how Each trainee reports beside a consultant twice a week.
rota | down | Reports sent out to other firms | %
* Bring reporting back home | 34 | 15
why It costs three times as much and we cannot ring them.
how We agreed as a team which kinds each of us will take.

@ bloodroom
clinics | down | Minutes waiting for a blood test | minutes
* In and out of the blood room in twenty minutes | 48 | 20
why People fast for this and then queue for an hour.
how Two of us start at seven, because that is when people come.
adjustments | up | People with needle fear given a longer slot | %
* Long slots for frightened people and children | 10 | 60
why They leave without the test and come back sicker.
how Reception asks, and we never rush the first try.
response | up | Blood taken in village halls | clinics a month
* Blood clinics in four village halls | 1 | 8
why Eskmoor has two buses a day, and the second one goes before our queue does.
how One of us and a cool box go out on Tuesdays.

@ xray
diagnostics | up | X-rays reported within a day | %
* Every chest X-ray read within a day | 52 | 90
* Ultrasound within four weeks for every referral | 58 | 90 | Ultrasounds done within four weeks |
  %
why The cancer nobody looked at is the one that haunts us.
how Radiographers who can report have two hours a day with the phone off.
kindness | up | Patients covered and warm while waiting | %
* Dignity in the corridor: gowns that close | 55 | 98
why People sit in the cold in a gown that does not meet at the back.
how We ask "would you like your own coat?"
rota | down | Days of injury to staff from lifting | a year
* No more bad backs in X-ray | 96 | 40
why Six of us were off with our backs last year.
how We wait for the second person, whatever the queue.

@ scanning
diagnostics | down | People waiting over six weeks for CT or MRI | people
* Six-week scan waits down to one in a hundred | 870 | 90
* MRI lists seven days a week | 640 | 120
why A scan is the gate to half of what this hospital does.
how We ring people with late slots, and someone always says yes.
cancer | up | Cancer scans done and reported in ten days | %
* Cancer scans done and read in ten days | 63 | 88
why The twenty-eight days are mostly ours to lose.
how A red folder goes from hand to hand, never into a tray.
deterioration | down | Minutes to a head scan in the emergency department | minutes
* Straight to scan for suspected stroke | 41 | 20
why We made stroke patients wait behind knees.
how The radiographer clears the table when the phone rings.
energy | down | Electricity used by scanners when idle | MWh a month
* Scanners asleep when we are | 22 | 14
why An idle scanner draws as much as forty houses.
how The last person out runs down the list on the door.

@ clinics
clinics | down | Minutes late that clinics run | minutes
* Clinics that run to time, or say why | 38 | 15
* Nobody stands: chairs, water and honest times | 44 | 90 | Patients who had a seat and knew how
  long | % | up
why People take half a day off for ten minutes with us.
how The nurse writes the real wait on the board, and says it aloud.
clinics | up | Follow-ups the patient starts | %
* Come back when you need us, not because it is six months | 7 | 20
why Half of routine visits end with "see you in six months".
how The letter says who to ring and what should worry you.
interpreters | up | Clinic visits with the booked interpreter present | %
* The interpreter comes, and stays until the end | 66 | 95
why A visit without words is a wasted visit.
how We check at the two-day call that the booking stands.
remote | up | Suitable visits by phone or video | %
* One visit in four by phone or screen, by choice | 14 | 25
why Parking costs more than the bus, and the bus takes an hour.
how We ask which the person would like each time, not once.

@ appointments
clinics | down | Missed first appointments | %
* Missed first visits under six in a hundred | 11 | 6
* Letters that people can read, in the language they read | 12.5 | 7
why A missed visit is most often a letter that came late.
how We text, ring and write, in that order.
reach | down | Gap in missed visits between poorest and best-off areas | points
* Ring before removing: close the gap in missed visits | 9 | 3
why We were taking the poorest people off the list for moving house.
how Two tries by phone at two times of day before anybody comes off.
kindness | down | Calls given up before we answered | %
* Fewer than one caller in twenty hangs up | 24 | 5
why People who give up do not get better.
how We call back those who leave a number, by the end of the day.
waits | up | Referrals triaged within two working days | %
* Every referral opened and sorted in two days | 51 | 95
why Urgent letters sat among the routine ones for a week.
how Whoever opens the letter reads it to the end and settles it there.

@ health_records
records | up | Clinics with the full record ready | %
* No clinic without its record | 88 | 99
why Doctors repeated tests for want of a folder.
how We check tomorrow's clinics at two today.
records | down | Paper notes called for each week | boxes
* Paper down: scan the last two years for every clinic | 310 | 90
why The store floods, and the van burns diesel to fetch one page.
how We scan what the clinic asks for first.
accuracy | down | Double records | per 1,000 people
* One person, one record | 12 | 3
why Twins and shared birthdays were mixed up four times this year.
how We stop and ask when two look alike.

@ interpreting
interpreters | up | Booked interpreters who arrive | %
* Every booked interpreter turns up | 81 | 98
* British Sign Language within an hour in an emergency | 35 | 85 | Emergency sign language within
  the hour | %
* Bookings that take one click on the ward | 58 | 90 | Bookings made from the ward's own screen |
  %
why One in five bookings failed, and the patient was sent home.
how We ring the interpreter the day before, and keep two in reserve.
interpreters | up | Letters offered in large print, easy read or another language | %
* Letters people can read, asked for once and kept | 22 | 75
why We ask the same blind man each time if he can see.
how We write the need at the top of the record and act on it.
reach | up | Community groups that tell us how we do | groups | learning
* Sixteen community groups who test our signs and letters | 4 | 16
why Until now we had guessed what people found hard, and often guessed wrong.
how We pay people for their time, and change what they tell us to.
"""
