"use strict";
(() => {
  const form = document.querySelector(".filter");
  const panel = document.getElementById("panel");
  const body = panel.querySelector(".body");
  const cards = [...document.querySelectorAll("#drafts .finding")].map((element) => ({
    element, key: element.id, draft: element.closest(".draft"),
    words: `${element.textContent} ${element.closest(".draft").dataset.path}`.toLowerCase(),
  }));
  const uses = new Map([...document.querySelectorAll("[data-of]")].map((item) => [item.dataset.of, item]));
  const byKey = new Map(cards.map((card) => [card.key, card]));
  const marksOf = new Map();
  for (const mark of document.querySelectorAll("mark[data-keys]"))
    for (const key of mark.dataset.keys.split(" ")) marksOf.set(key, [...(marksOf.get(key) || []), mark]);
  let at = null;

  const isShown = (card) => !card.element.hidden && !card.draft.hidden;

  function filter() {
    const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const full = new Map();
    let count = 0;
    for (const card of cards) {
      const { severity, rule } = card.element.dataset;
      const shown = form[severity].checked && (!form.rule.value || rule === form.rule.value)
        && words.every((word) => card.words.includes(word));
      card.element.hidden = !shown;
      const item = uses.get(card.key);
      if (item) item.hidden = !shown;
      count += shown;
      if (shown) full.set(card.draft, true);
    }
    const all = count === cards.length;
    for (const draft of document.querySelectorAll(".draft")) draft.hidden = !all && !full.has(draft);
    for (const fact of document.querySelectorAll("#facts .fact"))
      fact.hidden = !all && !fact.querySelector("ol.uses li:not([hidden])");
    const found = cards.length === 1 ? "finding" : "findings";
    form.count.value = all ? `${count} ${found}` : `${count} of ${cards.length} ${found}`;
    const view = form.view.value;
    document.getElementById("drafts").hidden = view !== "drafts";
    document.getElementById("facts").hidden = view !== "facts";
  }

  function close() {
    for (const element of document.querySelectorAll(".at")) element.classList.remove("at");
    panel.hidden = true;
    document.body.classList.remove("open");
    at = null;
  }

  // Only what stands in the page is copied: nothing is made of text.
  function copy(element) {
    const clone = element.cloneNode(true);
    for (const each of [clone, ...clone.querySelectorAll("[id]")]) each.removeAttribute("id");
    clone.hidden = false;
    return clone;
  }

  function open(keys) {
    close();
    body.replaceChildren();
    const facts = new Set();
    for (const key of keys) {
      const card = byKey.get(key);
      if (card) {
        card.element.classList.add("at");
        body.append(copy(card.element));
        if (card.element.dataset.fact) facts.add(card.element.dataset.fact);
        at = at || card;
      } else facts.add(key);
      for (const mark of marksOf.get(key) || []) if (card) mark.classList.add("at");
    }
    for (const key of facts) {
      const clone = copy(document.getElementById(key));
      for (const list of clone.querySelectorAll("ol.uses")) list.remove();
      body.append(clone);
    }
    panel.hidden = false;
    document.body.classList.add("open");
  }

  function go(key) {
    const card = byKey.get(key);
    if (!card) return;
    form.view.value = "drafts";
    filter();
    open([key]);
    const mark = (marksOf.get(key) || [])[0];
    if (mark && mark.closest("details")) mark.closest("details").open = true;
    (mark || card.element).scrollIntoView({ block: "center" });
  }

  function step(by) {
    const shown = cards.filter(isShown);
    if (!shown.length) return;
    const next = at ? shown.indexOf(at) + by : by > 0 ? 0 : shown.length - 1;
    go(shown[Math.min(Math.max(next, 0), shown.length - 1)].key);
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  panel.querySelector(".close").addEventListener("click", close);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-go]");
    const mark = event.target.closest("mark[data-keys]");
    if (link) { event.preventDefault(); go(link.dataset.go); } else if (mark) open(mark.dataset.keys.split(" "));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { close(); document.activeElement.blur(); return; }
    if (event.target.matches("input[type=search], select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); form.words.focus(); }
    else if (event.key === "Enter" && event.target.matches("mark[data-keys]")) open(event.target.dataset.keys.split(" "));
  });
  filter();
  addEventListener("load", () => setTimeout(go, 0, location.hash.slice(1)));
})();
