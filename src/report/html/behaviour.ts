/**
 * The page's one script: it filters findings, and opens what a link leads to. It makes no element of any text, and
 * nothing depends on it.
 */
export const behaviour = `
"use strict";
const form = document.getElementById("filters");
if (form) {
  const items = [...document.querySelectorAll(".findings > li")];
  const filter = () => {
    const wanted = [...form.querySelectorAll("select")].filter((choice) => choice.value !== "");
    for (const item of items) item.hidden = !wanted.every((choice) => item.dataset[choice.name] === choice.value);
    const left = items.filter((item) => !item.hidden).length;
    document.getElementById("filtered").textContent = left + " of " + items.length + " shown";
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  filter();
}
const open = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target && target.tagName === "DETAILS") {
    target.open = true;
    target.querySelector("summary").focus();
    target.scrollIntoView();
  }
};
addEventListener("hashchange", open);
open();
`;
