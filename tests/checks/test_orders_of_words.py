"""Derived figures in many orders of words: the right figure fits, a wrong one in its place is found."""

from __future__ import annotations

import pytest

from audit.checks.check import Operation, Verdict
from tests.checks.cases import FITS, checks_of, wrong_anywhere

# the sentence with a gap, the figure that fits into it, one that does not
CASES = [
    # change
    ("Turnover at the mill climbed from $40 million to $46 million, a gain of {} percent.", "15", "21"),
    (
        "Net sales reached 84 million euros, compared with 70 million euros a year ago, an increase of {} percent.",
        "20",
        "26",
    ),
    ("Operating costs were $91 million, against $130 million, down {} percent.", "30", "43"),
    ("Net profit fell {} percent year on year to $90 million ($120 million).", "25", "33"),
    ("The headcount is down from 800 to 680, or {} percent.", "15", "18"),
    ("Shares dropped by $3 to {} from $30.", "$27", "$24"),
    ("The fund increased its stake to 19 percent from 14 percent, up {} percentage points.", "5", "36"),
    ("Visits fell from 50,000 to 42,000, a decline of {} percent.", "16", "19"),
    ("Rents rose {}%, from $1,500 to $1,680.", "12", "18"),
    ("The bank's bad loans jumped {} percent to $14 million from $10 million.", "40", "60"),
    ("At $72 million, the loss was {} percent smaller than the $90 million loss of 2015.", "20", "25"),
    # share
    ("{} percent of the 500 voters polled, 200, said they had not decided.", "40", "45"),
    ("The raid freed 30 of the 120 captives, a {} of the total.", "quarter", "third"),
    ("Of the 250 homes inspected, 75, or {} percent, had cracks.", "30", "40"),
    ("Some 60 of 150 workers ({} percent) went home.", "40", "45"),
    ("Women hold 90 of the 300 seats, or {} percent.", "30", "33"),
    ("Of 640 schools, 160 were closed, {} percent of the total.", "25", "35"),
    ("A third of the 900 soldiers, {}, had not been paid.", "300", "360"),
    ("A total of 45 of the 180 villages -- {} percent -- are without water.", "25", "20"),
    ("The party won 66 seats in the 120-seat parliament, or {} percent.", "55", "65"),
    ("The region has 2 million hectares of forest, of which 500,000 hectares, or {} percent, burned.", "25", "35"),
    ("Foreign investors own 30 million of the company's 80 million shares, or {} percent.", "37.5", "42.5"),
    # total
    ("The firm sold 120 trucks in Kenya, 80 in Uganda and 50 in Rwanda, for a total of {}.", "250", "290"),
    ("The flood killed {} people: 16 men, 14 women and 11 children.", "41", "47"),
    ("The clash left {} dead and wounded, 22 and 38 respectively.", "60", "66"),
    ("The police arrested 14 men and nine women, {} people in all.", "23", "27"),
    (
        "The agency spent $3.2 million on food, $1.8 million on tents and $500,000 on fuel, a total of {}.",
        "$5.5 million",
        "$6.5 million",
    ),
    ("The fleet consists of {} ships: 12 tankers, 15 freighters and nine tugs.", "36", "42"),
    ("Altogether {} houses were burned: 30 in the old town, 25 in the port and 20 on the hill.", "75", "85"),
    ("The army lost 12 tanks, 18 trucks and five guns, {} vehicles and guns in all.", "35", "45"),
    ("It has 140 branches in the north and 60 in the south, making a total of {}.", "200", "240"),
    (
        "The loan of {} is made up of $50 million from the bank and $40 million from the fund.",
        "$90 million",
        "$96 million",
    ),
    (
        "First-half exports were $4 billion. Exports in the second half were $5 billion, which brought total exports to {}.",
        "$9 billion",
        "$11 billion",
    ),
    # remainder
    ("Of the 60 hostages, 22 were freed, leaving {} in captivity.", "38", "42"),
    ("The guerrillas took 45 hostages and later released 17, leaving {}.", "28", "32"),
    ("Of the 500 tons promised, 320 have arrived, leaving {} still to come.", "180", "220"),
    ("The commission examined 80 ballots and rejected 13 of them, accepting the other {}.", "67", "73"),
    ("Thirty of the 75 seats went to the left and the remaining {} to the right.", "45", "55"),
    (
        "The sale brought in $800,000, of which $300,000 went to charity, leaving {} for the owner.",
        "$500,000",
        "$600,000",
    ),
    ("The bus held 50 people, 18 died and the other {} were hurt.", "32", "36"),
    ("The yes side got 5,400 votes and the no side 4,900, a difference of {}.", "500", "700"),
    ("He won 52 percent of the vote to her 45 percent, a margin of {} points.", "7", "9"),
    ("Imports of $90 million and exports of $65 million left a trade deficit of {}.", "$25 million", "$35 million"),
    ("Revenue was $80 million and expenses $68 million, for a surplus of {}.", "$12 million", "$18 million"),
    # multiple
    ("The temperature ranged from 12 to 31 degrees, a span of {} degrees.", "19", "23"),
    ("The tower is 90 metres high, {} times the 30 metres of the old one.", "three", "four"),
    ("The budget {} from $30 million to $60 million.", "doubled", "tripled"),
    ("Sales of 240 cars were {} times the 60 sold a year earlier.", "four", "six"),
    ("The price has tripled to {} from $30.", "$90", "$120"),
    ("Applications rose {}, from 500 to 2,000.", "fourfold", "sixfold"),
    ("The number of cases jumped to 1,500 from 300, a {} increase.", "fivefold", "sevenfold"),
    ("The shelling killed 240 people over 30 days, an average of {} a day.", "eight", "11"),
    ("The new tunnel is 13.8 km long, {} times the 4.6 km of the old one.", "three", "five"),
    ("Arrivals reached 8,450, {} times as many as the 1,690 of last year.", "five", "seven"),
    ("The fee went from $120 to $480, a {} increase.", "fourfold", "sixfold"),
    # mean
    ("The crew walked 180 kilometres in six days, an average of {} kilometres a day.", "30", "36"),
    ("In 12 months there were 600 break-ins, or an average of {} a month.", "50", "60"),
    ("They collected 900 signatures in 15 days, or {} a day.", "60", "75"),
    ("The factory made 7,300 engines in 365 days, about {} a day.", "20", "28"),
    ("The five teams scored 60 goals, an average of {} each.", "12", "16"),
    ("The 40 families shared $200,000, or {} each.", "$5,000", "$6,000"),
    ("The company paid $600,000 to 30 workers, an average of {}.", "$20,000", "$26,000"),
    ("It ordered 20 buses at $150,000 each, for a total of {}.", "$3 million", "$4 million"),
    ("The collector paid {} for 15 coins at $3,000 apiece.", "$45,000", "$54,000"),
    ("The farm sold 500 tons of wheat at $200 a ton, earning {}.", "$100,000", "$140,000"),
    ("Each of the 80 families will get $500, a total of {}.", "$40,000", "$48,000"),
    # running
    ("The city of 500,000 people recorded 150 murders, a rate of {} per 100,000.", "30", "45"),
    ("There were 84 deaths in a population of 1.2 million, or {} per 100,000 inhabitants.", "7", "9"),
    ("Six people died on Monday and four on Tuesday, raising the toll to {} from 36.", "46", "52"),
    ("Another eight bodies were found on Friday, bringing the total to {} from 50.", "58", "64"),
    ("Police found five more bodies, raising the death toll from 61 to {}.", "66", "71"),
    ("Seven more soldiers were killed, taking the total from 112 to {}.", "119", "127"),
    ("The death toll rose by nine to {} from 78.", "87", "97"),
    ("The ministry raised the death toll to 140 from 125 after finding {} more bodies.", "15", "25"),
    (
        "The number of confirmed cases stood at 210; another 30 were confirmed on Sunday, taking the total to {}.",
        "240",
        "260",
    ),
    ("Officials put the toll at 48. Three more people died in hospital overnight, bringing it to {}.", "51", "57"),
    ("The war lasted from 1914 to 1918, {} years.", "four", "six"),
    # years
    ("He ruled from 1965 to 1998, a period of {} years.", "33", "38"),
    ("The siege began on 3 March 2012 and ended on 17 March 2012, {} days later.", "14", "19"),
    ("He was born in 1920 and died in 1985 at the age of {}.", "65", "72"),
    ("The strength of the brigade fell from 4,000 to 3,000 men, a loss of {} percent.", "25", "33"),
    ("The battalion lost 120 of its 600 men, or {} percent of its strength.", "20", "30"),
    ("The regiment began with 900 men and lost 180 killed and 270 wounded, {} percent of its strength.", "50", "60"),
    ("The occupation lasted from 1941 to 1944, {} years.", "three", "six"),
    ("She reigned from 1837 to 1901, a period of {} years.", "64", "74"),
    ("The truce began on 4 May 2013 and ended on 29 May 2013, {} days later.", "25", "35"),
    ("The painter, born in 1871, died in 1943 at the age of {}.", "72", "62"),
    ("Soldiers held the town from 11 March 1999 to 8 April 1999, a total of {} days.", "28", "48"),
    # currency
    ("At 4 pesos to the dollar, the fine of 2,000 pesos is worth {}.", "$500", "$800"),
    ("He was paid 7,400 shekels, or {} at 3.7 shekels to the dollar.", "$2,000", "$2,600"),
    ("Both brothers paid $5,000, a total of {}.", "$10,000", "$14,000"),
    ("The three prisoners each got five years, {} years in all.", "15", "18"),
    ("The division had 8,640 men and lost 1,210 killed and 2,246 wounded, or {} percent of its strength.", "40", "50"),
    ("The fine of 183,600 rupees, or {} at 45 rupees to the dollar, was paid.", "$4,080", "$6,080"),
    ("She owed 2.75 million lire, equal to {} at 1,600 lire to the dollar.", "$1,719", "$2,719"),
]


@pytest.mark.parametrize(("sentence", "right", "wrong"), CASES)
def test_a_right_figure_fits(sentence: str, right: str, wrong: str) -> None:
    found = checks_of(sentence.format(right))
    assert any(check.verdict in FITS for check in found if check.operation is not Operation.SUBSET)
    assert not any(check.verdict is Verdict.INCONSISTENT for check in found)


@pytest.mark.parametrize(("sentence", "right", "wrong"), CASES)
def test_a_wrong_figure_is_found(sentence: str, right: str, wrong: str) -> None:
    assert wrong_anywhere(sentence.format(wrong))
