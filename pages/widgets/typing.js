// What one is typing in a form of ours counts at once (kept_forms.py). Streamlit takes a text when
// its field is left, and another device may move the talk on before that. So after every key the
// field hears that it was left. It keeps the focus, and no new run starts.
document.addEventListener("input", ({ target, isComposing }) => {
  const fields =
    "[data-testid=stTextInputField], [data-testid=stTextArea] textarea, [data-testid=stNumberInputField]";
  if (isComposing || !target.matches(fields) || !target.closest('[class*="st-key-kept-"]')) return;
  // Later, when the screen has taken the key in.
  setTimeout(() => target.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
});
