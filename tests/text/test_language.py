"""Which texts are said not to be read: other languages and scripts, and never English."""

from __future__ import annotations

import pytest

from audit.pipeline import check
from audit.read import ReadOptions
from audit.read.metadata import Metadata, document
from audit.text.document import Document
from audit.text.language import name_of

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
def test_another_language_is_recognised_and_no_figure_of_it_judged(language: str) -> None:
    found = Document(OTHERS[language])
    assert name_of(found.language) == language
    assert [(span.start, span.end) for span, _ in found.unread] == [(0, len(found.text))]
    assert not check(found).checks


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
    read = Document(text)
    assert (read.language, read.unread) == ("en", ())


def test_paragraphs_of_another_language_in_an_english_text() -> None:
    english = "The mayor said that 40 people of the town were killed and that the roads to the coast are cut."
    mixed = Document(f"{english}\n\n{OTHERS['Arabic']}")
    ((span, code),) = mixed.unread
    assert (mixed.language, span.text, code) == ("en", OTHERS["Arabic"], "ar")


@pytest.mark.parametrize(
    ("told", "text", "language"),
    [
        ("en-GB", OTHERS["French"], "en"),
        ("fr", "Twelve people died in the flood of the year.", "fr"),
        ("FR", "12 / 14", "fr"),
        ("", "12 / 14", "en"),
    ],
)
def test_what_is_told_comes_before_what_is_recognised(told: str, text: str, language: str) -> None:
    assert Document(text, language=told).language == language


@pytest.mark.parametrize(("text", "language"), [("12 / 14", "fr"), ("Twelve people died in the flood.", "en")])
def test_what_a_file_says_comes_after_the_words(text: str, language: str) -> None:
    assert document(text, "a.html", "a.html", ReadOptions(), Metadata(language="fr")).language == language
    assert document(text, "a.html", "a.html", ReadOptions(language="de"), Metadata(language="fr")).language == "de"


def test_what_does_not_fit_is_called_wrong_only_in_a_language_that_is_read() -> None:
    sums = "Sales were 20 in May and 30 in June, 60 in all."
    french = "La mairie a dit que les ventes sont de 20 en mai et de 30 en juin, soit 60 au total, selon le maire."
    mixed = check(Document(f"The mayor told the paper of it. {sums}\n\n{french}"))
    assert {check.claim.sentence.paragraph for check in mixed.checks if check.claim.sentence is not None} == {0}
    assert not check(Document(sums, language="fr")).checks
    assert not Document(french, language="en").unread
    assert check(Document(sums)).checks


def test_a_text_that_is_not_read_has_the_exit_code_of_one_that_cannot_be() -> None:
    assert check(Document(OTHERS["French"])).exit_code == 2
    assert check(Document("Twelve people died in the flood.")).exit_code == 0
