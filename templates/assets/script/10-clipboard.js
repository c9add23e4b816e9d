// Copying text, on secure origins and elsewhere.

const live = document.querySelector('.live');

// Over plain HTTP browsers withhold the clipboard, but a selection can still be copied.
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.setAttribute('aria-hidden', 'true');
  area.className = 'live';
  // A dialog makes all outside of it inert, and what is inert cannot be selected.
  (document.querySelector('dialog[open]') || document.body).appendChild(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch (refused) {
    copied = false;
  }
  area.remove();
  if (focused) focused.focus();
  return copied;
}

// A promise of whether `text` is on the clipboard.
function copyText(text) {
  if (!navigator.clipboard || !window.isSecureContext) {
    return Promise.resolve(copyBySelection(text));
  }
  return navigator.clipboard.writeText(text).then(
    () => true, () => copyBySelection(text));
}

// Says `text` to screen readers.
function announce(text) {
  live.textContent = text;
}

// A button's text, and its name, which begins with that text where it has one of its own.
function labelButton(button, text) {
  const name = button.getAttribute('aria-label');
  if (name && name.startsWith(button.textContent)) {
    button.setAttribute('aria-label', text + name.slice(button.textContent.length));
  }
  button.textContent = text;
}

// Shows for two seconds on the button what became of its work; `note` is said, too.
function showOutcome(button, copied, note = '') {
  if (!button.dataset.label) button.dataset.label = button.textContent;
  labelButton(button, copied ? words['copy.done'] : words['copy.failed']);
  button.classList.toggle('done', copied);
  announce([button.textContent, note].filter(Boolean).join('. '));
  clearTimeout(Number(button.dataset.timer));
  button.dataset.timer = String(setTimeout(() => {
    labelButton(button, button.dataset.label);
    button.classList.remove('done');
  }, 2000));
}

// An element with a class and text; text never becomes mark-up.
function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

// A button whose work cannot be taken back: it asks, and acts when it is pressed again soon.
function askFirst(button, question, action) {
  const label = button.textContent;
  let timer = 0;
  const settle = () => {
    clearTimeout(timer);
    timer = 0;
    button.textContent = label;
  };
  button.addEventListener('click', () => {
    if (timer) {
      settle();
      action();
    } else {
      button.textContent = question;
      timer = setTimeout(settle, 5000);
    }
  });
}

// The words under `key`.one or `key`.other, with `{n}` and `{names}` (the first few) filled.
function counted(key, names) {
  const few = names.length > 6 ? [...names.slice(0, 6), '…'] : names;
  return words[key + (names.length === 1 ? '.one' : '.other')]
    .replace('{n}', String(names.length))
    .replace('{names}', () => few.join(', '));
}
