// What one can do with an answer: copy it with its sources, print it, share its question, ask it
// again; and the question in the address of the page, which is asked and never sent as an address.
"use strict";

(() => {
  const FRAGMENT = "#vraag=";
  const LONGEST = 2000; // characters of a question, as the server has it
  const SHOWN = 12_000; // milliseconds that a message stays
  const phone = window.matchMedia("(pointer: coarse)");

  // ------------------------------------------------------------------ messages

  let toast = null;
  let leaving = 0;

  /** Say something to everyone, also to who cannot see it; a link stays until the next message. */
  function say(exchange, name, link) {
    clearTimeout(leaving);
    toast.lang = exchange.lang;
    toast.replaceChildren(saying(exchange, name));
    if (link) {
      const shown = document.createElement("code");
      shown.textContent = link;
      toast.append(" ", shown);
    } else leaving = setTimeout(() => toast.replaceChildren(), SHOWN);
  }

  function saying(exchange, name) {
    return exchange.querySelector(`.tools .say-${name}`)?.textContent ?? "";
  }

  function today(exchange) {
    const how = { day: "numeric", month: "long", year: "numeric" };
    return new Date().toLocaleDateString(exchange.lang === "en" ? "en-GB" : "nl-NL", how);
  }

  function note(exchange, name) {
    return saying(exchange, name).replace("{date}", today(exchange));
  }

  // ------------------------------------------------------------------ what the buttons do

  const asked = (exchange) => exchange.querySelector(".asked").textContent;

  async function copyAnswer(exchange) {
    const { text, html } = window.loket.copyOf(exchange, note(exchange, "copy-note"));
    say(exchange, (await window.loket.clip(text, html)) ? "copied" : "not-copied");
  }

  function linkTo(question) {
    // Half a character cannot stand in an address; programs cut off the signs that close a line.
    const whole = encodeURIComponent(question.replace(/[\ud800-\udfff]/gu, ""));
    const written = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
    const closed = whole.replace(/[!'()*.]/g, written);
    return `${location.origin}${location.pathname}${FRAGMENT}${closed}`;
  }

  async function shareQuestion(exchange) {
    const link = linkTo(asked(exchange));
    if (navigator.share && phone.matches) {
      try {
        await navigator.share({ url: link });
        return;
      } catch (error) {
        if (error.name === "AbortError") return; // closed without sharing
      }
    }
    if (await window.loket.clip(link)) say(exchange, "linked");
    else say(exchange, "not-linked", link);
  }

  function printAnswer(exchange) {
    exchange.classList.add("printed");
    document.documentElement.classList.add("one-answer");
    window.print();
  }

  const DOES = {
    "tool-copy": copyAnswer,
    "tool-print": printAnswer,
    "tool-share": shareQuestion,
    "tool-again": (exchange) => window.loket.ask(asked(exchange)),
  };

  document.addEventListener("click", (event) => {
    const tool = event.target.closest(".exchange button.tool");
    const name = tool && [...tool.classList].find((one) => one in DOES);
    if (name) DOES[name](tool.closest(".exchange"));
  });

  // ------------------------------------------------------------------ paper

  let opened = [];

  window.addEventListener("beforeprint", () => {
    const one = document.querySelector(".one-answer .exchange.printed");
    for (const exchange of one ? [one] : document.querySelectorAll(".exchange")) {
      const closed = [...exchange.querySelectorAll("details.card:not([open])")];
      closed.forEach((card) => (card.open = true));
      opened.push(...closed);
      const last = document.createElement("p");
      last.className = "print-note";
      last.textContent = note(exchange, "print-note");
      exchange.append(last);
    }
  });

  window.addEventListener("afterprint", () => {
    opened.forEach((card) => (card.open = false));
    opened = [];
    document.querySelectorAll(".print-note").forEach((last) => last.remove());
    document.querySelectorAll(".printed").forEach((one) => one.classList.remove("printed"));
    document.documentElement.classList.remove("one-answer");
  });

  // ------------------------------------------------------------------ the question in the address

  /** Take the question out of the address, so that reloading does not ask it again. */
  function taken() {
    if (!location.hash.startsWith(FRAGMENT)) return "";
    const written = location.hash.slice(FRAGMENT.length);
    history.replaceState(history.state, "", location.pathname + location.search);
    try {
      const question = decodeURIComponent(written).trim();
      return [...question].length <= LONGEST ? question : "";
    } catch {
      return ""; // no address of ours
    }
  }

  // ------------------------------------------------------------------ the button that stops

  let focused = null; // what had the focus last, also when it is gone

  /** Keep the focus in the question bar when the button that has it makes way for the other. */
  function follow(bar) {
    document.addEventListener("focusin", (event) => (focused = event.target));
    document.addEventListener("animationend", (event) => {
      if (event.animationName === "stop-comes" && focused?.id === "verstuur")
        event.target.focus({ preventScroll: true });
    });
    new MutationObserver(() => {
      if (focused?.id === "stop" && !focused.isConnected)
        bar.querySelector("#verstuur").focus({ preventScroll: true });
    }).observe(bar, { childList: true, subtree: true });
  }

  // ------------------------------------------------------------------ begin

  // At once, before any other script can read the address.
  const waiting = taken();

  window.loket.say = say;

  function start() {
    toast = document.createElement("div");
    toast.className = "toast";
    toast.setAttribute("role", "status");
    document.querySelector("main").append(toast);
    follow(document.querySelector("#vraagrij"));
    if (waiting) when(window.loket.settled, () => window.loket.ask(waiting));
    window.addEventListener("hashchange", () => {
      const question = taken();
      if (question) window.loket.ask(question);
    });
  }

  /** Do something once the page has come as far as that. */
  function when(reached, then) {
    if (reached()) return then();
    const drawing = new MutationObserver(() => {
      if (!reached()) return;
      drawing.disconnect();
      then();
    });
    drawing.observe(document.documentElement, { childList: true, subtree: true });
  }

  const drawn = () =>
    ["main", "#verstuur", "#vraag textarea"].every((part) => document.querySelector(part));
  when(drawn, start);
})();
