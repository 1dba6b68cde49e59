// An answer as a text for elsewhere, plain and as HTML, and the clipboard that it is put on.
// It is made from what stands on the page, so a copy says what the visitor saw and nothing else.
"use strict";

(() => {
  // ------------------------------------------------------------------ the text of a copy

  const textOf = (element) => (element ? element.textContent.trim() : "");
  const bracketed = (numbers) => numbers.map((number) => `[${number}]`).join("");

  /** The text of an element without the parts that are only for the page. */
  function textWithout(element, selector) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(selector).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /** The parts of a copy in order: what kind of line, its text, and the address it leads to. */
  function* linesOf(exchange) {
    const [label, question] = [".label", ".asked"].map((part) => exchange.querySelector(`h2 ${part}`));
    yield ["title", `${textOf(label)}: ${textOf(question)}`];
    for (const part of exchange.querySelector("div.answer").children) {
      if (part.matches(".block:not(.further, .searched)")) yield* linesOfBlock(part);
      else if (part.matches(".reply, .stopped, .certainty")) yield ["apart", textOf(part)];
      else if (part.matches(".notices"))
        for (const notice of part.children) yield ["text", textOf(notice)];
    }
    const sources = exchange.querySelector(".sources");
    if (sources) {
      yield ["head", textOf(sources.querySelector("h3"))];
      for (const card of sources.querySelectorAll(".card")) yield* linesOfCard(card);
    }
  }

  function* linesOfBlock(block) {
    yield ["head", textOf(block.querySelector("h3"))];
    for (const line of block.querySelectorAll(":scope > p")) yield ["text", textOf(line)];
    const kind = block.matches(".answer") ? "text" : "item";
    for (const item of block.querySelectorAll(":scope > ul > li")) {
      if (item.parentElement.matches(".contacts")) yield ["item", contact(item)];
      else {
        const numbers = [...item.querySelectorAll(".marker")].map((link) =>
          textWithout(link, ".unseen"),
        );
        yield [kind, `${textOf(item.querySelector(".spoken"))} ${bracketed(numbers)}`.trim()];
      }
    }
  }

  function contact(item) {
    const ways = [...item.querySelectorAll(".ways a")].map((way) =>
      way.protocol.startsWith("http") ? way.href : textOf(way),
    );
    const about = [textOf(item.querySelector("p")), ways.join(", ")].filter(Boolean).join(" ");
    return `${textOf(item.querySelector("strong"))}: ${about}`;
  }

  function* linesOfCard(card) {
    const basis = textOf(card.querySelector(".basis"));
    const place = card.querySelector(".place");
    const where = place ? [...place.children].map(textOf).join(", ") : "";
    const numbers = [...card.querySelectorAll("summary .number")].map(textOf);
    const heading = [textOf(card.querySelector(".heading")), where].filter(Boolean).join(", ");
    // Only how we used them; the sources themselves follow, each on a line of its own.
    const how = basis.slice(0, basis.indexOf(":") + 1);
    yield ["apart", `${bracketed(numbers)} ${heading} \u2013 ${how}`];
    for (const source of card.querySelectorAll(".register > li")) {
      const facts = source.querySelector(".facts");
      const own = [...facts.querySelectorAll(".number")].map(textOf);
      const title = textWithout(source, "p, .unseen");
      const text = `${bracketed(own)} ${title} (${textWithout(facts, ".number")})`;
      const link = [...source.children].find((child) => child.matches("a"));
      yield ["item", text, link?.href];
    }
    for (const hint of card.querySelectorAll(":scope > .hint")) yield ["text", textOf(hint)];
  }

  function asPlain(lines) {
    const written = { title: "", head: "\n", apart: "\n", text: "", item: "- " };
    return lines
      .map(([kind, text, link]) => `${written[kind]}${text}${link ? `\n  ${link}` : ""}\n`)
      .join("");
  }

  function asHtml(lines) {
    const names = { title: "h2", head: "h3", apart: "p", text: "p", item: "li" };
    const body = document.createElement("div");
    for (const [kind, text, link] of lines) {
      const element = document.createElement(names[kind]);
      element.innerText = text; // ends of lines become <br>
      if (link) {
        const leading = document.createElement("a");
        leading.href = leading.textContent = link;
        element.append(document.createElement("br"), leading);
      }
      if (kind !== "item") body.append(element);
      else {
        if (body.lastChild?.localName !== "ul") body.append(document.createElement("ul"));
        body.lastChild.append(element);
      }
    }
    return body.innerHTML;
  }

  // ------------------------------------------------------------------ the clipboard

  /** Put a text on the clipboard, also as HTML when there is some; false when it is refused. */
  async function clip(text, html) {
    const kinds = { "text/plain": text, ...(html && { "text/html": html }) };
    try {
      const blobs = Object.entries(kinds).map(([type, of]) => [type, new Blob([of], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      // An older browser, or one that knows only text.
    }
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return clipAsOfOld(kinds);
    }
  }

  /** The only way on a page without https, as within an office. */
  function clipAsOfOld(kinds) {
    let done = false;
    const fill = (event) => {
      for (const [type, of] of Object.entries(kinds)) event.clipboardData.setData(type, of);
      event.preventDefault();
      done = true;
    };
    document.addEventListener("copy", fill, { once: true });
    document.execCommand("copy");
    document.removeEventListener("copy", fill);
    return done;
  }

  /** The question, its answer and its sources, with a last line; plain and as HTML. */
  function copyOf(exchange, last) {
    const lines = [...linesOf(exchange), ["apart", last]].filter(([, text]) => text);
    return { text: asPlain(lines), html: asHtml(lines) };
  }

  Object.assign(window.loket, { copyOf, clip });
})();
