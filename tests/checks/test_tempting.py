"""Right sentences that tempt: a figure beside two others need not be worked out from them."""

from __future__ import annotations

import pytest

from tests.checks.cases import wrong_anywhere

SENTENCES = [
    "Two of the five districts that were hit hardest -- 61-64 percent -- asked for no help.",
    "The carrier's loss narrowed to $41.6 million from $73.2 million, an improvement of 43.2 percent.",
    "The loss was $41.6 million, compared with $73.2 million a year ago, an improvement of 43.2 percent.",
    "In the two raids, police detained 38 men and 17 women, a total of 55 people.",
    "The post is 671442096285458434. It found another 328 files, bringing the total to nearly 1,000.",
    "The ministry cut its clinics from 300 to 80, for some 2.4 million patients, or one for every 30,000.",
    "Revenue rose 12 percent to $84.3 million, against a forecast of $80 million.",
    "Net income climbed to $14.2 million in the quarter from $9.8 million, and revenue rose 9 percent to $163 million.",
    "The group had 4,300 employees, 300 in Chile and 250 in Peru.",
    "The army has three brigades: 1,200 men in the first, 900 in the second.",
    "The bank cut its forecast to 2.1 percent from 2.8 percent, after growth of 3.4 percent last year.",
    "Sales were $62 million, 40 percent of them abroad, compared with $55 million a year ago.",
    "Of the 90 passengers, 30 were children, and 12 percent were foreigners.",
    "The party has 41 of the 120 seats and hopes to win 55 percent of the vote.",
    "Shares fell 3 percent to $41 from Friday, and have lost 22 percent this year from $53.",
    "The stock rose $2 to $52, a gain of 30 percent for the year.",
    "He bought 20 cars at $9,000 each, or so he said, for a business worth $1.2 million.",
    "In 2001 it sold 4,000 cars and in 2002 5,000 trucks, a rise of 10 percent in revenue.",
    "Two bombs killed 14 soldiers and three civilians and wounded 31, a total of four attacks in a week.",
    "Profit rose to 14 million euros (12 million pounds), an increase of 22 percent.",
    "Exports grew 8 percent to $4.1 billion ($3.2 billion in the plan).",
    "The city has 310,000 inhabitants, 40 percent more than in 1990, when the state had 2 million.",
    "The two companies, which employ 4,000 and 6,000 people respectively, are cutting 1,000 jobs.",
    "Each of the 30 villages received 40 tents, a total of $250,000 in aid.",
    "Both men received five years, a total of three others were acquitted.",
    "The deal values the firm at $14 a share, or $310 million, 12 percent above its price on Friday of $12.50.",
    "At 1,200 pesos to the dollar, 10,000 pesos buys two meals or a $9 ticket.",
    "The fund, with 45 million in assets, bought 3 million shares at $12, or 8 percent of the company.",
    "The dollar rose to 148 yen from 145 yen, a fall of 2 percent for the yen.",
    "He was born in 1931 and in 1995, aged 12, his son died.",
    "From 1995 to 2005, 12 years of war ended.",
    "The death toll rose to 34, including nine police officers, from 21; 8 more are missing.",
    "They spent 3 million on arms and 2 million on food, a total of 9 percent of the budget.",
    "The ship carried 90 tonnes of rice and 62 soldiers, leaving 400 villagers without food.",
    "Of 300 prisoners, 120 were freed and 60 moved, leaving 120.",
    "The unemployment rate was 7.1 percent, up from 6.5 percent, or about 90,000 more people.",
    "Prices were 3 percent above the average of 104.",
    "The vote was 52 to 48, a majority of 60 being needed.",
    "The club has 1,200 members: 40 students, 30 soldiers and a bishop.",
    "He owned 12 houses in all, 3 in Rome and 4 in Paris and others in Nice.",
    "About 40 percent of the 1,000 men, 30, 40 and 50 years old, were married.",
    "Of the 500 votes, 240 were for, 45 percent of the total turnout of 533.",
    "The mine produced 4,000 tons at a cost of $30 a ton, for a profit of $1.2 million.",
    "Output fell 12 percent in May, after rising to 4.4 tons from 4 tons, an increase of 10 percent, in April.",
    "The rebels freed 12 of the 40 hostages last week and nine on Monday, leaving 19.",
    "In 30 days there were 1,500 raids, an average of 50 a day, against 40 a day in May, a rise of 25 percent.",
    "The company earned $3 million, or 30 cents a share, compared with $2 million, or 25 cents a share, a year ago.",
    "The temperature fell from 20 to 5 degrees, a drop of 15 degrees, the largest in 30 years.",
    "Turnover, excluding the mill sold in June, rose 14 percent to 89 million kronor (95 million).",
    "Its stake fell to 12 percent (from 15) after the sale of 2 million shares, 4 percent of the total.",
    "Women won 30 of the 90 seats, up from 20, a rise of 10.",
    "Attendance was 4,000, compared with 5,000 on Saturday and 3,500 a year ago, up 14 percent.",
    "The 40 men were paid 300 dollars each and the women 200 dollars, a total of 20,000 dollars.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_flagged(sentence: str) -> None:
    assert wrong_anywhere(sentence) == []
