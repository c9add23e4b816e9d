// The dialog: a combobox over a list of options. The box keeps the focus, and the keys choose.

let dialog = null;  // { frame, list, advice, foot, options, active, moved, search, answer }

// ---- options

function optionOf(address, parts) {
  const option = make('a', 'search-option');
  option.href = address;
  option.id = 'page.option.' + dialog.options.length;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.append(...parts);
  return option;
}

// An option and what happens when it is taken; `choose` may be left out for what leads away. `hit` is what it
// shows, if it is one.
function addOption(to, option, { choose, copy, hit } = {}) {
  const number = dialog.options.length;
  dialog.options.push({ option, choose, copy, hit });
  option.addEventListener('click', (event) => takeOption(number, event));
  option.addEventListener('pointermove', () => activate(number, false));
  to.append(option);
}

function activate(number, scroll = true) {
  const before = dialog.options[dialog.active];
  if (before) before.option.setAttribute('aria-selected', 'false');
  dialog.active = number;
  const now = dialog.options[number];
  if (!now) {
    dialog.frame.box.removeAttribute('aria-activedescendant');
    return;
  }
  now.option.setAttribute('aria-selected', 'true');
  dialog.frame.box.setAttribute('aria-activedescendant', now.option.id);
  if (scroll) showOption(number);
}

// The first one with what stands above it.
function showOption(number) {
  if (number === 0) dialog.frame.body.scrollTop = 0;
  else dialog.options[number].option.scrollIntoView({ block: 'nearest' });
}

function takeOption(number, event) {
  const { option, choose } = dialog.options[number];
  if (choose) {
    event.preventDefault();
    choose();
    return;
  }
  rememberSearch(dialog.frame.box.value);
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  // On the page that is open nothing would close the dialog.
  dialog.frame.dialog.close();
  if (option.href.split('#')[0] === location.href.split('#')[0]) kit.leaveFocus();
}

// ---- what is shown

function groupHead(hit, id) {
  const head = make('div', 'search-page-head');
  head.id = id;
  head.setAttribute('aria-hidden', 'true');
  const title = markedWhole('a', 'search-title', hit.shown.title, dialog.wanted);
  title.href = addressOf({ ...hit, at: {} });
  title.tabIndex = -1;
  title.addEventListener('click', (event) => {
    rememberSearch(dialog.frame.box.value);
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) dialog.frame.dialog.close();
  });
  head.append(title, factsOf(hit.shown));
  return head;
}

function addGroup({ hits }) {
  const group = make('div', 'search-group');
  group.setAttribute('role', 'group');
  const id = 'page.found.' + dialog.options.length;
  group.setAttribute('aria-labelledby', id);
  group.append(groupHead(hits[0], id));
  hits.forEach((hit) => {
    const row = make('div', 'search-row ' + hit.at.kind);
    row.setAttribute('role', 'presentation');
    if (hit.at.risk) row.dataset.risk = hit.at.risk;
    const option = optionOf(addressOf(hit), [make('span', 'live', hit.shown.title + ': '), ...hitParts(hit, dialog.wanted)]);
    const button = copyButtonOf(hit, (outcome) => { dialog.frame.said.textContent = outcome; });
    addOption(row, option, { hit, copy: button ? () => button.click() : undefined });
    if (button) {
      // Inside a list of options nothing else can be reached: the keys copy, and so does a pointer.
      button.tabIndex = -1;
      button.setAttribute('aria-hidden', 'true');
      button.addEventListener('click', () => {
        rememberSearch(dialog.frame.box.value);
        dialog.frame.box.focus();
      });
      row.append(button);
    }
    group.append(row);
  });
  dialog.list.append(group);
}

// In place of `option`, the last one, which asks for more.
async function showMore(option) {
  const { answer } = dialog;
  const described = await describeNext(answer, groupsAtOnce);
  if (answer !== dialog.answer) return;
  if (!described) {
    // The site may have been published anew: then there are other answers.
    dialog.search();
    return;
  }
  dialog.options.pop();
  option.remove();
  const first = dialog.options.length;
  groupsOf(described).forEach(addGroup);
  if (answer.groups.length > 0) addMore();
  activate(first, first > 0);
}

function addMore() {
  const left = dialog.answer.groups.flatMap(({ hits }) => hits).length;
  const group = make('div', 'search-group more');
  group.setAttribute('role', 'presentation');
  const option = optionOf(pageAddress(), [countWords('more', left)]);
  addOption(group, option, { choose: () => showMore(group) });
  dialog.list.append(group);
}

function pageAddress() {
  return kit.page + '?q=' + encodeURIComponent(dialog.frame.box.value.trim());
}

// Another query in place of what stands in the box.
function askInstead(query) {
  dialog.frame.box.value = query;
  dialog.frame.box.focus();
  dialog.search();
}

function clearList() {
  dialog.advice.replaceChildren();
  dialog.options = [];
  dialog.moved = false;
  dialog.list.replaceChildren();
  activate(-1);
}

function showRecent() {
  const recent = recentSearches();
  clearList();
  dialog.forget.hidden = recent.length === 0;
  if (recent.length > 0) {
    const group = make('div', 'search-group recent');
    group.setAttribute('role', 'group');
    const title = make('div', 'search-page-head note', words.recent);
    title.id = 'page.recent.searches';
    title.setAttribute('aria-hidden', 'true');
    group.setAttribute('aria-labelledby', title.id);
    group.append(title);
    recent.forEach((query) => addOption(group, optionOf(kit.page + '?q=' + encodeURIComponent(query), [query]), {
      choose: () => askInstead(query),
    }));
    dialog.list.append(group);
  }
  dialog.hint.hidden = recent.length > 0;
  spread();
}

function spread() {
  dialog.frame.box.setAttribute('aria-expanded', String(dialog.options.length > 0));
  dialog.list.hidden = dialog.options.length === 0;
}

async function showAnswer(answer) {
  if (answer.query.trim() === '') dialog.frame.said.textContent = '';
  else sayOutcome(dialog.frame.said, answer);
  dialog.all.href = pageAddress();
  dialog.answer = { groups: groupsOf(answer.hits), index: answer.index };
  dialog.wanted = wantedTerms(answer.terms);
  if (answer.query.trim() === '') {
    showRecent();
    dialog.shown = answer.query;
    return;
  }
  const { frame, answer: mine } = dialog;
  const described = await describeNext(mine, groupsAtOnce);
  if (mine !== dialog.answer) return;
  if (!described) frame.said.textContent = words.failed;
  clearList();
  dialog.forget.hidden = dialog.hint.hidden = true;
  const advice = adviceOf(answer, askInstead);
  if (advice) dialog.advice.append(advice);
  groupsOf(described || []).forEach(addGroup);
  if (mine.groups.length > 0) addMore();
  spread();
  frame.body.scrollTop = 0;
  activate(dialog.options.length > 0 ? 0 : -1);
  dialog.shown = answer.query;
}

// ---- keys

function step(by) {
  const count = dialog.options.length;
  if (count === 0) return;
  dialog.moved = true;
  activate((dialog.active + by + count) % count);
}

function goTo(number) {
  dialog.moved = true;
  activate(number);
}

const boxKeys = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  PageDown: () => goTo(Math.min(dialog.active + 5, dialog.options.length - 1)),
  PageUp: () => goTo(Math.max(dialog.active - 5, 0)),
  Home: () => goTo(0),
  End: () => goTo(dialog.options.length - 1),
};

// In the text of the box Home and End are its own, until an option was chosen by key.
function movesInText(key) {
  const { box } = dialog.frame;
  if (dialog.moved || (key !== 'Home' && key !== 'End')) return false;
  return box.selectionStart !== box.selectionEnd || box.selectionEnd !== (key === 'Home' ? 0 : box.value.length);
}

// Copies, or says why not: where all can see it, and where it is read out.
function copyChosen({ hit, copy, option }) {
  if (copy) {
    copy();
    return;
  }
  dialog.frame.said.textContent = refusalOf(hit);
  pointAtRefusal(option);
}

// Opens what is chosen, once it answers what stands in the box: not what was shown for less of it.
function openChosen({ ctrlKey, metaKey, shiftKey }) {
  const { box } = dialog.frame;
  const open = () => {
    const now = dialog.options[dialog.active];
    if (!now || dialog.shown !== box.value) return;
    now.option.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  };
  if (dialog.shown === box.value) open();
  else dialog.search().then(open);
}

function onBoxKey(event) {
  const now = dialog.options[dialog.active];
  if (event.isComposing || event.altKey) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    openChosen(event);
  } else if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey)) {
    const { box } = dialog.frame;
    if (!now || !now.hit || dialog.shown !== box.value || box.selectionStart !== box.selectionEnd) return;
    event.preventDefault();
    copyChosen(now);
  } else if (Object.hasOwn(boxKeys, event.key) && dialog.options.length > 0) {
    if (event.shiftKey || event.ctrlKey || event.metaKey || movesInText(event.key)) return;
    event.preventDefault();
    boxKeys[event.key]();
  }
}

// ---- the dialog

function buildDialog(frame) {
  const list = make('div', 'search-list');
  list.id = 'page.results';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.results);
  const all = make('a', 'search-all', words.all);
  const forget = searchButton('small-button', words['recent.forget'], () => {
    keepRecent([]);
    showRecent();
    frame.said.textContent = words['recent.forgotten'];
    frame.box.focus();
  });
  all.addEventListener('click', () => rememberSearch(frame.box.value));
  const foot = make('div', 'search-foot');
  foot.append(searchHelp(), forget, all);
  const hint = make('p', 'search-hint', words['help.words']);
  const advice = make('div');
  frame.body.append(advice, list, hint);
  frame.dialog.append(foot);
  const { box } = frame;
  // A field for searching may not be one.
  box.type = 'text';
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-autocomplete', 'list');
  dialog = { frame, list, advice, hint, all, forget, options: [], active: -1, moved: false, answer: null, shown: null, wanted: wantedTerms([]), search: null };
  box.addEventListener('input', () => { dialog.moved = false; });
  box.addEventListener('keydown', onBoxKey);
  dialog.search = searchAsTyped(box, showAnswer);
}

// Takes over the frame that the page has shown; again each time that it is opened.
function openDialog(frame) {
  if (!dialog) buildDialog(frame);
  frame.said.textContent = '';
  dialog.search();
}
