"""Work of mental health, young people's and learning disability teams."""

SHEET = """
@ mh_wards
restraint | down | Times a person was held by staff | a month
* Hands off: holding down by half through safety plans | 24 | 12
* No one held face down, ever | 5 | 0 | Times a person was held face down | a quarter
why Being held brings back the worst day of many people's lives.
how We ask in the first hour what helps and what makes it worse, and we do it.
restraint | down | Hours of seclusion | a month
* Time in seclusion cut by a third | 210 | 140
why Nobody gets better behind a locked door.
how A senior nurse sits outside and talks, and the door opens sooner.
kindness | up | Patients with an hour of their nurse's time each week | %
* A protected hour with your own nurse | 36 | 90
* Something worth getting up for, seven days a week | 42 | 80 | Patients who found the day worth
  getting up for | %
why People told us that the ward was safe, and empty.
how The hour is in the diary, and the manager covers it.
deterioration | up | Physical checks done within a day of admission | %
* Bodies matter too: heart, weight and blood on day one | 61 | 95
why People with serious mental illness die fifteen years early, mostly of things we could treat.
how We offer it again in the evening if the answer was no.
safeguarding | up | Patients who feel safe on the ward | %
* Feeling safe at night: sexual safety on the ward | 68 | 88
why One woman in eight told us that she slept in her clothes.
how We walk the corridor slowly and ask again in the morning.
discharge | up | People seen within two days of leaving | %
* A visit within two days of leaving the ward | 74 | 95
* Leaving planned from the first ward round | 48 | 85 | People with a leaving plan in their first
  week | %
why The first days at home are those of greatest danger.
how The community nurse comes in to meet the person before they go.
crisis | down | People sent to a bed out of the area | a month
* No one sent sixty miles away for a bed | 9 | 1
why Families cannot visit, and people stay twice as long.
how We ring round at noon about tomorrow, not at midnight about tonight.
supervision | up | Staff who had supervision this month | %
* Supervision every month, on nights too | 52 | 90
* Time to talk after every hard incident | 40 | 90 | Hard incidents followed by time to talk | %
why Staff who are not heard stop hearing.
how We swap cover with the next ward so that the hour happens.
fairness | down | Racist abuse of staff with no follow-up | a quarter
* Racist abuse always answered and written down | 18 | 0
why Colleagues told us that they had stopped reporting it.
how The nurse in charge speaks to the patient that shift, and rings the colleague at home.
gaps | down | Black men detained, compared with white men | times as likely
* Black men no longer detained at nearly four times the rate | 3.6 | 2.8
why Our own figures show a gap that we had explained away for years.
how A community elder joins our monthly review and asks the questions.

@ crisis
crisis | up | People in crisis seen face to face within four hours | %
* In a crisis, somebody at your door within four hours | 58 | 85
* The crisis line answered within a minute, by a person | 49 | 90 | Calls answered by a person
  within a minute | %
* Crisis cafe open every evening until midnight | 3 | 7 | Evenings a week that the crisis cafe
  opens | evenings
why People ring when they have run out of other ideas.
how We start with "I am glad that you rang".
crisis | down | Hours in the emergency department with a mental health need | hours
* Nobody waits twelve hours in the emergency department for us | 14 | 6
* Liaison nurse at the bedside within the hour | 2.8 | 1 | Hours until a liaison nurse is at the
  bedside | hours
why A bright corridor is the worst place to be desperate.
how We begin while the blood test is running, not when it is back.
learning | up | Deaths by suicide reviewed with the family | %
* Learn with families after a death by suicide | 55 | 100
why They hold the half of the story that we did not have.
how One person stays with the family for the year that follows.
self_care | up | People with a safety plan in their own handwriting | %
* A safety plan that the person wrote and carries | 44 | 85
why Plans on our computer save no one at three in the morning.
how We write it together and photograph it on their phone.
joined | up | Police calls ended without a detention | %
* A nurse in the police control room on weekend nights | 31 | 50
why Officers spend eight hours with someone who needed a nurse for one.
how The nurse speaks to the person before the van sets off.

@ cmht
crisis | down | Weeks to a first full meeting | weeks
* First meeting within four weeks, and help from that day | 13 | 4
* One front door: no more "not for us" letters | 10 | 5
why People were passed between teams for a year.
how Whoever opens the letter rings the person.
kindness | up | People with a plan that they wrote with us | %
* A plan in the person's own words | 47 | 85
* Choice of worker, and a fresh start without a fuss | 52 | 80 | People who felt that they had a
  choice of worker | %
why Plans were written about people to satisfy us.
how We type while they talk, with the screen turned towards them.
prevention | up | People with yearly heart and weight checks done | %
* A health check and a walk for everyone we see | 46 | 80
* Help to stop smoking, from someone who has done it | 11 | 30 | Smokers who quit with our help |
  %
why People we care for die too young.
how We go to the GP together if that is what it takes.
joined | up | People helped into work or study | people
* Forty people into paid work this year | 12 | 40
why Work is what most of the people we see say they want first.
how The employment worker sits in the team, not down the road.
medicines | up | People on lithium or clozapine with checks up to date | %
* Blood checks on time for lithium and clozapine | 79 | 98
why A missed check means a missed tablet and then a missed year.
how The pharmacist rings on Monday about those due by Friday.
reach | up | People from Asian communities starting therapy | %
* Talking help in Urdu, Bengali and Polish | 6 | 12
why Need is as high there as elsewhere, and our door was not.
how We hold two clinics in the community centre, shoes off.
supervision | up | Staff with a caseload review each month | %
* Look at every caseload once a month, together | 35 | 90
why Some colleagues carry thirty people and all of the worry.
how We ask "who keeps you awake?" before we ask for numbers.
rota | down | Days lost to stress | a quarter
* Smaller caseloads and fewer days lost to stress | 142 | 90
why We lose our best people to exhaustion.
how The lead says no on the team's behalf, in writing.

@ talking
waits | up | People starting therapy within six weeks | %
* Start within six weeks, not just a phone call | 72 | 88
* Second session within a month of the first | 41 | 75 | Second sessions held within a month | %
why The long wait was hidden after the first call.
how We book all the sessions at the start.
gaps | down | Gap in recovery between white and minority ethnic people | points
* Close the recovery gap | 9 | 3
why We changed nothing about the therapy, and wondered why it did not fit.
how Each supervisor asks what culture and faith mean in this case.
remote | up | Evening and online sessions | %
* Therapy after work, in person or on screen | 19 | 40
why People choose between help and a wage.
how We ask first and do not push the cheaper way.

@ memory
waits | down | Weeks from referral to diagnosis | weeks
* Memory answer within eight weeks | 21 | 8
why Fear fills the months before a name.
how We do the scan and the tests in one visit where we can.
joined | up | Families with a named adviser on the day of diagnosis | %
* Leave with a name, not a leaflet | 33 | 90
why People remember nothing after the word.
how The adviser is in the next room and rings the week after.
medicines | down | People with dementia on calming drugs over twelve weeks | %
* Calming drugs reviewed and stopped by twelve weeks | 38 | 15
why They shorten lives, and are started on a bad day and never stopped.
how We ring the home, ask what changed and try company first.
interpreters | up | Memory tests done with a trained interpreter | %
* A fair memory test in any language | 44 | 90
why A test in a second language finds dementia that is not there.
how We use the tests made for each language, with the same two interpreters.

@ camhs
crisis | down | Weeks from referral to first help | weeks
* First help for a young person within four weeks | 17 | 4
* While you wait: a call, a group and a name | 15 | 6
* School mental health team in every secondary | 12 | 5
why A term is a long time when you are thirteen.
how We ring the young person as well as the parent.
crisis | up | Young people seen within a day of self-harm | %
* Seen the next day after self-harm, in the right place | 61 | 95
why They come at night, and are ashamed by morning.
how We go to where they are and start with what they want to talk about.
joined | up | Young people who meet the adult team before eighteen | %
* No cliff at eighteen | 28 | 85
why We lose one in three between seventeen and nineteen.
how Both workers meet the young person three times.
kindness | up | Young people who set their own goals | %
* Their goals, their words, their pace | 51 | 85
why "Reduce anxiety" was ours. "Go on the trip" was hers.
how We start every session with a number out of ten for the goal.
gaps | down | Gap in wait between the poorest schools and the rest | weeks | learning
* Reach the six schools that never refer | 6 | 1
why Fewer letters do not mean fewer worries.
how We run a lunchtime drop-in there, and bring biscuits.
waits | down | Weeks waiting for an autism or ADHD assessment | weeks
* Help first, label later: support while waiting | 94 | 60
why Families wait two years for a word that opens a door.
how We give schools the plan on the day of referral.

@ eating
crisis | up | Urgent eating disorder referrals seen within a week | %
* Urgent eating problems seen within the week | 69 | 95
why At a very low weight a heart can fail without warning.
how We weigh, take blood and eat together on the first day.
prevention | up | GPs and schools trained to ask early | people
* Two hundred teachers and GPs who know the early signs | 45 | 200
why Six months sooner is six months less in hospital.
how Young people who recovered teach with us.
nutrition | up | Children's ward stays with a joint meal plan | %
* One meal plan shared with the children's ward | 30 | 95
why Two plans let the illness choose.
how We eat breakfast on the ward twice a week.

@ health_visiting
self_care | up | Two-year checks done where families already go | %
* Two-year checks in the library and the mosque | 63 | 85
why Half of families who missed the clinic would have come to the library.
how We sit on the carpet, and the child leads.

prevention | up | Babies seen at home by fourteen days | %
* At every new baby's door in a fortnight | 82 | 95
why Trouble seen at two weeks is smaller than trouble seen at two years.
how We ask how the parent slept before we ask about the baby.
safeguarding | up | Families of concern discussed within a week | %
* Worry shared within the week, never left in a notebook | 66 | 95
* Fathers seen and known in each family of concern | 29 | 75 | Families of concern whose father we
  know | %
why Reviews say the same each time: everybody held a piece.
how We ring the school nurse, the midwife and the GP ourselves.
reach | up | Traveller and newly arrived families on the list | families
* Known and welcome on both Traveller sites | 8 | 45
why Children who move miss every check.
how We go with the woman they already trust.

@ school_nursing
prevention | up | Pupils vaccinated in the six lowest schools | %
* Catch-up jabs in the six schools with least cover | 51 | 75
why Measles came back through the schools that we did not reach.
how We talk with parents at the gate the week before.
self_care | up | Pupils with asthma who have a plan at school | %
* An inhaler and a plan in every classroom that needs one | 38 | 85
why Inhalers were locked in the office at the other end of the site.
how Pupils with asthma teach their teachers what to do.
voice | up | Pupils using the text service | a month
* Text a nurse, get an answer before tea | 40 | 160
why Some things cannot be said at the medical room door.
how A nurse, not a machine, writes back with her first name.

@ learning_disability
adjustments | up | Yearly health checks done, with a plan | %
* A proper health check for everyone with a learning disability | 62 | 85
* Needle fear planned for, not fought with | 20 | 70 | People with needle fear who have a plan | %
why People we support die twenty years too young, of ordinary things.
how We go with the person and slow the room down.
restraint | down | People on medicine for behaviour with no review | people
* Stop over-medicating people who cannot object | 48 | 10
why Tablets were used where company and structure were missing.
how We ask what the behaviour is saying before we ask what to give.
joined | down | People in hospital who could live in the community | people
* Home from hospital: seven people, seven front doors | 7 | 2
why One man has been in a unit for eleven years for want of a flat.
how We meet the council, the family and the man himself each fortnight.
"""
