"""Work that serves no board priority, with the reason why it stays with its team."""

SHEET = """
@ clinical_local
wellbeing | by_date | Rooms made fit for staff | rooms
* Repaint the staff room and mend the kettle corner | 0 | 1
* Lockers that lock, and a place to dry a coat | 9 | 30 | Lockers that lock | lockers
why Small things tell people what we think of them.
how We chose the colour by vote and the painting is shared.
local Our own tea fund pays for it and nobody above us needs to do anything.
kindness | up | Books on the shelf | books
* A bookshelf for patients in six languages | 30 | 200
why Long afternoons are long.
how Visitors bring one and take one.
local A gift from the Friends of Marlbeck; it serves no board priority and we want to keep it.
kindness | by_date | Gardens planted | gardens
* Replant the courtyard garden with the long-stay patients | 0 | 1
* Bird feeders outside every window on the ground floor | 0 | 12 | Bird feeders | feeders
why People asked for something alive to look at.
how Patients choose and staff dig.
local The hospital charity asked us to do this, and it stands on its own.
kindness | up | Memory boxes finished | boxes
* Forty memory boxes for bereaved families | 12 | 40
why Families asked for something to hold.
how A retired colleague makes them, and we fill them.
local Promised to one family in their daughter's memory; it stays ours.
learning | up | Journal club evenings | a year
* A journal club that people come to | 3 | 10
why Curiosity keeps us fresh.
how We read one paper and eat together.
local A professional habit of this team; nothing above it to serve.
growth | by_date | Papers written up | papers
* Write up our audit and send it to a journal | 0 | 1
why We found something that others could use.
how Three of us write and one edits.
local Research interest of the team, agreed with our director.
wellbeing | up | Colleagues in the choir | people
* A choir for tired people on Wednesdays | 8 | 25
* Walk to the reservoir and back: a monthly team walk | 5 | 15 | Colleagues on the walk | people
why Singing and walking mend things that meetings cannot.
how Nobody has to be good at it.
local It is for ourselves, and it costs nothing.
joined | up | Twinning visits | visits
* Twin with a sister unit in another town | 0 | 4
why We like to see how others do it.
how Two go and two come, each season.
local Arranged between two ward sisters who trained together.
kindness | by_date | Christmas cards from school | cards
* A card from a child for every patient at Christmas | 0 | 300
why It made people smile last year.
how The primary school down the road draws them.
local A kindness of our own, kept outside the plan on purpose.
@ office_local
wellbeing | by_date | Bicycles mended | bicycles
* A mend-your-bicycle morning each month | 0 | 12
why Three of us know how.
how Bring a bicycle and a biscuit.
local Volunteers run it in their lunch hour.
joined | up | Trees planted on the bank behind the boiler house | trees
* Three hundred trees behind the boiler house | 40 | 300
why The bank was bare.
how School children plant and we water.
local Paid for by the town council; the plan does not depend on it.
growth | up | Work experience weeks | weeks
* A week's work experience for ten local pupils | 2 | 10
why Two of us started that way.
how Each pupil has one person and one real job.
local A promise made to Ferrowby High School by this team.
accuracy | by_date | Cupboards of old files sorted | cupboards
* Empty the cellar of old files, once and for all | 0 | 9
why Nobody has opened the door since the flood.
how One cupboard on the last Friday of the month.
local Housekeeping of our own; it ends in summer.
wellbeing | up | Colleagues at the monthly lunch | people
* A lunch each month where nobody talks shop | 6 | 20
* Swap shop for uniforms and school shoes | 4 | 15 | Families who swapped | families
why We had not met half of the people we e-mail.
how Everybody brings a dish from home.
local Our own time and our own food.
learning | by_date | Team handbook pages | pages
* Write down how we do things before Maureen retires | 0 | 60
why She is the only one who knows.
how She talks and the apprentice writes.
local It concerns this office alone and will be done in a year.
"""
