"""Names for made-up people, as mixed as the people of a British trust."""

from __future__ import annotations

from random import Random

# first names / surnames, by where families came from, with the share of the staff
POOLS: tuple[tuple[int, str, str], ...] = (
    (
        58,
        """Aaron Abigail Adele Alan Alison Amelia Andrea Angela Anthony Beth Brenda Bronwen Bryony
        Callum Carol Catrin Ceri Charlotte Chloe Christine Claire Colin Connor Craig Daisy Darren
        Deborah Denise Derek Donna Dylan Eilidh Eleanor Ellie Eluned Fiona Frances Gareth Gemma
        Geraint Gillian Glenys Graham Hannah Harriet Hayley Heather Hilary Holly Iain Imogen Isla
        Jacqueline Janet Jasmine Jenna Joanne Jodie Josh Joyce Judith Julie Karen Kathleen Kayleigh
        Keith Kerry Kieran Kirsty Laura Leanne Leigh Lesley Linda Lorraine Louise Lynne Malcolm
        Mairead Mandy Marcus Maureen Megan Melanie Morag Natalie Neil Niamh Nicola Nigel Nuala
        Orla Owen Pamela Pauline Philippa Rachel Rebecca Rhian Rhys Rosie Ross Ruairi Sally Sarah
        Shane Sharon Shaun Sheila Sian Siobhan Stacey Stephen Stuart Susan Tamsin Tracey Trevor
        Tristan Valerie Vicky Wendy Yvonne Zoe""",
        """Ackroyd Allsop Appleyard Armitage Ashworth Atherton Bainbridge Bancroft Barraclough
        Beardsley Beckwith Bentham Binns Birtwhistle Blackshaw Bolland Brennan Brockbank Cadwallader
        Cartwright Cawthorne Clegg Colclough Copley Costello Crabtree Crossley Culshaw Cunliffe
        Dalgleish Dewhurst Dinsdale Donnelly Driscoll Duckworth Eastwell Eccles Entwistle Fairclough
        Fairhurst Farrar Fenwick Fielden Flanagan Fothergill Gallagher Garside Gaskell Gledhill
        Greenhalgh Beynon Grimshaw Haigh Halliwell Hargreaves Hebden Helliwell Heywood Hibbert
        Higginbottom Hollingworth Holroyd Horsfall Illingworth Ingham Jowett Kershaw Kilbride
        Kirkbride Lightfoot Llewellyn Lockwood Lomax Longbottom Lumb Mactaggart Makinson Mallinson
        McAllister McBride McGinty McKeown Meredith Metcalfe Midgley Mistry Mulligan Naylor Nuttall
        Oakden Ogden Oldroyd Openshaw Ormerod Pickersgill Pilling Postlethwaite Pugh Quigley
        Rafferty Ramsbottom Rawstron Redfearn Rigby Rowbotham Sagar Scholes Shackleton Shawcross
        Sowerby Stansfield Sugden Sutcliffe Tattersall Thackray Thewlis Threlfall Tordoff Trelawney
        Uttley Varley Wadsworth Walmsley Whitworth Widdop Wolstenholme Womersley Wrigglesworth
        Yardley""",
    ),
    (
        15,
        """Aaliyah Aisha Ajay Amina Amit Anil Anjali Arjun Asif Bilal Deepa Dilip Farah Faisal
        Fatima Gurpreet Hardeep Harpreet Haroon Imran Ishaan Jasvir Javed Kavita Khadija Kiran
        Kulwinder Lakshmi Manjit Maryam Meera Mohsin Nadia Naveed Neha Nikhil Parveen Pooja Priya
        Rahul Rajesh Rashida Ravi Rehana Roopa Rukhsana Sadia Samina Sandeep Sanjay Shabana
        Shreya Simran Sunita Tahira Tariq Usha Vijay Yasmin Zainab Zubair""",
        """Agarwal Ahmed Akhtar Ali Aslam Bashir Bhatt Bhogal Chaudhry Choudhury Das Desai Dhillon
        Farooq Ghosh Gill Gupta Hussain Iqbal Islam Iyer Jamil Joshi Kapoor Kaur Khalid Khatun
        Krishnan Kumari Mahmood Malik Menon Miah Mehta Nair Parekh Parmar Qureshi Rafiq Rahman
        Raman Rao Reddy Sandhu Sharif Shetty Siddiqui Sidhu Subramaniam Sultana Thakur Uddin
        Varma Yousaf""",
    ),
    (
        10,
        """Abena Abimbola Adaeze Adwoa Akosua Amara Ayodele Chiamaka Chidi Chinedu Efua Ekow Emeka
        Esi Farai Folake Gloria Grace Ifeoma Jelani Kofi Kwabena Kwame Lindiwe Lungile Mercy
        Miriam Nana Ngozi Nkechi Nomsa Oluwaseun Patience Precious Rudo Rutendo Samuel Sipho
        Tafadzwa Tendai Thandiwe Tunde Winston Yaa Zanele""",
        """Acheampong Addo Adebayo Adeyemi Afolabi Agyeman Akinola Amoah Ansah Asante Bediako
        Boateng Chikwanha Chirwa Danso Dlamini Ekwueme Eze Fashola Gyamfi Igwe Kamara Khumalo
        Lawal Mbeki Mensah Moyo Mutasa Ncube Ndlovu Nwosu Obi Ogunleye Okafor Okonkwo Olawale
        Onyango Oppong Osei Owusu Phiri Quaye Sesay Sibanda Tetteh Udoh Wanjiru Yeboah Zulu""",
    ),
    (
        6,
        """Alicia Annette Beverley Camille Clinton Delroy Desmond Errol Everton Floella Glenroy
        Jermaine Juliet Leroy Marcia Marvin Melvina Novelette Paulette Ricardo Rohan Sandra
        Shanice Tanisha Veronica Yolanda""",
        """Alleyne Bartley Beckford Blackwood Brathwaite Clarke-Reid Coke Daley Dacosta Fearon
        Forde Gayle-Allen Grandison Greaves Hylton Joseph Lashley Maynard McFarlane Morrison-Lee
        Nembhard Palmer-Reid Pinnock Reid Samuels Scarlett Skeete Thorpe Whyte""",
    ),
    (
        4,
        """Analyn Angelito Arnel Carmela Catalina Cherry Danilo Dolores Eduardo Evangeline Jerome
        Jocelyn Leonora Lorna Maribel Marites Marlon Nenita Reynaldo Rizza Rochelle Rosario
        Teresita""",
        """Abad Aguilar Bautista Cabrera Castillo Cruz Dela-Cruz Del-Rosario Dizon Domingo
        Evangelista Flores Garcia Lacson Manalo Mendoza Navarro Ocampo Pascual Ramos
        Salazar Santos Soriano Tolentino Villanueva""",
    ),
    (
        5,
        """Agnieszka Alina Andrei Anca Aneta Beata Bogdan Carla Catarina Daniela Elena Ewa Filipe
        Giulia Iwona Jakub Joana Katarzyna Krzysztof Lucia Magda Marek Marta Mihaela Monika
        Nuno Paulo Piotr Renata Sofia Stefan Tiago Tomasz""",
        """Almeida Bianchi Carvalho Constantin Costa Dabrowski Dumitru Ferreira Gomes Ionescu
        Jankowska Kaminski Kowalczyk Lewandowska Lopes Marinescu Mazur Moreira Nowak Nowicki
        Pereira Popa Radu Rossi Sikora Silva Szymanska Wisniewski Wojcik Zielinska""",
    ),
    (
        2,
        """Ayse Cem Dilan Emre Farid Hala Hassan Laila Layla Leyla Mahmoud Nasrin Omid Rania
        Reza Samir Selin Shirin Tarek Yusuf Zeynep""",
        """Aksoy Almasi Aydin Azizi Celik Darwish Demir Farhadi Haddad Karimi Kaya Khoury Mansour
        Mostafa Nasser Rahimi Saleh Shahin Tahiri Yilmaz""",
    ),
    (
        2,
        """Bao Chi-Wai Hoa Hui-Min Jia Jun Ka-Yan Kwok-Wai Lan Lei Linh Mei Minh Siu-Ling Suki
        Thanh Wai-Lin Xin Ying Yuki""",
        """Chan Cheung Dang Fong Hoang Huang Kwan Lam Leung Liang Mak Ng Nguyen Pang Pham Tang
        Tran Tse Wong Yeung Zhao Zhu""",
    ),
)
CROSSED = 0.08  # married across the pools, or named by two families
PUBLIC_FIGURES = frozenset(
    {
        "Anil Kapoor",
        "Arjun Kapoor",
        "Connor Gallagher",
        "Craig Reid",
        "Danilo Pereira",
        "Danilo Silva",
        "Emeka Okafor",
        "Graham Thorpe",
        "Harpreet Kaur",
        "Imran Hussain",
        "Javed Akhtar",
        "Nuno Gomes",
        "Paulo Costa",
        "Paulo Ferreira",
        "Ricardo Costa",
        "Ricardo Santos",
        "Sanjay Gupta",
        "Sanjay Kapoor",
        "Sarah Rafferty",
        "Shabana Mahmood",
        "Tarek Mansour",
        "Tariq Ali",
        "Tiago Silva",
        "Tunde Fashola",
        "Winston Reid",
        "Yasmin Qureshi",
        "Yusuf Demir",
    }
)


class NameBook:
    """Gives each person a name that nobody else here has."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.given: set[str] = set(PUBLIC_FIGURES)
        self.pools = [(first.split(), last.split()) for _, first, last in POOLS]
        self.shares = [share for share, _, _ in POOLS]

    def next_name(self) -> str:
        name = self._drawn()
        while name in self.given:
            name = self._drawn()
        self.given.add(name)
        return name

    def _drawn(self) -> str:
        (firsts, lasts), (_, other_lasts) = self.random.choices(self.pools, self.shares, k=2)
        surnames = other_lasts if self.random.random() < CROSSED else lasts
        return f"{self.random.choice(firsts)} {self.random.choice(surnames)}"


def address_of(name: str) -> str:
    """An e-mail address under a domain that can never exist."""
    return name.lower().replace(" ", ".").replace("-", "") + "@northvale.example"
