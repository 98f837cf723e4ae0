// A running attempt: every change is saved by itself, the time left is shown, and at the deadline it ends by itself.

import { Kept } from "./kept.js";
import { orderable, reorder } from "./ordering.js";
import { Saver } from "./saving.js";
import { Timer } from "./timer.js";

const TYPING_MS = 350;
const LAST_MOMENT_MS = 3_000;
const PARTING_MS = 3_000;
const READING_MS = 2_500;
const MINUTE = 60_000;

const attempt = document.querySelector("[data-attempt]");
const words = attempt.dataset;
const kept = new Kept(words.person, words.attempt);
const savers = [];
let timer = null;
let ending = false;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);
const pause = (length) => new Promise((resolve) => setTimeout(resolve, length));

const isUnsaved = () => savers.some((saver) => saver.isUnsaved);
const settleAll = () => Promise.race([Promise.all(savers.map((saver) => saver.settle())), pause(PARTING_MS)]);

// How the attempt stands, as the server says; null when it cannot be reached.
async function ask() {
  try {
    return await (await fetch(words.address, { headers: { Accept: "application/json" } })).json();
  } catch {
    return null;
  }
}

function aloud(sentence) {
  document.querySelector("[data-aloud]").textContent = sentence;
}

// The attempt ends on the server in any case; without a connection the page waits for one before it goes on.
async function finish(sentence) {
  if (ending) return;
  ending = true;
  aloud(sentence);
  await Promise.all([settleAll(), pause(READING_MS)]);
  savers.forEach((saver) => saver.forget());
  while (!(await ask())) await pause(READING_MS);
  document.querySelector("[data-ending]").submit();
}

function showAnswered(form, answer) {
  const overview = document.querySelector("[data-overview]");
  const entry = overview.querySelector(`[data-overview-slot="${form.dataset.slot}"]`);
  entry.dataset.state = answer.length ? "answered" : "unanswered";
  entry.querySelector("[data-word]").textContent = ` ${overview.dataset[entry.dataset.state]}`;
  const answered = overview.querySelectorAll("[data-state=answered]").length;
  const place = document.querySelector("[data-place]");
  place.textContent = fill(place.dataset.words, { answered, all: savers.length });
}

function showState(form, state, sentence) {
  const line = form.querySelector("[data-saved]");
  const text = sentence ?? words[state] ?? "";
  if (state === "unsaved" && line.dataset.state !== "unsaved") aloud(text);
  line.dataset.state = state;
  line.textContent = text;
}

function showReading(form, reply) {
  const echo = form.querySelector("[data-reading]");
  if (!echo || !("reading" in reply)) return;
  echo.dataset.state = reply.read ? "read" : reply.reading ? "unread" : "none";
  echo.textContent = reply.reading ?? "";
}

function answerIn(form) {
  return new FormData(form).getAll("answer").map((part) => part.trim()).filter(Boolean);
}

function putIn(form, answer) {
  if (form.dataset.kind === "order") reorder(form.querySelector(".order"), answer);
  for (const input of form.querySelectorAll("[name=answer]:not([type=hidden])")) {
    if (input.type === "radio" || input.type === "checkbox") input.checked = answer.includes(input.value);
    else if (input.tagName === "SELECT") input.value = [...input.options].find((one) => answer.includes(one.value))?.value ?? "";
    else input.value = answer[0] ?? "";
  }
}

// Whether something was answered before this script had arrived.
function wasTouched(form) {
  const inputs = [...form.querySelectorAll("[name=answer]:not([type=hidden])")];
  return inputs.some((input) =>
    input.tagName === "SELECT"
      ? [...input.options].some((one) => one.selected !== one.defaultSelected && one.value)
      : input.checked !== input.defaultChecked || input.value !== input.defaultValue,
  );
}

function watch(form) {
  const { slot, kind } = form.dataset;
  const saver = new Saver({
    slot,
    address: form.action,
    token: form.elements.csrf_token.value,
    sequence: Number(form.dataset.sequence),
    kept,
    told: (state, sentence) => showState(form, state, sentence),
    replied: (reply, answer) => {
      timer?.correct(reply.remaining_ms);
      if (answer === null) return;
      showReading(form, reply);
      showAnswered(form, answer);
    },
    ended: finish,
  });
  savers.push(saver);
  const save = (delay) => saver.change(answerIn(form), timer && timer.left < LAST_MOMENT_MS ? 0 : delay);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(0);
  });
  if (kind === "order") {
    orderable(form.querySelector(".order"), (item, place, all) => {
      aloud(fill(words.moved, { item, place, all }));
      save(0);
    });
  } else {
    form.addEventListener("input", () => save(kind === "entry" || kind === "number" ? TYPING_MS : 0));
  }
  const unsent = kept.get(slot);
  if (unsent && unsent.sequence > saver.sequence) {
    putIn(form, unsent.answer);
    saver.resume(unsent);
  } else if (wasTouched(form)) {
    save(0);
  }
}

function startTimer() {
  const text = document.querySelector("[data-time]");
  if (!text || !("remainingMs" in words)) return;
  const [arrival] = performance.getEntriesByType("navigation");
  timer = new Timer({
    text,
    bar: document.querySelector("[data-time-bar]"),
    left: Number(words.remainingMs) - (performance.now() - arrival.responseStart),
    warnings: new Map([[5 * MINUTE, words.fiveMinutes], [MINUTE, words.oneMinute]]),
    aloud,
    over: () => finish(words.timeUp),
  });
  const button = document.querySelector("[data-hide-time]");
  button.hidden = false;
  button.addEventListener("click", () => {
    button.textContent = button.dataset[text.toggleAttribute("data-hidden") ? "show" : "hide"];
  });
}

// A computer that slept does not count: ask the server again.
async function resynchronise() {
  const reply = await ask();
  if (reply) timer?.correct(reply.remaining_ms);
  if (reply?.finished) finish(words.timeUp);
}

document.querySelectorAll("[data-without-script]").forEach((element) => element.remove());
startTimer();
document.querySelectorAll("form[data-slot]").forEach(watch);
document.querySelector("[data-settle]")?.addEventListener("click", async (event) => {
  if (!isUnsaved()) return;
  event.preventDefault();
  await settleAll();
  if (!isUnsaved()) location.assign(event.target.href);
});
const sendAll = () => savers.forEach((saver) => saver.send());
document.addEventListener("visibilitychange", () => (document.hidden ? sendAll() : resynchronise()));
addEventListener("online", sendAll);
addEventListener("pageshow", (event) => event.persisted && location.reload());
addEventListener("beforeunload", (event) => {
  if (!ending && isUnsaved()) event.preventDefault();
});
