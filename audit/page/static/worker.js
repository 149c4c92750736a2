// The program in the browser: Python, compiled to WebAssembly, answers as `audit serve` does. Everything comes from the page's
// own folder; the libraries that read and write PDF, and those of tables, are loaded when they are first wanted.

import { loadPyodide } from "./pyodide/pyodide.mjs";
import { WORDS } from "./words.js";

const HOME = new URL("./", import.meta.url).href;
const READS = { ".pdf": "pypdfium2", ".csv": "pandas", ".tsv": "pandas", ".json": "pandas", ".jsonl": "pandas" };
const WRITES = { ".pdf": "typst", ".png": "typst", ".svg": "typst" };
let python;
let wheels = {};

async function load() {
  wheels = await (await fetch(`${HOME}wheels.json`)).json();
  const [started, program] = await Promise.all([
    loadPyodide({ indexURL: `${HOME}pyodide/` }),
    fetch(`${HOME}audit.zip`).then((answer) => answer.arrayBuffer()),
  ]);
  started.unpackArchive(program, "zip", { extractDir: "/program" });
  started.runPython(`
import json, sys
sys.path.insert(0, "/program")
from audit.page.engine import call

def answer(method, request):
    try:
        found = call(method, json.loads(request))
    except Exception as error:
        line = f"the program failed at this ({type(error).__name__}); please report the text that made it fail"
        found = {"error": {"what": "", "reason": line, "remedy": "", "line": line}}
    return json.dumps(found, ensure_ascii=False)
`);
  python = { started, answer: started.globals.get("answer") };
}

/** A file of the page could not be had; its text is the line that the reader sees. */
class Lost extends Error {}

const had = (promise, line) => promise.catch(() => { throw new Lost(line); });
const loading = had(load(), WORDS.notLoaded);
loading.catch(() => {}); // said in the answer to whoever asks

async function need(library) {
  if (!library || !wheels[library]) return;
  const { names, files } = wheels[library];
  const options = { messageCallback: () => {}, errorCallback: () => {} };
  const load = (what, more) => had(python.started.loadPackage(what, { ...options, ...more }), WORDS.partLost);
  if (names) await load(names, {}); // of Pyodide's own distribution
  if (files) await load(files.map((file) => `${HOME}${file}`), { checkIntegrity: false });
  if (![...(names ?? [library])].every((name) => python.started.loadedPackages[name])) throw new Lost(WORDS.partLost);
  delete wheels[library];
}

const suffix = (name) => (/\.[^.]+$/.exec(String(name ?? ""))?.[0] ?? "").toLowerCase();

self.onmessage = async ({ data: { number, method, request } }) => {
  let answer;
  try {
    await loading;
    if (method === "start") request.libraries = Object.keys(wheels);
    if (method === "open") await need(READS[suffix(request.name)]);
    if (request.table) await need("pandas");
    if (method === "report") await need(WRITES[request.format]);
    answer = JSON.parse(python.answer(method, JSON.stringify(request)));
  } catch (error) {
    const line = error instanceof Lost ? error.message : `the program could not do this in the browser (${error.name ?? "error"}: ${String(error.message ?? error).slice(0, 300)})`;
    answer = { error: { what: "", reason: line, remedy: "", line } };
  }
  self.postMessage({ number, answer });
};
