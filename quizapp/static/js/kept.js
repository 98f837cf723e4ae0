// Answers that the server has not acknowledged yet, kept in this browser for one person and one attempt.

// Where storage is full or switched off, an answer still waits in the page.
export function ifPossible(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

const keysFrom = (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

export class Kept {
  constructor(person, attempt) {
    this.prefix = `footnote:${person}:${attempt}:`;
  }

  put(slot, unsent) {
    ifPossible(() => localStorage.setItem(this.prefix + slot, JSON.stringify(unsent)));
  }

  get(slot) {
    return ifPossible(() => JSON.parse(localStorage.getItem(this.prefix + slot)));
  }

  // Forget what was acknowledged, unless another window has put something newer there.
  drop(slot, sequence) {
    if ((this.get(slot)?.sequence ?? Infinity) <= sequence) localStorage.removeItem(this.prefix + slot);
  }

  // The slots whose answers never reached the server.
  get slots() {
    return ifPossible(() => keysFrom(this.prefix).map((key) => key.slice(this.prefix.length))) ?? [];
  }

  clear() {
    ifPossible(() => keysFrom(this.prefix).forEach((key) => localStorage.removeItem(key)));
  }
}

// Whoever uses this browser next finds nothing of this person.
export function forgetPerson(person) {
  ifPossible(() => keysFrom(`footnote:${person}:`).forEach((key) => localStorage.removeItem(key)));
}
