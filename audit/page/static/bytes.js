// Files as they come and go: read as base64, and given to the reader.

import { h } from "./dom.js";
import { busy, say, trouble } from "./status.js";
import { WORDS } from "./words.js";

const MOST_MEGABYTES = 32;
const MOST_FILES = 4;

/** Have the engine open each file (`ask(method, request)`), and pass on what it held with the file's name and bytes. */
export async function read(files, ask, opened) {
  for (const file of [...files].slice(0, MOST_FILES)) {
    if (file.size > MOST_MEGABYTES * 2 ** 20) {
      trouble(WORDS.large(file.name, MOST_MEGABYTES));
      continue;
    }
    busy(WORDS.reading(file.name));
    const data = await base64(file).catch(() => null);
    const found = data === null ? null : await ask("open", { name: file.name, data });
    busy(null);
    if (data === null) trouble(WORDS.unreadable(file.name));
    if (found) await opened(found, { name: file.name, data });
  }
}

/** A file's bytes as base64. */
function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Give a file that the engine made to the reader. */
export function hand(made) {
  const bytes = Uint8Array.from(atob(made.data), (character) => character.charCodeAt(0));
  download(made.name, new Blob([bytes], { type: made.type }));
  say(made.name);
}

function download(name, blob) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
