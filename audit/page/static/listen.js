// What a reader does with keys, pointer, clipboard and files.

import { one } from "./dom.js";

/** Say to `act` what the reader does. */
export function listen(act) {
  const draft = one("#draft");
  one("#open").addEventListener("click", () => one("#file").click());
  one("#file").addEventListener("change", async (event) => {
    await act.take(event.target.files);
    event.target.value = "";
  });
  one("#check").addEventListener("click", act.check);
  one("#edit").addEventListener("click", act.edit);
  one("#clear").addEventListener("click", act.startAgain);
  one("#back").addEventListener("click", act.back);
  window.addEventListener("hashchange", act.redraw);
  one("#export").addEventListener("click", act.save);
  one("#settings").addEventListener("submit", (event) => event.preventDefault());
  one("#policy").addEventListener("change", act.choosePolicy);
  for (const id of ["#policy", "#convention", "#language", "#publisher", "#published"]) {
    one(id).addEventListener("change", act.changed);
  }
  draft.addEventListener("input", act.ready);
  draft.addEventListener("paste", (event) => {
    if (event.clipboardData?.files.length) {
      event.preventDefault();
      act.take(event.clipboardData.files);
    } else if (!draft.value.trim()) {
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
      act.paste({ text, publisher: one("#publisher").value, published: one("#published").value, language: one("#language").value });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) act.check();
    if (event.key === "Escape" && !one("#entry").hidden) one("#entry").querySelector("button").click();
  });
  document.addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("over"); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("over");
    if (event.dataTransfer.files.length) act.take(event.dataTransfer.files);
    else if (event.dataTransfer.getData("text")) act.paste({ text: event.dataTransfer.getData("text") });
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
