// One step at a time. The page itself is shown, with all put away that is not the step or what has
// to be known to do it, so that ids, ticks and buttons stay the ones that they are.

const dangerWords = /^\W*(warning|danger|caution|attention|important)\b|⚠|🚨|⛔|🛑/i;

function isWarning(node) {
  return node.matches('.alert-warning, .alert-caution, .alert-important') ||
    (/^(P|BLOCKQUOTE|UL)$/.test(node.tagName) && dangerWords.test(node.textContent.slice(0, 60)));
}

// What the text consists of, in order: its blocks, and the items of lists of steps.
function textPieces() {
  const pieces = [];
  const waiting = [...doc.children].reverse();
  while (waiting.length) {
    const node = waiting.pop();
    if (node.matches('.steps-line, summary')) continue;
    const holds = !node.matches('li, .step-head') && node.querySelector('li > .tick, .step-head');
    if (holds) waiting.push(...[...node.children].reverse());
    else pieces.push(node);
  }
  return pieces;
}

// The element that stands for a step or heading among the pieces.
const pieceOf = (element) => element.closest('.step-head') || element;

function headingIn(piece) {
  if (piece.matches('.step-head')) return piece.lastElementChild;
  return /^H[1-6]$/.test(piece.tagName) ? piece : null;
}

const levelOf = (heading) => Number(heading.tagName[1]);

// The pieces before the first step of a group; those of steps outside of sections have the words
// before any heading.
function openingOf(group, pieces, place) {
  const first = place.get(pieceOf(group.steps[0].element));
  if (group.heading) return pieces.slice(place.get(pieceOf(group.heading)) + 1, first);
  const before = pieces.slice(0, first);
  const heading = before.findIndex(headingIn);
  return heading < 0 ? before : before.slice(0, heading);
}

// The pieces behind the last step of its group, as far as the section goes.
function endingOf(step, pieces, place) {
  const from = place.get(pieceOf(step.element)) + 1;
  const top = step.group.heading || (step.level ? step.element : step.under[0]);
  const isEnd = (piece) => headingIn(piece) && levelOf(headingIn(piece)) <= (top ? levelOf(top) : 6);
  const end = pieces.slice(from).findIndex(isEnd);
  return pieces.slice(from, end < 0 ? pieces.length : from + end);
}

// Sets for each step the pieces that lead to it (`lead`) and those that belong to it beside its own
// (`after`). What lies between two steps belongs to the first; from a heading on that only the
// second stands under, to the second. Text right between two items may be meant for either: both
// show it.
function arrangeSteps() {
  const pieces = textPieces();
  const place = new Map(pieces.map((piece, i) => [piece, i]));
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    step.lead = [];
    step.after = [];
    if (before && before.group === step.group) {
      const gap = pieces.slice(place.get(pieceOf(before.element)) + 1, place.get(pieceOf(step.element)));
      const turn = gap.findIndex((piece) => step.under.includes(headingIn(piece)));
      before.after = turn < 0 ? gap : gap.slice(0, turn);
      if (turn >= 0) step.lead = gap.slice(turn);
      else if (!step.level) step.lead = gap.filter((piece) => !piece.matches('figure'));
      step.opens = step.lead.length > 0;
      // The items of one list have the same things to know.
      if (!step.level && before.element.parentNode === step.element.parentNode) step.lead = before.lead;
    } else if (step.group.steps[0] === step) {
      step.lead = openingOf(step.group, pieces, place);
      step.opens = true;
    }
    const next = steps[i + 1];
    if (!next || next.group !== step.group) step.after = endingOf(step, pieces, place);
  });
}

// What must stay in sight on a step that does not come right after it: warnings, and a few words.
function kept(step, all) {
  const short = step.lead.length < 3 && step.lead.reduce((n, piece) => n + piece.textContent.length, 0) < 400;
  if (all || step.opens || short) return step.lead;
  return step.lead.filter((piece) => isWarning(piece) || headingIn(piece));
}

function warningsAbove(step) {
  const found = [];
  for (const earlier of step.group.steps) {
    if (earlier === step) break;
    for (const piece of earlier.lead) {
      const heading = headingIn(piece);
      if (heading ? step.under.includes(heading) : isWarning(piece) && isAbove(piece, step)) found.push(piece);
    }
  }
  return found;
}

// Whether the heading that `piece` stands under is one that the step stands under, too.
function isAbove(piece, step) {
  let at = piece.previousElementSibling;
  while (at && !headingIn(at)) at = at.previousElementSibling;
  return !at || step.under.includes(headingIn(at));
}

let focused = null;  // the step in view
let focusAll = false;  // with everything before the steps

const focusTop = document.createElement('header');
const focusTitle = document.createElement('h1');  // the page's own is put away
const focusWhere = document.createElement('p');
const focusMore = stepButton(words['focus.more'], () => {
  focusAll = !focusAll;
  showStep(focused);
});
const focusFoot = document.createElement('div');
const focusLine = document.createElement('progress');
const previousButton = stepButton(words['focus.previous'], () => move(-1));
const doneButton = stepButton(words['focus.done'], finishStep, 'small-button main');
const nextButton = stepButton(words['focus.next'], () => move(1));
const focusEnd = document.createElement('p');

// The page's parameters are put away too, until a command wants one filled in.
const parameterPanel = doc && document.querySelector('.parameters');

function showParameters() {
  if (!focused || !parameterPanel) return;
  parameterPanel.classList.remove('put-away');
  for (const folded of parameterPanel.querySelectorAll('details')) folded.open = true;
}

function buildFocus() {
  focusTop.className = 'focus-top';
  focusTitle.tabIndex = -1;
  focusWhere.className = 'note';
  const leave = stepButton(words['focus.leave'], closeFocus);
  const names = document.createElement('div');
  names.append(focusTitle, focusWhere);
  focusTop.append(names, focusMore);
  if (parameterPanel) {
    focusTop.append(stepButton(words['focus.parameters'], () => {
      showParameters();
      parameterPanel.scrollIntoView();
      const input = parameterPanel.querySelector('input');
      if (input) input.focus({ preventScroll: true });
    }));
  }
  focusTop.append(leave);
  focusFoot.className = 'focus-foot';
  for (const [each, key] of [[previousButton, 'p'], [doneButton, 'd'], [nextButton, 'n']]) {
    each.dataset.key = key;
    each.setAttribute('aria-keyshortcuts', key);
  }
  focusLine.setAttribute('aria-label', words['steps.label']);
  focusEnd.className = 'focus-end';
  focusFoot.append(focusLine, previousButton, doneButton, nextButton);
}

// All that stands beside the text on the way up to the body.
function putPageAway(away) {
  for (let at = doc; at !== document.body; at = at.parentNode) {
    for (const beside of at.parentNode.children) {
      const stays = beside === at || beside.matches('.live, script, dialog, .focus-top, .focus-foot');
      if (!stays) beside.classList.toggle('put-away', away);
    }
  }
  document.documentElement.classList.toggle('focusing', away);
}

// The step that the reader is at, or the one to go on with in the procedure that they are at.
function stepAtHand() {
  const line = window.innerHeight / 3;
  const outline = [...doc.querySelectorAll('h1, h2, h3, h4, h5, h6, li[data-step]')];
  const here = outline.findLast((element) => pieceOf(element).getBoundingClientRect().top <= line);
  const step = steps.find((each) => each.element === here);
  if (step) return step;
  const group = stepGroups.find((each) => here && each.heading === here);
  return group ? nextStep(group) : stepToResume();
}

function openFocus(step) {
  if (!step) return;
  if (!focusTop.isConnected) {
    buildFocus();
    arrangeSteps();
    doc.before(focusTop);
    doc.after(focusFoot);
  }
  focusTop.hidden = focusFoot.hidden = false;
  putPageAway(true);
  showStep(step);
}

function closeFocus() {
  const step = focused;
  focused = null;
  remember('focused', null);
  for (const piece of doc.querySelectorAll('.put-away')) piece.classList.remove('put-away');
  focusTop.hidden = focusFoot.hidden = true;
  focusEnd.remove();
  putPageAway(false);
  goToStep(step);
}

function showStep(step) {
  const changed = step !== focused;
  if (changed) focusAll = false;
  focused = step;
  remember('focused', step.key);
  const own = pieceOf(step.element);
  const shown = new Set([own, ...warningsAbove(step), ...kept(step, focusAll), ...step.after]);
  for (const piece of textPieces()) piece.classList.toggle('put-away', !shown.has(piece));
  for (const list of doc.querySelectorAll('ol.ticks')) {
    list.classList.toggle('put-away', !list.contains(own));
  }
  for (const box of doc.querySelectorAll('details')) if (box.contains(own)) box.open = true;
  focusMore.hidden = focusAll || kept(step, false).length === step.lead.length;
  sayStep(step);
  if (!changed) return;
  if (parameterPanel) parameterPanel.classList.add('put-away');
  window.scrollTo({ top: 0, behavior: 'instant' });
  focusTitle.focus({ preventScroll: true });
  announce(step.title);
}

function sayStep(step) {
  const all = step.group.steps;
  const n = all.indexOf(step) + 1;
  focusTitle.textContent = stepWords('focus.title', { n, total: all.length });
  const page = document.querySelector('h1').textContent;
  focusWhere.textContent = (step.group.title ? step.group.title + ' · ' : '') + page;
  focusLine.max = all.length;
  focusLine.value = doneIn(step.group);
  previousButton.disabled = n === 1;
  nextButton.disabled = n === all.length;
  doneButton.textContent = isTicked(step) ? words['focus.undo'] : words['focus.done'];
  doneButton.classList.toggle('main', !isTicked(step));
  sayEnd(step.group);
}

// When all is done, where to go on: the section behind.
function sayEnd(group) {
  focusEnd.remove();
  if (doneIn(group) < group.steps.length) return;
  focusEnd.textContent = stepWords('steps.all', { total: group.steps.length }) + ' ';
  const later = stepGroups[stepGroups.indexOf(group) + 1];
  const level = group.heading ? group.heading.tagName : 'H2';
  const headings = [...doc.querySelectorAll(level)];
  const next = group.heading ? headings[headings.indexOf(group.heading) + 1] : later && later.heading;
  if (next) {
    focusEnd.append(stepButton(stepWords('focus.on', { section: firstWords(next) }), () => {
      if (later && later.heading === next) openFocus(nextStep(later));
      else {
        closeFocus();
        next.scrollIntoView();
      }
    }));
  }
  doc.after(focusEnd);
}

function move(by) {
  const all = focused.group.steps;
  const step = all[all.indexOf(focused) + by];
  if (step) showStep(step);
}

function finishStep() {
  const step = focused;
  tick(step, !isTicked(step));
  if (isTicked(step) && step !== step.group.steps[step.group.steps.length - 1]) {
    move(1);
    announce(progressOf(step.group) + '. ' + focused.title);
  } else {
    sayStep(step);
  }
}

// Single keys are for a page that is read: not while one types, scrolls code, or answers a dialog.
function isBusy(event) {
  const at = event.target;
  const types = at.matches('textarea, select, [contenteditable], input:not([type="checkbox"])');
  return types || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]');
}

const focusKeys = {
  n: () => move(1), ArrowRight: () => move(1), p: () => move(-1), ArrowLeft: () => move(-1),
  d: finishStep, ' ': finishStep, Escape: closeFocus,
};

function onFocusKey(event) {
  if (event.defaultPrevented || isBusy(event)) return;
  if (!focused) {
    if (event.key === 'f' && keysOn()) openFocus(stepAtHand());
    else return;
  } else {
    const presses = event.target.matches('button, a, input, summary');
    const scrolls = event.target.matches('pre, [tabindex="0"]');
    if (event.key === ' ' && presses) return;
    if (event.key.startsWith('Arrow') && scrolls) return;
    if (!Object.hasOwn(focusKeys, event.key)) return;
    if (event.key.length === 1 && event.key !== ' ' && !keysOn()) return;
    focusKeys[event.key]();
  }
  event.preventDefault();
}

// Speech input says letters that are no shortcuts, so they can be switched off (WCAG 2.1.4).
function keysOn() {
  return recall('keys', true) !== false;
}

// A link to what is put away leads to its step, or out of the view.
function followLink(event) {
  const link = event.target.closest('a[href^="#"]');
  const target = link && focused && document.getElementById(decoded(link.hash.slice(1)));
  if (!target || target.checkVisibility()) return;
  const step = steps.find((each) => pieceOf(each.element).contains(target) || each.under.includes(target));
  if (step) {
    event.preventDefault();
    showStep(step);
  } else {
    closeFocus();
  }
}

if (steps.length) {
  document.addEventListener('keydown', onFocusKey);
  doc.addEventListener('click', followLink);
  // Before what is clicked goes there.
  document.addEventListener('click', (event) => {
    if (event.target.closest('var, .notice')) showParameters();
  }, true);
  document.addEventListener('runbook:recorded', () => {
    if (focused) sayStep(focused);
  });
  // The page was published anew, or reloaded, in the middle of the work.
  const entry = performance.getEntriesByType('navigation')[0];
  const was = entry && entry.type === 'reload' && steps.find((step) => step.key === recall('focused', null));
  if (was) openFocus(was);
}
