// A running attempt: its questions are saved by themselves, its time is shown, and at the deadline it ends by itself.

import { Kept } from "./kept.js";
import { watch } from "./question.js";
import { aloud, notice } from "./showing.js";
import { Standing } from "./standing.js";
import { Timer } from "./timer.js";

const PARTING_MS = 3_000;
const READING_MS = 2_500;
const MINUTE = 60_000;

const words = document.querySelector("[data-attempt]").dataset;
const pause = (length) => new Promise((resolve) => setTimeout(resolve, length));
const [arrival] = performance.getEntriesByType("navigation");
const sinceArrival = arrival ? performance.now() - arrival.responseStart : 0;
const leftAtStart = "remainingMs" in words ? Number(words.remainingMs) - sinceArrival : null;

const savers = [];
let ending = false;
let leaving = false;

const isUnsaved = () => savers.some((saver) => saver.isUnsaved);
const settleAll = () => Promise.race([Promise.all(savers.map((saver) => saver.settle())), pause(PARTING_MS)]);

const timer = new Timer({
  place: document.querySelector("[data-timer]"),
  left: leftAtStart,
  warnings: new Map([[5 * MINUTE, words.fiveMinutes], [MINUTE, words.oneMinute]]),
  warn: notice,
  over: () => finish(words.timeUp),
});
const standing = new Standing({ address: words.status, told: compare });

// A page that shows an older answer than the server has, or a question that was left, says so.
function compare(reply) {
  timer.correct(reply.remaining_ms);
  if (reply.phase !== "in progress") finish(words.timeUp);
  const isBehind = savers.some((saver) => !saver.isUnsaved && (reply.sequences[saver.slot] ?? 0) > saver.sequence);
  if (isBehind || String(reply.place ?? "") !== (words.place ?? "")) tellStale();
}

function tellStale() {
  const stale = document.querySelector("[data-stale]");
  if (!stale.hidden || leaving || ending) return;
  stale.hidden = false;
  aloud(stale.textContent);
}

// The attempt ends on the server in any case; without a connection the page waits for one before it goes on.
async function finish(sentence) {
  if (ending) return;
  ending = true;
  notice(sentence);
  await Promise.all([settleAll(), pause(READING_MS)]);
  let reply = null;
  while (!(reply = await standing.ask())) await pause(READING_MS);
  if (reply.phase === "in progress") {
    ending = false; // a teacher has just given more time
    notice("");
    return;
  }
  savers.forEach((saver) => saver.stop());
  if (reply.phase === "overdue") location.assign(words.submission);
  else document.querySelector("[data-ending]").submit();
}

// A save was refused: the time is up, or the question was left in another window.
async function refused(saver) {
  const reply = await standing.ask();
  if (reply?.phase === "in progress") saver.kept.drop(saver.slot, saver.sequence);
}

// Go on only when everything is on the server.
async function leave(go) {
  await settleAll();
  if (isUnsaved() || ending) return;
  leaving = true;
  go();
}

const page = {
  words,
  kept: new Kept(words.person, words.attempt),
  left: () => timer.left,
  replied: (reply) => timer.correct(reply.remaining_ms),
  refused,
};
document.querySelectorAll("[data-without-script]").forEach((element) => (element.hidden = true));
document.querySelectorAll("form[data-slot]").forEach((form) => savers.push(...watch(form, page)));
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-settle]");
  const button = event.target.closest("[data-leave]");
  if (button && !leaving) {
    event.preventDefault();
    button.formAction = button.dataset.leave;
    leave(() => button.form.requestSubmit(button));
  } else if (link && isUnsaved()) {
    event.preventDefault();
    leave(() => location.assign(link.href));
  }
});
const sendAll = () => savers.forEach((saver) => saver.send());
document.addEventListener("visibilitychange", () => (document.hidden ? sendAll() : standing.ask()));
addEventListener("online", () => {
  sendAll();
  standing.ask();
});
addEventListener("pageshow", (event) => event.persisted && location.reload());
addEventListener("beforeunload", (event) => {
  if (!ending && isUnsaved()) event.preventDefault();
});
