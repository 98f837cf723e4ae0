// Asks the server every few seconds how the attempt stands: a teacher may change its time, another window its answers.

const EVERY_MS = 8_000;
const PATIENCE_MS = 8_000;

export class Standing {
  // `told(reply)` is given whatever the server says.
  constructor({ address, told }) {
    Object.assign(this, { address, told });
    setInterval(() => document.hidden || this.ask(), EVERY_MS);
  }

  // What the server says; null when it cannot be reached.
  async ask() {
    try {
      const headers = { Accept: "application/json" };
      const response = await fetch(this.address, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
      if (!response.ok) return null;
      const reply = await response.json();
      this.told(reply);
      return reply;
    } catch {
      return null;
    }
  }
}
