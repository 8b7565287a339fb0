"""The shape of the fictional trust: its units, where they are and what they do.

Northvale, Marlbeck, Thornwick, Ferrowby, Eskmoor and Wrenfield are invented places.
"""

from __future__ import annotations

from dataclasses import dataclass

from config.demonstration.records import Organisation
from config.demonstration.sheets import cells

ORGANISATION = Organisation(
    slug="northvale",
    name="Northvale Health and Care Trust (fictional)",
    org_type="nhs_trust",
    ods_code="",
    notice=(
        "This is a demonstration. Northvale Health and Care Trust does not exist: its places, "
        "people, figures and words are all made up."
    ),
)
ROOT = "NV"
DIVISIONS = ("MED", "SWC", "COM", "CCS")
SITES = {
    "MG": "Marlbeck General Hospital",
    "TC": "Thornwick Community Hospital",
    "EC": "Eskmoor Community Hospital",
    "FH": "Ferrowby Health Centre",
    "WH": "Wrenfield House",
    "BO": "Beckside Offices",
}
KIND_BY_DEPTH = ("organisation", "division", "directorate", "team")

# two spaces a level: code | name | site | staffing | people | pools of work
TREE = """
NV | The Board | BO | board | 6 |
  MED | Medicine and Emergency Care | MG | division | 7 |
    EM | Emergency and Acute Care | MG | care | 5 |
      EM-ED | Emergency Department | MG | emergency | 30 | emergency
      EM-AMU | Acute Medical Unit | MG | ward | 24 | acute wards
      EM-SDEC | Same Day Emergency Care | MG | clinic | 11 | acute
      EM-FRA | Frailty Assessment Unit | MG | clinic | 10 | acute older_people
      EM-SITE | Site and Patient Flow Team | MG | clinic | 9 | site
    OPM | Older People's Medicine | MG | care | 5 |
      OPM-HAW | Hawthorn Ward | MG | ward | 24 | older_people wards
      OPM-ROW | Rowan Ward | MG | ward | 22 | older_people wards
      OPM-STR | Stroke Unit | MG | ward | 22 | stroke wards
      OPM-DEM | Dementia and Delirium Team | MG | clinic | 8 | dementia older_people
    SPM | Specialty Medicine | MG | care | 5 |
      SPM-CAR | Cardiology Ward | MG | ward | 22 | cardiology wards
      SPM-RES | Respiratory Ward | MG | ward | 22 | respiratory wards
      SPM-GAS | Gastroenterology Ward | MG | ward | 18 | gastro wards
      SPM-END | Endoscopy Unit | MG | clinic | 13 | gastro
      SPM-REN | Renal and Dialysis Unit | MG | clinic | 16 | renal
      SPM-CAN | Cancer Day Unit | MG | clinic | 13 | cancer
      SPM-PAL | Palliative Care Team | MG | clinic | 9 | palliative
      SPM-LON | Long-stay Chest Unit | TC | ward | 14 | respiratory wards
  SWC | Surgery, Women and Children | MG | division | 7 |
    TCC | Theatres and Critical Care | MG | care | 5 |
      TCC-THE | Main Theatres | MG | theatre | 30 | theatres
      TCC-DAY | Day Surgery Unit | MG | theatre | 15 | day_surgery theatres
      TCC-ANA | Anaesthetics and Pre-assessment | MG | theatre | 13 | anaesthetics
      TCC-ICU | Intensive Care Unit | MG | ward | 28 | critical_care wards
      TCC-STE | Sterile Services | MG | trades | 10 | sterile
    SUR | Surgical Specialties | MG | care | 5 |
      SUR-LAR | Larch Ward (bowel surgery) | MG | ward | 22 | surgical_wards wards
      SUR-MAP | Maple Ward (surgical assessment) | MG | ward | 20 | surgical_wards
      SUR-ELM | Elm Ward (bones and joints) | MG | ward | 22 | surgical_wards wards
      SUR-URO | Urology Unit | MG | clinic | 12 | urology
      SUR-EYE | Eye Unit | TC | clinic | 11 | eyes
      SUR-BOO | Surgical Booking Office | MG | office | 9 | booking
    WOM | Women's Health and Maternity | MG | care | 5 |
      WOM-LAB | Labour Ward | MG | midwifery | 24 | labour
      WOM-WIL | Willow Ward (before and after birth) | MG | midwifery | 18 | postnatal wards
      WOM-ANC | Antenatal Clinic | MG | midwifery | 11 | antenatal
      WOM-CMN | Community Midwives North | FH | midwifery | 12 | midwives_out
      WOM-CMS | Community Midwives South | TC | midwifery | 12 | midwives_out
      WOM-GYN | Gynaecology and Early Pregnancy | MG | clinic | 11 | gynaecology
    CHI | Children and Babies | MG | care | 5 |
      CHI-WAR | Children's Ward | MG | children | 21 | childrens_ward
      CHI-ASS | Children's Assessment Unit | MG | children | 11 | childrens_ward
      CHI-NEO | Neonatal Unit | MG | children | 18 | neonatal
      CHI-CCN | Children's Community Nurses | FH | children | 10 | children_home
  COM | Community and Mental Health | FH | division | 7 |
    NUR | Community Nursing | FH | care | 5 |
      NUR-MAR | District Nurses Marlbeck | BO | district | 15 | district
      NUR-THO | District Nurses Thornwick | TC | district | 14 | district
      NUR-FER | District Nurses Ferrowby | FH | district | 15 | district
      NUR-ESK | District Nurses Eskmoor | EC | district | 12 | district
      NUR-UCR | Urgent Community Response | FH | district | 14 | rapid
      NUR-VIR | Virtual Ward | FH | district | 9 | rapid
      NUR-SKN | Skin and Wound Team | FH | clinic | 7 | skin_team district
    RHB | Rehabilitation and Therapies | TC | care | 5 |
      RHB-THO | Thornwick Community Ward | TC | ward | 18 | community_wards wards
      RHB-ESK | Eskmoor Community Ward | EC | ward | 16 | community_wards wards
      RHB-COM | Community Therapy Team | FH | therapy | 13 | therapies
      RHB-SLT | Speech and Language Therapy | FH | therapy | 9 | speech
      RHB-POD | Podiatry | TC | therapy | 8 | podiatry
      RHB-MSK | Back and Joint Physiotherapy | TC | therapy | 10 | physio
    AMH | Adult Mental Health | WH | care | 5 |
      AMH-ASH | Ash Ward | WH | mental_ward | 20 | mh_wards
      AMH-JUN | Juniper Ward | WH | mental_ward | 20 | mh_wards
      AMH-CRI | Crisis and Home Treatment Team | WH | mental_team | 15 | crisis
      AMH-LIA | Hospital Mental Health Liaison | MG | mental_team | 9 | crisis
      AMH-CMN | Community Mental Health North | FH | mental_team | 14 | cmht
      AMH-CMS | Community Mental Health South | TC | mental_team | 14 | cmht
      AMH-TAL | Talking Therapies | BO | mental_team | 13 | talking cmht
      AMH-MEM | Memory and Older Adults Team | TC | mental_team | 11 | memory
    CYP | Young People and Learning Disability | FH | care | 5 |
      CYP-CAM | Young People's Mental Health | FH | mental_team | 13 | camhs
      CYP-EAT | Eating Disorder Team | WH | mental_team | 8 | eating camhs
      CYP-HVS | Health Visiting | FH | district | 15 | health_visiting
      CYP-SNS | School Nursing | FH | district | 9 | school_nursing
      CYP-LDT | Learning Disability Team | WH | mental_team | 11 | learning_disability
  CCS | Clinical Support and Corporate Services | MG | division | 6 |
    PHA | Pharmacy | MG | support | 4 |
      PHA-DIS | Dispensary | MG | pharmacy | 14 | dispensary
      PHA-WAR | Ward Pharmacists | MG | pharmacy | 14 | ward_pharmacy
      PHA-ASE | Aseptic Unit | MG | pharmacy | 8 | aseptic
      PHA-SAF | Medicines Safety Team | MG | pharmacy | 6 | medicines_safety
    DIA | Diagnostics | MG | support | 4 |
      DIA-BLO | Blood Sciences | MG | laboratory | 15 | blood
      DIA-MIC | Microbiology | MG | laboratory | 10 | micro
      DIA-HIS | Histopathology | MG | laboratory | 10 | histology
      DIA-PHL | Blood Clinic | MG | laboratory | 9 | bloodroom
      DIA-XRA | X-ray and Ultrasound | MG | imaging | 15 | xray
      DIA-SCA | CT and MRI | MG | imaging | 13 | scanning
    OUT | Outpatients and Access | MG | support | 4 |
      OUT-CLI | Outpatient Clinics | MG | desk | 14 | clinics
      OUT-APP | Appointments Centre | BO | desk | 13 | appointments
      OUT-REC | Health Records | BO | desk | 9 | health_records
      OUT-INT | Interpreting and Access Team | BO | desk | 5 | interpreting
    EST | Estates and Facilities | MG | support | 4 |
      EST-MAI | Estates Maintenance | MG | trades | 13 | maintenance
      EST-DOM | Domestic Services | MG | domestic | 22 | domestic
      EST-CAT | Catering | MG | domestic | 14 | catering
      EST-POR | Portering and Security | MG | domestic | 16 | portering
      EST-ENE | Energy and Sustainability | BO | trades | 5 | energy
    DIG | Digital and Information | BO | support | 4 |
      DIG-DSK | IT Service Desk | BO | digital | 10 | desk
      DIG-EPR | Electronic Record Team | BO | digital | 10 | epr
      DIG-INF | Information and Analysis | BO | digital | 8 | information
    PPL | People Services | BO | support | 4 |
      PPL-REC | Recruitment | BO | office | 8 | recruitment
      PPL-ADV | People Advice | BO | office | 8 | advice
      PPL-PAY | Payroll and Pensions | BO | office | 7 | payroll
      PPL-LEA | Learning and Apprenticeships | BO | office | 8 | learning
      PPL-OCC | Occupational Health and Wellbeing | MG | clinic | 7 | health_work
      PPL-ROS | Rostering and Staff Bank | BO | office | 8 | rostering
      PPL-CUL | Culture and Inclusion Team | BO | office | 6 | culture
    FIN | Finance and Procurement | BO | support | 4 |
      FIN-ACC | Management Accounts | BO | office | 8 | accounts
      FIN-PRO | Procurement and Supplies | BO | office | 9 | procurement
      FIN-PAY | Payments and Expenses | BO | office | 7 | payments
    QUA | Quality and Governance | BO | support | 4 |
      QUA-SAF | Patient Safety Team | BO | clinic | 7 | safety
      QUA-COM | Complaints and Patient Advice | MG | office | 7 | complaints
      QUA-INF | Infection Prevention Team | MG | clinic | 7 | infection_team
      QUA-SGD | Safeguarding Team | BO | clinic | 7 | safeguarding_team
      QUA-ENG | Communications and Engagement | BO | office | 6 | comms
"""


@dataclass(frozen=True)
class Place:
    """A unit as the tree draws it, before anyone works there."""

    code: str
    name: str
    kind: str
    parent_code: str | None
    site: str
    staffing: str
    size: int
    pools: tuple[str, ...]
    depth: int
    division: str | None  # its division's code; none for the board
    directorate: str | None


def places() -> tuple[Place, ...]:
    """Every unit, each after the one it hangs below."""
    found: list[Place] = []
    above: list[str] = []
    for line in TREE.strip().splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        code, name, site, staffing, size, pools = cells(line)
        above = [*above[:depth], code]
        found.append(
            Place(
                code=code,
                name=name,
                kind=KIND_BY_DEPTH[depth],
                parent_code=above[depth - 1] if depth else None,
                site=SITES[site],
                staffing=staffing,
                size=int(size),
                pools=tuple(pools.split()),
                depth=depth,
                division=above[1] if depth else None,
                directorate=above[2] if depth > 1 else None,
            )
        )
    return tuple(found)
