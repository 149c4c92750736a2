"""Kinds of sentences about tables: lists without numbers, sexes, weeks, deficits, rates of two columns, parts of a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

import audit
from audit.series import check_against
from audit.text.document import Document

TABLES = {
    "journalists": """year,country,sex,medium,status
2030,Vastria,M,radio,killed
2030,Vastria,F,print,killed
2030,Odran,M,print,imprisoned
2030,Lesk,M,television,killed
2031,Odran,F,radio,imprisoned
2031,Odran,M,print,imprisoned
2031,Vastria,M,television,killed
2031,Lesk,F,print,killed
""",
    "camps": """Camp,District,Residents,Latrines
Ash Ridge,North,6300,96
Low Ford,North,3900,52
Stone Well,South,11200,140
Palm Gate,South,2950,61
""",
    "trade": """Year,Exports,Imports,Population
2029,5900,6120,9900000
2030,6340,6500,10000000
2031,6110,6900,10150000
""",
    "rain": """Month,Station,Rain (mm),Rainy days
2031-06,Harbour,42,7
2031-06,Summit,88,12
2031-07,Harbour,15,3
2031-07,Summit,60,9
""",
    "doses": """week_end,Doses_Kess,Doses_Loma
2033-01-09,1200,860
2033-01-16,1750,910
2033-01-23,2100,1130
""",
    "schools": """Province,Schools,Pupils,Teachers,Damaged schools
Norden,320,96000,4100,22
Halme,210,58800,2350,64
Tarn,98,30380,1010,41
""",
    "arrivals": """month,origin,sex,arrivals
2032-01,Lethia,F,1200
2032-01,Lethia,M,800
2032-02,Orlan,F,300
2032-02,Orlan,M,450
""",
    "losses": """Day,Side,Tanks,Artillery
2034-03-01,North,4,2
2034-03-01,South,7,1
2034-03-02,North,6,3
2034-03-02,South,2,2
""",
}
RIGHT = [
    ("journalists", "Five journalists were killed in 2030 and 2031.", "Five"),
    ("journalists", "Three were imprisoned, all of them in Odran.", "Three"),
    ("camps", "There are 349 latrines in the four camps.", "349"),
    ("camps", "The two southern camps are home to 14,150 people.", "14,150"),
    ("camps", "Stone Well has 80 residents per latrine.", "80"),
    ("trade", "The trade deficit came to 790 in 2031.", "790"),
    ("trade", "The country had 10 million people in 2030.", "10 million"),
    ("rain", "July brought 60 mm to Summit.", "60 mm"),
    ("rain", "Summit received 148 millimetres of rain from June to July 2031.", "148 millimetres"),
    ("doses", "In the week to 16 January, 910 doses were given in Loma.", "910"),
    ("doses", "By 16 January Kess had given 2,950 doses.", "2,950"),
    ("schools", "In Tarn, 41 of the 98 schools are damaged.", "41"),
    ("schools", "Halme has about 25 pupils per teacher.", "25"),
    ("arrivals", "Some 1,500 women arrived.", "1,500"),
    ("arrivals", "In January 2,000 people arrived from Lethia.", "2,000"),
    ("losses", "The North lost five pieces of artillery.", "five"),
    ("losses", "On 2 March the North lost six tanks.", "six"),
]
WRONG = [
    ("journalists", "Six journalists were killed in 2030 and 2031.", "Six"),
    ("camps", "There are 369 latrines in the four camps.", "369"),
    ("camps", "The two southern camps are home to 13,150 people.", "13,150"),
    ("trade", "The trade deficit came to 970 in 2031.", "970"),
    ("rain", "July brought 80 mm to Summit.", "80 mm"),
    ("doses", "In the week to 16 January, 1,910 doses were given in Loma.", "1,910"),
    ("arrivals", "Some 1,700 women arrived.", "1,700"),
    ("arrivals", "In January 2,150 people arrived from Lethia.", "2,150"),
    ("losses", "On 2 March the North lost eight tanks.", "eight"),
]
UNBOUND = [
    ("journalists", "The union has 3,400 members.", "3,400"),
    ("rain", "The reservoir is 62 percent full.", "62 percent"),
    ("doses", "The vaccine must be kept at minus 20 degrees.", "20 degrees"),
]


def verdict(folder: Path, name: str, text: str, figure: str) -> str:
    path = folder / f"{name}.csv"  # the name of a list says what its rows are
    path.write_text(TABLES[name], encoding="utf-8")
    checked = check_against(audit.check(Document(text, name="text")), path)
    return next(
        (str(check.verdict) for check in checked.between if check.claim.figure.text.startswith(figure)), "nothing"
    )


@pytest.mark.parametrize(("name", "text", "figure"), RIGHT)
def test_the_table_bears_it_out(tmp_path: Path, name: str, text: str, figure: str) -> None:
    assert verdict(tmp_path, name, text, figure).startswith("consistent")


@pytest.mark.parametrize(("name", "text", "figure"), WRONG)
def test_the_table_denies_it(tmp_path: Path, name: str, text: str, figure: str) -> None:
    assert verdict(tmp_path, name, text, figure) == "inconsistent"


@pytest.mark.parametrize(("name", "text", "figure"), UNBOUND)
def test_the_table_has_nothing_of_it(tmp_path: Path, name: str, text: str, figure: str) -> None:
    assert verdict(tmp_path, name, text, figure) == "nothing"
