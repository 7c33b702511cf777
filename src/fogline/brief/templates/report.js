"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector) => document.querySelectorAll(selector);

  for (const control of all("[data-needs-script]")) control.hidden = false;

  const theme = document.getElementById("theme");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; nameTheme(); });
  nameTheme();

  const slider = document.getElementById("day");
  if (slider) {
    const names = JSON.parse(slider.dataset.names);
    const label = document.getElementById("day-name");
    const classesOf = (code) => code === "u0" ? "u" : code === "c0" ? "c" : `s${code[0]} l${code[1]}`;
    const show = (day) => {
      for (const shape of all("[data-codes]")) {
        shape.setAttribute("class", `${shape.dataset.kind} ${classesOf(shape.dataset.codes.substr(2 * day, 2))}`);
      }
      for (const symbol of all("[data-first]")) {
        symbol.classList.toggle("future", +symbol.dataset.first > day);
        symbol.classList.toggle("past", +symbol.dataset.last < day);
      }
      label.textContent = names[day];
      slider.setAttribute("aria-valuetext", names[day]);
    };
    const step = (by) => { slider.value = +slider.value + by; show(+slider.value); };
    slider.addEventListener("input", () => show(+slider.value));
    document.getElementById("day-before").addEventListener("click", () => step(-1));
    document.getElementById("day-after").addEventListener("click", () => step(1));
    show(+slider.value);
  }

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...all("details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of closed) details.open = false; });
})();
