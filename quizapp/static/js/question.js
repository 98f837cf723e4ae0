// One question of the page: every change of its answer or its flag is saved by itself.

import { answerIn, putIn, wasTouched } from "./answers.js";
import { orderable } from "./ordering.js";
import { Saver } from "./saving.js";
import { aloud, fill, showAnswered, showFlagged, showReading, showState } from "./showing.js";

const TYPING_MS = 350;
const LAST_MOMENT_MS = 3_000;
const TYPED = ["entry", "number", "text", "cloze"];

// Returns the savers of the form's answer and of its flag. `page` gives `words`, `kept`, `left()` (milliseconds),
// `replied(reply)` and `refused(saver)`.
export function watch(form, page) {
  const answers = answerSaver(form, page);
  const flags = flagSaver(form, page);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.dataset.leave) return;
    event.preventDefault();
    answers.change(answerIn(form));
  });
  return [answers, flags];
}

function saverOf(form, page, given) {
  const token = form.elements.csrf_token.value;
  return new Saver({ token, kept: page.kept, refused: page.refused, ...given });
}

function answerSaver(form, page) {
  const { slot, kind } = form.dataset;
  const saver = saverOf(form, page, {
    slot,
    field: "answer",
    address: form.action,
    sequence: Number(form.dataset.sequence),
    told: (state, sentence) => showState(form, page.words, state, sentence),
    replied: (reply, answer) => {
      page.replied(reply);
      if (answer === null) return;
      showReading(form, reply);
      showAnswered(slot, answer);
    },
  });
  const save = (delay) => saver.change(answerIn(form), page.left() < LAST_MOMENT_MS ? 0 : delay);
  if (kind === "order") {
    orderable(form.querySelector(".order"), (item, place, all) => {
      aloud(fill(page.words.moved, { item, place, all }));
      save(0);
    });
  }
  form.addEventListener("input", (event) => {
    if (event.target.name === "answer" || event.target.dataset.gap) save(TYPED.includes(kind) ? TYPING_MS : 0);
  });
  resumeAnswer(form, page.kept, saver, save);
  return saver;
}

function resumeAnswer(form, kept, saver, save) {
  const unsent = kept.get(saver.slot);
  if (unsent && unsent.sequence > saver.sequence) {
    putIn(form, unsent.answer);
    saver.resume(unsent);
  } else if (wasTouched(form)) {
    save(0);
  }
}

function flagSaver(form, page) {
  const { slot } = form.dataset;
  const box = form.querySelector("[data-flag]");
  const saver = saverOf(form, page, {
    slot: `flag-${slot}`,
    field: "flagged",
    address: box.dataset.flag,
    sequence: 0,
    told: (state, sentence) => state === "unsaved" && aloud(sentence ?? page.words.unsaved),
    replied: (reply, answer) => {
      page.replied(reply);
      if (answer !== null) showFlagged(slot, answer.length > 0);
    },
  });
  box.addEventListener("change", () => saver.change(box.checked ? ["yes"] : []));
  const unsent = page.kept.get(saver.slot);
  if (unsent) {
    box.checked = unsent.answer.length > 0;
    saver.resume(unsent);
  }
  return saver;
}
