"""Work that every clinical team, or every office, has a reason to choose."""

SHEET = """
@ clinical_team
rota | up | Rotas published eight weeks ahead | %
* Our rota out eight weeks ahead, and kept | 45 | 90
* Fair weekends: one in three for everyone | 52 | 88 | Staff working no more than one weekend in
  three | %
* Short-notice swaps settled by the team, not by text at night | 58 | 90 | Swaps agreed a week
  ahead | %
why People cannot plan childcare, and those who can choose leave for jobs that let them.
how We draw up the rota together on the first Tuesday and trade openly.
rota | up | Staff who say they get their breaks | %
* A real break for everyone, every shift | 39 | 85
* Somewhere to sit and somebody to cover: breaks that happen | 44 | 85
why Our mistakes come in the eleventh hour of a shift without a break.
how The person in charge sends people, by name, and goes too.
supervision | up | Staff with supervision in the last six weeks | %
* Supervision every six weeks for everyone, including nights | 41 | 85
* Time to think: reflective hour once a month | 18 | 70 | Staff who came to a reflective hour this
  month | %
* Newly qualified colleagues get a weekly half-hour | 33 | 90 | Newly qualified staff with a
  weekly half-hour | %
why Hard work that is not talked through follows people home.
how The hour goes into the rota first, and the lead is the last to cancel.
supervision | up | Yearly talks that staff call useful | %
* A yearly talk worth having | 46 | 80
* Appraisals about the person, not the form | 38 | 75
why Our appraisals were done, and forgotten by tea.
how We ask what they are proud of, what gets in their way and what they want to try.
retention | down | People leaving within their first year | %
* New starters still here and glad after a year | 24 | 12
* A buddy from the first day to the hundredth | 29 | 14
* Ask people to stay before they think of going | 22 | 12
why One in four of our new colleagues leaves before their first birthday here.
how We ask at one month, three and six: "what nearly made you go?"
wellbeing | down | Days lost to sickness for stress | a quarter
* Stress days down by a third through small fixes | 64 | 42
* After a bad shift, ten minutes before home | 51 | 34
why We fix what we can reach: parking, lockers, breaks, kindness.
how Anyone can put a pebble in the jar, and we mend one a week.
voice | up | Staff who feel safe to speak up | %
* Say it on the day: speaking up without fear | 55 | 80
* The newest person speaks first at our huddle | 60 | 85
* Three ideas a month from the team, one of them tried | 25 | 70 | Staff ideas tried within a
  month | %
why The answer to last year's worst week had been in the tea room since March.
how The lead says "thank you for telling me" and comes back with an answer within a week.
growth | up | Staff learning something new this year | %
* Each of us learns one new skill this year | 34 | 75
* Two of our care assistants on the way to registration | 20 | 60 | Care assistants on the way to
  registration | %
why People stay where they are learning something.
how Each of us teaches the others one thing that we know well.
fairness | up | Staff who say chances are given fairly | %
* Acting-up and courses offered to all, in the open | 48 | 75
* Names said right and everybody at the table | 57 | 85 | Staff who feel that they belong here | %
why Two colleagues told us that the same three people always get asked.
how Each chance goes on the board for a week before anyone is chosen.
agency | down | Shifts filled by agencies | a month
* Agency shifts halved by better planning | 38 | 19
* Cover from our own bank, people who know us | 27 | 10
* Vacancies filled, agency down to the odd night | 44 | 12
why Strangers at night cost twice as much and know none of our patients.
how We plan leave three months out and ask part-timers first.
stock | down | Supplies thrown away or out of date | £ a month
* A tidy store room: out-of-date supplies near nothing | 720 | 150
* Order what we use, not what we have always ordered | 640 | 250
* One cupboard, one list, half the spend | 980 | 490
why We found eleven boxes of something that none of us could name.
how One of us owns each shelf and puts the oldest in front.
productivity | up | Staff time spent with patients | %
* An hour more a day with patients, an hour less on paper | 43 | 55
* Stop three forms that nobody reads | 47 | 56
why We timed ourselves for a week and did not like the answer.
how We ask of each form "who would miss it?" and stop it for a month.

@ clinical_team_fair
interpreters | up | Patients offered an interpreter when they need one | %
* Never a child as interpreter | 56 | 95 | Families offered a trained interpreter in place of a
  relative | %
* Interpreter booked with the bed or the visit, not after it | 48 | 90
* Language asked for and written on the first page | 61 | 95 | Records with the language filled in
  | %
* Phone interpreting within five minutes, and we all know how | 37 | 85 | Staff who have used the
  interpreting line | %
why Families told us that they nodded because it was easier.
how We ask "which language do you think in?" and ring the line ourselves.
adjustments | up | Patients with a need on record who had it met | %
* Ask once, do it every time: reasonable adjustments | 39 | 85
* Hearing aids in, glasses on, before we talk | 44 | 90 | Patients with aids and glasses in place
  on spot checks | %
* Easy-read plans for people with a learning disability | 26 | 75 | People with a learning
  disability given an easy-read plan | %
why People told us that they explain themselves at every door.
how We read the flag before we walk in, and say that we have.
gaps | up | Improvement figures looked at by area and ethnicity | % | learning
* Look at our figures by postcode and ask why | 10 | 80
why Averages hide the people that we fail.
how We pick one gap a quarter and ring ten people on the wrong side of it.

@ clinical_team_digital
records | up | Notes written at the time of care | %
* Notes written as we go, not after the shift | 52 | 85
* One handover list, in the record, trusted by all | 36 | 90 | Handovers given from the record | %
why The notes go home late and the truth goes out of date.
how We take the screen to the person, and turn it round so they can read.
systems | down | Minutes a shift lost to log-ins and dead batteries | minutes
* Twenty minutes a shift back from slow computers | 34 | 14
* Charged, logged in and where we need it | 28 | 12
why We queue for the computer while bells ring.
how We report each fault as it comes, and one of us chases weekly.
insight | up | Team meetings that look at our own figures | % | learning
* Our own run charts on the wall, drawn by us | 20 | 90
* One measure a month, chosen by the team | 25 | 90
why Figures came from elsewhere and felt like blame.
how Whoever asks the question draws the chart.

@ clinical_team_green
waste | down | Pairs of gloves used | thousand a month
* Gloves off when hands will do | 41 | 27
* Fewer gloves, cleaner hands, kinder skin | 33 | 22
why We wear gloves to make beds and to hold hands.
how We ask each other "what are those for?" without a sneer.
waste | up | Household and recycled share of our rubbish | %
* The right bin, nine times in ten | 48 | 90
* Inhalers back to pharmacy, plastic out of the yellow bag | 52 | 85
why Clinical waste costs eight times more to burn.
how We moved the bins to where the hands are.

@ clinical_bedside
adjustments | up | Carers who were offered the chance to stay | %
* A carer may stay, day and night | 51 | 90
* A quiet bed for people who cannot bear the noise | 28 | 75 | People with a noise need who had a
  quiet bed | %
why Some people are only calm, or only understood, when somebody they know is there.
how We offer a chair, a blanket and a cup of tea before we are asked.
energy | down | Lights and screens left on at night | a round
* Lights down by ten: good for sleep and the planet | 26 | 6
* Screens off, doors shut, heat where people are | 31 | 9
why A darker ward is a quieter one, and people sleep.
how The night team does a round at ten and opens up at six.

@ clinical_visits
gaps | up | Missed visits followed by a call to ask why | % | learning
* Know who does not come, and go and ask them | 15 | 70 | Missed visits followed by a call to ask
  why | %
why Those who miss us are seldom those who need us least.
how We ring at a different time of day, and we ask before we explain.
reach | down | Missed visits in the poorest areas | %
* Fewer missed visits where life is hardest | 21 | 11
* Bus fare and a call the day before | 19 | 10
why Missing a visit is seldom about not caring.
how We ask what got in the way and change the time, the place or the lift.
travel | down | Miles driven for meetings and errands | miles a month
* One trip instead of three | 1450 | 900
* Meetings by phone unless there is cake | 1180 | 700
why We drive across the valley for half an hour in a room.
how We bundle errands, and ask who is going anyway.

@ office_team
supervision | up | Staff with a one-to-one this month | %
* A proper one-to-one each month | 50 | 95
* Yearly talks in the first quarter, and useful | 41 | 90 | Yearly talks held in the first quarter
  | %
* Managers who ask before they tell | 44 | 80 | Staff who say that their manager listens | %
why People told us they heard from their manager when something went wrong.
how We keep the slot, walk while we talk, and write down one promise each.
retention | down | People leaving in a year | %
* Keep the people we train: leavers down by a third | 18 | 12
* Reasons to stay, asked for each spring | 16 | 11
why We train people well, and the council hires them.
how We ask what would make them stay while there is time to do it.
voice | up | Staff who feel their ideas are used | %
* Try one staff idea each month | 33 | 65
* Fifteen minutes on Friday: what got in our way? | 38 | 70
* Everyone's voice, including those on early shifts | 29 | 65
why The people who do the work know where it snags.
how The person with the idea leads the try, and we tell everyone how it went.
growth | up | People with a next step agreed | %
* A next step for everyone who wants one | 27 | 70
* Cross-train so nobody is the only one who knows | 31 | 75 | Jobs that two people can do | %
why Three of our jobs stop when one person is off.
how We swap desks for a morning each fortnight.
wellbeing | down | Days lost to sickness | a quarter
* Well at work: short absences down by a quarter | 56 | 42
* Stand up, go out, log off | 48 | 36
why Most of our short absences start on a Monday, after a bad Friday.
how We finish at the time we said we would, the lead first.
records | down | Forms that have to be typed twice | forms
* Type it once | 17 | 4
* Replace the shared spreadsheet before it breaks | 9 | 1
* Answers on one page that staff can find | 22 | 6
why We copy from one screen to another for half of Wednesday.
how Whoever meets a double entry writes it on the wall, and we mend one a month.
productivity | up | Requests finished when we said they would be | %
* Say a date and keep it | 62 | 90
* First in, first answered, and urgent means urgent | 57 | 85
* A queue that anyone can see | 49 | 85
why People chase us, and answering the chasing is half the work.
how We give a date we can keep, and ring before it slips.
stock | down | Spend on things we could share or do without | £000
* Share, mend, do without: a tenth off what we buy | 88 | 79
* Licences cancelled when people leave | 64 | 40 | Spend on licences that nobody uses | £000
why We pay for seats that nobody sits in.
how We look at the list together each month, and cross out one line.
waste | down | Sheets printed | thousand a month
* Paper for people who need it, screens for the rest | 46 | 20
* No more paper trays of things to sign | 39 | 15
why The printer wears out before the carpet.
how We ask once whether anybody reads it.
travel | down | Miles driven between sites | miles a month
* Share lifts between Marlbeck and Thornwick | 2400 | 1600
* Meet by phone first | 1900 | 1100
why Two of us drove the same road an hour apart.
how We put trips on the whiteboard and fill the seats.
kindness | up | People we serve who say we were helpful | %
* Ask the wards if we help | 58 | 80
* Go and see: one morning a month on a ward | 12 | 60 | Staff who spent a morning with those we
  serve | %
why We had never asked, and the answer stung.
how We go where the work is and come back with one thing to change.

@ green_drafts
travel | down | Miles driven in our own cars | miles a month
* Electric pool cars for the Ferrowby round | 6200 | 2400
* Fewer drives between Wrenfield and Marlbeck | 2900 | 1500
why We drive all day, and nobody has asked us how it could be less.
how We share cars on the long round and ring before we cross the valley.
"""
