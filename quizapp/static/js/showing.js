// What the page shows of its answers: saved or not, how a date was read, and the overview.

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);

// Said to those who hear the page.
export function aloud(sentence) {
  document.querySelector("[data-aloud]").textContent = sentence;
}

// Shown at the top, and said.
export function notice(sentence) {
  document.querySelector("[data-notice]").textContent = sentence;
  aloud(sentence);
}

export function showState(form, words, state, sentence) {
  const line = form.querySelector("[data-saved]");
  const text = sentence ?? words[state] ?? "";
  if (state === "unsaved" && line.dataset.state !== "unsaved") aloud(text);
  line.dataset.state = state;
  line.textContent = text;
}

export function showReading(form, reply) {
  const echo = form.querySelector("[data-reading]");
  if (!echo || !("reading" in reply)) return;
  echo.dataset.state = reply.read ? "read" : reply.reading ? "unread" : "none";
  echo.textContent = reply.reading ?? "";
}

const entryOf = (slot) => document.querySelector(`[data-overview-slot="${slot}"]`);

function describe(entry) {
  const { dataset } = entry.closest("[data-overview]");
  const flagged = entry.hasAttribute("data-flagged") ? `, ${dataset.flagged}` : "";
  entry.querySelector("[data-word]").textContent = ` ${dataset[entry.dataset.state]}${flagged}`;
}

export function showAnswered(slot, answer) {
  const entry = entryOf(slot);
  entry.dataset.state = answer.length ? "answered" : "unanswered";
  describe(entry);
  const all = document.querySelectorAll("[data-overview-slot]");
  const answered = [...all].filter((one) => one.dataset.state === "answered").length;
  const place = document.querySelector("[data-answered]");
  place.textContent = fill(place.dataset.words, { answered, all: all.length });
}

export function showFlagged(slot, flagged) {
  const entry = entryOf(slot);
  entry.toggleAttribute("data-flagged", flagged);
  describe(entry);
}
