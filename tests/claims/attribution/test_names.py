"""The fullest name that a text has for whoever states a figure."""

from __future__ import annotations

import pytest

from audit.claims.attribution.names import Names
from audit.text.document import Document
from tests.claims.attribution.marked import read_one


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Health Minister Lena Okafor spoke on Friday. She said {42} people had died.", "Health Minister Lena Okafor"),
        ("Army chief Gen. Paul Mbeki came. Mbeki said {42} rebels fell.", "Army chief Gen. Paul Mbeki"),
        ("The Norwegian Aid Council (NAC) runs it. The NAC said {42} tents burned.", "Norwegian Aid Council"),
        ("The health minister said {42} died. Health Minister Lena Okafor left.", "Health Minister Lena Okafor"),
        ("Lena Okafor and Ben Sato met. Sato said {42} people had died.", "Ben Sato"),
        ("The army held the town. It said {42} people had died.", "The army"),
        ("Ben Sato, who said {42} people had died, left.", "Ben Sato"),
        ("The radio named Ben Sato. The army moved in. It said {42} people had died.", "The army"),
        ("A nurse, Ana Ruiz, said {42} people had died.", "Ana Ruiz"),
        ("“We lost {42} men,” said a nurse, Ana Ruiz.", "Ana Ruiz"),
        ("Ana Ruiz, a nurse, said {42} people had died.", "Ana Ruiz"),
        ("The mayor came. 12 of them had fled when he said {42} people died.", "The mayor"),
        ("An army official said {42} people had died. Ben Sato is a colonel.", "An army official"),
        ("Ben Sato met the Okafors. An aide said {42} people had died.", "An aide"),
        ("He said {42} people had died.", "He"),
        ("Ben Sato spoke. While the town burned, he said, {42} people had died.", "Ben Sato"),
        ("The rest had gone. She said {42} people had died.", "She"),
        ("In the end, Sato told the mayor so. He said {42} people had died.", "Sato"),
    ],
)
def test_the_fullest_name(text: str, name: str) -> None:
    attribution, _ = read_one(text)
    assert attribution.name.removeprefix("the ").removeprefix("The ") == name.removeprefix("The ")


def test_of_two_people_of_one_surname_the_last_before_is_meant() -> None:
    names = Names(Document("Ann Poe left. Later Carl Poe came. Poe said 42 were safe."))
    assert names.fullest("Poe", 35) == "Carl Poe"


def test_all_capitals_name_nobody() -> None:
    assert Names(Document("POLICE CHIEF JUAN ROJAS CAME. ROJAS SAID 42 DIED.")).mentions == []
