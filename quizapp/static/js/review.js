// Keys for the review: each presses the button or opens the link that shows it. They can be switched off.

const STORED = "review-keys";
const TYPING = "input:not([type=checkbox]), textarea, select";

const shortcut = (key) => document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
const switched = document.querySelector("[data-switch] input");
const rejection = document.querySelector("[data-rejection]");

function isOn() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true; // nothing can be kept here
  }
}

function keep(on) {
  try {
    localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // they are on again with the next page
  }
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest(TYPING)) return;
  if (switched && !switched.checked) return;
  const target = shortcut(event.key);
  if (!target) return;
  event.preventDefault();
  target.click();
}

if (switched) {
  switched.checked = isOn();
  switched.closest("[data-switch]").hidden = false;
  switched.addEventListener("change", () => keep(switched.checked));
}

if (rejection) {
  rejection.addEventListener("toggle", () => {
    if (rejection.open) rejection.querySelector("[name=reason]").focus();
  });
}

// The document stands at the sentence; the page itself does not move.
const source = document.querySelector("[data-source]");
const sentence = source?.querySelector("mark");
if (sentence) {
  const offset = sentence.getBoundingClientRect().top - source.getBoundingClientRect().top;
  source.scrollTop = Math.max(offset - source.clientHeight / 3, 0);
}

document.addEventListener("keydown", press);
