"""How firmly a figure is stated: hedges, disclaimers, presumptions, denials, plans; and words that look like them."""

from __future__ import annotations

import pytest

from audit.claims.claim import HedgeKind, Status
from tests.claims.attribution.marked import read, read_one

REPORTED = [
    "The ministry claimed that {40} raiders were killed at the ford.",
    "Rebel radio claimed to have shot down {3} helicopters over the delta.",
    "At least {17} villagers were reportedly killed when the dam was shelled.",
    "Reportedly, {17} villagers were killed when the dam was shelled.",
    "The column is said to have lost {25} trucks on the pass.",
    "Some {600} fighters are believed to have crossed the river at night.",
    "The faction alleges that {90} of its men were executed after they gave up.",
    "The alleged killing of {12} herders set off the riots.",
    "The militia's claim that {200} soldiers had deserted spread on Tuesday.",
    "Unconfirmed reports put the number of dead at {31}.",
    "The shelling may have killed as many as {50} people in the market.",
    "Guards purportedly opened fire on a queue of {300} people.",
    "The army asserted that {70} tunnels had been sealed since June.",
    "Up to {80} houses were allegedly torched in the raid.",
    "The garrison appears to have lost {15} men, two officers said.",
    "The army has not commented on the claim that {12} villagers died.",
    "Opposition media contend that {22} detainees died in the camp.",
]

DISCLAIMED = [
    "The front said {45} soldiers were killed. The report could not be independently verified.",
    "The front said {45} soldiers were killed, a figure that could not be independently confirmed.",
    "It was not immediately possible to verify the claim that {45} soldiers were killed.",
    "The governor said {9} wells were poisoned. Our reporters were unable to verify his account.",
    "The governor said {9} wells were poisoned. He spoke by radio.\n\nThe Daily Lantern could not verify those claims.",
    "The rebels said {9} boats were sunk.\n\nThere was no independent confirmation of the report.",
    "Officials said {14} people drowned. Neither side's figures could be confirmed, and the toll has not been verified.",
    "The navy said {6} boats were sunk. Reuters has not been able to independently verify the statement.",
]

PRESUMED = [
    "The losses come to a tenth, presuming the brigade had {4,000} men.",
    "Assuming that {300} shells a day were fired, the depot is empty by now.",
    "Supposing {12} boats took part, each carried ten men.",
    "On the assumption that {5,000} people lived there, half have fled.",
    "Some {20} miners are presumed dead after the shaft was bombed.",
    "At least {35} passengers are feared drowned off the cape.",
    "If the garrison has {900} men, a third of them is out of action.",
]

INFERRED = [
    "The announcement would suggest that {60} percent of the force is gone.",
    "That implies {2,000} deaths a month since the spring.",
    "The two totals would mean that {130} people died in one night.",
    "The figures would imply a loss of {9} percent of the fleet.",
]

DENIED = [
    "The army denied that {40} civilians were killed in the raid.",
    "The colonel denies having {30} prisoners in his camp.",
    "There is no evidence that {500} people were buried there, the mayor said.",
    "The ministry rejected reports that {18} of its men had been captured.",
    "It is not true that {70} houses were burned, the governor said.",
]

PLANNED = [
    "The army will send {3,000} more troops to the border next week.",
    "The general vowed to free {60} hostages by the spring.",
    "The two sides are expected to exchange {150} prisoners on Friday.",
    "Under the deal {33} hostages would be freed in the first stage.",
    "The council plans to move {8,000} families out of the valley.",
    "Some {twelve} hostages will be freed on Friday.",
    "The council plans to widen the road, a track that floods each spring, by {12} meters.",
    "Aid groups intend to bring in {90} trucks a day.",
]

HYPOTHETICAL = [
    "A ground assault could kill {10,000} people, the agency warned.",
    "If the dam broke, {40,000} people would be in danger.",
    "A second blast might leave {2,000} families without water.",
    "An earlier alarm would have saved {30} lives, the inquiry found.",
]

ASSERTED = [
    # 'claimed' that takes
    "The blast claimed {12} lives in the bazaar.",
    "The flood has claimed the lives of {26} people since Monday.",
    "A small group claimed responsibility for the bombing that killed {12} people.",
    # a hedge of something else
    "The man who was allegedly drunk fled; {12} people were killed.",
    "The alleged ringleader was held after police found {12} bodies in the well.",
    "Police shot a suspected bomber near the gate, where {12} recruits had been killed in May.",
    "He is believed to live abroad, but {12} of his men were arrested here.",
    "The unit, which reportedly came from the north, lost {12} men.",
    # verifying that is done, or of something that is no claim
    "Doctors could not verify his age. The clinic treated {12} people.",
    "The team has verified {12} of the sites.",
    "Medics confirmed that {12} people died on the way.",
    "Rescuers could not confirm where the boy lives. They found {12} others alive.",
    # 'assuming' that takes over, 'feared' that fears, 'if' that asks
    "The general, assuming command of {12} brigades, marched north.",
    "Since assuming office the mayor has closed {12} camps.",
    "Villagers feared the {12} gunmen who ruled the valley.",
    "Asked if he was safe, the envoy said {12} guards had come with him.",
    "He did not know if help was near when the {12} men were found.",
    # 'suggested' by people, 'implied' by nobody
    "The envoy suggested a pause after {12} days of fighting.",
    # denials and refusals that leave the number standing
    "The army denied a role in the raid, after which {12} bodies were found.",
    "The colonel was dismissed after {12} of his men drowned.",
    "He refused to leave the {12} wounded behind.",
    "The minister denied the charge; {12} people had died by then.",
    "No fewer than {12} people were killed.",
    "Not only were {12} people killed, the school burned down.",
    # plans about what is there already
    "The {12} victims will be buried on Friday.",
    "The {twelve} men who fled will be tried.",
    "He vowed to avenge the deaths of {12} soldiers.",
    "The town will rebuild after a fire that killed {12} people.",
    "The planned march was called off when {12} people were arrested.",
    "More than expected came: {12} buses stood at the gate.",
    "As expected, the {12} prisoners were handed over.",
    "Officers said on May 5 that {12} men were missing.",
    "In May {12} people were killed on the same road.",
    # 'could' of the senses
    "From the hill we could see {12} bodies in the field.",
    "Witnesses could hear {12} shots.",
    "The boats could not land, and {12} people drowned.",
    # looking like a disclaimer, a rumour, a guess
    "No one was able to reach the {12} stranded climbers.",
    "The bank confirmed that it had not checked {12} of the accounts.",
    "The alleged plot failed. Police took {12} men from a train.",
    "The so-called Iron Column came down the road with {12} trucks.",
    "The rumours died down once {12} men had come home.",
    # looking like a plan
    "The will of the founder named {12} heirs.",
    "Under the old plan the army kept {12} bases.",
    "The promised trucks never came, and {12} families left on foot.",
    "The target was a depot {12} miles from the border.",
    # looking like a condition or an inference
    "The army hit the depot as if it were empty; {12} men were inside.",
    "The mean depth of the tunnels was {12} meters.",
    "He had the means to pay {12} men.",
    # looking like a denial
    "The truth is not in doubt: {12} men drowned.",
    "The army did not stop after {12} hours.",
    # what is there already in what a plan is about
    "The army will stay along the ridge, a line that cuts the valley in {two}.",
    "The council plans to sell the mill, a plant that employs {90} people, by June.",
    # plain speech
    "The army said {12} people were killed.",
    "According to the ministry, {12} people were killed.",
]


def _cases() -> list[tuple[str, Status]]:
    groups = (
        (REPORTED, Status.REPORTED),
        (DISCLAIMED, Status.REPORTED),
        (PRESUMED, Status.PRESUMED),
        (INFERRED, Status.INFERRED),
        (DENIED, Status.DENIED),
        (PLANNED, Status.PLANNED),
        (HYPOTHETICAL, Status.HYPOTHETICAL),
        (ASSERTED, Status.ASSERTED),
    )
    return [(text, status) for texts, status in groups for text in texts]


@pytest.mark.parametrize(("text", "status"), _cases())
def test_status(text: str, status: Status) -> None:
    assert read_one(text)[1] is status


@pytest.mark.parametrize("text", DISCLAIMED)
def test_a_disclaimer_is_kept_with_what_it_governs(text: str) -> None:
    attribution, _ = read_one(text)
    assert HedgeKind.DISCLAIMER in {hedge.kind for hedge in attribution.hedges}


@pytest.mark.parametrize("text", PRESUMED)
def test_a_presumption_is_kept_with_what_it_governs(text: str) -> None:
    attribution, _ = read_one(text)
    assert {hedge.kind for hedge in attribution.hedges} == {HedgeKind.PRESUMPTION}


def test_the_stretch_of_a_presumption_holds_its_figure_and_not_the_conclusion() -> None:
    (before, concluded), (after, presumed) = read("About {40} percent are gone, assuming that it had {4,000} men.")
    assert (concluded, presumed) == (Status.ASSERTED, Status.PRESUMED)
    assert not before.hedges
    (hedge,) = after.hedges
    assert hedge.cue.text == "assuming" and hedge.start <= hedge.cue.start < hedge.end


def test_a_disclaimer_of_one_claim_leaves_those_before_it() -> None:
    text = (
        "The army said {5} men fell. The town hall burned. The rebels said {9} did. The report could not be verified."
    )
    assert [status for _, status in read(text)] == [Status.ASSERTED, Status.REPORTED]


def test_a_disclaimer_of_several_claims_governs_them_all() -> None:
    text = "The army said {5} men fell. The rebels said {9} did. Those claims could not be verified."
    assert [status for _, status in read(text)] == [Status.REPORTED, Status.REPORTED]


def test_half_of_the_set_is_tempting_and_wrong() -> None:
    total = len(_cases())
    assert total >= 60 and len(ASSERTED) * 2 >= total * 0.95
