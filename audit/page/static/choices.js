// What there is to choose from on the page, and how figures are marked.

import { h, one } from "./dom.js";
import { WORDS } from "./words.js";

/** What the engine offers: settings, formats, examples; `adds` says what the local program could do beside. */
export function drawChoices(start, { keeps, adds, example }) {
  const fill = (id, pairs) => one(id).replaceChildren(...pairs.map(([value, label]) => h("option", { value }, label)));
  fill("#policy", start.policies);
  fill("#convention", start.conventions);
  fill("#language", [["", WORDS.recognised], ...start.languages]);
  fill("#format", start.formats.map((suffix) => [suffix, suffix.slice(1).toUpperCase()]));
  one("#file").accept = [...start.reads, ...start.tables, ".json"].join(",");
  one("#draft").placeholder = WORDS.place(start.tables);
  one("#reads").textContent = `${WORDS.reads(start.reads, start.tables)} ${WORDS.keep[keeps]}`;
  one("#addsline").hidden = !adds || !start.elsewhere.length;
  one("#adds").textContent = WORDS.adds(start.tables, start.elsewhere);
  one("#examplesline").hidden = !start.examples.length;
  one("#examples").replaceChildren(
    ...start.examples.map((each) => h("li", {}, h("button", { type: "button", onclick: () => example(each.name) }, h("b", {}, each.title), h("span", {}, each.shows)))),
  );
}

/** The key to the marks. */
export function drawKey() {
  one("#key").replaceChildren(
    ...WORDS.key.map(([group, sample, sign, meaning]) =>
      h("li", {}, h("span", { className: `mark ${group}` }, sample, sign ? h("sup", { className: group }, h("span", { className: "sign" }, sign)) : null), ` ${meaning}`)),
  );
}
