// From a figure to its finding and back: what is lit, and what is brought into sight.

import { one } from "./dom.js";
import { cardOf } from "./findings.js";
import { say } from "./status.js";
import { drawEntry } from "./text.js";

/** Whether text and findings stand side by side. */
export const wide = () => matchMedia("(min-width: 62rem)").matches;

/** The ways to point; `state` has the `view` that is shown and `mark(key)`, the element of a figure. */
export function pointing(state) {
  const findings = () => state.view.groups.flatMap((group) => group.findings);
  const finding = (key) => findings().find((each) => each.key === key);

  /** A figure was chosen in the text: show the finding that speaks of it, or what it was read as. */
  function choose(key) {
    const entry = state.view.entries[key];
    const found = findings().find((each) => each.mark === key) ?? finding(entry?.findings[0]);
    one("#entry").hidden = true;
    if (!found) {
      light([key]);
      drawEntry(one("#entry"), entry, () => {
        one("#entry").hidden = true;
        state.mark(key)?.focus();
      });
      if (!wide()) state.mark(key)?.scrollIntoView({ block: "center" });
      say(`${entry.text}: ${entry.value}. ${entry.source}`);
      return;
    }
    const card = cardOf(one("#result"), (each) => each.id === `f-${found.key}`);
    card.open();
    light(found.marks);
    card.querySelector(".opener").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  /** Mark the figures of a finding in the text; with `go` move there. */
  function show(found, go = false) {
    if (!found) return;
    light(found.marks);
    const mark = state.mark(found.mark);
    mark?.scrollIntoView({ block: wide() || go ? "center" : "nearest" });
    if (go) mark?.focus({ preventScroll: true });
  }

  function light(keys) {
    document.querySelectorAll(".mark.lit").forEach((mark) => mark.classList.remove("lit"));
    keys.forEach((key) => state.mark(key)?.classList.add("lit"));
  }

  return { finding, choose, show, light };
}
