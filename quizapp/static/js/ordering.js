// Moves items of an ordered list by their buttons or the arrow keys; the focus stays on the item that moved.

const WAYS = { ArrowUp: "up", ArrowDown: "down" };

export function orderable(list, moved) {
  const move = (item, way) => {
    const neighbour = way === "up" ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    const focused = document.activeElement;
    if (way === "up") neighbour.before(item);
    else neighbour.after(item);
    if (item.contains(focused)) focused.focus();
    item.scrollIntoView({ block: "nearest" });
    showEnds(list);
    const items = [...list.children];
    moved(item.querySelector("[lang]").textContent, items.indexOf(item) + 1, items.length);
  };
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    button.focus(); // some browsers do not give a clicked button the focus
    move(button.closest("li"), button.dataset.move);
  });
  list.addEventListener("keydown", (event) => {
    const item = event.target.closest("li");
    if (!item || !(event.key in WAYS) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(item, WAYS[event.key]);
  });
  showEnds(list);
}

export function reorder(list, ids) {
  const items = new Map([...list.children].map((item) => [item.querySelector("input").value, item]));
  ids.filter((id) => items.has(id)).forEach((id) => list.append(items.get(id)));
  showEnds(list);
}

// Not `disabled`, which would take the focus away.
function showEnds(list) {
  for (const button of list.querySelectorAll("[data-move]")) {
    const item = button.closest("li");
    const atEnd = button.dataset.move === "up" ? !item.previousElementSibling : !item.nextElementSibling;
    button.setAttribute("aria-disabled", String(atEnd));
  }
}
