// The colours that the visitor's system has, and the buttons that print.
"use strict";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** Put on the colours of the system; light without JavaScript. */
function dress() {
  document.documentElement.classList.toggle("dark", dark.matches);
}

/** Keep the language for the chat page too (page.js reads it); nothing else is kept. */
function remember(language) {
  try {
    localStorage.setItem("loketwijzer-taal", language);
  } catch {
    // Storage is switched off: the chat page begins in Dutch.
  }
}

dress();
dark.addEventListener("change", dress);
document.addEventListener("click", (event) => {
  if (event.target.closest("button.print")) window.print();
  const other = event.target.closest("a[hreflang]");
  if (other) remember(other.hreflang);
});
