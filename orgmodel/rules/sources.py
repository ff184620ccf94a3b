"""Where the ideas and the numbers of the rules come from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WORKING_BACKWARDS: Final = "Bryar and Carr, Working Backwards (St. Martin's Press, 2021)"
_TEAM_TOPOLOGIES: Final = "Skelton and Pais, Team Topologies (IT Revolution, 2019)"
_FORBES: Final = "Dyer and Gregersen, How Does Amazon Stay at Day One? (Forbes, 2017)"

SOURCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "AGENTNOON": "Agentnoon, product documentation on layers and spans",
        "APIMANDATE": "Amazon's rule of about 2002 that teams meet only through published interfaces, "
        "as Yegge told it in 2011",
        "AVELINO": "Avelino, Passos, Hora and Valente, A Novel Approach for Estimating Truck Factors (ICPC 2016)",
        "AWSCICD": "AWS whitepaper, Practicing Continuous Integration and Continuous Delivery: two pizzas feed about "
        "10 to 12 people",
        "AWSPM": "Lee, AWS Executive Insights, on product managers: single-threaded, the voice of the customer, "
        "metrics that change with the stage, and a team that has every skill it needs",
        "AWSRI": "AWS re:Invent 2022, session INO204: duplicated work is what autonomy costs",
        "AWSSCALE": "AWS guidance on how teams grow: sharing on-call takes at least four people",
        "AWSWB": "AWS, talk on working backwards at the public-sector summit of 2019: the five questions",
        "BAIN": "Bain & Company, Streamlining Spans and Layers",
        "BEZOS15": "Bezos, letter to Amazon's shareholders for 2015: decisions as one-way and two-way doors",
        "BEZOSFLY": "Amazon's circle of growth: selection, convenience and value drive one another",
        "BEZOSHBR": "The Institutional Yes, an interview with Bezos (Harvard Business Review, October 2007)",
        "BRYAR2": f"{_WORKING_BACKWARDS}, chapter 2: the hiring loop and its bar raiser",
        "BRYAR3": f"{_WORKING_BACKWARDS}, chapter 3: teams of ten people at most, later separable teams with a "
        "single-threaded leader; who led counted for more than the size, and a dependency is a tax",
        "CARR": f"{_WORKING_BACKWARDS}, chapter 6: steer by the inputs that a team controls, not only by results",
        "CATALDO": "Cataldo, Wagstrom, Herbsleb and Carley (CSCW 2006) and Cataldo, Herbsleb and Carley (ESEM 2008) on "
        "socio-technical congruence; contrary results in Kwan, Schröter and Damian (2011) and in Mauerer "
        "and others (2022)",
        "CODESCENE": "CodeScene, product documentation on what is lost when a developer leaves",
        "COLFER": "Colfer and Baldwin, The Mirroring Hypothesis (Industrial and Corporate Change, 2016): "
        "a review of 142 studies",
        "CONWAY": "Conway, How Do Committees Invent? (Datamation, 1968)",
        "CORTEX": "Cortex, product documentation on the ownership of services",
        "DORA": "Forsgren, Humble and Kim, Accelerate (2018), and the DORA reports: approval of changes from outside "
        "the team",
        "DUNBAR": "Dunbar's numbers of people who can trust one another, as Team Topologies uses them",
        "FBA": f"{_WORKING_BACKWARDS}: fulfilment for other sellers stood still for more than a year, until it was one "
        "person's whole job",
        "GITLAB": "GitLab handbook: eight layers at most, one manager for each person, no reports of the same layer",
        "GOALS": f"{_WORKING_BACKWARDS}, chapter 1: goals at the top and yearly plans that reach down to the teams",
        "HACKMAN": "Hackman, Leading Teams (Harvard Business School Press, 2002): four to six people work best, ten "
        "are the most",
        "HBR16": "Heidari-Robinson and Heywood, Getting Reorgs Right (Harvard Business Review, November 2016): most "
        "reorganisations fall short in value or in time",
        "HUCKMAN": "Huckman, Staats and Upton, Team Familiarity, Role Experience, and Performance (Management Science, "
        "2009)",
        "IDNA": f"{_FORBES}: a press release of one page with up to six of questions; the institutional yes; kinds of "
        "doors; five levels that can say no",
        "JASSY24": "Jassy, memo to Amazon's employees of September 2024: fewer layers and fewer preparatory meetings",
        "LARSON": "Larson, An Elegant Puzzle (Stripe Press, 2019): six to eight engineers for one manager; below four "
        "people it is no team",
        "LEE": "Lee, Failed #SquadGoals (2020): squads in a matrix that no single engineering manager answers for",
        "LIMP": f"Limp, in {_FORBES} and in AWS Executive Insights: inventions fail as somebody's part-time job; a "
        "single-threaded leader has one thing to think of",
        "MACCORMACK": "MacCormack, Rusnak and Baldwin (Management Science, 2006); Baldwin, MacCormack and Rusnak "
        "(Research Policy, 2014); MacCormack and Sturtevant (Journal of Systems and Software, 2016)",
        "MCKINSEY10": "McKinsey, global survey of 2010 on organisational redesign",
        "MCKINSEY17": "McKinsey, How to Identify the Right Spans of Control (2017): five kinds of managing, and how "
        "many reports each bears",
        "NAGAPPAN": "Nagappan, Murphy and Basili, The Influence of Organizational Structure on Software Quality "
        "(ICSE 2008)",
        "NAKISA": "Nakisa OrgAudit, the checks it offers",
        "NETLIFY": "Public pull requests that follow reorganisations: one change of code owners in every repository",
        "NPI": f"{_WORKING_BACKWARDS}, chapter 3: projects that needed other teams' people, and the keepers of shared "
        "code and of the shared database",
        "OLEARY": "O'Leary, Mortensen and Woolley, Multiple Team Membership (Academy of Management Review, 2011)",
        "ORA": "ORA, user guides (CASOS, Carnegie Mellon University): exclusivity of skills and knowledge",
        "RAPID": "Rogers and Blenko of Bain, Who Has the D? (Harvard Business Review, January 2006): one person "
        "decides",
        "SOSA": "Sosa, Eppinger and Rowles, The Misalignment of Product Architecture and Organizational Structure "
        "(Management Science, 2004)",
        "STONE": "Stone, The Everything Store (2013): fewer than ten people to a team",
        "STONEHILL": "Stone Hill Innovation, on accountability that is shared",
        "TT3": f"{_TEAM_TOPOLOGIES}, chapter 3",
        "TT7": f"{_TEAM_TOPOLOGIES}, chapter 7",
        "TTAPI": "Team API template, teamtopologies.com",
        "VOGELS": "Vogels, talks of 2007 (8 to 12 people to a team) and 2011 (8 to 10)",
        "VOGELS06": "A Conversation with Werner Vogels (ACM Queue, 2006): whoever builds it runs it",
        "WILKE": f"Wilke on one-way and two-way doors, in {_FORBES}",
    }
)
"""What each key stands for: who said it, where, and which fact or number is taken from it."""
