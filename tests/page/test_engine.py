"""What the engine answers, without a browser."""

from __future__ import annotations

import base64
import json
import zipfile
from io import BytesIO
from typing import Any

import pytest

from audit.page.engine import MOST_CHARACTERS, call
from audit.page.plain import plain_docx, plain_html

WRONG = "Sales rose 30% to 110 from 100."
TABLE = "date,killed_cum\n2031-03-01,10\n2031-03-02,14\n2031-03-03,12\n2031-03-04,15\n"


def packed(content: str | bytes) -> str:
    return base64.b64encode(content.encode() if isinstance(content, str) else content).decode()


def findings(answer: dict[str, Any], group: str) -> list[dict[str, Any]]:
    return next(each["findings"] for each in answer["groups"] if each["name"] == group)


def test_it_says_what_there_is_to_choose_from() -> None:
    start = call("start", {})
    assert [name for name, _ in start["policies"]] == ["two_figure", "as_printed", "loose"]
    assert {name for name, _ in start["conventions"]} == {"plain", "acled", "airwars", "ucdp"}
    assert {".pdf", ".html", ".json", ".csv"} <= set(start["formats"])
    assert len(start["examples"]) == 3


@pytest.mark.parametrize("at", [0, 1, 2])
def test_each_example_is_a_text_to_check(at: int) -> None:
    example = call("example", {"name": call("start", {})["examples"][at]["name"]})
    assert call("check", example)["entries"]


def test_the_answer_is_plain_data() -> None:
    answer = call("check", {"text": WRONG})
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_a_finding_has_its_working_its_marks_and_its_question() -> None:
    answer = call("check", {"text": WRONG, "publisher": "The Morning Ledger"})
    (finding,) = findings(answer, "misfit")
    assert finding["source"] == "The Morning Ledger, in its own words"
    assert {answer["entries"][key]["text"] for key in finding["marks"]} == {"30%", "110", "100"}
    assert WRONG in finding["question"] and "Could you tell us" in finding["question"]
    assert answer["said"] == "1 does not fit."


def test_of_what_fits_nobody_is_asked_and_a_source_is_named_where_it_is_known() -> None:
    fits = findings(call("check", {"text": "Rents rose 10% to 110 from 100."}), "fit")
    assert [each["question"] for each in fits] == [""]
    (wrong,) = findings(
        call("check", {"text": f"LANWICK (The Herald) -- {WRONG}", "published": "2031-03-04"}), "misfit"
    )
    assert "(The Herald, 4 March 2031)" in wrong["question"] and "text, sentence" not in wrong["question"]


@pytest.mark.parametrize("text", ["No numbers here.", "They counted 7 sheep."])
def test_where_nothing_could_be_recomputed_it_is_said(text: str) -> None:
    answer = call("check", {"text": text})
    assert answer["said"].startswith("Nothing could be recomputed")
    assert "does not mean that the figures fit" in answer["said"] and answer["limits"] == []


def test_publisher_and_date_are_guessed_and_the_reader_has_the_last_word() -> None:
    text = f"LANWICK (The Herald) -- {WRONG}"
    assert call("check", {"text": text})["known"]["publisher"] == "The Herald"
    assert call("check", {"text": text, "publisher": "Post"})["known"]["publisher"] == "Post"


def test_the_language_is_recognised_and_the_reader_has_the_last_word() -> None:
    text = f"Les hommes: {WRONG} Elle est dans le centre pour les villes."
    assert call("check", {"text": text})["known"]["language"] == "French"
    assert not any(group["findings"] for group in call("check", {"text": text})["groups"])
    said = call("check", {"text": text})
    assert said["said"].startswith("Not read: French.") and said["limits"] == []
    told = call("check", {"text": text, "language": "en"})
    assert told["known"]["language"] == "English" and findings(told, "misfit")
    assert call("start", {})["languages"][0] == ["en", "English"]


def test_the_policy_redraws_the_verdict() -> None:
    text = "The firm has 4,000 workers, of whom 1,000, or 27%, are paid by the hour."
    groups = {
        policy: [g["name"] for g in call("check", {"text": text, "policy": policy})["groups"] if g["findings"]]
        for policy in ("as_printed", "loose")
    }
    assert groups["as_printed"] != groups["loose"]


@pytest.mark.parametrize(
    ("method", "request_", "line"),
    [
        ("check", {"text": " "}, "the text: is empty"),
        ("check", {"text": "7 " * (MOST_CHARACTERS // 2 + 1)}, "over the limit of 2,000,000"),
        ("check", {"text": WRONG, "policy": "as_wished"}, "'as_wished' is not possible"),
        ("check", {"text": WRONG, "convention": "none"}, "'none' is not possible"),
        ("check", {"text": WRONG, "published": "yesterday"}, "'yesterday' is not possible"),
        ("check", {"table": {"name": "a.csv", "data": "!"}}, "a.csv: did not arrive whole"),
        ("open", {"name": "a.pdf", "data": packed("%PDF-1.4 nothing")}, "a.pdf: is a broken PDF"),
        ("open", {"name": "a.txt", "data": packed(b"caf\xe9 \x81 12 dead")}, "save it as UTF-8, or copy its words"),
        ("open", {"name": "a.txt", "data": ""}, "a.txt: is empty"),
        (
            "open",
            {"name": "a.png", "data": packed(b"\x89PNG\r\n\x1a\n")},
            "a.png: is a PNG picture, not text; open a text, a web page",
        ),
        ("report", {"text": WRONG, "format": ".exe"}, "'.exe' is not possible"),
        ("example", {"name": "../../etc/passwd"}, "is not possible"),
        ("burn", {}, "'burn' is not possible"),
    ],
)
def test_bad_input_is_one_line(method: str, request_: dict[str, Any], line: str) -> None:
    error = call(method, request_)["error"]["line"]
    assert line in error and "\n" not in error


def test_a_file_is_opened_under_its_own_name() -> None:
    opened = call("open", {"name": "../my draft.txt", "data": packed(WRONG)})
    assert (opened["kind"], opened["text"], opened["name"]) == ("text", WRONG, "../my draft.txt")


def test_a_table_alone_and_a_text_against_a_table() -> None:
    table = {"name": "daily.csv", "data": packed(TABLE)}
    assert call("open", table)["kind"] == "table"
    assert findings(call("check", {"table": table}), "misfit")
    text = "By 2 March 2031, 16 people had been killed."
    against = call("check", {"text": text, "table": table, "published": "2031-03-02"})
    assert [each["mark"] for each in findings(against, "misfit")] == ["d1-f2"]


@pytest.mark.parametrize("suffix", [".html", ".md", ".json", ".csv", ".xlsx", ".pdf"])
def test_each_report_is_written(suffix: str) -> None:
    made = call("report", {"text": WRONG, "name": "my draft.txt", "format": suffix})
    assert made["name"] == f"my draft.audit{suffix}"
    assert len(base64.b64decode(made["data"])) > 100


def test_a_decision_comes_back_with_the_finding() -> None:
    (finding,) = findings(call("check", {"text": WRONG}), "misfit")
    row = {**finding["record"], "decision": "dismissed", "reason": "another base"}
    (again,) = findings(call("check", {"text": f"New words.\n\n{WRONG}", "decisions": [row]}), "misfit")
    assert again["decision"] == {"decision": "dismissed", "reason": "another base", "on": ""}
    assert call("check", {"text": WRONG, "decisions": [row]})["counts"][0]["words"] == "0 do not fit"


def test_pages_are_read_without_libraries() -> None:
    page = (
        "<html><head><title>Toll</title><script>var a = '99 dead'</script></head><body><nav>3 links</nav><article>"
        "<p>Some <b>12</b> people died.<p>Then 4 more.</article><p>Advert 7</body></html>"
    )
    document = plain_html(page.encode(), "a.html")
    assert (document.title, document.text) == ("Toll", "Some 12 people died.\n\nThen 4 more.")


def test_a_page_without_a_head_has_its_title_and_a_drawing_has_none() -> None:
    page = "<title>Toll</title><p>Some 12 people died.</p><svg><title>Chart 7</title></svg>"
    document = plain_html(page.encode(), "a.html")
    assert (document.title, document.text) == ("Toll", "Some 12 people died.")


def test_word_files_are_read_without_libraries() -> None:
    import docx

    file = docx.Document()
    file.core_properties.title = "The toll"
    file.add_paragraph("Some 12 people died.")
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "dead", "12"
    out = BytesIO()
    file.save(out)
    read = plain_docx(out.getvalue(), "a.docx")
    assert (read.text, read.title) == ("Some 12 people died.\n\ndead\t12", "The toll")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"nothing"])
def test_a_broken_word_file_is_one_line(data: bytes) -> None:
    from audit.errors import UnreadableError

    with pytest.raises(UnreadableError, match="broken or locked"):
        plain_docx(data, "a.docx")


def test_a_word_file_of_entities_is_no_bomb() -> None:
    bomb = (
        "<!DOCTYPE a [<!ENTITY a '"
        + "x" * 1000
        + "'>"
        + "".join(f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 50}'>" for n in range(8))
        + "]><a>&i;</a>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    from audit.errors import UnreadableError

    with pytest.raises(UnreadableError):
        plain_docx(out.getvalue(), "a.docx")
