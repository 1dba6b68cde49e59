// The colours that the visitor's system has, and the buttons that print.
"use strict";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** Put on the colours of the system; light without JavaScript. */
function dress() {
  document.documentElement.classList.toggle("dark", dark.matches);
}

dress();
dark.addEventListener("change", dress);
document.addEventListener("click", (event) => {
  if (event.target.closest("button.print")) window.print();
});
