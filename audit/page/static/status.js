// What the page says of itself: that it is at work, and what went wrong.

import { one } from "./dom.js";

/** Said aloud, not shown. */
export const say = (text) => { one("#status").textContent = text; };

/** Something that takes a while: said aloud and shown until it is over. */
export const busy = (text) => {
  document.body.classList.toggle("busy", Boolean(text));
  if (text) say(text);
};

/** One line of what went wrong, until something goes right. */
export const trouble = (text) => {
  one("#trouble").textContent = text ?? "";
  one("#trouble").hidden = !text;
};
