// The forms of feedback: one dialog, made when it is asked for and taken away when it closes.
// Every word comes from the page itself (ui/feedback_texts.py). Nothing is kept in the browser.
"use strict";

// A block: the scripts of a page share the names that stand outside one.
{
  const FEEDBACK = "/api/v1/feedback";
  const MOST = 2000; // characters, of a question and of a remark

  /** Make an element with classes and text. */
  function made(name, className = "", text = "") {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  }

  /** Return what follows a prefix in the classes of an element, each time that it stands there. */
  function facts(element, prefix) {
    const names = [...element.classList].filter((name) => name.startsWith(prefix));
    // "nl_2e_a" is "nl.a": not every name of ours can be a class.
    const read = (name) => name.replace(/_([0-9a-f]+)_/g, (_, hex) => String.fromCodePoint(`0x${hex}`));
    return names.map((name) => read(name.slice(prefix.length)));
  }

  /** What stands under an answer, and what it tells: the words, and of which answer it is. */
  class Answered {
    constructor(button) {
      this.article = button.closest("article");
      this.block = this.article.querySelector(".feedback");
    }

    word(name) {
      return this.block.querySelector(`.word-${name}`).textContent;
    }

    get lang() {
      return this.article.lang;
    }

    /** True when whoever asks may be in danger: what is asked next may be about the same thing. */
    get sensitive() {
      return document.querySelector(".exchange .feedback.sensitive") !== null;
    }

    /** Return what every message says. */
    about(verdict) {
      return {
        verdict,
        answer_id: this.block.id.slice("oordeel-".length),
        status: facts(this.block, "status-")[0],
        index_version: facts(this.block, "index-")[0],
        language: this.lang,
        sensitive: this.sensitive,
      };
    }

    /** Return what is said of the answer; the question of whoever may be in danger stays here. */
    ofAnswer(verdict) {
      const about = this.about(verdict);
      if (this.sensitive) return about;
      const asked = this.article.querySelector(".asked").textContent;
      return { ...about, question: asked.slice(0, MOST) };
    }

    /** Return what is said of a source: never the question. */
    ofSource(button) {
      return {
        ...this.about("wrong_source"),
        passage_id: facts(button, "passage-")[0],
        source_ids: facts(button, "rests-").slice(0, 50),
      };
    }
  }

  /** The dialog in which a remark is typed and sent. */
  class FeedbackForm {
    constructor(answered, message) {
      this.answered = answered;
      this.message = message;
      const source = message.verdict === "wrong_source";
      const word = (name) => answered.word(name);
      this.required = source;
      this.busy = false; // true while it is being sent
      this.heading = made("h2", "", word(message.verdict.replace("_", "-")));
      this.heading.id = "reactie-kop";
      const label = made("label", "", word(source ? "wrong" : "better"));
      label.htmlFor = "reactie-tekst";
      this.box = made("textarea");
      Object.assign(this.box, { id: "reactie-tekst", rows: 4, maxLength: MOST, required: source });
      this.box.setAttribute("aria-describedby", "reactie-let-op reactie-bewaard");
      const careful = made("p", "careful", word("careful"));
      careful.id = "reactie-let-op";
      const kept = made("p", "kept", word(this.keptWord(source)));
      kept.id = "reactie-bewaard";
      this.said = made("p", "said");
      this.said.setAttribute("role", "status");
      this.send = made("button", "send", word("send"));
      this.cancel = made("button", "cancel", word("cancel"));
      this.cancel.type = "button";
      this.fields = made("div", "fields");
      this.fields.append(label, careful, this.box, kept);
      const row = made("div", "row");
      row.append(this.send, this.cancel);
      const form = made("form");
      form.noValidate = true; // we say ourselves what is missing, in the language of the answer
      form.append(this.heading, this.fields, this.said, row);
      this.dialog = made("dialog", "feedback-dialog");
      this.dialog.lang = answered.lang;
      this.dialog.setAttribute("aria-labelledby", this.heading.id);
      this.dialog.append(form);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.submit();
      });
      this.cancel.addEventListener("click", () => this.dialog.close());
      this.dialog.addEventListener("close", () => this.dialog.remove());
    }

    keptWord(source) {
      if (source) return "kept-source";
      return this.answered.sensitive ? "kept-sensitive" : "kept";
    }

    /** Show it; the browser brings the focus back to the button when it closes. */
    open() {
      document.body.append(this.dialog);
      this.dialog.showModal();
      this.box.focus();
    }

    say(name, wrong = false) {
      this.said.classList.toggle("wrong", wrong);
      this.said.textContent = this.answered.word(name);
      this.box.setAttribute("aria-invalid", String(name === "empty"));
    }

    async submit() {
      const remark = this.box.value.trim();
      if (this.required && !remark) {
        this.say("empty", true);
        this.box.focus();
        return;
      }
      if (this.busy) return;
      this.busy = true;
      this.say("sending");
      const outcome = await sent({ ...this.message, remark });
      this.busy = false;
      if (outcome === "received") this.thank();
      else this.say(outcome, true);
    }

    /** Leave only the thanks, and one way out. */
    thank() {
      this.fields.remove();
      this.send.remove();
      this.say("received");
      this.cancel.textContent = this.answered.word("close");
      this.cancel.focus();
    }
  }

  /** Send a message to our own server; return the name of the word that says how it went. */
  async function sent(message) {
    try {
      const reply = await fetch(FEEDBACK, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(message),
      });
      if (reply.ok) return "received";
      return { 404: "off", 429: "too-many" }[reply.status] ?? "failed";
    } catch {
      return "failed"; // no connection
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.verdict, button.report-source");
    if (!button) return;
    const answered = new Answered(button);
    const message = button.matches(".report-source")
      ? answered.ofSource(button)
      : answered.ofAnswer(button.classList.contains("helped") ? "helped" : "not_helped");
    new FeedbackForm(answered, message).open();
  });
}
