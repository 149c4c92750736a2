"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const status = one("#status");
  const findings = all(".finding");

  // filter: a finding by its verdict and source, a row of the table by the same
  const boxes = all("#verdicts input");
  const source = one("#source");
  const filter = () => {
    const groups = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const fits = (item) =>
      groups.has(item.dataset.group) && (source.value === "" || item.dataset.source === source.value);
    const items = [...findings, ...all("tr[data-group]")];
    items.forEach((item) => { item.hidden = !fits(item); });
    const shown = findings.filter((item) => !item.hidden).length;
    status.textContent = status.dataset.words.replace("{n}", shown).replace("{all}", findings.length);
  };
  [...boxes, source].forEach((control) => control.addEventListener("change", filter));

  // sort: inside each group, so that what does not fit stays first
  const sort = one("#sort");
  sort.addEventListener("change", () => {
    const key = sort.value;
    const number = (item) => Number(item.dataset[key]);
    const order = key === "source"
      ? (a, b) => a.dataset.source.localeCompare(b.dataset.source, "en") || a.dataset.order - b.dataset.order
      : (a, b) => number(b) - number(a) || a.dataset.order - b.dataset.order;
    const compare = key === "order" ? (a, b) => number(a) - number(b) : order;
    all(".group").forEach((group) => all(".finding", group).sort(compare).forEach((item) => group.append(item)));
  });

  // copy a finding as text
  const copied = (button) => {
    const words = button.textContent;
    button.textContent = button.dataset.done;
    status.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 1600);
  };
  const byHand = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };
  all("button.copy").forEach((button) => button.addEventListener("click", () => {
    const text = document.getElementById(button.dataset.from).textContent;
    const clipboard = navigator.clipboard;
    const write = clipboard ? clipboard.writeText(text).catch(() => byHand(text)) : Promise.resolve(byHand(text));
    write.then(() => copied(button));
  }));

  // the tip of a figure stays inside the window, and Escape puts it away
  const place = (mark) => {
    root.classList.remove("dismissed");
    const tip = mark.querySelector(".tip");
    tip.style.setProperty("--shift", "0px");
    const edge = Math.min(root.clientWidth, mark.closest(".texts").getBoundingClientRect().right);
    const beyond = tip.getBoundingClientRect().right - edge + 12;
    if (beyond > 0) tip.style.setProperty("--shift", `${beyond}px`);
  };
  all(".mark").forEach((mark) => {
    mark.addEventListener("mouseenter", () => place(mark));
    mark.addEventListener("focus", () => place(mark));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.add("dismissed");
  });

  // what a link leads to is opened with all that it stands in
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // light or dark, whatever the system says
  one("#theme").addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();
