"""Work of community nurses, community wards and therapists."""

SHEET = """
@ district
skin | down | Pressure ulcers that began on our caseload | a quarter
* Heels and hips checked at every visit to housebound people | 17 | 8
* Right mattress in the house within a day | 14 | 7
* Carers shown how to spot sore skin early | 12 | 7
why Most of the people we see cannot turn over without help.
how We look with the carer beside us and leave a drawing of what to watch for.
skin | down | Weeks for a leg ulcer to heal | weeks
* Leg ulcers healed in half the time | 26 | 13
* Compression offered at the second visit | 24 | 14
why We were dressing wounds for years that proper bandaging would have closed.
how We measure, photograph and change course at four weeks if nothing has changed.
medicines | up | Insulin visits made within an hour of the right time | %
* Insulin before breakfast, not after | 66 | 90
* Teach one housebound person in six to manage insulin again | 5 | 16 | People taught to give
  their own insulin again | %
why Late insulin brings people to hospital.
how The morning insulin round comes first and two nurses share it.
response | up | Same-day calls visited the same day | %
* Blocked catheter visited in four hours, nights included | 57 | 90 | Blocked catheters visited
  within four hours | %
* One number, one nurse, one answer for people nearing the end | 61 | 92 | Callers near the end of
  life who spoke first to a nurse | %
why A wait at night turns into an ambulance.
how The caller speaks to a nurse, who says when and means it.
dying | up | People near the end of life visited as often as they wished | %
* No weekend gap for people dying at home | 64 | 92
* Evening visits kept for those whose time is short | 70 | 95
why Families can manage until about six on a Saturday.
how The Friday huddle plans the weekend for each person, by name.
productivity | down | Minutes of travel per visit | minutes
* Visits planned by street, so nurses nurse | 19 | 13
* Clinics for people who can get out, visits for those who cannot | 21 | 15
why We spent two nurses a day on driving.
how The planner and the nurses draw the round together at three.
records | up | Notes finished at the bedside | %
* Notes written in the house, not on the sofa at nine at night | 34 | 80
* One record shared with the GP by teatime | 41 | 85 | Visits that the GP can read about the same
  day | %
why Nurses type at home after their children are in bed.
how We write it with the person, and read it back.
safeguarding | up | Staff who had safeguarding supervision this quarter | %
* Talk through worrying homes every month | 38 | 90
why We see behind doors that others do not.
how We bring the visit that bothered us, and nobody is told they should have coped.
rota | down | Visits deferred for want of staff | a week
* Deferred visits down to ten a week, and each one rung | 44 | 10
* Caseloads shared so that no nurse carries over forty | 38 | 12
why Deferred people are the quiet ones, and quiet is not the same as well.
how We ring the person, tell them the truth and give the new day.
voice | up | Lone workers who say someone would notice within the hour | %
* Nobody finishes alone: a check at the end of each shift | 48 | 95
why One of us sat in a ditch for three hours in January.
how The buddy does not go home until the other has rung.

@ rapid
response | up | Urgent calls visited within two hours | %
* At the door in two hours, nine times in ten | 71 | 90
* Fallers picked up from the floor within the hour | 46 | 80 | Fallers reached within the hour | %
* Take the call direct from the ambulance crew | 28 | 65 | Calls taken direct from ambulance crews
  | %
why A person who lies long on the floor may never live alone again.
how Whoever is nearest goes, whatever it says on the badge.
response | up | People cared for on the virtual ward | people
* Sixty beds without a building | 34 | 60
* Drips for cellulitis at home, every day of the week | 8 | 24 | People on a drip at home | people
* Heart failure settled at home with a daily nurse | 6 | 20 | People with heart failure treated at
  home | people
why Older people lose less when they stay where they know the light switches.
how The consultant joins by video and the nurse holds the tablet.
remote | up | Patients using their monitoring kit without help on day two | %
* Home monitors people can really use | 62 | 88
why A box that frightens someone is not care.
how We sit on the bed and try it together, twice.
joined | up | Referrals settled on the first call | %
* One call settles it for care homes and crews | 45 | 80
why Crews hung up when they were passed on a third time.
how We say yes first and sort out whose job it is later.

@ skin_team
skin | up | Teams able to grade a pressure ulcer alike | %
* One eye for pressure damage across all our teams | 55 | 85
* Darker skin: spot damage before it breaks | 40 | 85 | Staff trained to see early damage on
  darker skin | %
why We called the same wound three different things, and missed early damage on brown and black
  skin.
how We bring photographs to each team's meeting and argue kindly.
stock | down | Spend on dressings that do not match the guide | £000
* The right dressing, not the dearest | 96 | 40
why Cupboards are full of dressings that were tried once.
how We open the cupboard with the team and agree what to keep.
self_care | up | Nursing homes with their own trained skin link | homes
* A skin link in each of our thirty care homes | 9 | 30
why Homes ring us when it has already broken.
how We teach beside the bed, one shift a month.

@ community_wards
discharge | down | Days from ready to home | days
* Fit on Monday, home by Thursday | 7.8 | 3
* Home visits by the therapist in the first week | 6.9 | 4
why People came to us to get ready for home and then waited to go there.
how We begin on day one with "what must be true for you to be home?"
self_care | up | Patients who can do more for themselves than when they came | %
* Own clothes, own tea, own tablets before home | 64 | 85
* Practise the stairs you will really climb | 58 | 80
why Doing for people is quicker and costs them their independence.
how We keep our hands behind our backs and talk.
joined | up | Volunteers who visit each week | people
* A visitor for everyone who has none | 11 | 40
why Some of our patients hear no voice but ours for a fortnight.
how Volunteers are part of the huddle and know whom to sit with.
falls | up | Patients in strength and balance classes | %
* Chair classes every morning in the day room | 25 | 70
why Caution alone makes falls likelier.
how Everyone is invited by name, and the cook joins in.

@ therapies
waits | down | Weeks to a first visit | weeks
* Community therapy within four weeks of asking | 15 | 4
* Falls referrals seen within ten days | 6 | 1.5
* Splints and grips posted the same week | 5 | 1
why People give up, or fall, while waiting for a bath board.
how We ring on the day the referral comes and settle half of it there.
falls | up | People finishing a falls course | %
* Three in four finish the falls course | 48 | 75
why Most people stop when the lift home stops.
how We plan the lift, the friend and the reason to come back.
self_care | up | People who reach the goal they named | %
* The person's own goal is the only goal | 57 | 80
* Gardening, bingo, church: goals in plain words | 52 | 78
why "Transfers with one" never got anyone out of bed.
how We write the goal in quotation marks.
adjustments | up | Equipment reviewed after three months | %
* Equipment that is used, or given back | 23 | 70
why One frame in three is a clothes horse.
how We ring and ask what it is really like to use.

@ speech
nutrition | down | Weeks waiting with a swallowing worry | weeks
* Swallowing worries seen within two weeks | 7 | 2
why Choking is the fear that keeps families awake.
how We rank by risk each day and phone those who must wait.
waits | down | Weeks a child waits for speech therapy | weeks
* Talk before school: under-fives seen within twelve weeks | 34 | 12
why A child who cannot be understood by five starts school angry.
how We coach parents and nurseries in groups while they wait.
interpreters | up | Bilingual children assessed in both languages | %
* Assess children in the language they dream in | 39 | 90
why We had called children delayed who were simply bilingual.
how We book the same interpreter each time, and brief them first.
remote | up | Follow-ups by video where the family prefers it | %
* Video sessions after bath time | 17 | 40
why Parents on shifts cannot make two o'clock.
how We offer evenings on Tuesdays and Thursdays.

@ podiatry
prevention | down | Foot amputations in people with diabetes | a year
* Fewer feet lost: hot foot seen within a day | 21 | 12
why Nine out of ten amputations start with an ulcer somebody could have seen.
how A text with a photograph gets an answer the same morning.
waits | down | High-risk feet overdue for a check | people
* No high-risk foot overdue | 260 | 40
why Low-risk nails filled the slots that high-risk feet needed.
how We teach nail care in groups, and keep the clinic for danger.
reach | up | People checked at the homeless shelter | people | learning
* Boots off at the shelter every other Friday | 0 | 60
why Feet are what puts rough sleepers in hospital.
how We bring socks, and ask nothing else at first.

@ physio
waits | down | Weeks to physiotherapy for back and joint pain | weeks
* Straight to a physio: back pain seen within two weeks | 11 | 2
why Pain that is left becomes pain that stays.
how People book themselves online or by phone, without a letter.
prevention | up | People who still exercise three months later | %
* From clinic to leisure centre in one handshake | 22 | 50
why What we teach is lost by summer without a place to use it.
how The gym instructor comes to the last session.
adjustments | up | Appointments offered outside work hours | %
* Clinics at seven in the morning and seven at night | 8 | 30
why Zero-hours workers lose a shift to see us.
how Each of us does one late a fortnight, by choice of day.
productivity | down | Missed appointments | %
* Missed appointments down to one in twenty | 13 | 5
why Each missed slot is somebody else's month.
how We ring new patients the week before and ask if the time still suits.
"""
