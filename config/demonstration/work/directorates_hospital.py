"""What the hospital's directorates set out to do."""

SHEET = """
@ EM
safe | down | Avoidable harm in the first day of care | a month
* The first twenty-four hours made safe | 17 | 11
why The sickest hour of anyone's stay is spent with us.
how We review each harm within two days with those who were there.
deterioration | up | Sepsis and stroke treated in time at the front door | %
* Sepsis, stroke and broken hips: treated before the clock runs out | 64 | 88
why Three clocks start at our door, and we miss each of them too often.
how One nurse a shift watches the clocks and nothing else.
front_door | up | Acute patients through our doors in four hours | %
* Flow through the front door every hour of the day | 70 | 80
why The queue grows between four and eight in the evening, when our numbers drop.
how We move doctors' hours to match the people who come.
discharge | up | Wards that free a bed before ten | %
* Two early beds from each ward, each day | 34 | 75
why A bed free at ten in the morning does more good than two at five.
how The site team goes up to help to pack, and rings for the lift home.
staff | up | Emergency and acute staff who would stay | %
* Stay and grow in emergency care | 47 | 65
why Our people burn bright and leave by thirty.
how Rotas have room for study, rest and second jobs.
adjustments | up | People with extra needs seen in the right place | %
* An emergency department for every kind of mind | 29 | 75
why Noise, light and waiting make some people iller.
how We ask about needs at the desk, flag them in the record and act on them.
home | up | People turned towards care at home from our door | a week
* Forty people a week sent home with care instead of in | 14 | 40
why We admit at night for want of one visit in the morning.
how The urgent community nurse stands beside our triage nurse.
systems | down | Minutes a shift lost to the computer | minutes
* One log-in from triage to ward | 52 | 20
why Our nurses type the same name seven times between the door and the ward.
how Our nurses test it at two in the morning.
money | down | Agency and repeat tests in emergency care | £000 a month
* Spend less on strangers and repeat tests | 80 | 50
why It buys nothing that a patient would notice.
how We look at last week's on Tuesday, with no blame.

@ OPM
safe | down | Falls and sores on older people's wards | a month
* Older people leave us no worse than they came | 22 | 14
why One in three loses strength or skin while with us.
how Every review asks what the person could do the day before they came.
kindness | up | Older patients who felt treated as themselves | %
* Care for the person who was here before the illness | 63 | 85
why Their lives are on our records as a list of problems.
how We learn one true thing about each person on the first day.
discharge | down | Older people's beds held by people ready for home | beds
* Home before strength is lost | 38 | 18
why Ten days here is ten years of muscle.
how We begin planning home with the family on the first day.
staff | up | Staff who would recommend work with older people | %
* Work with older people as a career people choose | 51 | 68
why Few students choose to work with older people, because they see us at our busiest.
how We take students on our best ward first.
interpreters | up | Families who got the talk in their own language | %
* No family left to guess | 48 | 85
why Half of our complaints from families began with a word not understood.
how We book the interpreter before the family meeting, not during it.
home | up | Older people with support at home in place of a bed | a month
* Frail people treated at home by our team | 18 | 60
why Fewer falls, better sleep, and their own cat on the bed.
how Our consultants visit at home on three afternoons a week.
records | up | Charts complete on the ward record | %
* Our wards ready for the single record | 31 | 90
why Paper charts go missing as patients move.
how Each ward names two people whom others can ask.
agency | down | One-to-one agency hours | hours a week
* Company planned, agency watchers fewer | 610 | 300
why A stranger on a chair helps no one.
how The ward and the dementia team agree the plan each morning.

@ SPM
safe | down | Avoidable harm on specialty wards | a month
* Medicines, oxygen and lines: the specialty harms we can stop | 19 | 12
why Three causes make two thirds of the harm on our wards.
how We take one cause a quarter and finish it.
dying | up | People with a known last wish that was kept | %
* The last year of life: asked, written and kept | 49 | 70
why Most deaths here are not a surprise to anyone except the family.
how Each specialty names whom it will talk to this month.
waits | down | Overdue tests and reviews in specialty medicine | people
* Nobody overdue for a heart, bowel or kidney review | 980 | 250
why An overdue check is a risk that nobody is watching.
how We sort the overdue list by risk each Monday and ring those at the top.
cancer | up | Cancer patients treated within sixty-two days | %
* Cancer treatment without the wait | 64 | 78
why Every week of waiting for cancer treatment is a week that somebody has to live through.
how We trace each late pathway with the person who lived it.
fair | down | Gap in use of rehabilitation and screening by area | points
* Heart, lung and cancer care that reaches everyone | 16 | 8
why Those most ill come last and least.
how We go out, and count who does not come.
staff | up | Specialty staff who feel supported | %
* Specialty teams where people stay and grow | 55 | 70
why It takes two years to make a dialysis nurse.
how We give each new nurse one named teacher.
home | up | Long-term patients managing at home | %
* Dialysis, breathing and heart care at home | 19 | 32
why People live better at home, once they trust it.
how A nurse who knows them answers when they ring, seven days a week.
remote | up | Follow-ups by phone, video or device | %
* Checks from home wherever a journey adds nothing | 22 | 45
why Our patients travel for two hours for good news.
how We ask each person which they would rather have, and write it down.
waste | down | Single-use plastic in endoscopy and dialysis | tonnes a year
* Half the plastic in our two thirstiest units | 96 | 60
why Endoscopy and dialysis fill a skip a day between them.
how Staff chose the first three things to stop.
money | up | Lists and chairs used | %
* Every chair, list and slot used | 74 | 88
why An empty chair or slot costs as much as a full one.
how We ring the day before, and keep a list of people who can come at short notice.

@ TCC
surgical | down | Serious harm in theatre or intensive care | a quarter
* No never events, and a debrief after every list | 4 | 0
why Twice last year a mistake was caught at the last moment, by luck.
how Everyone stops for the check, the consultant first.
theatres | up | Theatre hours used for operating | %
* Theatres that start on time and finish on time | 69 | 85
why Late starts steal the last patient's operation.
how We fix one cause of lateness a fortnight, with those who are late.
staff | up | Theatre and intensive care staff who feel heard | %
* A theatre where the quietest voice can stop the list | 50 | 75
why After each incident somebody told us that they had seen it coming.
how Consultants thank those who stop them.
prevention | up | Patients ready and fit before surgery | %
* Ready for surgery: fitter people, fewer surprises | 38 | 70
why The best time to prevent a chest infection is six weeks before.
how We ring each person in the week that they join the list, and ask what would help.
records | up | Theatre records complete at the end of each case | %
* Theatre, anaesthetic and recovery on one record | 40 | 90
why Theatre, anaesthetic and recovery each keep a chart, and they do not agree.
how Scrub staff have the last word on screens.
gas | down | Anaesthetic carbon | tonnes CO2e
* Piped nitrous oxide off, low flow on | 480 | 180
why More of the gas was leaking from the pipes than was reaching patients.
how Anaesthetists publish their own figure.
stock | down | Kit and stock spend per operation | £
* Pay for what is used, not what is opened | 640 | 560
why Half of the kit that is opened is thrown away unused.
how The surgeon sees the bill for the tray.

@ SUR
safe | down | Infection, falls and sores on surgical wards | a month
* Surgical wards with fewer wounds, falls and sores | 16 | 10
why Complications double the stay, and worse.
how Ward and theatre look at each one together.
handover | up | Surgical patients with a plan for the night | %
* Everyone knows tonight's plan, the patient too | 53 | 90
why Nights are where surgical care frays.
how Doctor and nurse say tonight's plan at the bedside at seven.
waits | down | Surgical patients waiting over a year | people
* The longest waiters first, in every specialty | 760 | 0
why The fairest thing we can do for people who have waited longest is to treat them next.
how Each specialty lead rings three people a week from the top of the list.
cancer | up | Suspected cancers answered in twenty-eight days | %
* Cancer answers inside four weeks | 66 | 82
why People tell us that not knowing is worse than the news.
how The test and the talk about its result are booked in the same call.
gaps | down | Gap in waits by area in surgery | days
* A surgical list that is fair by postcode | 21 | 6
why Missed letters were costing people their place.
how No one comes off a list without a voice call.
staff | up | Surgical ward staff who would stay | %
* Surgical wards where people learn and stay | 52 | 68
why We train nurses for other hospitals.
how Theatre, ward and clinic rotations are open to all.
home | up | Surgical patients recovering at home with support | %
* Home sooner, with a number that is answered | 34 | 60
why Most questions after surgery need a voice, not a visit.
how The ward phone is carried by a nurse, not left on a desk.
digital | up | Surgical clinics on the single record | %
* Clinics without paper | 20 | 80
why The folder is always in another clinic.
how One clinic moves each month, with help in the room.
green | down | Travel and waste from surgical clinics | tonnes CO2e
* Fewer wasted trips, fewer wasted packs | 62 | 45
why People drive to be told all is well.
how We phone with good news, so that nobody has to drive in for it.
money | up | Beds and slots used well | %
* Shorter stays, fuller lists | 70 | 84
why A day less in bed is a patient more.
how Physio and nurse walk together at four.

@ WOM
birth | down | Avoidable harm to mothers and babies | a quarter
* Safer birth through listening and practice | 13 | 8
why Every review ends with somebody who said something was wrong.
how We act on "I am worried" as we would on a bleed.
kindness | up | Women who felt listened to | %
* Believed the first time | 65 | 88
why What women told us was right, and we were slow.
how The midwife reads back what she has heard.
waits | down | Weeks to a first women's health visit | weeks
* Women's health without the half-year wait | 25 | 12
why Pain that is called normal goes untreated.
how Nurses sort and start treatment while women wait.
gaps | up | Women at most risk with the same midwife throughout | %
* The same midwife for the women who need it most | 22 | 55
why Trust takes time, and we kept changing faces.
how Teams are built round neighbourhoods.
staff | up | Midwives who would stay another year | %
* A rota that midwives can live with | 58 | 75
why Leavers say hours first and fear second.
how Midwives write the rules of the rota, and review them each season.
home | up | Antenatal and postnatal care given near home | %
* Care at the children's centre, not the hospital | 44 | 65
why Two buses with a pushchair is a barrier.
how We book rooms where mothers already go.
digital | up | Women who can see their own notes | %
* Her notes in her hand, on one record | 28 | 80
why She carries a folder that half of us cannot read.
how We open the record together at each visit.
gas | down | Gas and air lost | tonnes CO2e
* Clean air for midwives: gas and air without the leak | 130 | 60
why Midwives told us of headaches; they breathe what women breathe out.
how We test the rooms each month and tell everyone.
agency | down | Cost of agency midwives | £000 a month
* Agency midwives only for the unforeseen | 36 | 15
why Familiar faces are safer and cost less.
how We take on six more midwives than we need each September, for the winter.

@ CHI
safe | down | Avoidable harm to children and babies | a quarter
* Parents' worries heard, children's harm down | 9 | 4
why In four of our last five reviews a parent had known first.
how We count how many times a parent's call changed the plan.
access | up | Children seen within their promised time | %
* Children seen on time: front door, clinic and therapy | 58 | 80
why A year is a tenth of a ten-year-old's life.
how We put children's lists first when we add a session.
gaps | down | Gap in children's emergency stays by area | per 10,000
* Healthy lungs and teeth, whichever street you live on | 52 | 38
why The same six streets fill our ward each winter.
how We work with the council's housing team by address.
staff | up | Children's staff who feel supported | %
* Support for staff after the hardest days | 56 | 80
why The death of a child stays with everyone who was there.
how Nobody goes home alone that day, and we meet again within the week.
home | up | Children cared for at home instead of the ward | a month
* A children's ward without walls | 21 | 48
why Children mend faster beside their own toys.
how A children's nurse visits in the evening.
digital | up | Children with one record from birth to school | %
* One record from birth to first day at school | 12 | 60
why Nobody sees the pattern when it is split in five.
how Parents can see the record, add to it and correct it.
money | down | Milk, kit and medicines thrown away | £000 a year
* Waste less of what children need | 84 | 50
why Milk made up and poured away costs us a nurse.
how We make up what the next feed needs, and no more.
"""
