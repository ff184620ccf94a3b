"""Each table and each of its columns becomes what the page on tables says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orgmodel.exchange.base import Imported
from orgmodel.exchange.importers.tables import importer, read_tables
from orgmodel.exchange.yaml_writer import organisation_yaml
from orgmodel.load.loader import load
from orgmodel.model.faults import UnknownNameError

Read = Callable[..., Imported]


def said(imported: Imported) -> list[str]:
    """Return the problems as lines."""
    return [str(problem) for problem in imported.problems]


def test_importer_offers_the_format() -> None:
    """The module offers an importer with its name, a summary and the function that reads."""
    assert ("tables", read_tables) == (importer.name, importer.read)
    assert "people" in importer.summary


def test_people(read: Read) -> None:
    """Every column of people fills the field of its name, as the type that the field has."""
    imported = read(
        {
            "people.csv": """
                id,name,title,role,level,manager,dotted,skills,location,timezone,capacity,status,employment
                ana,Ana Moreau,VP,manager,7,nobody,zoe; bo,law;payments;law,Lyon,Europe/Paris,80%,active,employee
                req-1,,,,,,,,,,0.5,Vacant,
                """
        }
    )
    ana = {
        "name": "Ana Moreau",
        "title": "VP",
        "role": "manager",
        "level": 7,
        "manager": "nobody",
        "dotted": ["zoe", "bo"],
        "skills": ["law", "payments"],
        "location": "Lyon",
        "timezone": "Europe/Paris",
        "capacity": 0.8,
        "status": "active",
        "employment": "employee",
    }
    assert {"people": {"ana": ana, "req-1": {"capacity": 0.5, "status": "vacant"}}} == imported.document
    assert () == imported.problems


def test_teams(read: Read) -> None:
    """Every column of teams fills the field of its name; a kind of the user's own is kept beside the model's."""
    imported = read(
        {
            "teams.tsv": "id\tname\tkind\ttype\tparent\theadcount\tpurpose\n"
            "shop\tShop\tgroup\t\t\t\t\n"
            "cart\tCart\tTeam\tstream-aligned\tshop\t7\tSells.\n"
            "sig-a\t\tsig\t\t\t\t\n"
        }
    )
    cart = {
        "name": "Cart",
        "kind": "team",
        "type": "stream-aligned",
        "parent": "shop",
        "headcount": 7,
        "purpose": "Sells.",
    }
    shop = {"name": "Shop", "kind": "group"}
    assert {"teams": {"shop": shop, "cart": cart, "sig-a": {"x-kind": "sig"}}} == imported.document
    assert () == imported.problems


def test_members(read: Read) -> None:
    """Members are ids, or mappings where the table says more of them."""
    imported = read(
        {"members.csv": "team,person,allocation,role\ncart,bo,,\ncart,cy,50%,tester\ncart,bo,,\npay,bo,,\n"}
    )
    cart = {"members": ["bo", {"person": "cy", "allocation": 0.5, "role": "tester"}]}
    assert {"teams": {"cart": cart, "pay": {"members": ["bo"]}}} == imported.document
    assert () == imported.problems


def test_leads(read: Read) -> None:
    """One lead stands alone, several are a list, and a liaison is a member."""
    imported = read(
        {
            "members.csv": "team,person,role\ncart,bo,tester\n",
            "leads.csv": """
                team,person,role
                cart,ana,lead
                pay,ana,
                pay,bo,leader
                cart,bo,liaison:release
                pay,cy,Liaison
                """,
        }
    )
    cart = {"members": [{"person": "bo", "role": "tester, liaison:release"}], "lead": "ana"}
    pay = {"members": [{"person": "cy", "role": "Liaison"}], "lead": ["ana", "bo"]}
    assert {"teams": {"cart": cart, "pay": pay}} == imported.document
    assert () == imported.problems


def test_a_lead_by_another_word_is_reported(read: Read) -> None:
    """The word that makes somebody a lead has no field, so it is reported, once for all rows."""
    imported = read({"leads.csv": "team,person,role\ncart,ana,chair\npay,bo,chair\nops,cy,chair\n"})
    assert [
        "leads.csv, row 2, column role: ‘chair’ is taken as a lead; the word is not kept (2 more rows like this)"
    ] == said(imported)


def test_components(read: Read) -> None:
    """A component has the owners of all its rows, and nobody where the cell is empty in all of them."""
    imported = read(
        {
            "components.csv": """
                id,owner_team,domain,criticality
                ledger,pay,money,high
                ledger,ops,,
                ledger,pay,money,high
                ledger,,,
                ledger,nobody,,
                cart,shop,,
                orphan,,,
                stray,nobody,,
                """
        }
    )
    components = {
        "ledger": {"domain": "money", "criticality": "high", "owner": ["pay", "ops"]},
        "cart": {"owner": "shop"},
        "orphan": {"owner": "nobody"},
        "stray": {"owner": "nobody"},
    }
    assert {"components": components, "domains": {"money": {}}} == imported.document
    assert () == imported.problems


def test_owner_is_unknown_without_its_column(read: Read) -> None:
    """A table of components that has no column for owners says nothing of them."""
    assert {"components": {"ledger": {}}} == read({"components.csv": "id\nledger\n"}).document


def test_rows_of_one_component_that_contradict_each_other(read: Read) -> None:
    """What a later row says otherwise is reported; its owner is kept."""
    imported = read({"components.csv": "id,owner_team,criticality\nledger,pay,high\nledger,ops,low\n"})
    assert {"components": {"ledger": {"criticality": "high", "owner": ["pay", "ops"]}}} == imported.document
    assert ["components.csv, row 3, column criticality: ‘low’ contradicts an earlier row; it is not kept"] == said(
        imported
    )


def test_component_dependencies(read: Read) -> None:
    """Dependencies of a component are ids, or mappings where kind or strength is said."""
    imported = read(
        {
            "component_deps.csv": """
                from,to,kind,strength
                cart,ledger,API,2.5
                cart,ledger,event,3
                cart,sign-in,,
                cart,sign-in,,
                """
        }
    )
    needs = [
        {"component": "ledger", "kind": "api", "strength": 2.5},
        {"component": "ledger", "kind": "event", "strength": 3},
        "sign-in",
    ]
    assert {"components": {"cart": {"depends_on": needs}}} == imported.document
    assert () == imported.problems


def test_team_dependencies(read: Read) -> None:
    """A row is one dependency; its weight is the strength."""
    imported = read(
        {"team_deps.csv": "from,to,weight,kind,mode,why\ncart,pay,4,approval,collaboration,a review\ncart,ops,,,,\n"}
    )
    first = {"from": "cart", "to": "pay", "strength": 4, "kind": "approval", "mode": "collaboration", "why": "a review"}
    assert {"dependencies": [first, {"from": "cart", "to": "ops"}]} == imported.document
    assert () == imported.problems


def test_initiatives(read: Read) -> None:
    """Title, owning team, kind, door and customer fill their fields."""
    imported = read(
        {
            "initiatives.csv": """
                id,title,owner_team,status,stage,kind,door,customer
                one,One click,cart,active,,project,two-way,Buyers
                two,,,,,,,
                """
        }
    )
    one = {
        "name": "One click",
        "team": "cart",
        "kind": "project",
        "door": "two-way",
        "customer": "Buyers",
        "stage": "building",
    }
    assert {"initiatives": {"one": one, "two": {}}} == imported.document
    assert () == imported.problems


STATUSES = {
    "press-release": ["provisional", "proposed", "press-release"],
    "approved": ["implementable", "accepted", "approved"],
    "building": ["in-progress", "active", "building"],
    "launched": ["implemented", "completed", "done", "launched"],
    "stopped": ["withdrawn", "rejected", "deferred", "superseded", "replaced", "cancelled", "stopped"],
    "retired": ["retired"],
    "idea": ["idea"],
    "growing": ["growing"],
    "paused": ["paused"],
}


@pytest.mark.parametrize(("status", "stage"), [(word, stage) for stage, words in STATUSES.items() for word in words])
def test_status_becomes_stage(status: str, stage: str, read: Read) -> None:
    """Each known status means its stage, whatever its case."""
    imported = read({"initiatives.csv": f"id,status\na,{status}\nb,{status.upper()}\n"})
    assert {"initiatives": {"a": {"stage": stage}, "b": {"stage": stage}}} == imported.document
    assert () == imported.problems


def test_unknown_status_is_kept_and_reported(read: Read) -> None:
    """A status that means no stage is kept as it is, the stage is unknown, and the import says so."""
    imported = read({"initiatives.csv": "id,status\none,On ice\n"})
    assert {"initiatives": {"one": {"x-status": "On ice"}}} == imported.document
    assert [
        "initiatives.csv, row 2, column status: ‘On ice’ is not a known status; it is kept as x-status, and the stage "
        "is unknown"
    ] == said(imported)


def test_stage_wins_over_status(read: Read) -> None:
    """Where both are given the stage counts; a status that says something else is kept."""
    imported = read(
        {"initiatives.csv": "id,stage,status\na,Growing,implementable\nb,building,active\nc,idea,odd\nd,odd,active\n"}
    )
    initiatives = {
        "a": {"stage": "growing", "x-status": "implementable"},
        "b": {"stage": "building"},
        "c": {"stage": "idea", "x-status": "odd"},
        "d": {"x-stage": "odd", "x-status": "active"},
    }
    assert {"initiatives": initiatives} == imported.document
    assert [
        "initiatives.csv, row 5, column stage: ‘odd’ is none of idea, press-release, approved, building, launched, "
        "growing, paused, stopped, retired; it is kept as x-stage"
    ] == said(imported)


def test_initiative_teams(read: Read) -> None:
    """Teams that take part are contributors; the initiative's own team is not, but its share is kept."""
    imported = read(
        {
            "initiatives.csv": "id,owner_team\none,cart\ntwo,cart\n",
            "initiative_teams.csv": """
                initiative,team,allocation,ask
                one,cart,50%,custom
                one,pay,20%,custom
                one,ops,,
                two,cart,,
                """,
        }
    )
    one = {
        "team": {"team": "cart", "allocation": 0.5},
        "contributors": [{"team": "pay", "allocation": 0.2, "ask": "custom"}, "ops"],
    }
    assert {"initiatives": {"one": one, "two": {"team": "cart"}}} == imported.document
    assert [
        "initiative_teams.csv, row 2, column ask: is not kept for the initiative's own team, which is not asked"
    ] == said(imported)


def test_role_of_a_contributing_team_is_reported(read: Read) -> None:
    """A team that stands in two rows for two roles contributes once; roles are reported, one line for each."""
    imported = read({"initiative_teams.csv": "initiative,team,role\none,pay,helps\none,pay,reviews\ntwo,ops,helps\n"})
    assert {"initiatives": {"one": {"contributors": ["pay"]}, "two": {"contributors": ["ops"]}}} == imported.document
    assert [
        "initiative_teams.csv, row 2, column role: ‘helps’ is not kept: contributing teams have no role "
        "(1 more row like this)",
        "initiative_teams.csv, row 3, column role: ‘reviews’ is not kept: contributing teams have no role",
    ] == said(imported)


@pytest.mark.parametrize("role", ["leader", "lead", "owner", "dri", "poc", "point-of-contact", "Lead"])
def test_leader_by_any_usual_word(role: str, read: Read) -> None:
    """Each usual word for a leader makes one, with the share of their time if it is given."""
    imported = read({"initiative_people.csv": f"initiative,person,role,allocation\na,bo,{role},\nb,bo,{role},30%\n"})
    initiatives = {"a": {"leader": "bo"}, "b": {"leader": {"person": "bo", "allocation": 0.3}}}
    assert {"initiatives": initiatives} == imported.document
    assert () == imported.problems


def test_several_leaders_are_a_list(read: Read) -> None:
    """Several leaders are all kept, and a person with two such roles leads once."""
    imported = read({"initiative_people.csv": "initiative,person,role\na,bo,lead\na,bo,poc\na,cy,dri\n"})
    assert {"initiatives": {"a": {"leader": ["bo", "cy"]}}} == imported.document


def test_sponsor_and_author(read: Read) -> None:
    """An initiative has one sponsor and one author, the first; others are reported."""
    imported = read(
        {
            "initiative_people.csv": """
                initiative,person,role,allocation
                a,zoe,sponsor,10%
                a,bo,authors,
                a,cy,author,
                a,dee,authors,
                a,bo,author,
                """
        }
    )
    assert {"initiatives": {"a": {"sponsor": "zoe", "author": "bo"}}} == imported.document
    assert [
        "initiative_people.csv, row 2, column allocation: is not kept: the file has none for the part sponsor",
        "initiative_people.csv, row 4, column person: is not kept: an initiative has one author, and an earlier row "
        "names another (1 more row like this)",
    ] == said(imported)


def test_approver_is_a_step_that_may_approve(read: Read) -> None:
    """Approvers become steps in the order of the rows, each person once."""
    imported = read(
        {"initiative_people.csv": "initiative,person,role\na,bo,approver\na,cy,approvers\na,bo,approvers\n"}
    )
    steps = [{"by": "bo", "can": "approve"}, {"by": "cy", "can": "approve"}]
    assert {"initiatives": {"a": {"steps": steps}}} == imported.document
    assert () == imported.problems


def test_other_roles_work_on_it(read: Read) -> None:
    """Whoever has another role, several or none is one of the initiative's people."""
    imported = read(
        {
            "initiative_people.csv": """
                initiative,person,role,allocation
                a,bo,reviewers,
                a,bo,tester,20%
                a,bo,reviewers,20%
                a,cy,,
                """
        }
    )
    people = [{"person": "bo", "role": "reviewers, tester", "allocation": 0.2}, "cy"]
    assert {"initiatives": {"a": {"people": people}}} == imported.document
    assert () == imported.problems


def test_role_option_overrides(read: Read) -> None:
    """The user's word for a role counts before the usual one, whatever its case."""
    imported = read(
        {"initiative_people.csv": "initiative,person,role\na,bo,Authors\na,cy,lead\na,dee,second\n"},
        roles={"authors": "leader", "LEAD": "people", "second": "deputy"},
    )
    initiative = {"leader": "bo", "people": [{"person": "cy", "role": "lead"}], "deputy": "dee"}
    assert {"initiatives": {"a": initiative}} == imported.document
    assert () == imported.problems


def test_role_option_that_no_row_has_is_reported(read: Read) -> None:
    """A role that is spelled otherwise than in the table is not passed over in silence."""
    imported = read({"initiative_people.csv": "initiative,person,role\na,bo,authors\n"}, roles={"author": "leader"})
    assert ["initiative_people.csv, column role: no row has the role ‘author’; did you mean authors?"] == said(imported)


def test_role_option_with_an_unknown_part(read: Read) -> None:
    """A part that nobody can have is refused, with the parts there are."""
    expected = "a role cannot mean ‘boss’: it can mean leader, sponsor, author, deputy, approver, people"
    with pytest.raises(UnknownNameError, match=f"^{expected}$"):
        read({}, roles={"lead": "boss"})


def test_decisions(read: Read) -> None:
    """Rows of one decision are its steps, in the order of the rows; what it is itself may stand in any of them."""
    imported = read(
        {
            "decisions.csv": """
                id,owner,door,decider,step,by,can,days
                price,cart,two-way,,1,legal,veto,5
                price,,,ana,2,zoe,approve,0.5
                price,cart,,,3,legal,,
                hire,ops,,,,,,
                """
        }
    )
    steps = [{"by": "legal", "can": "veto", "days": 5}, {"by": "zoe", "can": "approve", "days": 0.5}, {"by": "legal"}]
    price = {"owner": "cart", "door": "two-way", "steps": steps, "decider": "ana"}
    assert {"decisions": {"price": price, "hire": {"owner": "ops"}}} == imported.document
    assert () == imported.problems


def test_steps_that_cannot_be_kept(read: Read) -> None:
    """Numbers against the order of rows, names of steps, and steps that nobody takes are reported."""
    imported = read({"decisions.csv": "id,step,by,can\na,2,bo,\na,1,cy,\na,last,dee,\na,4,,veto\n"})
    assert {"decisions": {"a": {"steps": [{"by": "bo"}, {"by": "cy"}, {"by": "dee"}]}}} == imported.document
    assert [
        "decisions.csv, row 3, column step: is below an earlier row's; steps are in the order of the rows",
        "decisions.csv, row 4, column step: ‘last’ is not a number; steps are in the order of the rows",
        "decisions.csv, row 5, column by: is empty, so nobody takes this step; it is not kept",
    ] == said(imported)


def test_metrics(read: Read) -> None:
    """Every column of metrics fills the field of its name."""
    imported = read({"metrics.csv": "id,name,kind,owner,drives\nclicks,Clicks,Input,cart,orders;sales\norders,,,,\n"})
    clicks = {"name": "Clicks", "kind": "input", "owner": "cart", "drives": ["orders", "sales"]}
    assert {"metrics": {"clicks": clicks, "orders": {}}} == imported.document
    assert () == imported.problems


def test_what_is_imported_can_be_loaded(read: Read, tmp_path: Path) -> None:
    """The file that is written of tables holds nothing that loading finds wrong, fields of the user's own included."""
    imported = read(
        {
            "people.csv": "id,level,capacity\nNO,5,50%\n#bo,senior,\n012,,lots\n",
            "teams.csv": "id,kind,headcount\ncart: new,sig,\n@pay,team,3\n",
            "members.csv": "team,person,allocation\ncart: new,NO,half\ncart: new,#bo,0.5\n",
            "components.csv": "id,owner_team,domain\nledger,@pay,money\ncart,,\n",
            "component_deps.csv": "from,to,kind\ncart,ledger,odd\n",
            "team_deps.csv": "from,to,weight\n@pay,cart: new,much\n",
            "initiatives.csv": "id,owner_team,status\n1.10,@pay,odd\n",
            "initiative_teams.csv": "initiative,team,ask\n1.10,cart: new,odd\n",
            "initiative_people.csv": "initiative,person,role,allocation\n1.10,NO,lead,odd\n1.10,012,approver,\n",
            "decisions.csv": "id,by,can\nprice,NO,odd\n",
            "metrics.csv": "id,drives\nclicks,12:30\n12:30,\n",
        }
    )
    (tmp_path / "organisation.yaml").write_text(organisation_yaml(imported.document), encoding="utf-8")
    loaded = load([tmp_path / "organisation.yaml"])
    assert () == loaded.problems
    assert ["NO", "#bo", "012"] == list(loaded.org.people)
    assert ["cart: new", "@pay"] == list(loaded.org.teams)


def test_references_that_no_table_defines_are_kept(read: Read) -> None:
    """Who is in no table of people is still a member, a lead and a manager."""
    imported = read(
        {
            "people.csv": "id,manager\nbo,ana\n",
            "teams.csv": "id,parent\ncart,shop\n",
            "members.csv": "team,person\ncart,cy\n",
        }
    )
    document = {"people": {"bo": {"manager": "ana"}}, "teams": {"cart": {"parent": "shop", "members": ["cy"]}}}
    assert document == imported.document
    assert () == imported.problems


def test_entity_that_its_own_table_lacks_is_added_and_reported(read: Read) -> None:
    """A member's team that is not in the table of teams is added, and the import says so once."""
    imported = read({"teams.csv": "id\ncart\n", "members.csv": "team,person\npay,bo\npay,cy\ncart,bo\n"})
    assert {"teams": {"cart": {"members": ["bo"]}, "pay": {"members": ["bo", "cy"]}}} == imported.document
    assert ["members.csv, row 2, column team: ‘pay’ is not in the table teams; it is added"] == said(imported)
