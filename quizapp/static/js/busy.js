// Says that a form is being worked on, and keeps it from being sent twice.

for (const form of document.querySelectorAll("form[data-busy]")) {
  const button = form.querySelector("button");
  const note = form.querySelector("[data-busy-note]");
  form.addEventListener("submit", (event) => {
    if (form.hasAttribute("aria-busy")) {
      event.preventDefault();
      return;
    }
    form.setAttribute("aria-busy", "true");
    button.setAttribute("aria-disabled", "true");
    note.textContent = form.dataset.busy;
  });
  addEventListener("pageshow", () => {
    form.removeAttribute("aria-busy");
    button.removeAttribute("aria-disabled");
    note.textContent = "";
  });
}
