"""Sentences about tables: what each is held against, and what cannot be held against anything."""

from __future__ import annotations

from io import StringIO

import pandas as pd
import pytest

import audit
from audit.series import check_against
from audit.text.document import Document

RAIDS = """date,district,weapon,killed,injured
2041-01-05,Norling,mortar,4,9
2041-02-11,Suddal,rifle,2,0
2041-02-27,Norling,drone,7,12
2041-04-02,Estmark,mortar,1,3
2041-06-19,Norling,rifle,3,3
2041-09-30,Suddal,drone,11,20
2042-01-14,Estmark,drone,6,8
2042-01-29,Norling,mortar,5,2
2042-03-08,Suddal,rifle,2,6
2042-05-21,Norling,drone,14,31
2042-08-03,Estmark,rifle,0,4
2042-11-12,Suddal,mortar,9,10
"""
FEVER = """date,cases_norling,cases_suddal,deaths_norling,deaths_suddal
2041-05-01,120,80,11,4
2041-05-02,131,88,12,4
2041-05-03,150,97,15,6
2041-05-04,166,97,15,7
2041-05-05,190,110,19,9
"""
DAILY = """date,killed,killed_cum,injured
2041-03-01,5,105,9
2041-03-02,8,113,14
2041-03-03,2,115,3
2041-03-04,11,126,20
2041-03-05,4,130,6
2041-03-06,7,137,8
2041-03-07,6,143,11
2041-03-08,9,152,5
"""
WARDS = """ward,fires,deaths,homes
Alder,31,4,900
Birch,12,0,450
Cedar,44,9,1300
Dale,20,2,700
Total,107,15,3350
"""
CONVOYS = """day,side,boats lost,drowned
2041-04-01,Greens,4,11
2041-04-01,Whites,2,6
2041-04-02,Greens,7,15
2041-04-02,Whites,1,4
2041-04-03,Greens,3,9
2041-04-03,Whites,5,12
"""
ROADS = """county,bridges,damaged bridges,upkeep,winter
Alder,40,12,900,200
Birk,31,7,620,310
Corran,22,0,450,90
"""
TABLES = {"roads": ROADS, "convoys": CONVOYS, "raids": RAIDS, "fever": FEVER, "daily": DAILY, "wards": WARDS}

RIGHT = [
    ("raids", "The list holds 12 raids in two years.", "12"),
    ("raids", "The database records 64 people killed.", "64"),
    ("raids", "In all, 108 people were injured, the list says.", "108"),
    ("raids", "The list has 28 people killed in 2041.", "28"),
    ("raids", "According to the list, 36 people were killed in 2042.", "36"),
    ("raids", "The table counts 5 attacks in Norling.", "5"),
    ("raids", "The list records 33 people killed in Norling.", "33"),
    ("raids", "In Suddal, the list records 24 people killed and 36 injured.", "36"),
    ("raids", "Four drone attacks are on the list.", "Four"),
    ("raids", "In January 2042, 11 people were killed, the list shows.", "11"),
    ("raids", "The list records 27 people killed in Norling and Suddal together in 2041.", "27"),
    ("raids", "Since 3 March 2042 the list has recorded 25 people killed.", "25"),
    ("raids", "The deadliest raid of the list killed 14 people.", "14"),
    ("raids", "On average, 9 people were injured in a raid of the list.", "9"),
    ("raids", "Of those killed in the list, 52% died in Norling.", "52%"),
    ("raids", "Norling had the most people killed, the list shows.", "most"),
    ("fever", "By 3 May 2041 Norling had counted 150 cases and 15 deaths.", "150"),
    ("fever", "By 5 May 2041 Suddal had counted 110 cases and 9 deaths.", "9"),
    ("fever", "On 2 May 2041 Suddal had 88 cases.", "88"),
    ("daily", "The bulletin counts 143 killed by 7 March 2041.", "143"),
    ("daily", "In the first week, 43 people were killed, the table shows.", "43"),
    ("daily", "From 2 March to 4 March 2041, 21 people were killed.", "21"),
    ("wards", "The table counts 107 fires.", "107"),
    ("wards", "Cedar had 44 fires, the table shows.", "44"),
    ("wards", "The table lists 15 deaths in 4 wards.", "15"),
    ("wards", "The table covers 4 wards.", "4"),
    ("convoys", "On 2 April 2041 the Greens lost 7 boats, the table shows.", "7"),
    ("convoys", "The Whites lost 8 boats in three days, the table shows.", "8"),
    ("convoys", "In all, the table shows, 57 people drowned.", "57"),
    ("roads", "In Alder 12 bridges were damaged, the table shows.", "12"),
    ("roads", "The table lists 93 bridges in all.", "93"),
]
WRONG = [
    ("raids", "The list holds 14 raids in two years.", "14"),
    ("raids", "The database records 74 people killed.", "74"),
    ("raids", "The list has 31 people killed in 2041.", "31"),
    ("roads", "In Birk 17 bridges were damaged, the table shows.", "17"),
    ("raids", "According to the list, 63 people were killed in 2042.", "63"),
    ("raids", "The table counts 7 attacks in Norling.", "7"),
    ("raids", "The list records 23 people killed in Norling.", "23"),
    ("raids", "In Suddal, the list records 24 people killed and 46 injured.", "46"),
    ("raids", "In January 2042, 13 people were killed, the list shows.", "13"),
    ("raids", "Since 3 March 2042 the list has recorded 27 people killed.", "27"),
    ("raids", "Of those killed in the list, 62% died in Norling.", "62%"),
    ("raids", "Suddal had the most people killed, the list shows.", "most"),
    ("fever", "By 3 May 2041 Norling had counted 105 cases and 15 deaths.", "105"),
    ("fever", "By 5 May 2041 Suddal had counted 110 cases and 8 deaths.", "8"),
    ("fever", "On 2 May 2041 Suddal had 98 cases.", "98"),
    ("daily", "The bulletin counts 134 killed by 7 March 2041.", "134"),
    ("daily", "From 2 March to 4 March 2041, 28 people were killed.", "28"),
    ("wards", "The table counts 117 fires.", "117"),
    ("wards", "Cedar had 34 fires, the table shows.", "34"),
    ("wards", "The table covers 5 wards.", "5"),
]
UNBOUND = [
    ("raids", "The list records 9 children killed."),
    ("raids", "In Westend, the list records 30 people killed."),
    ("raids", "The list records 5 suicide attacks."),
    ("raids", "A bomb killed 12 people in the market."),
    ("raids", "The list was compiled by 9 volunteers over 30 months."),
    ("raids", "More than 3 people were killed in each of 6 raids on the list."),
    ("raids", "In all, 400 people fled, the list says."),
    ("fever", "By 3 May 2041 Westend had counted 140 cases."),
    ("daily", "On 4 March 2041 a shell killed 3 people in a school."),
    ("wards", "The table shows that 3 of the fires were set by children."),
    ("wards", "In 2039 there were 95 fires, before the table begins."),
]


def checks(name: str, text: str) -> dict[str, str]:
    """The verdict on each figure that was held against the table."""
    result = check_against(audit.check(Document(text)), pd.read_csv(StringIO(TABLES[name])))
    return {check.claim.figure.text: str(check.verdict) for check in result.between}


MISSED_RIGHT: list[str] = []
MISSED_WRONG: list[str] = []


@pytest.mark.parametrize(("name", "text", "figure"), RIGHT)
def test_what_the_table_bears_out(name: str, text: str, figure: str) -> None:
    found = checks(name, text).get(figure, "nothing")
    assert found.startswith("consistent") != (text in MISSED_RIGHT), found
    assert "inconsistent" not in checks(name, text).values()


@pytest.mark.parametrize(("name", "text", "figure"), WRONG)
def test_what_the_table_denies(name: str, text: str, figure: str) -> None:
    found = checks(name, text).get(figure, "nothing")
    assert (found == "inconsistent") != (text in MISSED_WRONG), found


@pytest.mark.parametrize(("name", "text"), UNBOUND)
def test_what_the_table_does_not_speak_of(name: str, text: str) -> None:
    assert "inconsistent" not in checks(name, text).values()
