"""Bulletins in English and Arabic."""

import pytest

from audit.claims.bulletin import read_bulletin
from audit.claims.claim import PeriodKind
from audit.text.document import Document

ENGLISH = """Ministry of Health
Arrivals at the hospitals in the past 48 hours:
* Number of martyrs: 7 (5 new martyrs + 2 recovered)
* Number of injuries: 1,204
Since the truce (March 3):
* Total number of martyrs: 310
* Total number of injuries: 2,950
Cumulative statistics since the start of the war (June 1, 2021):
* Cumulative number of martyrs: 8,412
* Cumulative number of injuries:
21,377
"""
ARABIC = """وزارة الصحة
ما وصل إلى المستشفيات خلال الـ 48 ساعة الماضية
• عدد الشهداء: ٧ (٥ شهداء جدد + شهيدان)
• عدد الإصابات: ١٬٢٠٤
منذ الهدنة (3 مارس):
• إجمالي عدد الشهداء: 310
الإحصائية التراكمية منذ بداية الحرب:
• العدد التراكمي للشهداء: 8،412
• العدد التراكمي للإصابات: 21,377
"""


def numbers(text):
    bulletin = read_bulletin(Document(text))
    periods = (PeriodKind.NEW, PeriodKind.CUMULATIVE)
    readings = [bulletin.reading(measure, period) for measure in ("killed", "injured") for period in periods]
    return [reading and reading.number for reading in readings]


@pytest.mark.parametrize("text", [ENGLISH, ARABIC, ARABIC + ENGLISH])
def test_new_and_cumulative(text):
    assert numbers(text) == [7, 8412, 1204, 21377]


def test_the_hours_and_the_count_since_a_later_day():
    bulletin = read_bulletin(Document(ENGLISH))
    assert bulletin.hours == 48
    assert bulletin.reading("killed", PeriodKind.SINCE).number == 310


def test_offsets_and_digits_stay_as_printed():
    for reading in read_bulletin(Document(ARABIC + ENGLISH)).readings:
        figure = reading.figure
        assert (ARABIC + ENGLISH)[figure.start : figure.end] == figure.text


def test_english_goes_before_arabic_and_a_difference_is_kept():
    bulletin = read_bulletin(Document(ARABIC.replace("٧ (", "٩ (") + ENGLISH))
    assert bulletin.reading("killed").number == 7
    assert [(one.number, other.number) for one, other in bulletin.differences] == [(7, 9)]


def test_counts_before_their_noun():
    text = "Arrivals in the past 24 hours:\n- 1 martyr who died of earlier wounds.\n- 2 wounded.\n"
    assert numbers(text) == [1, None, 2, None]


def test_a_late_addition_is_kept_apart():
    note = "Note: Six martyrs have been added to the cumulative total.\n"
    bulletin = read_bulletin(Document(ENGLISH.replace("Since the truce", note + "Since the truce")))
    assert (bulletin.reading("killed").number, bulletin.added("killed")) == (7, 6)


def test_a_text_that_is_no_bulletin_has_no_readings():
    assert read_bulletin(Document("The council met for two hours and adjourned.")).readings == ()
