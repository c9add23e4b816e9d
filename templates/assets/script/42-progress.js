// How far the reader is: beside the heading of each procedure, and at the foot of the window once
// anything was done.

function stepButton(label, action, kind) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = kind || 'small-button';
  made.textContent = label;
  made.addEventListener('click', action);
  return made;
}

function progressText(group) {
  const total = group.steps.length;
  const done = doneIn(group);
  if (done === total) return stepWords('steps.all', { total });
  return stepWords('steps.progress', { done, total });
}

// The same with the section's name, where there is more than one.
function progressOf(group) {
  return (group.title && stepGroups.length > 1 ? group.title + ': ' : '') + progressText(group);
}

function addStartLine(group) {
  if (group.steps.length < 2) return;
  const line = document.createElement('p');
  line.className = 'steps-line';
  group.said = document.createElement('span');
  group.said.className = 'said';
  const view = stepButton(words['focus.open'], () => openFocus(nextStep(group)));
  if (group.title) view.setAttribute('aria-label', words['focus.open'] + ': ' + group.title);
  line.append(group.said, view);
  const first = group.steps[0].element;
  const before = group.heading && group.heading.parentNode.className === 'step-head' ? null : group.heading;
  if (before) before.after(line);
  else (first.closest('.step-head, ol')).before(line);
}

// The step to go on with: the first one after the last that was ticked, else the first left.
function nextStep(group) {
  const last = group.steps.findLastIndex(isTicked);
  return group.steps.find((step, i) => i > last && !isTicked(step)) ||
    group.steps.find((step) => !isTicked(step)) || group.steps[0];
}

// Where the work goes on; undefined on a page without steps.
function stepToResume() {
  const group = currentGroup();
  return group && nextStep(group);
}

// The group that was worked on last.
function currentGroup() {
  const last = steps.find((step) => step.key === ticked[ticked.length - 1]);
  return last ? last.group : stepGroups.find((group) => doneIn(group)) || stepGroups[0];
}

const progressBar = document.createElement('div');
const progressSaid = document.createElement('span');
const progressLine = document.createElement('progress');
const resumeButton = stepButton(words['steps.resume'], () => goToStep(stepToResume()), 'small-button main');
const focusButton = stepButton(words['focus.open'], () => openFocus(stepAtHand()), 'small-button focus-button');
const logButton = stepButton('', () => openLog(), 'small-button log-button');
const restartButton = stepButton(words['steps.restart'], () => {}, 'quiet-button');

// Ticks are work: one slip of the finger does not take them away.
askFirst(restartButton, words['steps.sure'], () => {
  untickAll();
  announce(words['steps.restarted']);
  const first = doc.querySelector('input.tick');
  if (first) first.focus();
});

function goToStep(step) {
  if (!step) return;
  const details = step.element.closest('details');
  if (details) details.open = true;
  const place = step.element.closest('.step-head') || step.element;
  const fits = place.getBoundingClientRect().height < window.innerHeight / 2;
  place.scrollIntoView({ block: fits ? 'center' : 'start' });
  step.box.focus({ preventScroll: true });
}

function showProgress() {
  for (const group of stepGroups) {
    if (!group.said) continue;
    const total = group.steps.length;
    group.said.textContent = doneIn(group) ? progressText(group) : stepWords('steps.count', { total });
  }
  const entries = recall('log', []).length;
  const any = steps.some(isTicked);
  progressBar.hidden = !any && !entries;
  for (const part of [progressSaid, progressLine, restartButton, resumeButton]) part.hidden = !any;
  focusButton.hidden = !steps.length;
  logButton.hidden = !entries;
  logButton.textContent = stepWords('log.open', { n: entries });
  if (!any) return;
  const group = currentGroup();
  progressSaid.textContent = progressOf(group);
  progressLine.max = group.steps.length;
  progressLine.value = doneIn(group);
  resumeButton.hidden = doneIn(group) === group.steps.length;
}

function addProgressBar() {
  const home = document.querySelector('main article');
  if (!home) return;
  progressBar.className = 'doing';
  progressBar.setAttribute('role', 'region');
  progressBar.setAttribute('aria-label', words['steps.label']);
  progressSaid.className = 'said';
  progressLine.setAttribute('aria-label', words['steps.label']);
  progressBar.append(progressLine, progressSaid, restartButton, resumeButton, focusButton, logButton);
  home.append(progressBar);
  stepGroups.forEach(addStartLine);
  showProgress();
  document.addEventListener('runbook:recorded', showProgress);
}

addProgressBar();
