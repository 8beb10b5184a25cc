// Keeps what is typed in a form on this device until it has arrived (components/draft.html, network/kept_forms.py).
// Every word stands in the page. Where storage is denied or full, the form works without.

const PREFIX = "draft:";
const LASTS = 7 * 24 * 60 * 60 * 1000; // milliseconds
const NEVER = "button, fieldset, [type=password], [type=hidden], [type=file], [autocomplete=off],"
  + "[autocomplete=one-time-code], [data-draft=never], [data-draft=never] *";

const attempt = (action) => { try { return action(); } catch { return null; } };
const stores = { device: attempt(() => localStorage), tab: attempt(() => sessionStorage) };

function forget(isOver) {
  for (const store of Object.values(stores)) attempt(() => {
    for (const key of Object.keys(store)) {
      if (key.startsWith(PREFIX) && isOver(key, attempt(() => JSON.parse(store[key])))) store.removeItem(key);
    }
  });
}

function questionsOf(form) { // name → its inputs
  const questions = new Map();
  for (const input of form.elements) {
    if (input.name && !input.matches(NEVER)) questions.set(input.name, [...(questions.get(input.name) ?? []), input]);
  }
  return questions;
}

function answer(inputs, at) { // at: "default", as the server wrote it, or "now"
  const first = at === "default";
  return JSON.stringify(inputs.flatMap((input) => {
    if (/checkbox|radio/.test(input.type)) return (first ? input.defaultChecked : input.checked) ? [input.value] : [];
    if (input.options) return [...input.options].filter((one) => first ? one.defaultSelected : one.selected).map((one) => one.value);
    return [first ? input.defaultValue : input.value];
  }));
}

function fillIn(inputs, kept) {
  const values = JSON.parse(kept);
  inputs.forEach((input, number) => {
    if (/checkbox|radio/.test(input.type)) input.checked = values.includes(input.value);
    else if (input.options) for (const one of input.options) one.selected = values.includes(one.value);
    else input.value = values[number] ?? "";
  });
}

function lookAfter(note) {
  const form = note.closest("form");
  const key = PREFIX + note.dataset.draft;
  const { owner, store } = note.dataset;
  let kept = attempt(() => JSON.parse(stores[store].getItem(key)));
  kept = (kept?.owner === owner && kept.answers) || {}; // name → [what the server wrote, what was typed over it]

  const keep = () => {
    for (const [name, inputs] of questionsOf(form)) {
      const before = kept[name]?.[0] ?? answer(inputs, "default");
      kept[name] = [before, answer(inputs, "now")];
      if (kept[name][0] === kept[name][1]) delete kept[name];
    }
    attempt(() => Object.keys(kept).length
      ? stores[store].setItem(key, JSON.stringify({ at: Date.now(), owner, answers: kept }))
      : stores[store].removeItem(key));
  };

  let isRestored = false;
  for (const [name, inputs] of questionsOf(form)) {
    const [before, typed] = kept[name] ?? [];
    const written = answer(inputs, "default");
    if (written === before && answer(inputs, "now") !== typed) {
      attempt(() => fillIn(inputs, typed));
      isRestored = true;
    } else if (written !== before && written !== typed) delete kept[name]; // changed elsewhere since
  }
  if (isRestored) {
    note.append(form.querySelector("template[data-draft-restored]").content.cloneNode(true));
    note.querySelector("button").addEventListener("click", () => {
      form.reset();
      kept = {};
      keep();
      note.replaceChildren();
      form.querySelector(".field :is(input, textarea, select)")?.focus();
    });
  }

  const offline = form.querySelector("[data-draft-offline]");
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => {
    keep(); // what the browser filled in by itself
    if (navigator.onLine) return;
    event.preventDefault(); // the browser would show its own page instead
    (event.submitter?.parentElement ?? form.lastElementChild).before(offline);
    offline.hidden = false;
    offline.focus();
  });
  addEventListener("online", () => { offline.hidden = true; });
}

const arrived = [...document.querySelectorAll("[data-draft-done]")].map((mark) => mark.dataset.draftDone);
forget((key, draft) => arrived.includes(key) || arrived.includes(`${PREFIX}*`) || !(Date.now() - draft?.at < LASTS));
document.querySelectorAll("form [data-draft][role=status]").forEach(lookAfter);
