// The time left: counted with a clock that nobody sets, and put right by every reply of the server.

import { ifPossible } from "./kept.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const SOON = 5 * MINUTE;
const HIDDEN = "footnote-time-hidden";

const two = (number) => String(number).padStart(2, "0");

function digits(left) {
  const seconds = Math.ceil(left / SECOND);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

export class Timer {
  // `left` is null where nothing ends the attempt. `warnings` maps milliseconds left to what is said then; `over` is
  // called whenever the time has run out.
  constructor({ place, left, warnings, warn, over }) {
    Object.assign(this, { place, warnings, sayWarning: warn, over });
    this.text = place.querySelector("[data-time]");
    this.bar = place.querySelector("[data-time-bar]");
    this.button = place.querySelector("[data-hide-time]");
    this.button.addEventListener("click", () => this.hide(!this.text.hasAttribute("data-hidden")));
    this.hide(ifPossible(() => localStorage.getItem(HIDDEN)) === "yes");
    this.said = new Set([...warnings.keys()].filter((limit) => left !== null && left <= limit));
    this.correct(left);
    setInterval(() => this.tick(), SECOND / 4);
  }

  get left() {
    return this.end === null ? Infinity : Math.max(this.end - performance.now(), 0);
  }

  // What the server says is left; a teacher may have given more, or less, or no limit at all.
  correct(left) {
    if (left === undefined) return;
    this.end = left === null ? null : performance.now() + left;
    if (left > 0) this.isOver = false;
    for (const limit of this.said) if (this.left > limit + SECOND) this.said.delete(limit);
    this.tick();
  }

  hide(hidden) {
    this.text.toggleAttribute("data-hidden", hidden);
    this.button.textContent = this.button.dataset[hidden ? "show" : "hide"];
    ifPossible(() => (hidden ? localStorage.setItem(HIDDEN, "yes") : localStorage.removeItem(HIDDEN)));
  }

  tick() {
    const { left } = this;
    for (const part of [this.text, this.bar, this.button]) part.hidden = left === Infinity;
    if (left === Infinity) return;
    const shown = digits(left);
    if (this.text.textContent !== shown) this.text.textContent = shown;
    if (left > this.bar.max) this.bar.max = left;
    this.bar.value = left;
    for (const part of [this.text, this.bar]) part.toggleAttribute("data-soon", left <= SOON);
    this.warn(left);
    if (left === 0 && !this.isOver) {
      this.isOver = true;
      this.over();
    }
  }

  warn(left) {
    for (const [limit, sentence] of this.warnings) {
      if (left <= limit && !this.said.has(limit)) {
        this.said.add(limit);
        this.sayWarning(sentence);
      }
    }
  }
}
