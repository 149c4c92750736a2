"""The same data drawn as trees for people. The words stand in `strings/explain.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from audit import show
from audit.strings import strings

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

__all__ = ["account_tree", "add_reasons", "sentence_tree"]

Data: TypeAlias = Mapping[str, Any]
_HEAVIEST = 12
"""Features that are drawn; the JSON has all."""


def account_tree(data: Data) -> Tree:
    """Quantities with the places where each is told, and relations with their chance, rule and what their numbers say."""
    head = _say(
        "account",
        document=data["document"],
        figures=data["figures"],
        quantities=len(data["quantities"]),
        relations=len(data["relations"]),
    )
    tree = _tree(head)
    quantities = tree.add(_text(_say("quantities"), "bold"))
    for quantity in data["quantities"]:
        quantities.add(_text(f"{_name(quantity)}: {', '.join(map(_place, quantity['told']))}"))
    relations = tree.add(_text(_say("relations"), "bold"))
    for relation in data["relations"]:
        relations.add(_relation(relation))
    if not data["relations"]:
        relations.add(_text(_say("none"), "dim"))
    if data["left_out"]:
        tree.add(_text(_say("left_out", n=f"{data['left_out']:,}", least=_percent(data["least"])), "dim"))
    return tree


def sentence_tree(data: Data) -> Tree:
    """Tokens with their classes, then figures, names, dates and lists, each with what was read about it."""
    tree = _tree(_say("sentence", n=data["sentence"], document=data["document"]))
    tree.add(_text(f"“{data['text']}”"))
    words = _text("")
    for token in data["tokens"]:
        words.append(" " if words else "").append(token["text"])
        if token["class"]:
            words.append(f"‹{token['class']}›", "dim")
    tree.add(_text(_say("tokens"), "bold")).add(words)
    figures = tree.add(_text(_say("figures"), "bold"))
    for figure in data["figures"]:
        branch = figures.add(_text(f"“{figure['text']}”").append(f"  {figure['type']}, {figure['value']}", "dim"))
        for key in ("of", "modifiers", "determiner", "bound", "governed_by", "behind", "year"):
            value = figure[key]
            if value and value != "exact":
                branch.add(_labelled(key, ", ".join(value) if isinstance(value, list) else str(value)))
        if figure["some_of_a_whole"]:
            branch.add(_text(_say("partitive")))
    for word in data["collectives"]:
        number = show.number(Fraction(word["low"]))
        figures.add(_text(f"“{word['text']}”").append("  " + _say("collective", n=number), "dim"))
    if not data["figures"] and not data["collectives"]:
        figures.add(_text(_say("none"), "dim"))
    days = [f"{day['text']} = {_stretch(day)}" for day in data["dates"]]
    lists = ["; ".join(found["items"]) + f"  ({', '.join(found['form'])})" for found in data["lists"]]
    for key, lines in (("names", data["names"]), ("dates", days), ("lists", lists)):
        if lines:
            branch = tree.add(_text(_say(key), "bold"))
            for line in lines:
                branch.add(_text(line))
    if data["topic"]:
        tree.add(_text(_say("topic"), "bold")).add(_text(", ".join(data["topic"])))
    return tree


def add_reasons(tree: Tree, data: Data) -> None:
    """To the tree of a check: its rule and trust, the words that speak for and against it, and what lost."""
    branch = tree.add(_text(_say("why"), "bold"))
    branch.add(_labelled("rule", f"{data['rule']} ({_operation(data['operation'])})"))
    branch.add(_labelled("chance", _percent(data["chance"])))
    for name, seen in data["trust"].items():
        if seen is not None:
            numbers = {"fitted": seen["fitted"], "bindings": seen["bindings"], "chance": round(seen["by_chance"])}
            branch.add(_text(_say(f"trust_{name}", **{key: f"{value:,}" for key, value in numbers.items()})))
    if data["odds"] is not None:
        branch.add(_labelled("odds", _percent(data["odds"])))
    features = branch.add(_text(_say("features", constant=f"{data['constant']:+.2f}")))
    for each in data["features"][:_HEAVIEST]:
        features.add(_text(f"{each['weight']:+.2f}  {each['feature']}"))
    rest = len(data["features"][_HEAVIEST:])
    if rest or data["features_without_weight"]:
        features.add(_text(_say("more_features", n=rest, none=data["features_without_weight"]), "dim"))
    lost = branch.add(_text(_say("lost", n=data["candidates"] - 1)))
    for candidate in data["lost"]:
        lost.add(_relation(candidate))


def _relation(data: Data) -> Text:
    """'“12” [1]: part and whole, of whole “48” [1]', and under it the chance, the rule and the numbers."""
    operands = ", ".join(f"{operand['role']} {_place(operand)}" for operand in data["operands"])
    text = _text(f"{_place(data['claim'])}: {_operation(data['operation'])}; {operands}")
    text.append(f"\n  {_percent(data['chance'])}, {data['rule']}; {_numbers(data)}", "dim")
    verdict = data.get("verdict")
    if verdict:
        text.append(f"  → {strings('report')['verdict'][verdict]['label']}", "not dim")
    return text


def _numbers(data: Data) -> str:
    """What the numbers say: '310 − 120 = 190: fits'."""
    result = data["result"]
    said = data["formula"]
    if result is not None and not data["limit"] and said != show.number(Fraction(result).limit_denominator(1000)):
        said += f" = {show.number(Fraction(result).limit_denominator(1000))}"
    return f"{said}: {_say('fits' if data['fits'] else 'does_not_fit')}"


def _stretch(day: Data) -> str:
    return day["from"] if day["from"] == day["to"] else f"{day['from']} to {day['to']}"


def _name(quantity: Data) -> str:
    of = quantity["of"]
    return f"{quantity['kind']} of {of}" if of else str(quantity["kind"])


def _place(place: Data) -> str:
    where = f" [{place['sentence']}]" if place["sentence"] else ""
    return f"“{place['text']}”{where}"


def _percent(chance: float) -> str:
    if chance < 0.01:
        return "under 1%"
    return f"{100 * chance:.0f}%" if chance < 0.995 else "over 99%"


def _operation(name: str) -> str:
    words: dict[str, str] = strings("report")["operation"]
    return words.get(name, name.replace("_", " "))


def _say(key: str, **values: object) -> str:
    return str(strings("explain")["words"][key]).format(**values)


def _labelled(key: str, words: str) -> Text:
    return _text(f"{_say(key)}: ", "dim").append(words, "not dim")


def _tree(words: str) -> Tree:
    from rich.tree import Tree

    return Tree(_text(words, "bold"), guide_style="dim")


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style)
