// What a reader sees before something dangerous is on the clipboard, and of what was copied with a
// value missing.

let notice = null;

// At the foot of the window, until the next copy or for ten seconds; screen readers have heard it.
function showNotice(text, missing) {
  if (notice) notice.remove();
  notice = null;
  if (!text) return;
  const shown = notice = make('div', 'notice');
  shown.append(make('p', '', text));
  const parameter = [...parameters.values()].find(({ value, places }) =>
    value === '' && places.some((place) => missing.includes(place.text)));
  if (parameter) {
    shown.append(panelButton(words['parameters.fill'], () => {
      shown.remove();
      goFill(parameter, parameter.places[0].element);
    }));
  }
  document.querySelector('main').append(shown);
  setTimeout(() => {
    if (!shown.matches(':hover, :focus-within')) shown.remove();
  }, 10000);
}

function riskOf(command) {
  const note = command.querySelector('.risk') ||
    command.closest('figure').querySelector('figcaption .risk');
  return note ? note.textContent.trim() : '';
}

// The text as the page shows it, so that what is filled in and what is missing stands out.
function preview(copy) {
  const code = make('code');
  copy.parts.forEach((part, index) => {
    if (index > 0) code.append('\n');
    code.append(...part.childNodes);
  });
  const box = make('pre', 'preview');
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', words['confirm.text']);
  box.append(code);
  return box;
}

function selectText(element) {
  const selection = getSelection();
  selection.removeAllRanges();
  selection.selectAllChildren(element);
}

// Why to stop: of each command that destroys its reason, once.
function reasonsOf(copy) {
  const reasons = [...new Set(copy.destroying.map(riskOf))].filter(Boolean);
  const list = make('ul', 'reasons');
  reasons.forEach((reason) => list.append(make('li', '', reason)));
  if (copy.linked.length > 0) list.append(make('li', '', counted('confirm.linked', copy.linked)));
  return list;
}

// Asks before `copy` is copied for `button`. `failed`: the browser refused, so the reader has to do
// it, and finds the text selected.
function confirmCopy(copy, button, failed = false) {
  showNotice('');
  const dialog = make('dialog', 'confirm');
  const title = make('h2', '', failed ? words['confirm.failed']
    : copy.destroying.length > 0 ? words['confirm.destroys'] : words['confirm.title']);
  title.id = 'page.confirm';
  dialog.setAttribute('aria-labelledby', title.id);
  const box = preview(copy);
  // The reader copies what is shown, so nothing of it may be hidden.
  if (failed) box.firstChild.textContent = copy.text;
  const warning = make('p', 'warn', warningOf(copy));
  const cancel = panelButton(failed ? words['confirm.close'] : words['confirm.cancel'],
    () => dialog.close());
  cancel.autofocus = true;
  const actions = make('div', 'actions');
  actions.append(cancel);
  if (!failed) {
    const go = panelButton(words['confirm.copy'], () => {
      deliver(copy, button).then((copied) => {
        if (copied) {
          dialog.close();
        } else {
          title.textContent = words['confirm.failed'];
          box.firstChild.textContent = copy.text;
          selectText(box);
        }
      });
    });
    go.classList.add('danger');
    actions.append(go);
  }
  dialog.append(title, reasonsOf(copy), box, warning, actions);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  if (failed) selectText(box);
}
