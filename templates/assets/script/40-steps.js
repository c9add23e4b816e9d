// Steps that can be ticked off. What is ticked is known by its words, not by its number: a page
// that is published anew with one step more keeps its ticks.

const stepWords = (key, values) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name]);

// What a step or task says first, in one line: its title, if it begins with bold words.
function firstWords(element) {
  let text = '';
  const opening = element.querySelector(':scope > strong, :scope > p:first-of-type > strong:first-child');
  if (opening && element.textContent.trim().startsWith(opening.textContent.trim())) {
    return opening.textContent.replace(/\s+/g, ' ').replace(/[.:]\s*$/, '').trim();
  }
  for (const node of element.childNodes) {
    const tag = node.nodeName;
    if (tag === 'INPUT' || (node.classList && node.classList.contains('permalink'))) continue;
    const block = /^(P|DIV|FIGURE|UL|OL|PRE|TABLE|BLOCKQUOTE|DETAILS|HR|H[1-6])$/.test(tag);
    if (block && text.trim()) break;
    text += node.textContent;
    if (block && text.trim()) break;
  }
  text = text.replace(/\s+/g, ' ').trim();
  return text.length > 90 ? text.slice(0, 89).trimEnd() + '…' : text;
}

// Names for things by their words: the second with the same words has another.
function keyMaker() {
  const seen = new Map();
  return (title) => {
    const n = (seen.get(title) || 0) + 1;
    seen.set(title, n);
    return n > 1 ? title + ' #' + n : title;
  };
}

// A list that only points into the page is its table of contents.
function isContents(list) {
  return [...list.querySelectorAll(':scope > li')].every((item) => {
    const link = item.querySelector('a[href^="#"]:not(.permalink)');
    return link && firstWords(item) === link.textContent.trim();
  });
}

function numberOf(item) {
  const list = item.parentNode;
  return list.start + [...list.children].indexOf(item);
}

// The steps in their order, each with the headings that it stands under (`under`) and the group
// that it is counted in: the section nearest to the surface whose heading is no step itself.
function findSteps(doc) {
  const steps = [];
  const groups = new Map();
  const open = [];  // headings
  const keyFor = keyMaker();
  const outline = doc.querySelectorAll('h1, h2, h3, h4, h5, h6, li[data-step]');
  for (const element of outline) {
    const level = /^H/.test(element.tagName) ? Number(element.tagName[1]) : 0;
    while (level && open.length && open[open.length - 1].level >= level) open.pop();
    const counted = element.hasAttribute('data-step') && (level || !isContents(element.parentNode));
    if (counted) {
      for (const heading of open) if (heading.step) heading.step.holds = true;
      const top = open.find((heading) => !heading.step);
      const key = top ? top.element : doc;
      if (!groups.has(key)) groups.set(key, { heading: top && top.element, steps: [] });
      const step = { element, level, id: 'step.' + element.dataset.step, holds: false,
        under: open.map((heading) => heading.element), group: groups.get(key) };
      step.title = firstWords(element) || words['steps.untitled'];
      step.label = level ? step.title : numberOf(element) + '. ' + step.title;
      step.key = keyFor(step.title.replace(/^\W*(step|phase)?\s*\d+\s*[.:)–—-]*\s*/i, '') || step.title);
      steps.push(step);
    }
    if (level) open.push({ element, level, step: counted ? steps[steps.length - 1] : null });
  }
  // A heading with steps below it is done when they are.
  const single = steps.filter((step) => !step.holds);
  for (const step of single) step.group.steps.push(step);
  for (const group of groups.values()) {
    group.title = group.heading ? firstWords(group.heading) : '';
    for (const step of group.steps) step.entry = group.title ? group.title + ' › ' + step.label : step.label;
  }
  return single;
}

const doc = document.querySelector('.doc.doable');
const steps = doc ? findSteps(doc) : [];
const stepGroups = [...new Set(steps.map((step) => step.group))];

// The keys of what is ticked, in the order in which it was.
let ticked = recall('ticked', null);

function isTicked(step) {
  return step.box.checked;
}

function doneIn(group) {
  return group.steps.filter(isTicked).length;
}

function showTick(step, on) {
  step.box.checked = on;
  step.element.classList.toggle('ticked', on);
}

function tick(step, on) {
  showTick(step, on);
  ticked = ticked.filter((key) => key !== step.key);
  if (on) ticked.push(step.key);
  remember('ticked', ticked);
  record(on ? 'ticked' : 'unticked', step.entry, step.id);
  announce(progressOf(step.group));
}

function untickAll() {
  for (const step of steps) showTick(step, false);
  for (const box of taskBoxes) box.checked = box.defaultChecked;
  remember('tasks', {});
  ticked = [];
  remember('ticked', ticked);
  record('restarted', words['steps.restarted'], '');
}

// The step's number stands in its box; a heading says its own.
function addBox(step) {
  const own = step.element.querySelector(':scope > input[type="checkbox"]');
  const box = own || document.createElement('input');
  box.type = 'checkbox';
  box.disabled = false;
  box.className = 'tick';
  box.setAttribute('aria-label', stepWords('steps.tick', { step: step.label }));
  step.box = box;
  if (step.level) {
    const row = document.createElement('div');
    row.className = 'step-head';
    step.element.replaceWith(row);
    row.append(box, step.element);
  } else {
    box.dataset.number = String(numberOf(step.element));
    step.element.classList.remove('task');
    step.element.prepend(box);
    step.element.parentNode.classList.add('ticks');
  }
  box.addEventListener('change', () => tick(step, box.checked));
}

steps.forEach(addBox);
if (!Array.isArray(ticked)) ticked = steps.filter(isTicked).map((step) => step.key);
for (const step of steps) showTick(step, ticked.includes(step.key));

// The author's own lists of things to tick, which start as the author left them.
function nearestId(element) {
  for (let at = element; at && at !== doc; at = at.previousElementSibling || at.parentNode) {
    if (at.id) return at.id;
    if (at.className === 'step-head') return at.lastElementChild.id;
  }
  return '';
}

const taskBoxes = [];

function keptTasks() {
  const kept = recall('tasks', {});
  return kept && typeof kept === 'object' ? kept : {};
}

function useTasks() {
  const kept = keptTasks();
  const keyFor = keyMaker();
  for (const box of doc.querySelectorAll('li.task > input[type="checkbox"]')) {
    const title = firstWords(box.parentNode) || words['steps.untitled'];
    const key = keyFor(title);
    box.disabled = false;
    box.className = 'tick';
    taskBoxes.push(box);
    box.setAttribute('aria-label', title);
    if (Object.hasOwn(kept, key)) box.checked = kept[key] === true;
    box.addEventListener('change', () => {
      remember('tasks', { ...keptTasks(), [key]: box.checked });
      record(box.checked ? 'ticked' : 'unticked', title, nearestId(box.parentNode));
    });
  }
}

if (doc) useTasks();
