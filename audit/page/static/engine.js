// The one interface of both engines: `call(method, request)` gives an answer or throws a `Trouble` with one line.

import { WORDS } from "./words.js";

/** Of one check in the browser, which is half as fast as `audit serve` and has no other end. */
const MOST_SECONDS = 120;

export class Trouble extends Error {}

/** The engine that this page was written for, started. */
export async function connect(onTrouble) {
  return document.documentElement.dataset.engine === "pyodide" ? inBrowser(onTrouble) : onMachine();
}

function answered(answer) {
  if (answer.error) throw new Trouble(answer.error.line);
  return answer;
}

async function onMachine() {
  const ask = async (path, request) => {
    let response;
    try {
      response = await fetch(`api/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(request),
      });
    } catch {
      throw new Trouble(WORDS.lost);
    }
    let answer;
    try {
      answer = await response.json();
    } catch {
      throw new Trouble(WORDS.lost);
    }
    return answered(answer);
  };
  return {
    keeps: "file",
    call: ask,
    decisions: async () => (await ask("decisions", {})).decisions,
    decide: async (rows) => (await ask("decisions", { decisions: rows })).decisions,
    forget: async (key) => (await ask("decisions", { forget: [key] })).decisions,
  };
}

async function inBrowser(onTrouble) {
  if ("serviceWorker" in navigator) keepFiles();
  const policy = window.trustedTypes?.createPolicy("audit", { createScriptURL: (url) => url });
  const address = policy ? policy.createScriptURL("worker.js") : "worker.js";
  let waiting = new Map();
  let number = 0;
  let worker;
  const start = () => {
    worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data }) => {
      const { resolve } = waiting.get(data.number) ?? {};
      waiting.delete(data.number);
      resolve?.(data.answer);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      stop(WORDS.broken);
      onTrouble(WORDS.broken);
    };
  };
  /** End the program, whatever it does, and start it again; whoever waits for an answer is told why there is none. */
  const stop = (line) => {
    const lost = waiting;
    waiting = new Map();
    worker.terminate();
    for (const { reject } of lost.values()) reject(new Trouble(line));
    start();
  };
  start();
  const call = (method, request) =>
    new Promise((resolve, reject) => {
      number += 1;
      const mine = number;
      waiting.set(mine, { resolve, reject });
      worker.postMessage({ number, method, request });
      if (method === "check") setTimeout(() => { if (waiting.has(mine)) stop(WORDS.slow(MOST_SECONDS)); }, MOST_SECONDS * 1000);
    }).then(answered);
  const KEY = "audit.decisions";
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? "[]");
    } catch {
      return [];
    }
  };
  const write = (rows) => {
    localStorage.setItem(KEY, JSON.stringify(rows));
    return rows;
  };
  return {
    keeps: "browser",
    call,
    decisions: async () => read(),
    decide: async (rows) => write([...new Map([...read(), ...rows].map((row) => [row.key, row])).values()]),
    forget: async (key) => write(read().filter((other) => other.key !== key)),
  };
}

/** Let the browser keep the page's files, so that it opens without a network. */
function keepFiles() {
  const policy = window.trustedTypes?.createPolicy("audit-offline", { createScriptURL: (url) => url });
  navigator.serviceWorker.register(policy ? policy.createScriptURL("offline.js") : "offline.js").catch(() => {});
}
