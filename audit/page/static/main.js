// The page: what is in it, what is asked of the engine, and what comes back.

import { connect, Trouble } from "./engine.js";
import { cardOf, drawFindings } from "./findings.js";
import { hand, read } from "./bytes.js";
import { drawChoices, drawKey } from "./choices.js";
import { h, one } from "./dom.js";
import { listen } from "./listen.js";
import { pointing, wide } from "./pointing.js";
import { busy, say, trouble } from "./status.js";
import { drawText } from "./text.js";
import { WORDS } from "./words.js";

/** Characters beyond which a text is not shown in the field before it is checked: browsers take half a second to lay it out. */
const LONG = 50000;
const kind = document.documentElement.dataset.engine;
const draft = one("#draft");
const state = { name: "", title: "", notes: [], table: null, view: null, decisions: [], wanted: false, running: false, policyChosen: false, drawn: 0 };
let engine = null;

/** Ask the engine; trouble becomes one line on the page, and null. */
async function ask(method, request) {
  try {
    const answer = await engine.call(method, request);
    trouble(null);
    return answer;
  } catch (error) {
    trouble(error instanceof Trouble ? error.message : `${error}`);
    say("");
    return null;
  }
}

function request() {
  const alone = state.table && !draft.value.trim();
  return {
    text: draft.value,
    name: state.name,
    title: state.title,
    notes: state.notes,
    publisher: one("#publisher").value.trim(),
    published: one("#published").value,
    language: one("#language").value,
    policy: alone && !state.policyChosen ? "" : one("#policy").value,
    convention: one("#convention").value,
    table: state.table,
    decisions: state.decisions,
  };
}

/** Check what is there now. One request is under way at a time; of those that came meanwhile the last is asked. */
async function check() {
  if (!engine || (!draft.value.trim() && !state.table)) return;
  state.wanted = true;
  if (state.running) return;
  state.running = true;
  busy(WORDS.checking);
  while (state.wanted) {
    state.wanted = false;
    const view = await ask("check", request());
    if (view && !state.wanted) draw(view);
  }
  state.running = false;
  busy(null);
  if (one("#marked").hidden) draft.hidden = false; // the text is not lost where it could not be checked
}

function draw(view) {
  const news = state.view === null;
  const inside = one("#result").contains(document.activeElement);
  const kept = document.querySelector(".finding .opener[aria-expanded=true]")?.closest(".finding")?.dataset.link;
  state.view = view;
  guess(view.known);
  const finish = drawText(one("#marked"), view, choose);
  state.mark = (key) => {
    if (!document.getElementById(`m-${key}`)) finish(); // it stands further down than what has been drawn
    return document.getElementById(`m-${key}`);
  };
  drawFindings(one("#result"), view, acts);
  one("#result").hidden = false;
  one("#intro").hidden = true;
  one("#entry").hidden = true;
  one("#exporting").hidden = false;
  one("#clear").hidden = false;
  edit(false);
  const named = linked();
  const linkedTo = (link) => (link ? cardOf(one("#result"), (card) => card.dataset.link === link) : null);
  const missed = named && !linkedTo(named);
  say(`${view.said} ${view.summary}.${missed ? ` ${WORDS.unlinked}` : ""}`);
  document.documentElement.dataset.drawn = String(state.drawn += 1);
  const wanted = linkedTo(named) ?? linkedTo(kept);
  const misfits = document.querySelectorAll(".group.misfit .finding");
  // the list comes first; one finding alone is no list
  const card = wanted ?? (wide() && misfits.length === 1 ? misfits[0] : null);
  if (news && !wide()) one("#findings").scrollIntoView();
  card?.open();
  if (inside) (card ?? one("#result")).querySelector(".opener")?.focus({ preventScroll: true }); // what had the focus has been drawn anew
  if (card) (wanted ? show : (found) => light(found.marks))(finding(card.id.slice(2)));
}

/** The finding that the address names. */
const linked = () => new URLSearchParams(location.hash.slice(1)).get("finding");

/** Publisher and date as the document says, where the reader says nothing. */
function guess(known) {
  one("#language").options[0].textContent = known.language ? `${known.language} (${WORDS.guessed})` : WORDS.recognised;
  one("#publisher").placeholder = known.publisher ? `${known.publisher} (${WORDS.guessed})` : "";
  const date = one("#published");
  if (!date.value && known.published) {
    date.value = known.published;
    date.dataset.guessed = known.published;
  }
}

const { finding, choose, show, light } = pointing(state);

const acts = {
  say,
  light: (found) => light(found.marks),
  saveDecisions,
  decided: () => state.decisions.length,
  show: (found, go) => { if (go || wide()) show(found, go); else light(found.marks); },
  async decide(found, decision, reason) {
    const on = new Date().toISOString().slice(0, 10);
    await keep(() => engine.decide([{ ...found.record, decision, reason: reason.trim(), on }]));
  },
  async forget(found) {
    await keep(() => engine.forget(found.link));
  },
};

async function keep(change) {
  try {
    state.decisions = await change();
  } catch (error) {
    trouble(error.message);
    return;
  }
  await check();
}

/** Write (true) or read (false). */
function edit(on) {
  const table = state.table && !draft.value.trim();
  draft.hidden = !on;
  one("#draftlabel").hidden = !on;
  one("#marked").hidden = on;
  one("#edit").hidden = on;
  one("#edit").textContent = table ? WORDS.addText : WORDS.edit;
  one("#check").hidden = !on;
  one("#tablename").hidden = !state.table;
  one("#papertitle").textContent = table && !on ? WORDS.tableTitle : state.title || WORDS.textTitle;
  one("#resultstitle").textContent = state.view ? WORDS.resultTitle : WORDS.introTitle;
  const stale = document.querySelector(".stale");
  if (stale) stale.hidden = !on;
  if (on) one("#entry").hidden = true;
  ready();
}

function ready() {
  one("#check").disabled = !engine || (!draft.value.trim() && !state.table);
}

/** Another text takes the place of the one there is, which can be had back. */
function fresh(found) {
  if (draft.value.trim() && draft.value !== found.text) {
    state.last = { text: draft.value, name: state.name, title: state.title, notes: state.notes, publisher: one("#publisher").value, published: one("#published").value, language: one("#language").value };
  }
  one("#back").hidden = !state.last;
  Object.assign(state, { name: found.name ?? "", title: found.title ?? "", notes: found.notes ?? [], source: null });
  if ((found.text ?? "").length > LONG) draft.hidden = true;
  draft.value = found.text ?? "";
  one("#publisher").value = found.publisher ?? "";
  one("#published").value = found.published ?? "";
  one("#language").value = found.language ?? "";
}

function useTable(table) {
  state.table = table;
  const chip = one("#tablename");
  chip.hidden = !table;
  if (!table) return;
  const alone = !draft.value.trim();
  const drop = h("button", { type: "button", onclick: () => { useTable(null); draft.value.trim() ? check() : startAgain(); } }, WORDS.removeTable);
  chip.replaceChildren(alone ? WORDS.tableAlone(table.name) : WORDS.table(table.name), " ", drop);
}

/** A file was read: it takes the place of the text, stands beside it as its table, or brings decisions. */
async function opened(found, file) {
  if (found.kind === "decisions") {
    await keep(() => engine.decide(found.rows));
    say(WORDS.decisionsRead(found.rows.length));
    return;
  }
  if (found.kind === "text") fresh(found);
  if (found.kind === "text" && /\.docx$/i.test(file.name)) state.source = { ...file, text: draft.value };
  useTable(found.kind === "table" ? file : state.table);
  await check();
}

const take = (files) => read(files, ask, opened);

async function save() {
  const format = one("#format").value;
  busy(WORDS.writing);
  const made = await ask("report", { ...request(), format, source: format === ".docx" && state.source?.text === draft.value ? state.source : null });
  busy(null);
  if (!made) return;
  hand(made);
}

async function saveDecisions() {
  const made = await ask("decided", { decisions: state.decisions });
  if (made) hand(made);
}

function startAgain() {
  fresh({});
  useTable(null);
  state.view = null;
  one("#publisher").placeholder = "";
  one("#language").options[0].textContent = WORDS.recognised;
  one("#result").hidden = true;
  one("#intro").hidden = false;
  one("#exporting").hidden = true;
  one("#clear").hidden = true;
  one("#marked").replaceChildren();
  history.replaceState(null, "", location.pathname);
  trouble(null);
  edit(true);
  one("#edit").hidden = true;
  draft.focus();
}

async function back() {
  const found = state.last;
  state.last = null;
  useTable(null);
  fresh(found);
  state.last = null;
  one("#back").hidden = true;
  await check();
}

async function example(name) {
  const found = await ask("example", { name });
  if (!found) return;
  useTable(null);
  fresh(found);
  await check();
}

async function begin() {
  one("#promise").textContent = WORDS.promise[kind];
  drawKey();
  listen({
    check,
    ready,
    take,
    startAgain,
    back,
    save,
    edit: () => { edit(true); draft.focus(); },
    paste: (text) => { fresh(text); check(); },
    redraw: () => { if (state.view) draw(state.view); },
    changed: () => { if (state.view) check(); },
    choosePolicy: () => { state.policyChosen = true; },
  });
  edit(true);
  one("#edit").hidden = true;
  busy(WORDS.starting[kind]);
  engine = await connect(trouble);
  const start = await ask("start", {});
  busy(null);
  if (!start) { engine = null; return; }
  state.decisions = await engine.decisions().catch(() => []);
  drawChoices(start, { keeps: engine.keeps, adds: kind === "pyodide", example });
  ready();
  say(linked() ? WORDS.linked : WORDS.ready);
  if (linked()) one("#intro").prepend(h("p", { className: "notice" }, WORDS.linked));
  document.documentElement.dataset.ready = "yes";
  if (draft.value.trim()) check();
}

begin();
