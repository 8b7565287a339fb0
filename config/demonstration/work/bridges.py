"""Which team's work serves which other division's work, how strongly, and why."""

SHEET = """
PHA | discharge | MED | discharge | direct
- Tablets are the reason most often written on the delay sheet, and they are ours.
- A bag ready by ten lets the ward keep its promise of a bed before noon.
PHA | medicines | MED | medicines | direct
- The ward gives the dose; we make sure that it is there to give.
- Missed doses fall only if the cupboard and the chart are right, and that is our work.
PHA | medicines | SWC | medicines | partial
- Children's and surgical doses are checked by us before they are given.
PHA | discharge | COM | discharge | partial
- Community wards wait for our delivery van.
PHA | cancer | MED | cancer | direct
- The chair is booked for when our dose is ready.
DIA | diagnostics | MED | front_door | direct
- The four-hour clock waits for our answer.
- A blood result inside the hour is a decision inside two.
DIA | deterioration | MED | deterioration | direct
- No scan, no treatment: this is half of the hour.
DIA | cancer | SWC | cancer | partial
- Three of the four weeks are ours to save.
DIA | diagnostics | SWC | waits | enabling
- Surgeons cannot list a patient without the scan.
DIA | infection | MED | infection | partial
- The answer from our bench decides whether a bay is shut.
EST | infection | MED | infection | partial
- Clean rooms and safe water are how wards keep their promise.
EST | buildings | SWC | theatres | enabling
- Lists stop when the ventilation does.
EST | front_door | MED | front_door | partial
- Patients move when a porter comes and the bed is clean.
EST | nutrition | MED | nutrition | direct
- Nurses can help people to eat only what we cook well.
EST | fairness | MED | fairness | enabling
- Our officers and their nurses face the same people together.
DIG | records | COM | records | direct
- Community nurses cannot see the record until we have built it for their tablets.
DIG | joined | COM | joined | partial
- The GP sees the plan only when our letters arrive.
DIG | systems | SWC | digital | partial
- Theatre and maternity screens run on the machines that we keep going.
PPL | hiring | MED | retention | partial
- The ward cannot keep people who have not arrived.
- Starters who are well looked after by us stay with the ward.
PPL | rota | SWC | rota | direct
- The rota tool is ours, and midwives asked for it.
PPL | agency | COM | agency | direct
- Our bank people replace agency nurses on Ash and Juniper.
PPL | agency | MED | agency | direct
- Shifts that our bank fills are agency shifts saved on their wards.
PPL | growth | SWC | growth | enabling
- Apprentices need the levy and the college place that we arrange.
PPL | wellbeing | MED | wellbeing | partial
- A quick first appointment shortens the absence that the ward is counting.
PPL | growth | EST | growth | direct
- The apprenticeships are shared with the trades.
FIN | stock | SWC | stock | partial
- Theatre shelves hold what we let the trust buy.
FIN | travel | EST | energy | enabling
- Fewer lorries is part of the same carbon plan.
FIN | accuracy | PPL | accuracy | enabling
- Expenses and pay run through the same books.
QUA | learning | SWC | learning | partial
- We lead the reviews that families and staff take part in.
QUA | infection | MED | infection | direct
- Our nurses stand at the sinks of the wards with the most infections.
QUA | kindness | MED | kindness | partial
- What families tell us goes to the ward within a day.
QUA | safeguarding | COM | safeguarding | direct
- Health visitors and nurses ring us with the worry, and we act on it together.
QUA | voice | COM | voice | enabling
- Lone workers told us first.
COM | response | MED | front_door | direct
- A person visited at home does not come through the door.
- Crews bring to us what they would have brought to the department.
COM | crisis | MED | front_door | direct
- People in crisis waited longest in the department, and they wait for us.
COM | crisis | SWC | crisis | direct
- Young people leave the children's ward when our team has met them.
COM | discharge | MED | discharge | direct
- Our beds and visits are where their patients are going.
COM | falls | MED | falls | partial
- Stronger legs at home mean fewer falls on the ward.
COM | nutrition | MED | nutrition | enabling
- Swallow advice from us keeps their patients safe at mealtimes.
COM | skin | MED | skin | partial
- Most pressure damage seen on the wards began at home, on our visits.
COM | prevention | SWC | birth | partial
- Midwives hand families to us at ten days.
SWC | handover | MED | handover | partial
- Surgical and medical patients share bays in winter, and the same night team.
SWC | deterioration | MED | deterioration | direct
- Outreach answers the medical wards' calls first.
SWC | birth | COM | prevention | partial
- Feeding and smoking help begun by us is carried on by health visitors.
SWC | joined | COM | joined | direct
- The last visit is made together with the health visitor.
MED | dying | COM | dying | direct
- The hospital and the district nurses plan the same last days.
MED | joined | COM | joined | partial
- The plan we make is used at home by their teams.
MED | self_care | COM | self_care | partial
- What we start in hospital their nurses keep going.
"""
