"""Work of people services, finance and quality teams."""

SHEET = """
@ recruitment
hiring | down | Days from advert to first day | days
* From advert to first day in seven weeks | 84 | 49
* Nurses and care assistants hired in a month | 61 | 30
why Good people take the other job while we check the references.
how One of us stays with each new starter, from yes until the first payslip.
fairness | down | How much likelier white applicants are to be appointed | times
* Fair shortlists: narrow the gap from shortlist to job offer | 1.7 | 1.2
why Our own figures have said the same for five years.
how No panel meets without a trained member from another team.
hiring | up | New starters from the nearest three postcodes | %
* Jobs for the people who live beside us | 21 | 35
why Local people stay, and health follows work.
how We hold the interview at the job centre, and leave the form out.

@ advice
fairness | down | Weeks that formal cases take | weeks
* Formal cases closed in eight weeks, or explained | 19 | 8
* Talk first: half of grievances settled without a panel | 22 | 50 | Grievances settled without a
  panel | % | up
why People fall ill waiting, on both sides.
how A manager rings us before a letter goes, and asks "what else could this be?"
wellbeing | down | Sickness absence | %
* Sickness down to five in a hundred by asking sooner | 6.4 | 5
why The first call after a week off is often the first in the month.
how The manager rings as a person, and we coach the call.
retention | up | Flexible working requests agreed | %
* Yes unless: flexible hours agreed nine times in ten | 64 | 90
why People leave for a Tuesday that we could have given.
how Teams look at the whole rota together, and find the hours.

@ payroll
accuracy | down | Pay errors | per 1,000 payslips
* Pay errors under two in a thousand | 7.5 | 2
* Enhancements right the first month | 11 | 3
why A wrong payslip means a missed rent.
how We ring the person the same day and pay by the end of the next.
accuracy | down | Overpayments outstanding | £000
* Overpayments caught before they become a debt | 260 | 90
why Paying back three hundred pounds hurts people on the lowest bands most.
how Managers get a nudge on the tenth about leavers.
voice | up | Pay questions answered by phone in five minutes | %
* A voice at the end of the phone on pay day | 37 | 85
why E-mail is no use to a cleaner without a computer.
how All of us answer on the twenty-fifth.

@ learning
growth | up | Apprentices in post | people
* One hundred and twenty apprentices across the trust | 71 | 120
* From care assistant to registered nurse in four years | 14 | 36 | Care assistants training as
  nurses | people
why We hand back levy money that would have paid for them.
how Ward managers choose together who goes, and cover each other.
growth | up | Required training up to date | %
* Training that respects people's time: ninety in a hundred | 79 | 90
why People do it at midnight, on their phones.
how We cut eleven courses to six and gave the hours back.
growth | up | New ward managers through the first hundred days course | people
* A hundred days of support for each new manager | 8 | 40
why Good nurses were made managers on a Friday and left alone.
how Each has a peer two years ahead who rings on Mondays.
fairness | up | Disabled and Black staff on leadership courses | %
* Courses that look like the people who work here | 12 | 24
why The same faces came each time, because managers chose.
how People put themselves forward, and names are drawn.

@ health_work
wellbeing | down | Days to a first occupational health appointment | days
* First appointment within two weeks | 34 | 14
* Counselling in a week for staff after an incident | 26 | 7 | Days to a first counselling talk |
  days
why A month's wait turns a bad back into a long absence.
how We ring on day one and often settle it there.
fairness | up | Workplace adjustments in place in four weeks | %
* The right chair, screen and shift within a month | 39 | 85
why Disabled colleagues told us they pay for their own.
how One form, one owner, and no medical letter for a chair.
prevention | up | Frontline staff vaccinated against flu | %
* Seven in ten protected before December | 48 | 70
why Last year half a ward was off at once.
how We bring it to the three in the morning tea break.

@ rostering
rota | up | Rotas published eight weeks ahead | %
* Every rota out eight weeks ahead | 43 | 95
* Self-rostering on twenty wards | 4 | 20 | Wards that roster themselves | wards
why Nobody can book a nursery on five days' notice.
how Teams set their own rules, and we build the tool round them.
agency | down | Shifts filled by agencies | a week
* Agency shifts down by two thirds | 340 | 110
* Our own bank first: paid within the week | 210 | 95
why Strangers cost twice as much and do not know where the suction is.
how We text our own people first, and thank them.
rota | down | Last-minute changes to shifts | per 100 shifts
* Changes only with a yes from the person | 18 | 6
why A text at six the night before is why people go.
how No change inside two weeks unless someone has said yes.

@ accounts
productivity | up | Savings plans with a clinical lead | %
* Every savings plan led by someone who knows the work | 38 | 90
* Budget meetings that end with one thing we will stop | 25 | 80 | Budget meetings that ended with
  something to stop | %
why Plans we wrote for others did not happen.
how We start with "what annoys you?" and follow the money from there.
insight | up | Managers with a monthly figure they can read | %
* One page a month in words, not codes | 33 | 85
why A budget sheet of four hundred lines hides the one that matters.
how The accountant sits with the manager, on the ward.
accuracy | up | Care counted and paid for correctly | %
* Depth of coding that tells the truth about how ill people are | 84 | 94
why We care for sicker people than our books show.
how Coders walk the ward with doctors on Wednesdays.

@ procurement
stock | down | Different kinds of the same item bought | items
* Fewer kinds of glove: one hundred items down to thirty | 104 | 30
* Try it first: nurses choose what we buy | 88 | 40
why We buy six sorts of the same thing from four firms.
how Nurses test for a week, and the vote decides.
travel | down | Deliveries a day | vans
* Deliveries halved by sharing with our neighbours | 46 | 23
why Vans block the ambulance road at eight.
how Two other trusts and the council share one lorry.
agency | down | Spend with no contract | £000 a month
* Every regular supplier on a contract we chose | 410 | 150
why Unplanned buying costs a fifth more.
how We answer "I need it today" by five o'clock.

@ payments
accuracy | up | Small suppliers paid in ten days | %
* Small firms paid in ten days | 46 | 90
why The florist and the plumber cannot wait for ninety.
how We ring to say it is on the way.
accuracy | up | Staff expenses paid in the next pay run | %
* Mileage paid the month it was driven | 55 | 95
why Community nurses were lending us a hundred pounds a month.
how We took away two of the three signatures.
productivity | down | Invoices handled by hand | %
* Invoices matched without a hand touching them | 62 | 25
why Four people typed what a machine had already sent.
how The team chose what to do with the hours saved.

@ safety
learning | up | Safety reviews that staff took part in | %
* Reviews done with the people who were there | 52 | 95
* Huddles within two days, not panels after two months | 28 | 80 | Incidents with a huddle within
  two days | %
why People read about themselves in a report.
how We start with "help us understand" and end by asking if it is fair.
learning | up | Safety actions still working after six months | %
* Fewer actions, each still working at six months | 31 | 75
why We closed four hundred actions, and the harm came back.
how We go to see, and we ask the night staff.
voice | up | Staff who believe we will act on what they say | %
* Speak up and hear back within a week | 46 | 65
why Silence is the loudest warning we have.
how We name the change, and the person if they wish it.

@ complaints
kindness | down | Working days to answer a complaint | days
* A true answer within thirty working days | 58 | 30
* Ring on day one: half of complaints settled by talking | 19 | 50 | Complaints settled by talking
  | % | up
why People want sorry, why, and what changes; they get a letter in four months.
how We ring before we write, and read it aloud before it goes.
learning | up | Complaints with a change shown to the family | %
* Show each family what we changed | 22 | 60
why A promise to "remind staff" insults everybody.
how The ward writes that paragraph, not us.

@ infection_team
infection | down | Cases of Clostridioides difficile from our care | a year
* Twelve fewer people with a gut infection from our care | 58 | 46
* Outbreak calls within the hour, every day | 64 | 95 | Outbreak calls answered within the hour |
  % | up
why Each one is weeks of misery, and some people die.
how We stand beside the staff at the sink, and ask what gets in the way.
infection | up | Hand hygiene seen by a stranger | %
* Honest hand checks, by a colleague from elsewhere | 71 | 92
why Every ward scored itself a hundred.
how The checker thanks by name and says one thing.
growth | up | Link nurses with protected time | people
* Forty link nurses with two hours a month | 12 | 40
why A badge without hours is decoration.
how We ask managers to put it in the rota.

@ safeguarding_team
safeguarding | up | Referrals with the person's own wishes written down | %
* "What do you want to happen?" asked each time | 37 | 85
* One call for advice, answered in ten minutes | 60 | 92 | Advice calls answered in ten minutes |
  %
why Adults were protected from everything but our decisions.
how We call back with the reporter and the person together.
safeguarding | up | Staff trained at the level they need | %
* Training with real stories, on real shifts | 72 | 92
why A quiz does not help anyone to ask a hard question.
how We act it out in pairs, and it is awkward, and it works.

@ comms
voice | up | Staff without a desk who heard the week's news | %
* News that reaches porters, cleaners and night staff | 23 | 70
* You said, we did: one page a month, all of it true | 35 | 75 | Promises on the page that were
  kept | %
why Half our colleagues never open a work e-mail.
how We print it, we pin it, and supervisors read it out.
kindness | up | Leaflets tested by patients | %
* No leaflet goes out before three patients have read it | 8 | 80
why Our average letter is harder to read than a newspaper.
how We pay the readers, and change what they circle.
joined | up | Patients and carers who help us plan | people
* Sixty patient partners with a real say | 17 | 60
why The same four people came to everything.
how We go where they are and send the notes first.

@ culture
voice | up | Staff survey answers that led to a change staff can name | %
* Name the change: what happened after the staff survey | 19 | 60
why Staff stopped answering because nothing came of it.
how We go back to each team within a month with one thing done.
fairness | up | Teams that have talked about race and fairness this year | %
* An honest hour on fairness in every team | 16 | 65
why Kind words on posters have not changed what colleagues meet on shift.
how We bring two colleagues with stories and leave with one change.
growth | up | Leaders who have worked a shift in another team | people | learning
* Sixty leaders spend a shift in somebody else's shoes | 9 | 60
why Quarrels between teams end when people have done each other's work.
how We pair people, and each writes one page of thanks and one of advice.
"""
