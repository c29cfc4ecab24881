// What one typed and did not record yet survives F5: it waits in this tab (sessionStorage) and
// nowhere else, until it is recorded or emptied. Streamlit forgets it: a new page starts with the
// fields as they are recorded.
{
  const FIELDS =
    "[data-testid=stTextInputField], [data-testid=stTextArea] textarea, [data-testid=stNumberInputField], [data-testid=stChatInputTextArea]";
  const LINE = "[data-testid=stChatInputTextArea]";
  const KEPT = '[class*="st-key-kept-"]';
  const MARK = "unsent|";
  const TICK = 300;
  const SOON = 2000;
  const waiting = new Set(Object.keys(sessionStorage).filter((name) => name.startsWith(MARK)));
  const typed = new Set();
  const sent = new Map(); // name -> when the button of its form was pressed
  const gone = new Map(); // name -> when it went to the server: by Enter, or by leaving the field
  let ran = 0; // when a run began: the server then had what went to it before

  const nameOf = (field) => {
    const address = new URLSearchParams(location.search);
    const key = field.closest('[class*="st-key-"]')?.className.match(/st-key-\S+/);
    return key && MARK + (address.get("sessie") ?? address.get("schrijver") ?? "") + key[0];
  };
  const forget = (name) => {
    for (const names of [waiting, typed, sent, gone]) names.delete(name);
    sessionStorage.removeItem(name);
  };
  const keep = (field) => {
    const name = nameOf(field);
    if (!name) return;
    waiting.delete(name);
    sent.delete(name);
    gone.delete(name);
    typed.add(name);
    try {
      sessionStorage.setItem(name, field.value);
    } catch {
      sessionStorage.removeItem(name); // full: the page goes on as Streamlit made it
    }
  };
  const type = (field, text) => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  // Of what went to the server just before the connection was lost, nobody knows whether it arrived.
  // The line to type in is empty by then: the text stands there again, and one can see.
  let wasCut = false;
  const isAtRest = () => {
    const app = document.querySelector("[data-testid=stApp]")?.dataset;
    const isConnected = app?.testConnectionState === "CONNECTED";
    wasCut ||= !isConnected;
    return isConnected && app.testScriptState === "notRunning";
  };

  document.addEventListener("input", ({ target }) => target.matches(FIELDS) && keep(target));
  // A field outside our forms saves itself when it is left, unless the connection is lost just then.
  document.addEventListener("focusout", ({ target, isTrusted }) => {
    const saves = isTrusted && target.matches(FIELDS) && !target.matches(LINE);
    if (saves && !target.closest(KEPT)) gone.set(nameOf(target), Date.now());
  });
  document.addEventListener("keydown", ({ target, key }) => {
    const saves = target.matches(FIELDS) && (target.matches(LINE) || !target.closest(KEPT));
    if (key === "Enter" && saves) gone.set(nameOf(target), Date.now());
  }, true);
  document.addEventListener("click", ({ target }) => {
    const line = target.closest("[data-testid=stChatInput]")?.querySelector(LINE);
    if (line && target.closest("button")) gone.set(nameOf(line), Date.now());
    for (let form = target.closest("button")?.closest(KEPT); form; form = form.parentElement.closest(KEPT))
      for (const field of form.querySelectorAll(FIELDS)) sent.set(nameOf(field), Date.now());
  }, true);

  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.dataset.testScriptState === "running")) ran = Date.now();
  }).observe(document, { subtree: true, attributeFilter: ["data-test-script-state"] });

  setInterval(() => {
    if (!(waiting.size || typed.size) || !isAtRest()) return;
    const fields = new Map([...document.querySelectorAll(FIELDS)].map((field) => [nameOf(field), field]));
    for (const name of [...waiting].filter((each) => fields.has(each))) {
      const [field, text] = [fields.get(name), sessionStorage.getItem(name)];
      waiting.delete(name);
      typed.add(name);
      if (field.value !== text) type(field, text);
    }
    for (const name of typed) {
      const [field, text] = [fields.get(name), sessionStorage.getItem(name)];
      const [isLine, arrived] = [field?.matches(LINE), ran > gone.get(name) && !wasCut];
      if (isLine && wasCut && text && !field.value) type(field, text);
      // Recorded: the app put something else there, or the form went away after its button.
      else if (arrived || (field ? !isLine && field.value !== text : sent.has(name))) forget(name);
      // Another device moved the talk on while one was typing: until one comes back.
      else if (!field) typed.delete(name) && waiting.add(name);
      // Not recorded, and the form stays: what is wrong with it stands beside it.
      else if (Date.now() - sent.get(name) > SOON) sent.delete(name);
    }
    wasCut = false;
  }, TICK);
}
