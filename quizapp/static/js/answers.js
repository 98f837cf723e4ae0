// The answer in a question's form: read out of its controls, and put back into them.

import { reorder } from "./ordering.js";

const controls = (form) => [...form.querySelectorAll("[name=answer]:not([type=hidden]), [data-gap]")];

export function answerIn(form) {
  const gaps = [...form.querySelectorAll("[data-gap]")].filter((gap) => gap.value.trim());
  const filled = gaps.map((gap) => `${gap.dataset.gap}=${gap.value.trim()}`);
  return [...new FormData(form).getAll("answer").map((part) => part.trim()).filter(Boolean), ...filled];
}

export function putIn(form, answer) {
  if (form.dataset.kind === "order") reorder(form.querySelector(".order"), answer);
  for (const input of controls(form)) {
    if (input.type === "radio" || input.type === "checkbox") input.checked = answer.includes(input.value);
    else if (input.tagName === "SELECT") {
      input.value = [...input.options].find((one) => answer.includes(one.value))?.value ?? "";
    } else if (input.dataset.gap) {
      const filled = answer.find((part) => part.startsWith(`${input.dataset.gap}=`)) ?? "";
      input.value = filled.slice(filled.indexOf("=") + 1);
    } else input.value = answer[0] ?? "";
  }
}

// Whether something was answered before the script had arrived.
export function wasTouched(form) {
  return controls(form).some((input) =>
    input.tagName === "SELECT"
      ? [...input.options].some((one) => one.selected !== one.defaultSelected && one.value)
      : input.checked !== input.defaultChecked || input.value !== input.defaultValue,
  );
}
