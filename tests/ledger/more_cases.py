"""A second set of pairs, written without looking at the rules: half with a planted conflict, half that only look so."""

from __future__ import annotations

from tests.ledger.cases import Case

__all__ = ["MORE"]

MORE = (
    Case(
        "collapse dead",
        "contradiction",
        (
            (
                "Herald",
                10,
                "A four-storey apartment block collapsed in Belmara on Monday, killing 27 residents, the civil "
                "defence agency said.",
            ),
            (
                "Post",
                10,
                "The collapse of an apartment block in Belmara on Monday left 41 residents dead, according to "
                "the mayor's office.",
            ),
        ),
    ),
    Case(
        "train injured",
        "contradiction",
        (
            (
                "Herald",
                11,
                "More than 200 passengers were injured when two trains collided outside Dorvik on Tuesday, "
                "railway officials said.",
            ),
            (
                "Post",
                11,
                "Railway police said 64 passengers were injured in Tuesday's train collision near Dorvik.",
            ),
        ),
    ),
    Case(
        "prison break",
        "contradiction",
        (
            (
                "Herald",
                12,
                "Guards shot dead 5 inmates during a riot at Kessen prison on Wednesday, the justice ministry said.",
            ),
            (
                "Post",
                12,
                "Nineteen inmates were shot dead during Wednesday's riot at the prison in Kessen, relatives said.",
            ),
        ),
    ),
    Case(
        "boat missing",
        "contradiction",
        (
            (
                "Herald",
                13,
                "A dinghy carrying migrants sank off Marsa Tell on Thursday and 35 people are missing, the navy said.",
            ),
            (
                "Post",
                13,
                "At least 80 people are missing after a migrant boat went down off Marsa Tell on Thursday, aid "
                "workers said.",
            ),
        ),
    ),
    Case(
        "evacuated wildfire",
        "contradiction",
        (
            (
                "Herald",
                14,
                "A wildfire forced 3,000 people from their homes in Pinehollow county on Friday, the sheriff said.",
            ),
            (
                "Post",
                14,
                "The wildfire displaced 11,500 people in Pinehollow county on Friday, state officials said.",
            ),
        ),
    ),
    Case(
        "hostages freed",
        "contradiction",
        (
            (
                "Herald",
                15,
                "Rebels released 12 hostages in Qasr Adin on Saturday, the Red Cross said.",
            ),
            (
                "Post",
                15,
                "Rebels freed 30 hostages in Qasr Adin on Saturday, state television reported.",
            ),
        ),
    ),
    Case(
        "shelling civilians",
        "contradiction",
        (
            (
                "Herald",
                16,
                "Shelling of the Harun market in Jebela on Sunday killed 22 civilians, local doctors said.",
            ),
            (
                "Post",
                16,
                "Six civilians were killed when shells hit a market in Jebela on Sunday, the army said.",
            ),
        ),
    ),
    Case(
        "heat deaths toll falls",
        "trend",
        (
            (
                "Herald",
                10,
                "The death toll from the dysentery outbreak in Lower Samba has reached 310, the health ministry "
                "said on Monday.",
            ),
            (
                "Herald",
                14,
                "The death toll from the dysentery outbreak in Lower Samba stood at 280 on Friday, the health "
                "ministry said.",
            ),
        ),
    ),
    Case(
        "war dead fall",
        "trend",
        (
            (
                "Herald",
                10,
                "The fighting in Karvad has killed 7,400 civilians since 2 February, the rights commission said.",
            ),
            (
                "Post",
                17,
                "Since 2 February the fighting in Karvad has killed 5,900 civilians, the rights commission said.",
            ),
        ),
    ),
    Case(
        "digit more",
        "trend",
        (
            (
                "Herald",
                10,
                "The death toll from the dysentery outbreak in Lower Samba has reached 310, the health ministry "
                "said on Monday.",
            ),
            (
                "Post",
                11,
                "The death toll from the dysentery outbreak in Lower Samba has reached 3,120, the health "
                "ministry said on Tuesday.",
            ),
        ),
    ),
    Case(
        "claim becomes fact",
        "attribution_lost",
        (
            (
                "Herald",
                12,
                "The insurgents claimed that they had killed 45 soldiers in an ambush near Tolvan on Wednesday.",
            ),
            (
                "Post",
                12,
                "An ambush near Tolvan on Wednesday killed 45 soldiers.",
            ),
        ),
    ),
    Case(
        "other source",
        "attribution_differs",
        (
            (
                "Herald",
                12,
                "The defence ministry said 45 soldiers were killed in an ambush near Tolvan on Wednesday.",
            ),
            (
                "Post",
                12,
                "An insurgent commander said 45 soldiers were killed in the ambush near Tolvan on Wednesday.",
            ),
        ),
    ),
    Case(
        "creep",
        "rounding_creep",
        (
            (
                "Herald",
                13,
                "The cyclone destroyed 4,870 houses in Bay of Ormos on Thursday, the relief agency said.",
            ),
            (
                "Post",
                13,
                "The cyclone destroyed more than 5,000 houses in Bay of Ormos on Thursday.",
            ),
        ),
    ),
    Case(
        "hedge",
        "hedge_dropped",
        (
            (
                "Herald",
                14,
                "The council said that a gas explosion at a bakery in Lund Hill had apparently killed 8 people "
                "on Friday.",
            ),
            (
                "Post",
                14,
                "The council said a gas explosion at a bakery in Lund Hill killed 8 people on Friday.",
            ),
        ),
    ),
    Case(
        "detained",
        "contradiction",
        (
            (
                "Herald",
                15,
                "Security forces detained 70 demonstrators in Vashti on Saturday, the interior ministry said.",
            ),
            (
                "Post",
                15,
                "Lawyers said 260 demonstrators were detained in Vashti on Saturday.",
            ),
        ),
    ),
    Case(
        "neighbouring towns",
        "",
        (
            (
                "Herald",
                10,
                "A tornado killed 9 people in Milford on Monday, the county said.",
            ),
            (
                "Post",
                10,
                "A tornado killed 2 people in Eastford on Monday, the county said.",
            ),
        ),
    ),
    Case(
        "adults and children",
        "",
        (
            (
                "Herald",
                11,
                "The bus plunge near Dorvik on Tuesday killed 31 passengers, police said.",
            ),
            (
                "Post",
                11,
                "The bus plunge near Dorvik on Tuesday killed 11 schoolchildren, police said.",
            ),
        ),
    ),
    Case(
        "day and week",
        "",
        (
            (
                "Herald",
                12,
                "Clashes in Kessen killed 14 people on Wednesday, hospital staff said.",
            ),
            (
                "Post",
                12,
                "Clashes in Kessen killed 96 people this week, hospital staff said on Wednesday.",
            ),
        ),
    ),
    Case(
        "foreigners among",
        "",
        (
            (
                "Herald",
                13,
                "Seven foreign tourists died in the hotel fire in Marsa Tell on Thursday, the embassy said.",
            ),
            (
                "Post",
                13,
                "The hotel fire in Marsa Tell on Thursday killed 33 people, the fire brigade said.",
            ),
        ),
    ),
    Case(
        "toll raised same day",
        "",
        (
            (
                "Herald",
                14,
                "An avalanche killed 6 skiers at Upper Gries on Friday, mountain rescue said.",
            ),
            (
                "Post",
                14,
                "Mountain rescue raised the number of skiers killed by the avalanche at Upper Gries on Friday to 10.",
            ),
        ),
    ),
    Case(
        "found alive",
        "",
        (
            (
                "Herald",
                15,
                "Rescuers pulled 12 people alive from the rubble in Belmara on Saturday.",
            ),
            (
                "Post",
                15,
                "Rescuers pulled 30 bodies from the rubble in Belmara on Saturday.",
            ),
        ),
    ),
    Case(
        "two sides",
        "",
        (
            (
                "Herald",
                16,
                "The army said it lost 3 soldiers in fighting around Jebela on Sunday.",
            ),
            (
                "Post",
                16,
                "The army said it killed 50 rebels in fighting around Jebela on Sunday.",
            ),
        ),
    ),
    Case(
        "forecast",
        "",
        (
            (
                "Herald",
                10,
                "Up to 500 people could be displaced by the dam works in Sorrel valley, the ministry said on Monday.",
            ),
            (
                "Post",
                10,
                "The dam works in Sorrel valley have displaced 2,000 people, campaigners said on Monday.",
            ),
        ),
    ),
    Case(
        "anniversary",
        "",
        (
            (
                "Herald",
                11,
                "A ferry accident on Lake Tarn killed 18 people on Tuesday, officials said.",
            ),
            (
                "Post",
                11,
                "The ferry accident on Lake Tarn on Tuesday was the worst since 1988, when 140 people were "
                "killed there.",
            ),
        ),
    ),
    Case(
        "confirmed and feared",
        "",
        (
            (
                "Herald",
                12,
                "The landslide at Copper Ridge on Wednesday killed 5 miners, the company said.",
            ),
            (
                "Post",
                12,
                "As many as 60 miners are feared dead in Wednesday's landslide at Copper Ridge, the union said.",
            ),
        ),
    ),
    Case(
        "province and city",
        "",
        (
            (
                "Herald",
                13,
                "Floods killed 88 people in Ormos province on Thursday, the governor said.",
            ),
            (
                "Post",
                13,
                "Floods killed 13 people in Ormos city on Thursday, the mayor said.",
            ),
        ),
    ),
    Case(
        "first and second wave",
        "",
        (
            (
                "Herald",
                14,
                "A first air strike on the port of Jebela killed 4 dockers on Friday morning, medics said.",
            ),
            (
                "Post",
                14,
                "A second air strike on the port of Jebela killed 9 dockers on Friday evening, medics said.",
            ),
        ),
    ),
    Case(
        "households and people",
        "",
        (
            (
                "Herald",
                15,
                "The flood displaced 400 families in Sorrel valley on Saturday, the Red Crescent said.",
            ),
            (
                "Post",
                15,
                "The flood displaced 2,100 people in Sorrel valley on Saturday, the Red Crescent said.",
            ),
        ),
    ),
    Case(
        "before and after the cut",
        "",
        (
            (
                "Herald",
                16,
                "The health ministry said on Sunday that 310 people had died of dysentery in Lower Samba.",
            ),
            (
                "Herald",
                18,
                "The health ministry removed suspected cases and put deaths from dysentery in Lower Samba at 280"
                " on Tuesday.",
            ),
        ),
    ),
    Case(
        "rounded thousands",
        "",
        (
            (
                "Herald",
                17,
                "The war in Karvad has displaced 1.2 million people, the refugee agency said on Monday.",
            ),
            (
                "Post",
                17,
                "The war in Karvad has displaced nearly 1.25 million people, the refugee agency said on Monday.",
            ),
        ),
    ),
)
