// Answers that the server has not acknowledged yet, kept in this browser for one person and one attempt.

export class Kept {
  constructor(person, attempt) {
    this.prefix = `footnote:${person}:${attempt}:`;
  }

  put(slot, unsent) {
    try {
      localStorage.setItem(this.prefix + slot, JSON.stringify(unsent));
    } catch {
      // No room, or storage is switched off: the answer still waits in the page.
    }
  }

  get(slot) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + slot));
    } catch {
      return null;
    }
  }

  // Forget what was acknowledged, unless another window has put something newer there.
  drop(slot, sequence) {
    const there = this.get(slot);
    if (there && there.sequence <= sequence) localStorage.removeItem(this.prefix + slot);
  }

  clear() {
    try {
      const mine = Object.keys(localStorage).filter((name) => name.startsWith(this.prefix));
      mine.forEach((name) => localStorage.removeItem(name));
    } catch {
      // Storage is switched off, so there is nothing to forget.
    }
  }
}
