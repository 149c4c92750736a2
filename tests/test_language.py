"""Which texts are said not to be read: other languages and scripts, and never English."""

from __future__ import annotations

import pytest

from audit.language import foreign, language_of
from audit.pipeline import check
from audit.text.document import Document

OTHERS = {
    "French": "Le maire a dit que 3.000 personnes ont quitté la ville et que les routes sont coupées.",
    "German": "Der Minister sagte, dass 3.000 Menschen aus der Stadt geflohen sind und 40 verletzt wurden.",
    "Spanish": "El alcalde dijo que 40 personas murieron en la ciudad y que los heridos son más de 200.",
    "Italian": "Il sindaco ha detto che 40 persone sono morte nel villaggio e che gli sfollati sono 3.000.",
    "Dutch": "De burgemeester zei dat er 40 mensen zijn omgekomen en dat het dorp niet meer bestaat.",
    "Turkish": "Vali, 40 kişinin öldüğünü ve daha çok kişi için arama yapıldığını, bir köyün boşaltıldığını ile söyledi.",
    "Indonesian": "Sebanyak 40 orang tewas dan ratusan yang lain mengungsi dari desa ini, kata pejabat itu.",
    "Russian": "По словам мэра, 40 человек погибли и ещё 200 были ранены в городе.",
    "Arabic": "قال رئيس البلدية إن 40 شخصا قتلوا في المدينة وأصيب 200.",
    "Hebrew": "ראש העיר אמר כי 40 בני אדם נהרגו ועוד 200 נפצעו.",
    "Chinese": "市长说该市有40人死亡，200人受伤。",
}


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_named(language: str) -> None:
    assert language_of(OTHERS[language]) == language
    found = foreign(Document(OTHERS[language]))
    assert found is not None and (found.language, found.whole) == (language, True)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died.",
        "40 dead",
        "San Marco, Los Altos, El Paso and La Paz lost 40 houses.",
        "Toll in Las Palmas: 12 dead. Toll in Des Moines: 4.",
        "Shr 12 cts vs 10 cts. Net 3,000 vs 2,500. Revs 40 mln vs 38 mln.",
        "“C'est la vie,” the mayor said after the flood, in which 40 people of the town died.",
        "Orrin\n12\nKesh\n14",
        "",
        "12 / 14",
    ],
)
def test_english_and_what_has_too_few_words_is_not(text: str) -> None:
    assert foreign(Document(text)) is None


def test_paragraphs_of_another_language_in_an_english_text() -> None:
    english = "The mayor said that 40 people of the town were killed and that the roads to the coast are cut."
    found = foreign(Document(f"{english}\n\n{OTHERS['Arabic']}"))
    assert found is not None and (found.language, found.whole) == ("Arabic", False)


def test_a_text_that_is_not_read_has_the_exit_code_of_one_that_cannot_be() -> None:
    assert check(Document(OTHERS["French"])).exit_code == 2
    assert check(Document("Twelve people died in the flood.")).exit_code == 0
