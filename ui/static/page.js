// What the page does in the browser by itself: open a source, ask an example, speak an answer.
// One listener per kind of event on the document, since Gradio replaces what is inside it.
"use strict";

const SEND = "#verstuur";
const BOX = "#vraag textarea";
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const wide = window.matchMedia("(min-width: 60rem)"); // the sources stand beside the answer

// Gradio's script asks the server which handlers there are, and stops when it is not told. The
// page calls its handlers by number, so that there are none with a name is answer enough.
window.gradio_api_info = { named_endpoints: {}, unnamed_endpoints: {} };

/** Bring an element into view, without motion for those who asked for none. */
function show(element, block) {
  element.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block });
}

/** Open the card that holds a citation, light up its words and move the focus there. */
function openCitation(number) {
  const card = number.closest("details");
  const mark = number.closest("mark");
  card.open = true;
  document.querySelectorAll("mark.lit").forEach((other) => other.classList.remove("lit"));
  mark.classList.add("lit");
  number.focus({ preventScroll: true });
  show(mark, wide.matches ? "nearest" : "center");
}

/** Put a question in the box, as if typed, and send it. */
function ask(question) {
  const box = document.querySelector(BOX);
  // The button that was pressed is drawn anew or goes; the focus would fall to the document.
  document.querySelector(SEND).focus({ preventScroll: true });
  // Through the element's own setter: Gradio listens for the event and then reads the value.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, question);
  box.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => send(question, 5));
}

/** Send what is in the box. Gradio ignores that in the moment in which it closes the answer before,
    so it is tried again while the question stands there and nothing is being answered. */
function send(question, times) {
  document.querySelector(SEND).click();
  setTimeout(() => {
    const waits = document.querySelector(BOX)?.value === question;
    const stuck = waits && !document.querySelector("#stop, #melding .problem");
    if (stuck && times) send(question, times - 1);
  }, 800);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.marker, a.back");
  if (link) {
    const goal = document.getElementById(link.hash.slice(1));
    if (!goal) return;
    event.preventDefault();
    if (link.matches(".marker")) openCitation(goal);
    else {
      goal.focus({ preventScroll: true });
      show(goal, "center");
    }
    return;
  }
  // Gradio opens every link in a new tab; the other pages of ours stay in this one.
  event.target.closest("a.same-tab")?.removeAttribute("target");
  // What is chosen disappears; the focus goes on where one goes on.
  if (event.target.closest("#nieuw")) document.querySelector(BOX).focus();
  const example = event.target.closest("button.ask");
  if (example) ask(example.textContent);
});

/** Says each new sentence once to a screen reader; the visible answer is redrawn too often. */
class Announcer {
  constructor() {
    this.region = document.createElement("div");
    this.region.className = "unseen";
    this.region.setAttribute("role", "log");
    this.region.setAttribute("aria-live", "polite");
    document.querySelector("main").append(this.region);
    this.exchange = "";
    this.said = new Set();
  }

  follow(exchange) {
    if (exchange.id !== this.exchange) {
      this.exchange = exchange.id;
      this.said = new Set();
      this.region.replaceChildren();
    }
    // By its words: what is urgent comes on top of what was said before.
    for (const sentence of exchange.querySelectorAll(".spoken")) {
      if (this.said.has(sentence.textContent)) continue;
      this.said.add(sentence.textContent);
      const line = document.createElement("p");
      line.lang = sentence.closest("[lang]").lang;
      line.textContent = sentence.textContent;
      this.region.append(line);
    }
  }

  /** Begin anew: the next conversation counts its exchanges from one again. */
  forget() {
    this.exchange = "";
  }
}

const LANGUAGE = "loketwijzer-taal"; // all that is remembered: the language chosen, nothing typed

/** Give the document the language of the interface, and choose the one chosen before. */
function followLanguage() {
  const name = document.querySelector("#naam");
  const spoken = () => name.querySelector("[lang]")?.lang ?? "nl";
  // Gradio has written the browser's language over that of the page.
  const tell = () => (document.documentElement.lang = spoken());
  tell();
  new MutationObserver(tell).observe(name, { childList: true, subtree: true });
  const switcher = document.querySelector("#taal");
  switcher.lang = spoken() === "nl" ? "en" : "nl";
  switcher.addEventListener("click", () => {
    switcher.lang = spoken();
    remember(spoken() === "nl" ? "en" : "nl");
  });
  if (remembered() === "en" && spoken() === "nl") switcher.click();
}

/** Keep the language for the next visit; a browser that refuses asks again. */
function remember(language) {
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // Storage is switched off: the page works, in Dutch at first.
  }
}

function remembered() {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}

/** True once the interface speaks the language that was chosen; a question asked before is lost. */
function settled() {
  return remembered() !== "en" || document.querySelector("#naam [lang]")?.lang === "en";
}

window.loket = { ask, settled }; // for the other scripts of this page

/** Wait until Gradio has drawn the page, then follow the conversation. */
function start() {
  const current = document.querySelector("#nu");
  const parts = ["main", "#naam", "#taal"]; // Gradio draws them one after the other
  if (!current || !parts.every((part) => document.querySelector(part))) return false;
  followLanguage();
  const announcer = new Announcer();
  let last = "";
  new MutationObserver(() => {
    const exchange = current.querySelector(".exchange");
    if (!exchange) {
      last = "";
      announcer.forget();
      return;
    }
    announcer.follow(exchange);
    if (exchange.id === last) return;
    last = exchange.id;
    // The first answer stands below the name of the page, a later one at the top.
    show(document.querySelector("#eerder .exchange") ? exchange : document.body, "start");
  }).observe(current, { childList: true, subtree: true });
  return true;
}

if (!start()) {
  const waiting = new MutationObserver(() => start() && waiting.disconnect());
  waiting.observe(document.documentElement, { childList: true, subtree: true });
}
