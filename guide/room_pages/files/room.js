// Live updates, and answers that survive a lost connection. The pages work without.
(() => {
  "use strict";
  const page = document.getElementById("beeld");
  if (!page) return;
  const shelf = "zaal:" + location.pathname;
  const SILENCE = 40000, AGAIN = 2000, LATEST = 10000;
  const all = (query) => [...page.querySelectorAll(query)];
  let source, timer, clicked, waiting = [], heard = Date.now(), lost = false, sending = false;

  function say(id, text) {
    const line = document.getElementById(id);
    if (line && line.textContent !== text) line.textContent = text;
  }

  // What was typed, where the focus is and what is folded open stay when the page changes.
  const fields = () => all("textarea, select, input:not([type=hidden])");
  const nameOf = (it) => it.id || (it.form && it.form.dataset.plek) + it.name + it.value;
  const markOf = (it) => it.tagName + (it.tagName === "SUMMARY" ? it.parentNode.id : nameOf(it));
  function show(html, version) {
    const typed = {}, open = {}, at = document.activeElement;
    const mark = page.contains(at) && markOf(at), from = at.selectionStart, to = at.selectionEnd;
    for (const it of fields()) {
      if (it.checked !== it.defaultChecked || it.value !== it.defaultValue) typed[nameOf(it)] = it;
    }
    for (const fold of all("details")) open[fold.id] = fold.open;
    const before = newsOf();
    page.innerHTML = html;
    page.dataset.versie = version;
    for (const it of fields()) {
      const kept = typed[nameOf(it)];
      if (kept) [it.value, it.checked] = [kept.value, kept.checked];
    }
    for (const fold of all("details")) fold.open = fold.open || !!open[fold.id];
    if (mark) refocus(mark, from, to);
    if (newsOf() !== before) {
      say("nieuws", newsOf());
      say("melding", "");
      if (!mark || at.tagName === "BUTTON") scrollTo(0, 0);
    }
    held().forEach(press);
  }
  const newsOf = () => page.querySelector("main").dataset.nieuws;
  function refocus(mark, from, to) {
    const found = all("button, input, textarea, summary, a").find((it) => markOf(it) === mark);
    (found || page.querySelector("h1")).focus({ preventScroll: !!found });
    if (found && typeof from === "number") found.setSelectionRange(from, to);
  }

  // Answers wait on this device until the server says it has them.
  function held() {
    try { return JSON.parse(localStorage[shelf] || "[]"); } catch { return waiting; }
  }
  function hold(items) {
    waiting = items;
    try { localStorage[shelf] = JSON.stringify(items); } catch { /* not allowed here */ }
  }
  function press(item) {
    if (!item.pressed) return;
    const form = all("form").find((it) => it.dataset.plek === item.place);
    for (const it of form ? form.querySelectorAll("[aria-pressed]") : [])
      it.setAttribute("aria-pressed", String(it.value === item.pressed));
  }
  async function deliver() {
    const item = held()[0];
    if (!item || sending) return;
    sending = true;
    clearTimeout(timer);
    const stop = new AbortController(), late = setTimeout(() => stop.abort(), LATEST);
    let pause = 0;
    try {
      const answer = await fetch(item.url, {
        method: "POST", body: item.body, signal: stop.signal,
        headers: { "content-type": "application/x-www-form-urlencoded", "x-deel": "1" },
      });
      if (answer.status >= 500 || answer.status === 429) throw new Error();
      const html = await answer.text();
      hold(held().filter((other) => other.key !== item.key));
      if (answer.headers.has("x-versie")) show(html, answer.headers.get("x-versie"));
      if (answer.ok) say("melding", item.thanks);
    } catch {
      pause = AGAIN;
      say("melding", "Uw antwoord staat klaar. Het gaat weg zodra er verbinding is.");
    }
    clearTimeout(late);
    sending = false;
    timer = setTimeout(deliver, pause);
  }
  page.addEventListener("click", (event) => { clicked = event.target.closest("button"); });
  page.addEventListener("submit", (event) => {
    const form = event.target, kind = form.dataset.stuur, button = event.submitter || clicked;
    if (!kind) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form)), place = form.dataset.plek;
    const key = crypto.getRandomValues(new Uint32Array(4)).join("-");
    if (button && button.name) body.append(button.name, button.value);
    body.set("sleutel", key);
    const item = { key, place, url: form.getAttribute("action"), body: String(body), thanks: form.dataset.dank };
    if (button && button.hasAttribute("aria-pressed")) item.pressed = button.value;
    // A newer answer takes the place of one that still waits.
    hold([...held().filter((other) => !place || other.place !== place), item]);
    if (!place) form.reset();
    press(item);
    say("melding", "");
    deliver();
  });

  function listen() {
    if (source) source.close();
    source = new EventSource(page.dataset.stroom);
    source.onopen = () => {
      heard = Date.now();
      if (lost) say("verbinding", "Verbonden");
      lost = false;
      deliver();
    };
    source.onerror = cut;
    source.addEventListener("hart", () => { heard = Date.now(); });
    source.addEventListener("beeld", (event) => {
      heard = Date.now();
      if (event.lastEventId !== page.dataset.versie) show(event.data, event.lastEventId);
    });
  }
  function cut() {
    lost = true;
    say("verbinding", "Geen verbinding. We proberen het opnieuw.");
    // After a refusal the browser stops; the watch below does not.
    if (source.readyState === 2) heard = Date.now() - SILENCE + AGAIN;
  }
  function awake() {
    if (!document.hidden && Date.now() - heard > AGAIN) listen();
    deliver();
  }
  addEventListener("online", awake);
  addEventListener("offline", cut);
  document.addEventListener("visibilitychange", awake);
  setInterval(() => { if (Date.now() - heard > SILENCE) { heard = Date.now(); listen(); } }, 1000);
  document.documentElement.classList.add("js");
  listen();
  deliver();
})();
