// The text as it stands, with its figures marked in place.

import { h, words } from "./dom.js";
import { WORDS } from "./words.js";

/**
 * Draw the documents of a view into an element. `choose(entry)` is called when a figure is chosen. Figures that a finding
 * uses are reached by Tab, the others by the arrow keys from any of them.
 */
export function drawText(element, view, choose) {
  element.replaceChildren(
    ...view.documents.filter((one) => one.paragraphs.length > 0).map((one) => article(one, view)),
    ...view.documents.flatMap((one) => one.pictures ?? []).map(picture),
  );
  element.onclick = (event) => {
    const mark = event.target.closest?.(".mark");
    if (mark) choose(mark.dataset.entry);
  };
  element.onkeydown = (event) => {
    const mark = event.target.closest?.(".mark");
    if (!mark) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(mark.dataset.entry);
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const all = [...element.querySelectorAll(".mark")];
      all[all.indexOf(mark) + step]?.focus();
    }
  };
}

function article(one, view) {
  const head = view.documents.length > 1 || one.title !== one.name ? h("h3", {}, words(one.title)) : null;
  const paragraphs = one.paragraphs.map((pieces) => h("p", { dir: "auto" }, ...pieces.map((piece) => cut(piece, view))));
  return h("article", { className: "text", lang: one.language }, head, ...paragraphs);
}

function cut([text, key, group], view) {
  if (!key) return text;
  const entry = view.entries[key];
  const label = [text, entry?.sign && entry.verdict].filter(Boolean).join(": ");
  return h(
    "span",
    {
      className: `mark ${group}`,
      role: "button",
      tabIndex: entry?.findings.length ? 0 : -1,
      id: `m-${key}`,
      "aria-label": label,
      data: { entry: key },
    },
    text,
    entry?.sign ? h("sup", { ariaHidden: "true" }, h("span", { className: "sign" }, entry.sign)) : null,
  );
}

function picture(image) {
  const drawn = h("img", { src: image.source, alt: image.alternative, loading: "lazy" });
  return h("figure", { className: "picture" }, h("figcaption", {}, words(image.title)), drawn);
}

/** What one figure was read as, who states it: shown where no finding speaks of it. */
export function drawEntry(element, entry, close) {
  const rows = [
    [WORDS.value, entry.quantity ? entry.value : `${entry.value} (${WORDS.notQuantity})`],
    [WORDS.counts, entry.counts],
    [WORDS.kind, entry.kind],
    [WORDS.says, entry.source],
    [WORDS.status, entry.status],
    [WORDS.where, entry.where],
  ].filter(([, text]) => text);
  element.replaceChildren(
    h(
      "div",
      { className: "entryhead" },
      h("h3", {}, "“", words(entry.text), "”"),
      h("button", { type: "button", onclick: close }, WORDS.close),
    ),
    h("dl", {}, ...rows.flatMap(([label, text]) => [h("dt", { className: "small" }, label), h("dd", {}, words(text))])),
  );
  element.hidden = false;
}
