"""Kinds of work: the priority each belongs to, why it helps there, what to watch beside it."""

SHEET = """
safe | P1 | quality_of_care
- Each piece of avoidable harm that we prevent is counted in the figure above.
- Harm is reviewed the same way at both levels, so ours shows up in theirs.
falls | P1 | quality_of_care
- Falls are the harm we report most, so fewer here moves the figure above at once.
- Our beds hold the people likeliest to fall, and a third of the harm counted above starts here.
~ Patients helped to walk each day | % | maintain | 70 | 70
skin | P1 | quality_of_care
- Pressure damage is the second largest part of the harm counted above.
- Skin that stays whole here is one harm fewer in the monthly count.
deterioration | P1 | quality_of_care
- Help that comes late was behind four of the last ten serious reviews.
- A patient found early here never becomes a number in the harm figure.
medicines | P1 | quality_of_care
- One harm in four involves a medicine, and ours are among them.
- Medicines given right and on time take a slice off the harm figure.
infection | P1 | quality_of_care
- Infections we could have stopped count as avoidable harm.
- Fewer infections here means fewer closed bays and less harm above.
nutrition | P1 | quality_of_care
- People who eat and drink well fall less, heal faster and go home sooner.
- Weight lost in our care is harm, though it is rarely called so.
handover | P1 | quality_of_care
- Half of our reviews find that something was known and not passed on.
- What is said at handover decides whether the risk above is seen.
learning | P1 | learning
- Harm comes back where nothing changed; this is how we make the change stick.
- The figure above falls only if we learn here, where the work is done.
restraint | P1 | quality_of_care
- Restraint harms people, and the board counts it as such.
- Less force here is a direct part of the promise above.
~ Staff injured in incidents | a month | maintain | 4 | 4
birth | P1 | quality_of_care
- Safer birth is one of the three harms the board reads about first.
- What we do in the first hours decides the figure that the directorate reports.
surgical | P1 | quality_of_care
- Theatre harms are few and grave, and each one is in the count above.
- The safety check is ours to do, and the promise above rests on it.
kindness | P1 | patient_experience
- People judge our care by how they are treated, and this is the part we control.
- The kindness figure above is made of visits such as ours.
dying | P1 | patient_experience
- A good death is the last kindness, and it counts in what families tell us.
- Most complaints about the end of life begin with things that this would mend.
safeguarding | P1 | quality_of_care
- People we keep safe from harm by others are part of the same promise.
- A worry shared early is harm prevented, and it is ours to share.
access | P2 | performance_target
- Our waits are inside the figure above.
- People seen sooner here are counted there.
front_door | P2 | performance_target
- The four-hour figure is the sum of minutes such as these.
- When we are quicker, the queue at the front door is shorter.
~ Patients back within seven days | % | maintain | 6 | 6
discharge | P2 | performance_target
- A bed freed here before noon is a patient moved from the emergency department.
- Days saved at the end of a stay are the only new beds that we shall get.
~ Patients back within thirty days | % | maintain | 11 | 11
waits | P2 | performance_target
- Our list is part of the list that the board has promised to shorten.
- The longest waits in the figure above are ours.
theatres | P2 | performance_target
- Each hour of theatre time we save is an operation off the list.
- Operations that go ahead are what brings the waiting list down.
~ Returns to theatre | a month | maintain | 3 | 3
diagnostics | P2 | performance_target
- A wait for a test is half of every wait above.
- The clock above cannot stop until our answer is in.
cancer | P2 | performance_target
- We hold one of the steps in the twenty-eight and sixty-two days.
- A week saved here is a week saved for each person above.
clinics | P2 | patient_experience
- Slots not wasted are people seen, and the list above is shorter for it.
- Clinics that run well see one more person each, every day.
crisis | P2 | performance_target
- People helped early do not wait in a corridor later.
- The promise of help within weeks is kept, or not, by our team.
fair | P3 | equality
- The gap above closes only where services such as ours change what they do.
- What we learn about who is missed is what the board asked to see.
interpreters | P3 | equality
- Nobody can have a fair outcome from care that they could not follow.
- Our missed interpreters are in the figure above, one by one.
adjustments | P3 | equality
- Small changes for those who need them are what fairness looks like on the day.
- The people this helps are those whom the averages above leave out.
gaps | P3 | equality
- This is our share of the gap that the board has promised to narrow.
- The difference by postcode is made, or mended, in services such as ours.
reach | P3 | equality
- People who never reach us cannot be in a fair outcome.
- Going to where people are is how the figure above begins to move.
staff | P4 | staff_experience
- The board's staff figure is made of days at work such as ours.
- If our people would recommend this place, the promise above is nearer.
rota | P4 | staff_experience
- A rota that people can live with is the first reason they give for staying.
- Leavers name hours first, so this is our part of keeping people.
retention | P4 | staff_experience
- Each person who stays here is one leaver fewer in the figure above.
- We are one of the teams that lose most, so it starts with us.
supervision | P4 | staff_experience
- People who are listened to stay, and they are kinder to patients.
- Good supervision is the part of the staff promise that a team can keep itself.
wellbeing | P4 | staff_experience
- Sickness from stress is the cost that the staff promise sets out to reduce.
- Well people can care; our days lost are in the total above.
voice | P4 | staff_experience
- The board asked for staff to be heard, and hearing happens in teams.
- Speaking up that leads to change is what the staff figure measures.
growth | P4 | learning
- People stay where they can grow, and we are short of the skills we would teach.
- Each person we train ourselves is a vacancy that the trust need not carry.
fairness | P4 | equality
- Staff who are treated fairly recommend the place; those who are not leave.
- The gap in how our colleagues are treated is part of what the board reports.
hiring | P4 | staff_experience
- Gaps filled sooner make every rota above easier.
- People who are welcomed well stay longer.
home | P5 | partnership
- People cared for at home by us are counted in the promise above.
- This is what "closer to home" means in our service.
response | P5 | partnership
- A visit made in time is a bed that is not needed.
- The two-hour promise is kept at the door, by us.
~ Visits followed by admission within two days | % | maintain | 12 | 12
self_care | P5 | quality_improvement
- People who can manage at home need fewer days in our beds.
- Independence here shows as bed days saved there.
joined | P5 | partnership
- Joined plans keep people out of hospital, which is the figure above.
- We cannot keep people at home alone; this is the joining-up that it takes.
prevention | P5 | quality_improvement
- Illness prevented is the best care closer to home.
- What we prevent now is an admission less in the years that the strategy covers.
digital | P6 | digital
- Our move to the record is one of the moves counted above.
- If it works for our staff, it is a team live and willing.
records | P6 | digital
- One record only works if it is right where we write it.
- Our notes are part of the record that the promise is about.
systems | P6 | digital
- The minutes we win back are hours in the total above.
- Slow computers here are part of the loss that the board wants to end.
insight | P6 | digital
- Figures that people use are why the record is worth having.
- What we measure ourselves tells the level above what is really happening.
remote | P6 | digital
- Care by phone and screen is one of the uses the new systems are for.
- Each journey saved by a call is a sign that the systems help.
~ People who said that they would have preferred to come in | % | maintain | 8 | 8
green | P7 | estates
- Our emissions are inside the total above.
- The carbon promise is the sum of changes such as this one.
energy | P7 | estates
- The energy we do not use is carbon off the total above.
- Buildings make most of our carbon, and this is one of them.
waste | P7 | estates
- What we do not throw away need not be burned, and burning is in the carbon total.
- Less waste here is our share of a greener trust.
travel | P7 | estates
- Miles not driven are carbon off the total.
- Our journeys are a tenth of the trust's.
buildings | P7 | estates
- Our repairs are on the high-risk list above.
- A building that works wastes less and harms no one.
gas | P7 | quality_improvement
- Anaesthetic gas is the largest part of clinical carbon, and we hold the tap.
- Gas that we do not leak comes straight off the total.
money | P8 | finance
- Our savings are part of the sum that balances the books.
- What we spend less on waste is left for care.
agency | P8 | finance
- Our agency shifts are in the bill above, week by week.
- Each shift filled by our own people halves its cost.
~ Shifts left unfilled | a month | maintain | 5 | 5
stock | P8 | finance
- Stock that we do not waste is money kept for care.
- Our shelves hold a share of the spend that the board wants to cut.
productivity | P8 | finance
- Time given back to patients is the saving that hurts no one.
- Doing less that nobody needs is how we live within our means.
accuracy | P8 | finance
- Mistakes cost twice: to make and to mend.
- Getting it right first time is our part of money well spent.
"""
