// Saves the newest answer of one slot: one request at a time, again and again until the server has it.

const PATIENCE_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

export class Saver {
  // `field` is what the form calls the answer. `told(state, sentence)` shows a state, `replied(reply, answer)` passes
  // on what the server says (answer null: there is a newer one here), and `refused(saver)` that it takes no more.
  constructor({ slot, field, address, token, sequence, kept, told, replied, refused }) {
    Object.assign(this, { slot, field, address, token, sequence, kept, told, replied, refused });
    this.unsent = null;
    this.sending = null;
    this.failures = 0;
  }

  get isUnsaved() {
    return this.unsent !== null;
  }

  change(answer, delay = 0) {
    this.sequence += 1;
    this.hold({ answer, sequence: this.sequence }, delay);
  }

  // What this browser kept when it could not reach the server last time.
  resume(unsent) {
    this.sequence = Math.max(this.sequence, unsent.sequence);
    this.hold(unsent, 0);
  }

  hold(unsent, delay) {
    this.unsent = unsent;
    this.kept.put(this.slot, unsent);
    this.told("saving");
    this.sendIn(delay);
  }

  sendIn(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), delay);
  }

  // Give up sending; what was not acknowledged stays in this browser.
  stop() {
    clearTimeout(this.timer);
    this.unsent = null;
  }

  // Resolves once everything is saved, or once an attempt at it has failed.
  async settle() {
    clearTimeout(this.timer);
    await this.sending;
    if (this.isUnsaved) await this.send();
  }

  async send() {
    if (this.sending || !this.unsent) return;
    clearTimeout(this.timer);
    const sent = this.unsent;
    this.sending = this.post(sent);
    const { status, reply, wait } = await this.sending;
    this.sending = null;
    if (status === 200) this.taken(sent, reply);
    else if (status === 409) this.ended(reply);
    else if (status === 400 && this.unsent === sent) this.rejected(reply);
    else this.failed(status, reply, wait);
  }

  async post({ answer, sequence }) {
    const body = new URLSearchParams([["csrf_token", this.token], ["sequence", sequence]]);
    answer.forEach((part) => body.append(this.field, part));
    const headers = { Accept: "application/json" };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const response = await fetch(this.address, { method: "POST", body, headers, signal, keepalive: true });
      const wait = Number(response.headers.get("Retry-After")) * 1_000;
      return { status: response.status, reply: await response.json(), wait };
    } catch {
      return { status: 0, reply: {}, wait: 0 };
    }
  }

  taken(sent, reply) {
    this.failures = 0;
    this.sequence = Math.max(this.sequence, reply.sequence);
    if (this.unsent !== sent) {
      this.replied(reply, null);
      this.sendIn(0);
    } else if (reply.superseded) {
      this.change(sent.answer); // another window saved in between: what was chosen here last is the newest
      this.replied(reply, null);
    } else {
      this.unsent = null;
      this.kept.drop(this.slot, sent.sequence);
      this.told("saved", reply.message);
      this.replied(reply, sent.answer);
    }
  }

  rejected(reply) {
    this.stop();
    this.kept.drop(this.slot, this.sequence);
    this.told("unsaved", reply.error);
  }

  ended(reply) {
    this.stop();
    this.told("unsaved", reply.error);
    this.refused(this);
  }

  failed(status, reply, wait) {
    this.failures += 1;
    this.told("unsaved", status === 401 || status === 403 ? reply.error : undefined);
    const longest = Math.min(FIRST_RETRY_MS * 2 ** (this.failures - 1), LONGEST_RETRY_MS);
    this.sendIn(Math.max(wait || 0, longest) * (0.5 + Math.random() / 2));
  }
}
