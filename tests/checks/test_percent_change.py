"""Changes bound to the figures before and after them, in the constructions of news and reports."""

from __future__ import annotations

import pytest

from audit.checks.check import Operation
from tests.checks.cases import check_of, verdict_of, wrong_anywhere

TO_FROM = [
    ("Turnover rose 5% to $107 million from $102 million.", "5%"),
    ("Turnover fell by 5 percent to 95,400 tonnes from 100,400 tonnes the year before.", "5 percent"),
    (
        "The harbour said traffic grew 12.5 per cent to 4,500 containers from 4,000 in the previous quarter.",
        "12.5 per cent",
    ),
    ("Ridership slipped 4% in the three months to September to 2.4 million from 2.5 million.", "4%"),
    ("The mill posted a 25% jump in orders for the year to £50m from £40m.", "25%"),
    ("A 20 percent drop in bookings to 8,000 from 10,000 hurt the hotel.", "20 percent"),
    ("The price of a loaf climbed from 80 pence to 92 pence, or 15%.", "15%"),
    ("The price of a loaf climbed from 80 pence to 92 pence, up 15%.", "15%"),
    ("Arrivals plunged from 60,000 in May to 45,000 in June, a fall of 25%.", "25%"),
    ("Arrivals plunged from 60,000 to 45,000, a 25% decline.", "25%"),
    ("Arrivals went from 60,000 to 45,000 (a 25% decline).", "25%"),
    ("Arrivals dropped 25% from 60,000 to 45,000.", "25%"),
    ("The council cut its budget by 10%, from $50 million to $45 million.", "10%"),
    ("The council cut its budget from $50 million to $45 million, a reduction of 10%.", "10%"),
    ("Earnings were $2.20 a share, up 10% from $2.00 a year earlier.", "10%"),
    ("Sales totalled 330 billion yen, climbing 10% from 300 billion yen.", "10%"),
    ("Sales were 330 billion yen, a 10% increase from last year's 300 billion yen.", "10%"),
    ("The fund holds $330 million, 10% more than the $300 million it held in June.", "10%"),
    ("Profit rose 20% to $60 million, or $1.20 a share, from $50 million, or $1 a share.", "20%"),
    ("Profit rose 20% to €60m ($66m) from €50m ($55m).", "20%"),
    ("Profits soared by two thirds to $83 million from $50 million.", "two thirds"),
]
COMPARED = [
    ("Revenue advanced 10% to $55 million, compared with $50 million a year earlier.", "10%"),
    ("Revenue was $55 million, compared with $50 million a year earlier, up 10%.", "10%"),
    ("Revenue came to $55 million against $50 million a year ago, an increase of 10%.", "10%"),
    ("Revenue reached $55 million, up 10% compared with $50 million last year.", "10%"),
    ("Revenue increased 10% in 2003 to $55 million versus $50 million in 2002.", "10%"),
]
AMOUNT = [
    ("The shares rose 4 pence, or 1%, to 404 pence.", "1%"),
    ("The index was down 30 points, or 1.5%, at 1,970.", "1.5%"),
    ("The shares were up 1%, or 4 pence, at 404 pence.", "1%"),
    ("The index fell 30 points (1.5%) to close at 1,970.", "1.5%"),
]
DIFFERENCE = [
    ("The working week rose 0.5 hours to 38.5 hours from 38.0 hours.", "0.5 hours"),
    ("The toll rose by 12 to 62 from 50.", "12"),
    ("The average rent fell by £40 from £640 in May to £600 in June.", "£40"),
    ("Unemployment fell 0.4 percentage points to 5.1% from 5.5%.", "0.4 percentage points"),
    ("Approval rose from 41% to 46%, up 5 percentage points.", "5 percentage points"),
]
PREMIUM = [
    ("The bid is worth 660 pence a share, a premium of 10% over Monday's close of 600 pence.", "10%"),
    ("They offered $45 a share, a 10% discount to the closing price of $50.", "10%"),
]
RIGHT = TO_FROM + COMPARED + AMOUNT + DIFFERENCE + PREMIUM


@pytest.mark.parametrize(("sentence", "figure"), RIGHT)
def test_a_right_change_fits(sentence: str, figure: str) -> None:
    assert verdict_of(sentence, figure) == "fits"


def other(figure: str) -> str:
    """The same figure with another value, so wrong that no rounding saves it."""
    changed = {
        "two thirds": "one half",
        "5 percentage points": "9 percentage points",
        "12": "21",
        "0.5 hours": "1.5 hours",
    }
    if figure in changed:
        return changed[figure]
    digits = "".join(c for c in figure if c.isdigit() or c == ".")
    return figure.replace(digits, str(round(float(digits) * 1.6 + 2, 1)).removesuffix(".0"))


@pytest.mark.parametrize(("sentence", "figure"), RIGHT)
def test_a_changed_change_is_wrong(sentence: str, figure: str) -> None:
    printed = other(figure)
    assert verdict_of(sentence.replace(figure, printed, 1), printed) == "wrong"


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        # no figure of the period that the change counts from
        ("Net profit rose 9% to 5.5 billion euros ($6.1bn; £4.8bn).", "9%"),
        ("Vehicle exports rose 31% to 154,700, compared with 146,600 in April.", "31%"),
        ("The utilisation rate rose 0.6% to 53.6%, against 67.3% a year ago.", "0.6%"),
        ("Output rose 1.3 percent to 523 million tonnes from January, when it was up 3.3 percent.", "1.3 percent"),
        ("The index rose 0.4% in May to 135.8, compared with a 0.2% rise in April.", "0.4%"),
        # two companies
        ("Alder's shares rose 12% to $4.76 but Birch's shares fell 3% to $5.44.", "12%"),
        # another base
        (
            "Sales at stores open at least a year, a like-for-like measure, rose 2% to $98 million from $90 million.",
            "2%",
        ),
        ("Sales rose 2% in constant currencies to $98 million from $90 million.", "2%"),
        ("Pay rose 2% in real terms to $620 a week from $580.", "2%"),
        ("Sales rose at an annual rate of 3% to $98 million from $60 million in 1990.", "3%"),
        # the scale is left to the reader
        ("Deposits rose 10% to 5.5 million from 5.", "10%"),
        # another clause in between
        ("Profit rose 5% while sales fell to $80 million from $100 million.", "5%"),
        ("Costs rose 5%, but sales dropped to $80 million from $100 million.", "5%"),
    ],
)
def test_a_change_on_another_base_is_left_open(sentence: str, figure: str) -> None:
    assert verdict_of(sentence, figure) == "open"


@pytest.mark.parametrize(
    ("sentence", "figure", "slip"),
    [
        ("Membership rose 20% to 50,123 from 40,102.", "20%", "new_figure_as_base"),
        ("The jobless rate fell 0.4% to 5.1% from 5.5%.", "0.4%", "percent_for_points"),
        ("Membership fell 25% to 50,123 from 40,102.", "25%", "wrong_direction"),
        ("Membership rose 125% to 50,123 from 40,102.", "125%", "ratio_as_change"),
        ("Membership rose 52.5% to 50,126 from 39,941.", "52.5%", "swapped_digits"),
        ("Membership rose 25.4% to 50,189 from 40,001.", "25.4%", "truncated"),
    ],
)
def test_a_known_slip_is_named(sentence: str, figure: str, slip: str) -> None:
    check = check_of(sentence, figure)
    assert check is not None
    assert check.diagnosis is not None
    assert check.diagnosis.slip == slip


def test_a_slip_that_does_not_give_the_printed_figure_is_not_named() -> None:
    check = check_of("Membership rose 77% to 50,123 from 40,102.", "77%")
    assert check is not None
    assert check.diagnosis is None


def test_a_change_in_one_sentence_takes_its_figures_from_the_next() -> None:
    text = (
        "Net income jumped {} in the quarter after a slow spring. "
        "Net income was $60 million, compared with $40 million a year ago."
    )
    assert verdict_of(text.format("50%"), "50%") == "fits"
    assert verdict_of(text.format("80%"), "80%") == "wrong"


def test_sentences_with_other_subjects_are_not_bound() -> None:
    text = "Net income jumped 80% in the quarter. Ferry traffic was 60,000 cars, compared with 40,000 cars a year ago."
    assert verdict_of(text, "80%") == "open"


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of dead rose to 15 from 12, five of them children.",
        "The number of members rose to 150 from 120, 20% of them women.",
        "Output rose 5% to 4,500 tonnes from 120 mines.",
        "Sales rose 5% to $100 million from 40 countries.",
        "Shares fell 69 cents, or 0.7%, after the sale of the unit to 20 investors.",
        "Profit fell to $5 million from $10 million, as sales slid 8%.",
        "It will cut its debt of $50 million by selling 2 million shares at $10 each.",
        "They hold 25% of the 400 seats, or 3 more than last year.",
        "The raids killed five and wounded three in a total of 12 attacks.",
        "Trade with the north came to $60 million and with the south to $40 million, with a deficit of $5 million.",
        "It has 300 trucks, three times the number run by the 5 other firms.",
        "The price rose nearly 20% to 120.3 pence from 100.0 pence.",
        "Output rose more than 5% to 120 tonnes from 102 tonnes.",
        "Income rose 2% to $71.5 million, or $2.38 for each member, from $2.20.",
        "Sales rose 10% to $5 million in the quarter and 8% to $15 million in the half.",
        "The fund rose 4% in May and fell 3% in June, to $120 million from $110 million at the start of the year.",
        "The rise in costs cut profit 5% to 95.2 million from 100.2 million.",
    ],
)
def test_what_only_looks_like_a_change_raises_no_flag(sentence: str) -> None:
    assert wrong_anywhere(sentence) == []


def test_points_and_percent_are_operations_of_their_own() -> None:
    points = check_of("The rate fell 0.4 percentage points to 5.1% from 5.5%.", "0.4 percentage points")
    assert points is not None
    assert points.operation is Operation.PERCENTAGE_POINT_CHANGE


@pytest.mark.parametrize(
    ("text", "right", "changed"),
    [
        (
            "In all 367,421 people voted. That is down {} from the 436,219 who voted in 2008.",
            "16 percent",
            "26 percent",
        ),
        (
            "The fund raised its stake to 2,615,300 shares, or 12 percent, from 2,214,900 shares. It bought {} shares.",
            "400,400",
            "500,500",
        ),
        ("The refiner climbed 69 cents, or {}, to $102.48.", "0.7 percent", "1.7 percent"),
        (
            "Year-on-year deposits rose {} in May. Deposits rose to 17.2 billion in May, compared with 16.7 billion "
            "in April and 13.2 billion in May 1986.",
            "30.3 percent",
            "3.0 percent",
        ),
        ("She beat him by {} points (58 percent to 40 percent).", "18", "12"),
        (
            "Rail and bus fares rose {} and 7.2% to $105 and $214.40 from $100.00 and $200.00, respectively.",
            "5%",
            "8.2%",
        ),
        ("She held a {}-point lead, 47% to 42%.", "5", "9"),
    ],
)
def test_rarer_constructions(text: str, right: str, changed: str) -> None:
    assert verdict_of(text.format(right), right) == "fits"
    assert verdict_of(text.format(changed), changed) == "wrong"
