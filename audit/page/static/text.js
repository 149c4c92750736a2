// The text as it stands, with its figures marked in place.

import { h, words } from "./dom.js";
import { WORDS } from "./words.js";

/** Milliseconds of drawing before the page gets its turn again. */
const SLICE = 12;
let turn = 0;

/**
 * Draw the documents of a view into an element, a long one piece by piece. `choose(entry)` is called when a figure is chosen.
 * Figures that a finding uses are reached by Tab, the others by the arrow keys from any of them. Returns a function that draws
 * the rest at once.
 */
export function drawText(element, view, choose) {
  const waiting = [];
  const articles = view.documents.filter((one) => one.paragraphs.length > 0).map((one) => {
    const made = article(one, view);
    waiting.push(...one.paragraphs.map((pieces) => [made, pieces]));
    return made;
  });
  const grids = view.grids.map((one) => grid(one, view));
  element.replaceChildren(...articles, ...grids, ...view.documents.flatMap((one) => one.pictures ?? []).map(picture));
  const mine = (turn += 1);
  let at = 0;
  const draw = (until) => {
    while (at < waiting.length && performance.now() < until) {
      const [made, pieces] = waiting[at];
      made.append(h("p", { dir: "auto" }, ...pieces.map((piece) => cut(piece, view))));
      at += 1;
    }
  };
  const go = () => {
    if (mine !== turn) return;
    draw(performance.now() + SLICE);
    if (at < waiting.length) setTimeout(go);
  };
  go();
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
  return () => draw(Infinity);
}

function article(one, view) {
  const head = view.documents.length > 1 || one.title !== one.name ? h("h3", {}, words(one.title)) : null;
  return h("article", { className: "text", lang: one.language }, head);
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
    ...(entry?.sign ? signed(text, entry.sign) : [text]),
  );
}

/** The words with their sign, which never stands on a line of its own. */
function signed(text, sign) {
  const at = text.search(/\S+$/);
  const last = at < 0 ? "" : text.slice(at);
  const mark = h("sup", { ariaHidden: "true" }, h("span", { className: "sign" }, sign));
  return [text.slice(0, text.length - last.length), last.length > 24 ? last : null, h("span", { className: "nowrap" }, last.length > 24 ? null : last, mark)];
}

/** A table with its cells as printed; it scrolls by itself where it is wider than the page. */
function grid(one, view) {
  const heads = [[WORDS.row, false], ...one.columns];
  const cell = (piece, at) => h("td", { className: one.columns[at][1] ? "number" : "" }, cut(piece, view));
  let last = null;
  const rows = one.rows.map(([number, pieces]) => {
    const after = last !== null && number > last + 1;
    last = number;
    return h("tr", { className: after ? "after" : "" }, h("th", { scope: "row" }, String(number)), ...pieces.map(cell));
  });
  const table = h(
    "table",
    {},
    h("caption", {}, words(one.name)),
    h("thead", {}, h("tr", {}, ...heads.map(([head, number]) => h("th", { scope: "col", className: number ? "number" : "" }, words(head))))),
    h("tbody", {}, ...rows),
  );
  return h(
    "div",
    {},
    h("div", { className: "grid", tabIndex: 0, role: "region", "aria-label": one.name }, table),
    one.left ? h("p", { className: "small" }, one.left) : null,
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
