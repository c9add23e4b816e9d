// Buttons that copy commands, blocks and messages. What they copy is what the page shows, read when
// it is wanted: the values that were filled in are in it.

// What the page shows of a command and nobody pastes; of a block, less is left out.
const besideCommand = '.risk, .prompt, .in, .out, .note, button';
const besideBlock = '.risk, button';

// A copy of `element` that holds only what is to be copied.
function bare(element, beside) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(beside).forEach((other) => other.remove());
  copy.querySelectorAll('[id]').forEach((other) => other.removeAttribute('id'));
  let last = copy.lastChild;
  while (last && last.lastChild) last = last.lastChild;
  if (last && last.nodeType === Node.TEXT_NODE) last.data = last.data.replace(/\n$/, '');
  return copy;
}

// The parts of a figure, or of one command in it, that are copied, a line end between them.
function partsOf(figure, command) {
  if (command) return [bare(command, besideCommand)];
  if (figure.dataset.copies === 'commands') {
    return Array.from(figure.querySelectorAll('.cmd'), (part) => bare(part, besideCommand));
  }
  return [bare(figure.querySelector('code'), besideBlock)];
}

function textOf(parts) {
  return parts.map((part) => part.textContent).join('\n');
}

function firstLine(text) {
  const line = text.trim().split('\n', 1)[0];
  return line.length > 60 ? line.slice(0, 60) + '…' : line;
}

// What pressing a button would copy: `text`, `shown` (secret values hidden), the parts as they show
// it, which commands destroy, and what to think of before.
function readCopy(figure, command) {
  const parts = partsOf(figure, command);
  const shown = textOf(parts);
  const filled = parts.map((part) => part.cloneNode(true));
  const state = fillIn(filled, figure.dataset.role === 'shell');
  const text = textOf(filled);
  const commands = command ? [command] : Array.from(figure.querySelectorAll('.cmd'));
  return {
    parts,
    shown,
    text: figure.dataset.role === 'message' ? text.trimEnd() : text,
    missing: state.missing,
    special: state.special,
    linked: state.linked,
    destroying: commands.filter((part) => part.dataset.risk === 'destroy'),
    anchor: command ? command.id : figure.id,
  };
}

function warningOf(copy) {
  const warnings = [];
  if (copy.missing.length > 0) warnings.push(counted('copy.missing', copy.missing));
  if (copy.special.length > 0) warnings.push(counted('copy.special', copy.special));
  return warnings.join(' ');
}

// Copies, and says on `button` and for the log what became of it; to the promise, too.
function deliver(copy, button) {
  return copyText(copy.text).then((copied) => {
    const warning = warningOf(copy);
    showOutcome(button, copied, warning);
    if (copied) {
      showNotice(warning, copy.missing);
      record('copied', copy.shown, copy.anchor);
    }
    return copied;
  });
}

// What destroys is asked about first, and so is what a link might have smuggled in.
function copyFrom(button, figure, command) {
  const copy = readCopy(figure, command);
  if (copy.destroying.length > 0 || copy.linked.length > 0) {
    confirmCopy(copy, button);
    return;
  }
  deliver(copy, button).then((copied) => {
    if (!copied) confirmCopy(copy, button, true);
  });
}

function copyButton(label, figure, command) {
  const parts = partsOf(figure, command);
  const asks = (command || figure).matches('[data-risk="destroy"]') ||
    (!command && figure.querySelector('.cmd[data-risk="destroy"]'));
  const button = make('button', 'copy', asks ? label + '…' : label);
  button.type = 'button';
  button.setAttribute('aria-label', button.textContent + ': ' + firstLine(textOf(parts)));
  button.addEventListener('click', () => copyFrom(button, figure, command));
  return button;
}

function addButtons(figure) {
  // What a command prints is there to be compared, not pasted.
  if (figure.dataset.role === 'output') return;
  const all = figure.querySelectorAll('.cmd');
  const only = all.length === 1 && !all[0].classList.contains('part') ? all[0] : undefined;
  if (all.length > 1) {
    all.forEach((command) => {
      if (command.classList.contains('part')) return;
      command.prepend(copyButton(words.copy, figure, command));
    });
  }
  const label = all.length > 1 ? words['copy.all'] : words.copy;
  figure.querySelector('figcaption').append(copyButton(label, figure, only));
}

document.querySelectorAll('figure.code').forEach(addButtons);
