"""Work of maternity, women's and children's teams."""

SHEET = """
@ labour
deterioration | up | Heart traces with a second opinion each hour | %
* Heart traces read by two pairs of fresh eyes each hour | 70 | 95
why A tired eye sees what it expects to see.
how Whoever walks in is asked to look, student or consultant.

front_door | up | Inductions begun within a day of the promised time | %
* Fewer inductions delayed by more than a day | 61 | 85
why Women sat at home by the phone with a packed bag and no answer.
how The coordinator rings at eight each morning with an honest time.

birth | up | Women in labour with one midwife to themselves | %
* One midwife to each woman in labour, at all hours | 88 | 100
why Women told us that the fear came when they were alone.
how The coordinator keeps her own hands free and calls help in before it is needed.
birth | up | Staff who trained together on emergencies this year | %
* Midwives, doctors and theatre train for emergencies together | 64 | 95
why In every review, people knew what to do and had not said it to one another.
how We practise on a real shift, with the people on that shift.
birth | down | Severe bleeds over a litre and a half | per 1,000 births
* Big bleeds after birth down by a quarter | 36 | 27
why We lose time in guessing how much has been lost.
how We weigh as we go and say the number out loud.
learning | up | Families asked what they want to know from a review | %
* Parents' own questions shape every review | 47 | 100
why Parents found out what we had looked at only when it was finished.
how One named midwife rings within two days and keeps ringing.
gaps | up | Black and Asian women with a named midwife throughout | %
* The same midwife throughout for women at most risk | 24 | 60
why Black women here are twice as likely to have a baby admitted to intensive care, and they told
  us they were not believed.
how When a woman says something is wrong, we go and look before we answer.
interpreters | up | Labours with an interpreter when one is needed | %
* Interpreter by phone within five minutes in labour | 43 | 90
why Consent to a caesarean through a husband's phone is not consent.
how The speaker phone lives on the wall of every room.
rota | down | Shifts run below the safe number of midwives | a month
* Safe midwife numbers on forty-nine shifts in fifty | 14 | 2
why Midwives leave because they go home afraid of what they missed.
how We post the number each shift, good or bad, where families can see it.
gas | down | Nitrous oxide lost or left running | tonnes CO2e
* Gas and air kept for women, not for the roof | 95 | 40
why Leaks waste the gas and staff breathe it in.
how We shut the valve after each birth and check it at handover.

@ postnatal
birth | up | Newborn temperature and feeding check done in the first hour | %
* Skin to skin and a first feed within the hour | 69 | 90
* Babies at risk of low sugar kept with their mothers | 56 | 85 | Babies at risk of low sugar
  cared for beside their mothers | %
why A cold baby becomes a separated baby.
how We leave mother and baby together for an hour before we weigh.
discharge | down | Hours from fit for home to leaving | hours
* Home by lunch the day mother and baby are ready | 8.5 | 4
why A day is lost to waiting for one signature.
how Midwives trained in the newborn check do it before breakfast.
prevention | up | Women asked about mood before going home | %
* Ask every new mother how she is, and mean it | 63 | 95
why Half of postnatal illness starts in the days when we still see her.
how We ask when the visitors have gone.
kindness | up | Women who felt listened to after birth | %
* A birth talk for everyone who wants one | 31 | 75
why Small things said in labour stay for years.
how We offer a talk with the midwife who was there.

@ antenatal
diagnostics | up | Growth scans done in the planned week | %
* Growth scans on time for babies at risk | 76 | 95
why A baby that has stopped growing gives no other warning.
how The next scan is booked before she leaves the room.

birth | up | Women booked by ten weeks | %
* Booked by ten weeks in every neighbourhood | 58 | 80
why Late booking hides the risks we could have lowered.
how A woman can book herself by text, by phone or at the food bank.
reach | up | Women in the four poorest areas at the first visit by ten weeks | %
* A clinic at the children's centre on Thursday evenings | 41 | 70
why Two buses and a morning's pay stand between some women and us.
how We bring the scan machine and stay until the last person is seen.
prevention | up | Pregnant smokers who quit | %
* One in two pregnant smokers helped to quit | 27 | 50
why Smoking is behind a third of our small babies.
how We offer help on the spot and ring on day three, when it is hardest.
remote | up | Blood pressure readings sent from home | women
* Blood pressure at home for two hundred women | 40 | 200
why Weekly clinic visits for one reading wear people out.
how We ring within the hour when a reading is high.

@ midwives_out
rota | up | Home births attended by two midwives | %
* Home births never called off for want of a second midwife | 82 | 98
why Women were told in labour that the plan of nine months was off.
how Two teams share one on-call list, written by those on it.

birth | up | Home visits made on the day promised | %
* Visits on the day we said we would come | 79 | 96
why A mother waits in with a new baby and nobody comes.
how We text a two-hour slot and ring if we are late.
joined | up | Families handed over to the health visitor face to face | %
* Meet the health visitor together before we say goodbye | 22 | 70
* One shared page for midwife, GP and health visitor | 18 | 75 | Families with one shared page | %
why The story gets told three times and the hard part is left out.
how We make the last visit together when there is worry.
prevention | up | Babies breastfed at ten days | %
* Two babies in three breastfed at ten days | 51 | 66
* Feeding help within a day of asking | 58 | 90 | Mothers helped with feeding within a day of
  asking | %
why Most who stop by day ten did not want to.
how We watch a whole feed before we speak.
safeguarding | up | Women seen alone and asked about safety at home | %
* See every woman alone, once, and ask | 67 | 95
* A safe way to tell us, in eight languages | 20 | 80 | Women who know a safe way to tell us | %
why Harm at home often starts or worsens in pregnancy.
how We have a reason ready that sends the partner to the car park.
travel | down | Miles driven per visit | miles
* Rounds planned by neighbourhood, not by surname | 7.4 | 5
* Four electric bicycles on the hill round | 6.1 | 4
why Two of us often pass each other on the same road.
how Each of us takes two streets and gets to know them.

@ gynaecology
waits | down | Weeks to a first gynaecology visit | weeks
* Heavy bleeding seen within eight weeks | 24 | 8
* Endometriosis believed and scanned at the first visit | 31 | 16
why Women wait in pain and lose jobs over it.
how The nurse sorts referrals daily and books the scan with the visit.
kindness | up | Women in early loss seen away from the waiting room | %
* A private way in and out for early loss | 35 | 100
why Sitting among bumps and balloons after a loss is cruel.
how We meet her at the side door and know her name.
cancer | up | Bleeding after the menopause answered within four weeks | %
* Bleeding after the change: an answer in four weeks | 62 | 85
why Nine in ten are well and should not have to dread it for two months.
how Scan, sample and talk happen in one visit.

@ childrens_ward
deterioration | up | Children with warning scores rechecked on time | %
* Parents can call for a second opinion themselves | 30 | 90 | Parents who know how to call for a
  second opinion | %
* Children's warning scores rechecked when they should be | 75 | 95
why Parents see the change in their child before any chart does.
how A poster by the cot says whom to ring, and we thank those who do.
medicines | down | Ten-fold dose errors | a year
* No ten-fold dose error reaches a child | 4 | 0
why A slipped decimal point is the error we fear most.
how Two people work it out apart and then compare.
kindness | up | Children who knew what would happen before a needle | %
* No surprises: play before every needle | 45 | 85
why A child held down once is afraid for years.
how The play specialist is called before the trolley is laid.
front_door | up | Children seen by a children's doctor within an hour | %
* Poorly children seen by a children's doctor in an hour | 60 | 85
* Wheezy children home the same day with a plan | 48 | 72 | Wheezy children home the same day with
  a plan | %
why Parents drive past other hospitals to come to us because of this.
how The doctor comes to the front door instead of waiting for the call.
crisis | down | Young people in distress on the ward over two days | a month
* Days, not weeks: young people in crisis moved on well | 7 | 2
why A children's ward is no place to wait for a mental health bed.
how We meet the crisis team each morning at the bedside, with the young person in the room.
adjustments | up | Autistic children with a passport used at admission | %
* Hospital passports asked for and used | 25 | 80
why Light and noise turn a blood test into a battle.
how We ask what helps before we ask what is wrong.

@ neonatal
nutrition | up | Smallest babies given mother's milk within a day | %
* Mother's milk within a day for the smallest babies | 48 | 80
why For a very small baby it is the best medicine that we have.
how A midwife helps her to express within two hours, before she is moved.

birth | up | Babies warm on admission | %
* Warm babies: nine in ten above thirty-six and a half | 74 | 90
why A degree lost at birth is a week gained in hospital.
how We carry the heater to the birth instead of the baby to the heater.
kindness | up | Parents at the ward round | %
* Parents are part of the ward round | 40 | 90
* A bed for a parent, every night it is wanted | 52 | 95 | Nights when a parent who wished to stay
  had a bed | %
why They know their baby better than any chart.
how We wait for them, and ask them first.
infection | down | Bloodstream infections from lines | per 1,000 line days
* Long lines without infections for ninety days | 5.1 | 1.5
why An infection costs a tiny baby growth that it needs for its brain.
how One small team puts in every line, the same way.
response | up | Babies home early with tube feeding and visits | a month
* Home two weeks sooner with the outreach nurse | 3 | 9
why Babies feed better and families mend faster at home.
how We teach from the first week instead of the last.

@ children_home
adjustments | up | Children with complex needs with one named nurse | %
* One named nurse for each child with complex needs | 55 | 95
why Parents told us that they run a switchboard.
how We join the school's meeting instead of asking for a copy.
gaps | down | Gap in asthma admissions between the poorest and best-off areas | per 10,000
  children
* Close the asthma gap street by street | 34 | 20
why Damp flats and full buses, not bad parents, send children to us blue.
how We visit after each attack with the council's housing officer.
"""
