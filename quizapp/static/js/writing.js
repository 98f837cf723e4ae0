// Beside the form of a question: what a student will see of it, made by the server a moment after each change.

const PAUSE_MS = 500;
const form = document.querySelector("[data-writing]");
const kind = form.querySelector("select[name=kind]");

let timer = 0;
let newest = 0;

async function show() {
  const turn = (newest += 1);
  const sent = new FormData(form);
  sent.set("preview", "yes");
  let page;
  try {
    const reply = await fetch(form.action, { method: "POST", body: sent });
    page = new DOMParser().parseFromString(await reply.text(), "text/html");
  } catch {
    return; // without a connection the last one stays, and the button says what is wrong
  }
  const fresh = page.querySelector("[data-preview]");
  if (fresh && turn === newest && fresh.querySelector(".question")) {
    document.querySelector("[data-preview]").replaceWith(document.adoptNode(fresh));
  }
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE_MS);
});

// Another type has other fields: the server gives the form with them, and keeps what was typed.
kind?.addEventListener("change", () => {
  clearTimeout(timer);
  form.querySelector("[data-switch-kind]").click();
});
