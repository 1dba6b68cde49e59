// Brings a question from the chat to the page on which it can be put to the desk, and fetches an
// answer as a dossier. Nothing is sent to the desk here. A form is made and posted, so that the question never stands in an address.
"use strict";

{
  const HANDOVER = "/voorleggen";
  const EARLIER = 10; // exchanges that the assistant looks back

  const textOf = (element) => element?.textContent.trim() ?? "";

  /** What was answered: its sentences in the order of the page, else the fixed reply. */
  function answerOf(exchange) {
    const sentences = exchange.querySelectorAll(
      ".answer .block:not(.urgent, .further, .searched) > ul > li > .spoken",
    );
    const said = [...sentences].map(textOf).join(" ");
    return said || textOf(exchange.querySelector(".answer > .reply"));
  }

  function field(name, value) {
    const hidden = document.createElement("input");
    Object.assign(hidden, { type: "hidden", name, value });
    return hidden;
  }

  /** The exchanges before this one, oldest first. */
  function before(exchange) {
    const all = [...document.querySelectorAll(".exchange")];
    return all.slice(0, all.indexOf(exchange)).slice(-EARLIER);
  }

  function handOver(exchange) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = exchange.lang === "en" ? `${HANDOVER}?taal=en` : HANDOVER;
    form.append(field("vraag", textOf(exchange.querySelector(".asked"))));
    for (const earlier of before(exchange))
      form.append(
        field("gevraagd", textOf(earlier.querySelector(".asked"))),
        field("geantwoord", answerOf(earlier)),
      );
    form.hidden = true;
    document.body.append(form);
    form.submit();
    form.remove(); // whoever comes back finds the page as it was
  }

  /** Have the server answer once more and send question, answer and passages as one file. */
  async function keep(exchange) {
    const turns = before(exchange).flatMap((earlier) => [
      { role: "user", content: textOf(earlier.querySelector(".asked")) },
      { role: "assistant", content: answerOf(earlier) },
    ]);
    const asked = {
      question: textOf(exchange.querySelector(".asked")),
      history: turns.filter((turn) => turn.content),
    };
    try {
      const reply = await fetch("/api/v1/answers/file", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(asked),
      });
      if (!reply.ok) throw new Error(reply.status);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await reply.blob());
      link.download = "antwoord.zip";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch {
      window.loket.say(exchange, "not-filed");
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".exchange button.tool");
    if (button?.matches(".tool-desk")) handOver(button.closest(".exchange"));
    if (button?.matches(".tool-file")) keep(button.closest(".exchange"));
  });
}
