import pytest

import audit
from audit.checks.check import Operation, Verdict

FITS = (Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING)


def conversions(text):
    return [check for check in audit.check(audit.Document(text)).checks if check.operation is Operation.UNIT_CONVERSION]


@pytest.mark.parametrize(
    "text",
    [
        "A tunnel 600 metres (1,970 feet) long was found.",
        "The depot lies about 30 kilometres (19 miles) away.",
        "Fire destroyed 5,000 acres, or about 2,020 hectares, of wheat.",
        "It was 20 degrees Celsius (68 degrees Fahrenheit) at noon.",
        "The sea warmed by 2 degrees Celsius (3.6 degrees Fahrenheit).",
        "It fell to 10 degrees Celsius (50 degrees Fahrenheit).",
        "The convoy drove at 60 mph (97 km/h).",
    ],
)
def test_a_conversion_that_fits(text):
    (found,) = conversions(text)
    assert found.verdict in FITS


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("A tunnel 600 metres (1,070 feet) long was found.", None),
        ("Fire destroyed 5,000 acres (12,355 hectares) of wheat.", "conversion_reversed"),
        ("The sea warmed by 2 degrees Celsius (35.6 degrees Fahrenheit).", "offset_taken"),
        ("It was 20 degrees Celsius (36 degrees Fahrenheit) at noon.", "offset_left_out"),
    ],
)
def test_a_conversion_that_does_not(text, slip):
    (found,) = conversions(text)
    assert found.verdict is Verdict.INCONSISTENT
    assert (found.diagnosis.slip if found.diagnosis else None) == slip


@pytest.mark.parametrize(
    "text",
    [
        "The wall is 600 metres long, and 20 feet high.",
        "They found 600 metres of cable (20 kilograms of copper).",
        "It is 5 kilometres (3.1 miles) or 5 kilometres away.",
    ],
)
def test_two_quantities_that_are_not_one_twice(text):
    assert all(check.verdict in FITS for check in conversions(text))
