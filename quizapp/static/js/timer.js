// The time left: counted with a clock that nobody sets, and put right by every reply of the server.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const two = (number) => String(number).padStart(2, "0");

function digits(left) {
  const seconds = Math.ceil(left / SECOND);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

export class Timer {
  // `warnings` maps milliseconds left to what is read aloud then; `over` is called once, at the end.
  constructor({ text, bar, left, warnings, aloud, over }) {
    Object.assign(this, { text, bar, warnings, aloud, over });
    this.said = new Set([...warnings.keys()].filter((limit) => left <= limit));
    this.end = performance.now() + left;
    this.ticking = setInterval(() => this.tick(), SECOND / 4);
    this.tick();
  }

  get left() {
    return Math.max(this.end - performance.now(), 0);
  }

  correct(left) {
    if (left !== null && left !== undefined) this.end = performance.now() + left;
  }

  tick() {
    const left = this.left;
    const shown = digits(left);
    if (this.text.textContent !== shown) this.text.textContent = shown;
    this.bar.value = left;
    for (const part of [this.text, this.bar]) part.toggleAttribute("data-soon", left <= 5 * MINUTE);
    this.warn(left);
    if (left === 0) {
      clearInterval(this.ticking);
      this.over();
    }
  }

  warn(left) {
    for (const [limit, sentence] of this.warnings) {
      if (left <= limit && !this.said.has(limit)) {
        this.said.add(limit);
        this.aloud(sentence);
      }
    }
  }
}
