// After the end: what never reached the server is named, and nothing of the attempt stays in this browser.

import { Kept } from "./kept.js";

const receipt = document.querySelector("[data-receipt]");
const kept = new Kept(receipt.dataset.person, receipt.dataset.receipt);
const missed = kept.slots.filter((slot) => !slot.startsWith("flag-"));
const line = receipt.querySelector("[data-missed]");
if (missed.length) {
  line.textContent = line.dataset.missed.replace("{questions}", missed.sort((a, b) => a - b).join(", "));
  line.hidden = false;
}
kept.clear();
