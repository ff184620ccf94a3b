"""Organisations without the names of people."""

import re
from dataclasses import fields, replace

from hypothesis import given, settings

from orgmodel.graph import OrgGraph
from orgmodel.model.anonymous import SHORTEST, anonymised, pseudonyms
from orgmodel.model.decisions import Decision
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail
from orgmodel.model.initiatives import Initiative, Leadership
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.references import references
from orgmodel.model.teams import Membership, Team
from tests.strategies import organisations

ORG = Org(
    people={
        "hanna": Person(id="hanna", name="Hanna Vik", title="Chief of Oars", location="Oslo", x={"x-note": "hanna"}),
        "ole": Person(id="ole", name="Ole Lund", manager="hanna", location="Oslo", skills=("rowing", "go")),
        "per": Person(id="per", manager="person:hanna", location="Nuuk", skills=("go",)),
    },
    teams={
        "boats": Team(id="boats", purpose="Hanna's boats", lead=("hanna",), members=(Membership(person="ole"),)),
        "per": Team(id="per", parent="boats"),
    },
    initiatives={"row": Initiative(id="row", name="Rowing with ole lund", leader=(Leadership(person="ole"),))},
    decisions={"go": Decision(id="go", owner="per", decider="hanna")},
)


def test_people_have_pseudonyms_everywhere() -> None:
    """References, and names as words of texts, are replaced; words that only begin so are not."""
    names = pseudonyms(ORG.people)
    found = anonymised(ORG)
    assert sorted(names.values()) == list(found.people)
    assert (f"{names['hanna']}'s boats", (names["hanna"],)) == (found.teams["boats"].purpose, found.teams["boats"].lead)
    assert f"Rowing with {names['ole']}" == found.initiatives["row"].name
    assert [names["hanna"], f"person:{names['hanna']}"] == [found.people[names[id]].manager for id in ("ole", "per")]


def test_parts_of_names_are_replaced_as_they_are_written() -> None:
    """A first or last name by itself means somebody, or several; a word that is written otherwise does not."""
    people = {
        **ORG.people,
        "liv": Person(id="liv", name="Liv Vik-Berg", title="Vik, vik and Lund"),
        "jo": Person(id="jo"),
    }
    names = pseudonyms(people)
    teams = {"t": Team(id="t", purpose="Lund, lund, Vik and Berg; jo")}
    said = anonymised(Org(people=people, teams=teams)).teams["t"].purpose
    assert f"{names['ole']}, lund, somebody and {names['liv']}; jo" == said


def test_who_is_only_named_has_a_pseudonym_as_well() -> None:
    """It may be the name of somebody whom no file describes, and stands as such in texts too."""
    found = anonymised(replace(ORG, decisions={"go": Decision(id="go", name="Ask Bartholomew", decider="bartholomew")}))
    name = found.decisions["go"].decider
    assert (f"Ask {name}", pseudonyms(["bartholomew"])["bartholomew"].replace("person", "unknown")) == (
        found.decisions["go"].name,
        name,
    )


def test_only_pseudonyms_that_would_be_the_same_are_longer() -> None:
    """Among very many people those of the others stay as they are."""
    ids = [f"p{number}" for number in range(20_000)]
    found = pseudonyms(ids)
    alone = {id: pseudonyms([id])[id] for id in ids}
    longer = {id for id in ids if found[id] != alone[id]}
    assert len(set(found.values())) == len(ids)
    assert 0 < len(longer) < 100
    assert all(found[id].startswith(alone[id]) for id in longer)


def test_somebody_under_two_ids_is_one() -> None:
    """A title that only they have stays hidden, and who they were is told by pseudonym."""
    renamed = Person(id="johanna", renamed_from=("hanna",), title="Chief of Oars")
    after = replace(ORG, people={"johanna": renamed})
    found = anonymised(after, beside=[ORG]).people[pseudonyms(["johanna"])["johanna"]]
    assert (None, (pseudonyms(["hanna"])["hanna"],)) == (found.title, found.renamed_from)


def test_what_means_a_team_stays() -> None:
    """An id that a team and a person share means in each field what it meant before."""
    found = anonymised(ORG)
    assert ("per", pseudonyms(ORG.people)["hanna"]) == (found.decisions["go"].owner, found.decisions["go"].decider)
    assert "per" in found.teams


def test_what_only_one_has_is_hidden() -> None:
    """A title, a place or a skill stays only where several people have it; fields of one's own go."""
    names = pseudonyms(ORG.people)
    people = anonymised(ORG).people
    assert (None, "Oslo", None) == (
        people[names["hanna"]].title,
        people[names["hanna"]].location,
        people[names["hanna"]].x,
    )
    assert (None, ("go",)) == (people[names["per"]].location, people[names["per"]].skills)


def test_the_same_key_gives_the_same_names() -> None:
    """With a key people are called the same in every organisation; without it, otherwise."""
    less = replace(ORG, people={id: ORG.people[id] for id in ("ole", "per")})
    assert pseudonyms(less.people, key="k").items() <= pseudonyms(ORG.people, key="k").items()
    assert pseudonyms(ORG.people, key="k") != pseudonyms(ORG.people)


def test_two_sides_of_a_comparison_agree() -> None:
    """What one side shares with the other is shown in both, so that nobody seems to have moved."""
    after = replace(ORG, people={**ORG.people, "liv": Person(id="liv", location="Nuuk")})
    before = anonymised(ORG, beside=[after])
    assert before.people.items() <= anonymised(after, beside=[ORG]).people.items()


@settings(max_examples=25, deadline=None)
@given(organisations())
def test_no_name_is_left_and_the_shape_stays(org: Org) -> None:
    """No text holds a name of three letters or more, and the graph of teams and reports is the same."""
    found = anonymised(org)
    said = " ".join(_texts(found))
    for id, person in org.people.items():
        for name in (id, person.name or ""):
            words = re.findall(r"\w+", name)
            if len("".join(words)) >= SHORTEST:
                phrase = r"\W+".join(map(re.escape, words))
                assert not re.search(rf"\b{phrase}\b", said, re.IGNORECASE)
    names = pseudonyms(org.people)
    graph, bare = OrgGraph(org), OrgGraph(found)
    assert [graph.size(id) for id in org.teams] == [bare.size(id) for id in org.teams]
    assert {names[id]: names.get(str(graph.manager_of(id))) for id in org.people} == {
        id: bare.manager_of(id) if bare.manager_of(id) in found.people else None for id in found.people
    }


def _texts(org: Org) -> list[str]:
    """Return all that is said of people, and what is referred to."""
    people = [
        value
        for person in org.people.values()
        for field in fields(person)
        if field.name != "id" and isinstance(value := getattr(person, field.name), str)
    ]
    parts: list[Detail] = [each for _, each in org.entities()]
    named = [each.id for part in parts for each in references(part) if each.kinds == ("person",)]
    return [*people, *named]


def test_one_of_a_few_words_means_nobody() -> None:
    """Somebody called like a kind of dependency changes no dependency."""
    somebody = Person(id="event", name="High Event")
    org = Org(people={"event": somebody}, dependencies=(Dependency(source="a", target="b", kind="event"),))
    (dependency,) = anonymised(org).dependencies
    assert "event" == dependency.kind
