// The list of findings, what does not fit first; each opens into its working, who says so, what is missing, and a decision.

import { chart } from "./chart.js";
import { copy, h, words } from "./dom.js";
import { WORDS } from "./words.js";

const AT_ONCE = 60;

/**
 * Draw the findings of a view. `act` has `light(finding)` (mark its figures), `show(finding)` (and go there),
 * `decide(finding, decision, reason)`, `forget(finding)`, `say(words)`, `decided()` (how many decisions there are), `saveDecisions()`.
 */
export function drawFindings(element, view, act) {
  const away = (one) => ["dismissed", "resolved"].includes(one.decision?.decision);
  const dismissed = view.groups.flatMap((group) => group.findings).filter(away);
  const groups = view.groups.map((group) => ({ ...group, findings: group.findings.filter((one) => !away(one)) }));
  if (dismissed.length) groups[0].empty = WORDS.butDismissed;
  if (dismissed.length) groups.push({ name: "plain", heading: WORDS.dismissedHeading, empty: "", findings: dismissed });
  const parts = [
    head(view, dismissed.length),
    h("p", { className: "stale small", hidden: true }, WORDS.stale),
    ...view.failures.map((line) => h("p", { className: "trouble" }, words(line))),
    ...groups.filter((group) => group.findings.length || group.lines?.length || (group.name === "misfit" && view.counts.length)).map((group) => section(group, act)),
    method(view),
    act.decided() ? h("p", { className: "acts" }, h("button", { type: "button", onclick: act.saveDecisions }, WORDS.saveDecisions(act.decided()))) : null,
  ];
  element.replaceChildren(...parts.filter(Boolean));
  element.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.classList.contains("opener")) return;
    event.preventDefault();
    const all = [...element.querySelectorAll(".opener")];
    all[all.indexOf(event.target) + step]?.focus();
  };
}

/** The card of a finding that fits the test, drawn if it stands below 'show more'; null if there is none. */
export function cardOf(element, test) {
  const find = () => [...element.querySelectorAll(".finding")].find(test) ?? null;
  const found = find();
  if (found) return found;
  element.querySelectorAll(".more").forEach((button) => button.click());
  return find();
}

function head(view, dismissed) {
  const counts = view.counts.filter((one) => one.n && `${one.words}.` !== view.said).map((one) => h("li", { className: one.group }, one.words));
  return h(
    "div",
    { className: "came" },
    h("p", { className: view.said.length > 40 ? "said long" : "said" }, view.said),
    counts.length ? h("ul", { className: "counted" }, ...counts) : null,
    view.limits.length ? h("ul", { className: "limits" }, ...view.limits.map((line) => h("li", {}, words(line)))) : null,
    h("p", { className: "small" }, `${view.summary}. ${view.neutral}`, dismissed ? ` ${WORDS.dismissedHeading}: ${dismissed}.` : ""),
  );
}

function section(group, act) {
  const first = group.findings.slice(0, AT_ONCE);
  const rest = group.findings.slice(AT_ONCE);
  const list = h("div", {}, ...first.map((finding) => card(finding, act)));
  const more = rest.length
    ? h("button", { type: "button", className: "more", onclick: () => { list.append(...rest.map((one) => card(one, act))); more.remove(); } }, WORDS.more(rest.length))
    : null;
  return h(
    "section",
    { className: `group ${group.name}` },
    h("h3", { className: "grouphead" }, group.heading),
    group.findings.length ? list : group.empty ? h("p", { className: "quiet" }, group.empty) : null,
    more,
    ...(group.lines ?? []).map((line) => h("p", { className: "small" }, line)),
  );
}

/** A finding, closed; what is inside is made when it is first opened. */
function card(finding, act) {
  const body = h("div", { className: "inside", hidden: true, id: `b-${finding.key}` });
  const opener = h(
    "button",
    { type: "button", className: "opener", "aria-expanded": "false", "aria-controls": body.id },
    h("span", { className: "sign", ariaHidden: "true" }, finding.sign),
    h("span", { className: "vh" }, `${finding.label}: `),
    h("span", { dir: "ltr" }, finding.title),
  );
  const kind = finding.title.toLowerCase().startsWith(finding.operation) ? null : finding.operation; // the title says it
  const brief = [kind && h("span", { className: "kind" }, kind), kind && finding.brief ? " · " : null, finding.brief ? words(finding.brief) : null];
  const decided = finding.decision
    ? h("p", { className: "small decided" }, WORDS.decided[finding.decision.decision], ": ", words(finding.decision.reason || WORDS.noReason))
    : null;
  const made = h(
    "article",
    { className: `finding ${finding.group}`, id: `f-${finding.key}`, data: { link: finding.link } },
    h("h4", {}, opener),
    kind || finding.brief ? h("p", { className: "brief" }, ...brief) : null,
    decided,
    body,
  );
  made.open = (open = true) => {
    if (open && !body.hasChildNodes()) body.append(...inside(finding, act));
    body.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("focus", () => act.light(finding));
  opener.addEventListener("pointerenter", () => act.light(finding));
  opener.addEventListener("click", () => {
    made.open(body.hidden);
    if (!body.hidden) act.show(finding);
  });
  return made;
}

function inside(finding, act) {
  const rows = [];
  const readings = finding.readings.map((reading) =>
    h(
      "span",
      {},
      words(reading.label), h("br"),
      reading.formula ? words(reading.formula) : null, reading.formula ? " = " : null,
      h("b", {}, reading.result),
      reading.rounded ? h("span", { className: "quiet" }, ` (with rounding ${reading.rounded})`) : null,
      " ", h("span", { className: "quiet nowrap" }, reading.outcome),
    ),
  );
  const working = [...(finding.told ? [finding.told] : []), ...readings];
  if (working.length) rows.push([WORDS.working, working]);
  if (finding.implied.length) rows.push([WORDS.implied, finding.implied]);
  rows.push([WORDS.says, [finding.source]], ...finding.lines.map(([label, text]) => [label, [text]]));
  return [
    ...finding.quotes.map((quote) => quoted(quote, finding)),
    ...finding.panels.map(chart),
    listed(rows),
    h("div", { className: "acts" }, ...tools(finding, act).filter(Boolean), decision(finding, act)),
    aside(finding),
  ].filter(Boolean);
}

function listed(rows) {
  const list = rows.flatMap(([label, texts]) => [
    h("dt", { className: "small" }, label),
    ...texts.map((text) => h("dd", {}, typeof text === "string" ? words(text) : text)),
  ]);
  return h("dl", {}, ...list);
}

/** What only who doubts the finding wants to see: each figure as it was compared, the other roundings, the query. */
function aside(finding) {
  const used = finding.statements.length > 1 ? statements(finding) : null;
  const more = finding.more.length ? listed(finding.more.map(([label, text]) => [label, [text]])) : null;
  return used || more ? h("details", { className: "aside" }, h("summary", {}, WORDS.details), used, more) : null;
}

function quoted(quote, finding) {
  const pieces = quote.pieces.map(([text, , role]) => (role ? h("span", { className: role }, text) : text));
  return h(
    "blockquote",
    { className: finding.group, dir: "auto" },
    ...pieces,
    h("footer", { className: "small", dir: "ltr" }, words(quote.where)),
  );
}

function statements(finding) {
  const heads = [WORDS.figure, WORDS.part, WORDS.stands, WORDS.says];
  const rows = finding.statements.map((each) => {
    const cells = [each.text, each.role, each.stands, each.source];
    return h("tr", {}, ...cells.map((cell, at) => h("td", { data: { label: heads[at] } }, words(cell))));
  });
  return h(
    "table",
    { className: "wide-table" },
    h("caption", { className: "small" }, WORDS.used),
    h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, ...rows),
  );
}

function tools(finding, act) {
  const button = (label, text) => {
    const made = h("button", { type: "button" }, label);
    made.addEventListener("click", async () => {
      await copy(text());
      act.say(WORDS.copied);
      made.textContent = WORDS.copied;
      setTimeout(() => { made.textContent = label; }, 1600);
    });
    return made;
  };
  const link = () => `${location.origin}${location.pathname}#finding=${finding.link}`;
  return [
    finding.mark ? h("button", { type: "button", className: "totext", onclick: () => act.show(finding, true) }, WORDS.toText) : null,
    button(WORDS.copy, () => finding.text),
    finding.question ? button(WORDS.question, () => finding.question) : null,
    button(WORDS.link, link),
  ];
}

/** Confirm or dismiss, with a reason; or take a decision back. */
function decision(finding, act) {
  if (finding.decision) {
    return h("button", { type: "button", onclick: () => act.forget(finding) }, WORDS.undo);
  }
  const place = h("span", { className: "decision" });
  const ask = (kind) => {
    const id = `r-${finding.key}`;
    const reason = h("input", { type: "text", id, maxLength: 2000, autocomplete: "off" });
    const form = h(
      "form",
      { className: "reason" },
      h("label", { htmlFor: id }, WORDS.reason[kind]),
      reason,
      h("button", { type: "submit", className: "primary" }, WORDS.save),
      h("button", { type: "button", onclick: choices }, WORDS.cancel),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      act.decide(finding, kind, reason.value);
    });
    place.replaceChildren(form);
    reason.focus();
  };
  function choices() {
    place.replaceChildren(
      h("button", { type: "button", onclick: () => ask("confirmed") }, WORDS.confirm),
      " ",
      h("button", { type: "button", onclick: () => ask("dismissed") }, WORDS.dismiss),
    );
  }
  choices();
  return place;
}

function method(view) {
  const list = (lines) => h("dl", {}, ...lines.flatMap(([label, text]) => [h("dt", { className: "small" }, label), h("dd", {}, words(text))]));
  const trust = view.trust.length ? [h("p", { className: "small" }, WORDS.trust), list(view.trust)] : [];
  return h("details", { className: "method" }, h("summary", {}, WORDS.method), list(view.method), ...trust);
}
