// What one typed and did not record yet survives F5, a crashed tab and a restart of the browser: it
// waits in this tab (sessionStorage) and nowhere else, until it is recorded or emptied. Streamlit
// forgets it: a new page starts with the fields as they are recorded.
{
  const FIELDS =
    "[data-testid=stTextInputField], [data-testid=stTextArea] textarea, [data-testid=stNumberInputField], [data-testid=stChatInputTextArea]";
  const LINE = "[data-testid=stChatInputTextArea]";
  const KEPT = '[class*="st-key-kept-"]';
  const MARK = "unsent|";
  const SOON = 2000;
  const waiting = new Set(Object.keys(sessionStorage).filter((name) => name.startsWith(MARK)));
  const typed = new Set();
  const sent = new Map(); // name -> when the button of its form was pressed

  const nameOf = (field) => {
    const address = new URLSearchParams(location.search);
    const key = field.closest('[class*="st-key-"]')?.className.match(/st-key-\S+/);
    return key && MARK + (address.get("sessie") ?? address.get("schrijver") ?? "") + key[0];
  };
  const forget = (name) => {
    for (const names of [waiting, typed, sent]) names.delete(name);
    sessionStorage.removeItem(name);
  };
  const keep = (field) => {
    const name = nameOf(field);
    if (!name) return;
    waiting.delete(name);
    sent.delete(name);
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
  // The line to type in is emptied when Enter is pressed. If the connection was lost before the page
  // was at rest again, nobody knows whether it arrived: it stands there again, and one can see.
  let wasCut = false;
  const isAtRest = () => {
    const app = document.querySelector("[data-testid=stApp]")?.dataset;
    const isConnected = app?.testConnectionState === "CONNECTED";
    wasCut ||= !isConnected;
    return isConnected && app.testScriptState === "notRunning";
  };

  document.addEventListener("input", ({ target }) => target.matches(FIELDS) && keep(target));
  // A field outside our forms saves itself when it is left.
  document.addEventListener("focusout", ({ target, isTrusted }) => {
    const saves = isTrusted && target.matches(FIELDS) && !target.matches(LINE);
    if (saves && !target.closest(KEPT)) forget(nameOf(target));
  });
  document.addEventListener("click", ({ target }) => {
    for (let form = target.closest("button")?.closest(KEPT); form; form = form.parentElement.closest(KEPT))
      for (const field of form.querySelectorAll(FIELDS)) sent.set(nameOf(field), Date.now());
  }, true);

  setInterval(() => {
    if (!(waiting.size || typed.size) || !isAtRest()) return;
    const fields = new Map([...document.querySelectorAll(FIELDS)].map((field) => [nameOf(field), field]));
    for (const name of [...waiting].filter((each) => fields.has(each))) {
      const [field, text] = [fields.get(name), sessionStorage.getItem(name)];
      if (field.value === text) forget(name);
      else type(field, text);
    }
    for (const name of typed) {
      const [field, text] = [fields.get(name), sessionStorage.getItem(name)];
      if (wasCut && text && field?.matches(LINE) && !field.value) type(field, text);
      // Recorded: the form is empty again, or went away after its button was pressed.
      else if (field ? field.value !== text : sent.has(name)) forget(name);
      // Not recorded, and the form stays: what is wrong with it stands beside it.
      else if (Date.now() - sent.get(name) > SOON) sent.delete(name);
    }
    wasCut = false;
  }, 300);
}
