"""Who works in each kind of team: posts, staff groups, pay bands and how many of each."""

from __future__ import annotations

from dataclasses import dataclass

from config.demonstration.sheets import cells, sections

# post | staff group | pay band | share; `lead` is the unit's lead, `one` is a single post
SHEET = """
@ board
Board secretary | 08 | 8c | one
Assistant to the board | 08 | 5 | 2
Strategy and planning manager | 08 | 8a | 2
Speak-up guardian | 08 | 8a | one

@ division
Divisional director | 08 | 9 | lead
Divisional medical director | 01 | MED-CONS | lead
Divisional director of nursing and therapies | 03 | 8d | one
Business and planning manager | 08 | 8b | one
Governance manager | 08 | 7 | 1
Personal assistant | 08 | 4 | 1

@ care
General manager | 08 | 8c | lead
Clinical director | 01 | MED-CONS | lead
Matron | 03 | 8a | one
Service manager | 08 | 8a | one
Quality facilitator | 03 | 7 | 1
Directorate administrator | 08 | 4 | 1

@ support
Head of service | 08 | 8d | lead
Deputy head of service | 08 | 8b | one
Service improvement manager | 08 | 7 | 1
Service administrator | 08 | 4 | 1

@ ward
Ward manager | 03 | 7 | lead
Deputy ward manager | 03 | 6 | one
Practice educator | 03 | 6 | one
Consultant | 01 | MED-CONS | 1
Resident doctor | 01 | MED-RES | 2
Staff nurse | 03 | 5 | 8
Nursing associate | 07 | 4 | 2
Health care assistant | 07 | 3 | 5
Health care support worker | 07 | 2 | 2
Physiotherapist | 04 | 6 | 1
Ward clerk | 08 | 3 | 1
Housekeeper | 09 | 2 | 1

@ emergency
Emergency department matron | 03 | 8a | lead
Emergency nurse in charge | 03 | 7 | one
Consultant in emergency medicine | 01 | MED-CONS | 3
Resident doctor | 01 | MED-RES | 5
Specialty doctor | 01 | MED-SAS | 2
Advanced clinical practitioner | 03 | 8a | 2
Staff nurse | 03 | 5 | 9
Health care assistant | 07 | 3 | 4
Receptionist | 08 | 3 | 2
Student nurse | 02 |  | one

@ clinic
Lead nurse | 03 | 8a | lead
Senior specialist nurse | 03 | 7 | one
Consultant | 01 | MED-CONS | 1
Specialist nurse | 03 | 6 | 4
Staff nurse | 03 | 5 | 3
Support worker | 07 | 3 | 3
Clinic coordinator | 08 | 4 | 1

@ theatre
Theatre manager | 03 | 8a | lead
Theatre team leader | 05 | 7 | one
Consultant surgeon | 01 | MED-CONS | 2
Consultant anaesthetist | 01 | MED-CONS | 2
Operating department practitioner | 05 | 5 | 7
Scrub nurse | 03 | 5 | 6
Senior operating department practitioner | 05 | 6 | 3
Theatre support worker | 07 | 3 | 4
Theatre scheduler | 08 | 4 | 1

@ midwifery
Midwifery manager | 03 | 8a | lead
Senior midwife | 03 | 7 | one
Midwife | 03 | 6 | 9
Newly qualified midwife | 03 | 5 | 4
Maternity support worker | 07 | 3 | 4
Consultant obstetrician | 01 | MED-CONS | 1
Maternity clerk | 08 | 3 | 1

@ children
Children's services manager | 03 | 8a | lead
Senior children's nurse | 03 | 7 | one
Children's nurse | 03 | 5 | 7
Senior staff nurse | 03 | 6 | 3
Consultant paediatrician | 01 | MED-CONS | 1
Resident doctor | 01 | MED-RES | 2
Nursery nurse | 07 | 4 | 2
Play specialist | 07 | 4 | 1
Ward clerk | 08 | 3 | 1

@ district
Team manager | 03 | 7 | lead
Senior community nurse | 03 | 6 | one
Community nurse | 03 | 5 | 6
Specialist community nurse | 03 | 6 | 3
Associate practitioner | 07 | 4 | 2
Health care assistant | 07 | 3 | 3
Team coordinator | 08 | 3 | 1

@ therapy
Therapy lead | 04 | 8a | lead
Advanced therapist | 04 | 7 | one
Therapist | 04 | 6 | 5
Newly qualified therapist | 04 | 5 | 3
Therapy assistant | 07 | 3 | 3
Team coordinator | 08 | 3 | 1

@ mental_ward
Ward manager | 03 | 7 | lead
Clinical nurse lead | 03 | 6 | one
Consultant psychiatrist | 01 | MED-CONS | 1
Resident doctor | 01 | MED-RES | 1
Mental health nurse | 03 | 5 | 7
Health care assistant | 07 | 3 | 6
Occupational therapist | 04 | 6 | 1
Activity worker | 07 | 3 | 1
Peer support worker | 07 | 3 | 1

@ mental_team
Team manager | 03 | 8a | lead
Clinical psychologist | 05 | 8a | one
Consultant psychiatrist | 01 | MED-CONS | 1
Mental health practitioner | 03 | 6 | 5
Social worker | 05 | 6 | 2
Therapist | 05 | 7 | 2
Support worker | 07 | 4 | 2
Peer support worker | 07 | 3 | 1
Team administrator | 08 | 3 | 1

@ pharmacy
Principal pharmacist | 05 | 8b | lead
Chief pharmacy technician | 05 | 7 | one
Pharmacist | 05 | 7 | 4
Newly qualified pharmacist | 05 | 6 | 2
Pharmacy technician | 05 | 5 | 4
Pharmacy assistant | 07 | 3 | 3

@ laboratory
Laboratory manager | 06 | 8b | lead
Senior biomedical scientist | 06 | 7 | one
Consultant pathologist | 01 | MED-CONS | 1
Biomedical scientist | 06 | 6 | 5
Newly qualified scientist | 06 | 5 | 2
Associate practitioner | 07 | 4 | 2
Laboratory assistant | 07 | 3 | 3

@ imaging
Imaging manager | 04 | 8b | lead
Superintendent radiographer | 04 | 7 | one
Consultant radiologist | 01 | MED-CONS | 1
Radiographer | 04 | 6 | 5
Newly qualified radiographer | 04 | 5 | 3
Imaging assistant | 07 | 3 | 3
Imaging clerk | 08 | 3 | 1

@ desk
Access manager | 08 | 7 | lead
Team leader | 08 | 5 | one
Senior coordinator | 08 | 4 | 3
Booking clerk | 08 | 3 | 5
Receptionist | 08 | 2 | 3

@ trades
Service manager | 08 | 7 | lead
Supervisor | 09 | 6 | one
Craftsperson | 09 | 5 | 4
Technician | 09 | 4 | 4
Apprentice | 09 | 2 | 1

@ domestic
Facilities manager | 08 | 6 | lead
Supervisor | 09 | 4 | one
Senior assistant | 09 | 3 | 4
Assistant | 09 | 2 | 12

@ digital
Digital services manager | 08 | 8a | lead
Senior analyst | 08 | 7 | one
Analyst | 08 | 6 | 3
Engineer | 08 | 5 | 3
Support officer | 08 | 4 | 2
Clinical safety nurse | 03 | 7 | 1

@ office
Team manager | 08 | 8a | lead
Senior adviser | 08 | 7 | one
Adviser | 08 | 6 | 2
Officer | 08 | 5 | 3
Assistant | 08 | 4 | 2
Apprentice | 08 | 3 | 1
"""


@dataclass(frozen=True)
class Post:
    title: str
    staff_group: str
    pay_band: str
    share: str

    @property
    def is_single(self) -> bool:
        return not self.share.isdigit()


def staffing() -> dict[str, tuple[Post, ...]]:
    """The posts of each kind of team, its lead first."""
    return {
        kind: tuple(Post(*cells(line)) for line in lines) for kind, lines in sections(SHEET).items()
    }
