"""Pairs and triples of short reports, all invented: half with one planted conflict, half that only look like one.

A case is its name, what is planted ('' for nothing; else the operation, or the slip of a provenance finding), and the
reports as (publisher, day of May 2021, text).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

__all__ = ["CASES", "Case"]


class Case(NamedTuple):
    name: str
    planted: str
    reports: tuple[tuple[str, int, str], ...]

    def day(self, number: int) -> date:
        return date(2021, 5, number)


FIRE = "A fire swept through a textile factory in Orrin on Monday. "
FERRY = "A ferry capsized in a storm off Port Lenn on Monday. "

CASES = (
    Case(
        "two tolls of one fire",
        "contradiction",
        (
            ("Herald", 3, FIRE + "The fire killed 14 people, police said."),
            (
                "Post",
                3,
                "At least 23 people were killed when a fire broke out in a textile factory in Orrin on Monday, "
                "the fire service said.",
            ),
        ),
    ),
    Case(
        "floor above the other's count",
        "contradiction",
        (
            ("Herald", 3, FERRY + "Nine people died, the coast guard said."),
            ("Post", 3, "More than 30 people died when a ferry capsized off Port Lenn on Monday, the mayor said."),
        ),
    ),
    Case(
        "injured in one blast",
        "contradiction",
        (
            (
                "Herald",
                4,
                "A bomb exploded at a market in Tarsk on Tuesday, wounding 41 people, hospital officials said.",
            ),
            ("Post", 4, "A market bombing in Tarsk on Tuesday wounded 75 people, the interior ministry said."),
        ),
    ),
    Case(
        "two spellings of one town",
        "contradiction",
        (
            ("Herald", 4, "An airstrike on Khan Hassoun killed 12 civilians on Tuesday, medics said."),
            ("Post", 4, "Medics said an airstrike killed 31 civilians in Khan Hasun on Tuesday."),
        ),
    ),
    Case(
        "fighters of one group",
        "contradiction",
        (
            (
                "Herald",
                5,
                "The army said on Wednesday that its troops killed 60 Marran fighters in the town of Delling.",
            ),
            ("Post", 5, "A Marran spokesman said on Wednesday that the army had killed 8 Marran fighters in Delling."),
        ),
    ),
    Case(
        "houses destroyed",
        "contradiction",
        (
            ("Herald", 6, "The landslide above Vetch on Thursday destroyed 40 houses, the district governor said."),
            ("Post", 6, "The landslide on Thursday destroyed 112 houses in Vetch, a rescue official said."),
        ),
    ),
    Case(
        "arrests at one protest",
        "contradiction",
        (
            ("Herald", 6, "Police arrested 25 protesters in Salmere on Thursday during a protest against fuel prices."),
            ("Post", 6, "Police arrested 140 protesters in Salmere on Thursday, lawyers said after the fuel protest."),
        ),
    ),
    Case(
        "missing after a flood",
        "contradiction",
        (
            ("Herald", 7, "Floods in the Aldmoor valley on Friday left 18 people missing, the governor said."),
            ("Post", 7, "The Red Cross said 90 people were missing in the Aldmoor valley after floods on Friday."),
        ),
    ),
    Case(
        "displaced by a quake",
        "contradiction",
        (
            (
                "Herald",
                8,
                "The earthquake displaced 12,000 people in Corvale province, the government said on Saturday.",
            ),
            ("Post", 8, "The earthquake displaced 45,000 people in Corvale province, aid agencies said on Saturday."),
        ),
    ),
    Case(
        "a range beside a count",
        "contradiction",
        (
            ("Herald", 3, FIRE + "Between 20 and 25 workers were killed, the union said."),
            ("Post", 3, "Police said 11 workers were killed in the factory fire in Orrin on Monday."),
        ),
    ),
    Case(
        "third report differs",
        "contradiction",
        (
            ("Herald", 3, FERRY + "Seventeen people drowned, the coast guard said."),
            ("Post", 3, "Seventeen people drowned when the ferry capsized off Port Lenn on Monday, officials said."),
            ("Courier", 3, "The ferry that capsized off Port Lenn on Monday drowned 44 people, a survivor said."),
        ),
    ),
    Case(
        "rounded, but not that far",
        "contradiction",
        (
            ("Herald", 8, "The earthquake in Corvale killed 2,300 people, the government said on Saturday."),
            ("Post", 8, "The earthquake in Corvale killed about 4,000 people, the United Nations said on Saturday."),
        ),
    ),
    Case(
        "a total that falls",
        "trend",
        (
            (
                "Herald",
                5,
                "The death toll from the cholera outbreak in Tarsk has risen to 82, the health ministry said on Wednesday.",
            ),
            (
                "Post",
                9,
                "The death toll from the cholera outbreak in Tarsk stands at 61, the health ministry said on Sunday.",
            ),
        ),
    ),
    Case(
        "a running total since a date that falls",
        "trend",
        (
            (
                "Herald",
                5,
                "The army has killed 4,100 Marran fighters in Delling since 1 March, the defence ministry said.",
            ),
            (
                "Herald",
                12,
                "The army has killed 2,900 Marran fighters in Delling since 1 March, the defence ministry said.",
            ),
        ),
    ),
    Case(
        "a digit too many",
        "trend",
        (
            (
                "Herald",
                5,
                "The death toll from the cholera outbreak in Tarsk has risen to 82, the health ministry said on Wednesday.",
            ),
            (
                "Post",
                6,
                "The death toll from the cholera outbreak in Tarsk has risen to 850, the health ministry said on Thursday.",
            ),
        ),
    ),
    Case(
        "a claim becomes a fact",
        "attribution_lost",
        (
            ("Herald", 5, "The army said its troops killed 60 Marran fighters in a raid on Delling on Wednesday."),
            ("Post", 5, "Troops raided Delling on Wednesday. The raid killed 60 Marran fighters."),
        ),
    ),
    Case(
        "one figure, two sources",
        "attribution_differs",
        (
            (
                "Herald",
                4,
                "Hospital doctors said 41 people were wounded when a bomb exploded at a market in Tarsk on Tuesday.",
            ),
            ("Post", 4, "The bomb at the market in Tarsk on Tuesday wounded 41 people, the rebel command said."),
        ),
    ),
    Case(
        "a hedge dropped",
        "hedge_dropped",
        (
            (
                "Herald",
                4,
                "An airstrike on a camp near Selm on Tuesday reportedly killed 12 civilians, the opposition said.",
            ),
            ("Post", 4, "The opposition said an airstrike killed 12 civilians at the camp near Selm on Tuesday."),
        ),
    ),
    Case(
        "rounded up into a floor",
        "rounding_creep",
        (
            ("Herald", 8, "The earthquake in Corvale on Saturday killed 9,800 people, the government said."),
            ("Post", 8, "The earthquake in Corvale on Saturday killed more than 10,000 people."),
        ),
    ),
    Case(
        "a vague word made precise",
        "vague_made_precise",
        (
            ("Herald", 6, "Vetch council said dozens of people were killed by the landslide in Vetch on Thursday."),
            ("Post", 6, "Vetch council said 58 people were killed by the landslide in Vetch on Thursday."),
        ),
    ),
    Case(
        "one wording twice",
        "copied",
        (
            (
                "Herald",
                7,
                "Floods in the Aldmoor valley on Friday swept away three bridges and killed 19 people, the governor said.",
            ),
            (
                "Post",
                7,
                "Floods in the Aldmoor valley on Friday swept away three bridges and killed 19 people, the governor said.",
            ),
        ),
    ),
    Case(
        "another place",
        "",
        (
            ("Herald", 3, "A fire at a warehouse in Orrin killed 14 people on Monday, police said."),
            ("Post", 3, "A fire at a warehouse in Tarsk killed 3 people on Monday, police said."),
        ),
    ),
    Case(
        "another part of the country",
        "",
        (
            ("Herald", 7, "Floods killed 19 people in northern Aldmoor on Friday, officials said."),
            ("Post", 7, "Floods killed 54 people in southern Aldmoor on Friday, officials said."),
        ),
    ),
    Case(
        "another event in one town",
        "",
        (
            ("Herald", 3, "A bus crash in Orrin on Monday killed 14 people, police said."),
            ("Post", 3, "A shooting at a bar in Orrin on Monday killed 3 people, police said."),
        ),
    ),
    Case(
        "an update a day later",
        "",
        (
            ("Herald", 3, FIRE + "The fire killed 14 people, police said."),
            (
                "Herald",
                4,
                "The death toll from Monday's fire at a textile factory in Orrin rose to 23 on Tuesday, police said.",
            ),
        ),
    ),
    Case(
        "an update the same day that says so",
        "",
        (
            ("Herald", 3, FIRE + "The fire killed 14 people, police said."),
            ("Herald", 3, "The toll from the factory fire in Orrin on Monday rose to 23 dead, police said."),
        ),
    ),
    Case(
        "a part of the dead",
        "",
        (
            ("Herald", 3, FIRE + "The fire killed 23 people, police said."),
            (
                "Post",
                3,
                "The fire at a textile factory in Orrin on Monday killed 23 people, including 9 women, police said.",
            ),
        ),
    ),
    Case(
        "women in one, children in the other",
        "",
        (
            ("Herald", 4, "The airstrike on Selm on Tuesday killed 12 women, medics said."),
            ("Post", 4, "The airstrike on Selm on Tuesday killed 7 children, medics said."),
        ),
    ),
    Case(
        "killed beside wounded",
        "",
        (
            ("Herald", 4, "A bomb at a market in Tarsk on Tuesday killed 9 people, police said."),
            ("Post", 4, "A bomb at a market in Tarsk on Tuesday wounded 41 people, police said."),
        ),
    ),
    Case(
        "the day's dead beside all dead",
        "",
        (
            ("Herald", 5, "Cholera killed 6 people in Tarsk on Wednesday, the health ministry said."),
            ("Post", 5, "Cholera has killed 82 people in Tarsk since January, the health ministry said on Wednesday."),
        ),
    ),
    Case(
        "two starts of counting",
        "",
        (
            ("Herald", 5, "The army has killed 4,100 Marran fighters in Delling since 1 March, the ministry said."),
            ("Post", 5, "The army has killed 700 Marran fighters in Delling since 20 April, the ministry said."),
        ),
    ),
    Case(
        "rounding only",
        "",
        (
            ("Herald", 8, "The earthquake in Corvale on Saturday killed 2,312 people, the government said."),
            (
                "Post",
                8,
                "About 2,300 people were killed by the earthquake in Corvale on Saturday, the government said.",
            ),
        ),
    ),
    Case(
        "a floor below the count",
        "",
        (
            ("Herald", 3, FERRY + "At least nine people died, the coast guard said."),
            ("Post", 3, "Twelve people died when a ferry capsized off Port Lenn on Monday, the mayor said."),
        ),
    ),
    Case(
        "vague beside precise",
        "",
        (
            ("Herald", 6, "Dozens of people were killed in the landslide in Vetch on Thursday, a witness said."),
            ("Post", 6, "The landslide in Vetch on Thursday killed 58 people, the council said."),
        ),
    ),
    Case(
        "another day, another blast",
        "",
        (
            ("Herald", 4, "A bomb at a market in Tarsk killed 9 people on Tuesday, police said."),
            ("Post", 6, "A bomb at a market in Tarsk killed 4 people on Thursday, police said."),
        ),
    ),
    Case(
        "a revision that says so",
        "",
        (
            (
                "Herald",
                5,
                "The death toll from the cholera outbreak in Tarsk has risen to 82, the health ministry said on Wednesday.",
            ),
            (
                "Herald",
                9,
                "The health ministry on Sunday revised the death toll from the cholera outbreak in Tarsk down to 61.",
            ),
        ),
    ),
    Case(
        "another ten",
        "",
        (
            ("Herald", 3, FIRE + "The fire killed 14 people, police said."),
            ("Post", 3, "Another 10 people were killed in the factory fire in Orrin on Monday, police said."),
        ),
    ),
    Case(
        "denied and planned",
        "",
        (
            ("Herald", 5, "The army killed 60 Marran fighters in Delling on Wednesday, the defence ministry said."),
            ("Post", 5, "The army denied that it killed 200 Marran fighters in Delling on Wednesday."),
        ),
    ),
    Case(
        "fighters beside civilians",
        "",
        (
            ("Herald", 5, "Shelling killed 60 Marran fighters in Delling on Wednesday, the army said."),
            ("Post", 5, "Shelling killed 17 civilians in Delling on Wednesday, medics said."),
        ),
    ),
    Case(
        "an old disaster recalled",
        "",
        (
            ("Herald", 3, FERRY + "Seventeen people drowned, the coast guard said."),
            ("Post", 3, "In 2009, a ferry that sank off Port Lenn killed 212 people."),
        ),
    ),
    Case(
        "missing people who are found",
        "",
        (
            ("Herald", 7, "Floods in the Aldmoor valley left 90 people missing, the governor said on Friday."),
            (
                "Post",
                9,
                "In the Aldmoor valley, 18 people were still missing on Sunday after the floods, the governor said.",
            ),
        ),
    ),
    Case(
        "per day beside in all",
        "",
        (
            (
                "Herald",
                8,
                "About 300 people a day are displaced by fighting in Corvale province, aid agencies said on Saturday.",
            ),
            ("Post", 8, "Fighting has displaced 45,000 people in Corvale province, aid agencies said on Saturday."),
        ),
    ),
    Case(
        "a rate of infections beside deaths",
        "",
        (
            (
                "Herald",
                5,
                "The cholera outbreak in Tarsk infected 3,000 people, the health ministry said on Wednesday.",
            ),
            ("Post", 5, "The cholera outbreak in Tarsk killed 82 people, the health ministry said on Wednesday."),
        ),
    ),
    Case(
        "the whole country beside one town",
        "",
        (
            ("Herald", 8, "The earthquake killed 2,300 people across Marra, the government said on Saturday."),
            ("Post", 8, "The earthquake killed 140 people in the town of Selm, its mayor said on Saturday."),
        ),
    ),
    Case(
        "two bombs in one town",
        "",
        (
            ("Herald", 4, "A bomb at a market in Tarsk on Tuesday killed 9 people, police said."),
            ("Post", 4, "A bomb at the bus station in Tarsk on Tuesday killed 4 people, police said."),
        ),
    ),
    Case(
        "one organisation, two countries",
        "",
        (
            ("Herald", 4, "The United Nations said 20 people were killed in clashes in Delling on Tuesday."),
            ("Post", 4, "The United Nations said 55 people were killed in clashes in Aldmoor on Tuesday."),
        ),
    ),
    Case(
        "one strike beside all strikes",
        "",
        (
            ("Herald", 4, "A strike on a house in Selm killed 12 people on Tuesday, medics said."),
            ("Post", 4, "Strikes across Selm killed 80 people on Tuesday, medics said."),
        ),
    ),
    Case(
        "a day's dead beside the toll so far",
        "",
        (
            ("Herald", 5, "Shelling killed 20 people in Delling in the past 24 hours, the army said on Wednesday."),
            ("Post", 5, "Shelling has killed 4,100 people in Delling so far, the army said on Wednesday."),
        ),
    ),
    Case(
        "prices beside wages",
        "",
        (
            ("Herald", 5, "Food prices in Orrin rose 9 percent in April, the statistics office said on Wednesday."),
            ("Post", 5, "Wages in Orrin rose 2 percent in April, the statistics office said on Wednesday."),
        ),
    ),
    Case(
        "two distances",
        "",
        (
            ("Herald", 5, "Troops found a tunnel 900 metres long in Delling on Wednesday, the army said."),
            ("Post", 5, "Troops found a tunnel 300 metres long in Delling on Wednesday, the army said."),
        ),
    ),
    Case(
        "one outlet, morning and evening",
        "",
        (
            ("Herald", 3, FIRE + "The fire killed 14 people, police said."),
            ("Herald", 3, FIRE + "The fire killed 23 people, police said in the evening."),
        ),
    ),
    Case(
        "soldiers of two armies",
        "",
        (
            ("Herald", 5, "Fighting near Delling on Wednesday killed 12 Marran soldiers, the governor said."),
            ("Post", 5, "Fighting near Delling on Wednesday killed 40 Corvalian soldiers, the governor said."),
        ),
    ),
    Case(
        "two lengths of fighting",
        "",
        (
            ("Herald", 5, "The army took Delling on Wednesday after four months of fighting."),
            ("Post", 5, "The army took Delling on Wednesday after nine days of siege."),
        ),
    ),
    Case(
        "twenty workers and a visitor",
        "",
        (
            ("Herald", 3, "The explosion at a mine in Orrin on Monday killed 20 miners, the union said."),
            ("Post", 3, "The explosion at a mine in Orrin on Monday killed 21 people, the union said."),
        ),
    ),
    Case(
        "mine dead, in other words",
        "contradiction",
        (
            (
                "Herald",
                3,
                "Rescuers brought up the bodies of 20 miners after an explosion at a mine in Orrin on Monday.",
            ),
            ("Post", 3, "An explosion at a mine in Orrin on Monday killed 34 miners, the union said."),
        ),
    ),
    Case(
        "kidnapped pupils",
        "contradiction",
        (
            ("Herald", 5, "Gunmen abducted 80 pupils from a school in Kardun on Wednesday, the police said."),
            ("Post", 5, "Gunmen kidnapped 136 pupils from a school in Kardun on Wednesday, parents said."),
        ),
    ),
    Case(
        "dead in a crash, in the passive and the active",
        "contradiction",
        (
            (
                "Herald",
                6,
                "At least 30 people were killed on Thursday when a bus fell into a ravine at Vetch, police said.",
            ),
            ("Post", 6, "A bus crash near Vetch on Thursday killed 18 people, the transport ministry said."),
        ),
    ),
    Case(
        "later report, lower toll of one day",
        "trend",
        (
            ("Herald", 3, "The fire at a textile factory in Orrin killed 23 people on 3 May, police said."),
            ("Post", 7, "The fire at the textile factory in Orrin killed 16 people on 3 May, the governor said."),
        ),
    ),
    Case(
        "settled long ago",
        "contradiction",
        (
            ("Herald", 10, "The earthquake in Corvale on 12 January 2019 killed 2,300 people."),
            ("Post", 20, "The earthquake in Corvale on 12 January 2019 killed 3,100 people."),
        ),
    ),
)
