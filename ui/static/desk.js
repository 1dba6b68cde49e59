// What the staff page does in the browser by itself: links that stay in this tab, the letter on the
// clipboard, and the focus that follows from a sentence to the search beside it.
"use strict";

// Gradio's script asks the server which handlers there are, and stops when it is not told. The
// page calls its handlers by number, so that there are none with a name is answer enough.
window.gradio_api_info = { named_endpoints: {}, unnamed_endpoints: {} };

(() => {
  /** Say something beside a button; a screen reader says it too. */
  function say(button, text) {
    let line = button.parentElement.querySelector(".copied");
    if (!line) {
      line = document.createElement("span");
      line.className = "copied";
      line.setAttribute("role", "status");
      button.after(line);
    }
    line.textContent = text;
  }

  /** Put the letter on the clipboard: as it looks, and as plain text for what takes no more. */
  async function copyLetter(button) {
    const number = button.closest(".out").id.replace("zaak-", "");
    const letter = `/api/v1/cases/${number}/export?format=`;
    const parts = await Promise.all(
      ["html", "md"].map(async (form) => {
        const reply = await fetch(letter + form, { credentials: "same-origin" });
        if (!reply.ok) throw new Error(String(reply.status));
        return reply.text();
      }),
    );
    const [html, plain] = parts;
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": new Blob([html], { type: "text/html" }),
        "text/plain": new Blob([plain], { type: "text/plain" }),
      }),
    ]);
  }

  document.addEventListener("click", (event) => {
    // Gradio opens every link in a new tab; pages of ours stay in this one.
    event.target.closest("a.same-tab")?.removeAttribute("target");
    const copy = event.target.closest("button.copy-letter");
    if (copy) {
      copyLetter(copy).then(
        () => say(copy, "De brief staat op het klembord."),
        () => say(copy, "Kopiëren lukt niet. Kies ‘Webpagina’ en kopieer de tekst daar."),
      );
    }
    // Who asks for a source goes on in the search beside the draft.
    if (event.target.closest(".bron-nodig")) {
      document.querySelector("#bron-vraag textarea")?.focus();
    }
  });
})();
