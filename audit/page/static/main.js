// The page: what is in it, what is asked of the engine, and what comes back.

import { connect, Trouble } from "./engine.js";
import { drawFindings } from "./findings.js";
import { h, one } from "./dom.js";
import { drawEntry, drawText } from "./text.js";
import { WORDS } from "./words.js";

const MOST_MEGABYTES = 32;
/** Characters beyond which a text is not shown in the field before it is checked: browsers take half a second to lay it out. */
const LONG = 50000;
const kind = document.documentElement.dataset.engine;
const draft = one("#draft");
const state = { name: "", title: "", notes: [], table: null, view: null, decisions: [], wanted: false, running: false, policyChosen: false, drawn: 0 };
let engine = null;

const say = (text) => { one("#status").textContent = text; };
/** Something that takes a while: said aloud and shown until it is over. */
const busy = (text) => {
  document.body.classList.toggle("busy", Boolean(text));
  if (text) say(text);
};
const trouble = (text) => {
  one("#trouble").textContent = text ?? "";
  one("#trouble").hidden = !text;
};

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
  const cards = [...document.querySelectorAll(".finding")];
  const missed = named && !cards.some((card) => card.dataset.link === named);
  say(`${view.said} ${view.summary}.${missed ? ` ${WORDS.unlinked}` : ""}`);
  document.documentElement.dataset.drawn = String(state.drawn += 1);
  const wanted = cards.find((card) => card.dataset.link === named) ?? cards.find((card) => card.dataset.link === kept);
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
  const card = document.getElementById(`f-${found.key}`);
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

const wide = () => matchMedia("(min-width: 62rem)").matches;

function light(keys) {
  document.querySelectorAll(".mark.lit").forEach((mark) => mark.classList.remove("lit"));
  keys.forEach((key) => state.mark(key)?.classList.add("lit"));
}

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

/** Read files: the first text and the first table of them. */
async function take(files) {
  for (const file of [...files].slice(0, 4)) {
    if (file.size > MOST_MEGABYTES * 2 ** 20) {
      trouble(WORDS.large(file.name, MOST_MEGABYTES));
      continue;
    }
    busy(WORDS.reading(file.name));
    let data;
    try {
      data = await base64(file);
    } catch {
      trouble(WORDS.unreadable(file.name));
      busy(null);
      continue;
    }
    const found = await ask("open", { name: file.name, data });
    busy(null);
    if (!found) continue;
    if (found.kind === "text") fresh(found);
    if (found.kind === "text" && /\.docx$/i.test(file.name)) state.source = { name: file.name, data, text: draft.value };
    if (found.kind === "decisions") {
      await keep(() => engine.decide(found.rows));
      say(WORDS.decisionsRead(found.rows.length));
      continue;
    }
    useTable(found.kind === "table" ? { name: file.name, data } : state.table);
    await check();
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

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

/** Give a file that the engine made to the reader. */
function hand(made) {
  const bytes = Uint8Array.from(atob(made.data), (character) => character.charCodeAt(0));
  download(made.name, new Blob([bytes], { type: made.type }));
  say(made.name);
}

function download(name, blob) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
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

function choices(start) {
  const fill = (id, pairs) => one(id).replaceChildren(...pairs.map(([value, label]) => h("option", { value }, label)));
  fill("#policy", start.policies);
  fill("#convention", start.conventions);
  fill("#language", [["", WORDS.recognised], ...start.languages]);
  fill("#format", start.formats.map((suffix) => [suffix, suffix.slice(1).toUpperCase()]));
  one("#file").accept = [...start.reads, ...start.tables, ".json"].join(",");
  draft.placeholder = WORDS.place(start.tables);
  one("#reads").textContent = `${WORDS.reads(start.reads, start.tables)} ${WORDS.keep[engine.keeps]}`;
  one("#addsline").hidden = kind !== "pyodide" || !start.elsewhere.length;
  one("#adds").textContent = WORDS.adds(start.tables, start.elsewhere);
  one("#examplesline").hidden = !start.examples.length;
  one("#examples").replaceChildren(
    ...start.examples.map((each) => h("li", {}, h("button", { type: "button", onclick: () => example(each.name) }, h("b", {}, each.title), h("span", {}, each.shows)))),
  );
}

function listen() {
  one("#open").addEventListener("click", () => one("#file").click());
  one("#file").addEventListener("change", async (event) => {
    await take(event.target.files);
    event.target.value = "";
  });
  one("#check").addEventListener("click", check);
  one("#edit").addEventListener("click", () => { edit(true); draft.focus(); });
  one("#clear").addEventListener("click", startAgain);
  one("#back").addEventListener("click", back);
  window.addEventListener("hashchange", () => { if (state.view) draw(state.view); });
  one("#export").addEventListener("click", save);
  one("#settings").addEventListener("submit", (event) => event.preventDefault());
  one("#policy").addEventListener("change", () => { state.policyChosen = true; });
  for (const id of ["#policy", "#convention", "#language", "#publisher", "#published"]) {
    one(id).addEventListener("change", () => { if (state.view) check(); });
  }
  draft.addEventListener("input", ready);
  draft.addEventListener("paste", (event) => {
    if (event.clipboardData?.files.length) {
      event.preventDefault();
      take(event.clipboardData.files);
    } else if (!draft.value.trim()) {
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
      fresh({ text, publisher: one("#publisher").value, published: one("#published").value, language: one("#language").value });
      check();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) check();
    if (event.key === "Escape" && !one("#entry").hidden) one("#entry").querySelector("button").click();
  });
  document.addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("over"); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("over");
    if (event.dataTransfer.files.length) take(event.dataTransfer.files);
    else if (event.dataTransfer.getData("text")) { fresh({ text: event.dataTransfer.getData("text") }); check(); }
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll(".misfit .finding, .look .finding").forEach((card) => card.open()));
  const settings = () => { one("#settingsbox").open = !matchMedia("(max-width: 40rem)").matches; };
  matchMedia("(max-width: 40rem)").addEventListener("change", settings);
  settings();
  one("#theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
}

async function begin() {
  one("#promise").textContent = WORDS.promise[kind];
  one("#key").replaceChildren(
    ...WORDS.key.map(([group, sample, sign, meaning]) =>
      h("li", {}, h("span", { className: `mark ${group}` }, sample, sign ? h("sup", { className: group }, h("span", { className: "sign" }, sign)) : null), ` ${meaning}`)),
  );
  listen();
  edit(true);
  one("#edit").hidden = true;
  busy(WORDS.starting[kind]);
  engine = await connect(trouble);
  const start = await ask("start", {});
  busy(null);
  if (!start) { engine = null; return; }
  state.decisions = await engine.decisions().catch(() => []);
  choices(start);
  ready();
  say(linked() ? WORDS.linked : WORDS.ready);
  if (linked()) one("#intro").prepend(h("p", { className: "notice" }, WORDS.linked));
  document.documentElement.dataset.ready = "yes";
  if (draft.value.trim()) check();
}

if (kind === "pyodide" && "serviceWorker" in navigator) keepFiles();
begin();

/** Let the browser keep the page's files, so that it opens without a network. */
function keepFiles() {
  const policy = window.trustedTypes?.createPolicy("audit-offline", { createScriptURL: (url) => url });
  navigator.serviceWorker.register(policy ? policy.createScriptURL("offline.js") : "offline.js").catch(() => {});
}
