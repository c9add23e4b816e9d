// Values that a reader fills in once for all commands and messages of the page. They stay in the
// browser: in the page's address behind `#`, which no browser sends, and in the session. Secret
// ones are in neither.

// `<cluster-id>` and CLUSTER_ID ask for the same value.
function parameterKey(name) {
  return name.toLowerCase().replace(/[- ]/g, '_');
}

// By key: { name, secret, otherwise (the default), value, linked (it came with the page's address
// and nobody has looked at it), places: [{ element, text }], input, about, row }.
const parameters = new Map();
// A page that declares nothing of it still asks for a secret by these names.
const secretName = /passw|passphrase|secret|token|credential|api_?key|private_?key/;
const hiddenValue = '••••••';

// Characters that do not show, or that make others show elsewhere.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const plain = /^[\p{L}\p{N}_.\/:@%+,=][\p{L}\p{N}_.\/:@%+,=-]*$/u;

// Whether the shell could read more out of a value than the value, where it stands.
function isSpecial(value, element) {
  if (value === '') return false;
  if (element.closest('.s')) return /["'`$\\!]/.test(value) || unseen.test(value);
  return !plain.test(value);
}

// Puts the values into copies of what the page shows; tells what is missing, special, or both
// special and from a link.
function fillIn(parts, shell) {
  const missing = new Set();
  const special = new Set();
  const linked = new Set();
  parts.forEach((part) => part.querySelectorAll('var.param').forEach((element) => {
    const parameter = parameters.get(parameterKey(element.dataset.name));
    if (parameter.value === '') {
      missing.add(element.textContent);
    } else {
      if (shell && isSpecial(parameter.value, element)) special.add(parameter.name);
      // What is quoted here may be read by another shell: `ssh host "cat <FILE>"`.
      if (shell && parameter.linked && !plain.test(parameter.value)) linked.add(parameter.name);
      element.textContent = parameter.value;
    }
  }));
  return { missing: [...missing], special: [...special], linked: [...linked] };
}

function showValue(parameter) {
  parameter.places.forEach(({ element, text }) => {
    const value = parameter.secret && parameter.value ? hiddenValue : parameter.value;
    element.textContent = value || text;
    element.classList.toggle('filled', value !== '');
  });
  if (!parameter.input) return;
  if (parameter.input.value !== parameter.value) parameter.input.value = parameter.value;
  const special = parameter.places.some(({ element }) =>
    element.closest('[data-role="shell"]') && isSpecial(parameter.value, element));
  parameter.state.textContent = [
    parameter.refused ? words['parameter.refused'] : '',
    parameter.linked ? words['parameter.linked'] : '',
    special ? words['parameter.special'] : '',
  ].filter(Boolean).join(' ');
  parameter.row.classList.toggle('empty', parameter.value === '' && parameter.places.length > 0);
  if (parameter.exporting) parameter.exporting.hidden = parameter.value === '';
}

// ---- the address and the session

// The fragment's own anchor, and the values in it by name.
function readFragment() {
  const parts = location.hash.slice(1).split('&');
  const isValue = (part) => part.startsWith('p.') && part.includes('=');
  const values = parts.filter(isValue).map((part) => {
    const at = part.indexOf('=');
    return [part.slice(2, at), part.slice(at + 1)];
  });
  return { anchor: parts.filter((part) => !isValue(part)).join('&'), values };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (malformed) {
    return null;
  }
}

function keptParameters() {
  return [...parameters.values()].filter((parameter) =>
    !parameter.secret && parameter.value !== parameter.otherwise);
}

function addressWithValues() {
  const values = keptParameters().map((parameter) =>
    'p.' + encodeURIComponent(parameter.name) + '=' + encodeURIComponent(parameter.value));
  const fragment = [readFragment().anchor, ...values].filter(Boolean).join('&');
  return location.href.split('#', 1)[0] + (fragment ? '#' + fragment : '');
}

// Leaves the entry of the history, and what `:target` is, as they are.
function showInAddress() {
  const address = addressWithValues();
  if (address !== location.href) history.replaceState({ ...history.state, values: true }, '', address);
}

function keepInSession() {
  const kept = keptParameters();
  remember('parameters', Object.fromEntries(
    kept.map((parameter) => [parameterKey(parameter.name), parameter.value])));
  remember('linked', kept.filter((parameter) => parameter.linked)
    .map((parameter) => parameterKey(parameter.name)));
}

// Takes the values of the page's address, which anybody may have made up.
function takeLinked(values) {
  values.forEach(([encodedName, encodedValue]) => {
    const name = decoded(encodedName);
    const parameter = name === null ? undefined : parameters.get(parameterKey(name));
    if (!parameter || parameter.secret) return;
    const value = decoded(encodedValue);
    if (value === null || value.length > 500 || unseen.test(value)) {
      parameter.refused = true;
    } else if (value !== parameter.value) {
      parameter.value = value;
      parameter.linked = value !== parameter.otherwise;
    }
  });
}

function takeKept() {
  const kept = recall('parameters', {});
  const linked = recall('linked', []);
  parameters.forEach((parameter, key) => {
    parameter.value = parameter.otherwise;
    if (parameter.secret || typeof kept[key] !== 'string') return;
    parameter.value = kept[key];
    parameter.linked = Array.isArray(linked) && linked.includes(key);
  });
}

// ---- the panel

let addressTimer = 0;
let returnTo = null;  // where the reader came from to fill a value in

function changed(parameter) {
  parameter.linked = false;
  parameter.refused = false;
  parameter.value = parameter.input.value;
  showValue(parameter);
  showMissing();
  keepInSession();
  // Browsers refuse to rewrite the address at each key.
  clearTimeout(addressTimer);
  addressTimer = setTimeout(showInAddress, 300);
}

// `[Investigating | Fixed]` offers both.
function choicesOf(name, input) {
  const list = make('datalist');
  list.id = input.id + '.choices';
  name.split('|').forEach((choice) => {
    const option = make('option');
    option.value = choice.trim();
    list.append(option);
  });
  input.setAttribute('list', list.id);
  return list;
}

function addInput(parameter, number) {
  const row = make('div', 'field');
  const input = make('input');
  input.id = 'page.value.' + number;
  input.type = parameter.secret ? 'password' : 'text';
  input.autocomplete = parameter.secret ? 'new-password' : 'off';
  input.autocapitalize = 'none';
  input.spellcheck = false;
  const label = make('label');
  label.htmlFor = input.id;
  label.append(make('code', '', parameter.name));
  const about = make('p', 'hint', [parameter.about, parameter.secret ? words['parameter.secret'] : '']
    .filter(Boolean).join(' '));
  const state = make('p', 'state');
  about.id = 'page.about.' + number;
  state.id = 'page.state.' + number;
  input.setAttribute('aria-describedby', about.id + ' ' + state.id);
  row.append(label, input, about, state);
  if (parameter.name.includes('|')) row.append(choicesOf(parameter.name, input));
  Object.assign(parameter, { row, input, state });
  if (parameter.environment && !parameter.secret) addExport(parameter);
  input.addEventListener('input', () => changed(parameter));
  input.addEventListener('change', showInAddress);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // Else the button that the focus goes to would be pressed by the same key.
    event.preventDefault();
    goBack();
  });
  return row;
}

// A line that gives the value to commands that take it from their environment. Quoted, since it is
// ours.
function addExport(parameter) {
  const name = parameter.environment;
  const button = make('button', 'copy', words.copy + ' export ' + name);
  button.type = 'button';
  button.addEventListener('click', () => {
    const text = 'export ' + name + "='" + parameter.value.replace(/'/g, "'\\''") + "'";
    copyText(text).then((copied) => {
      showOutcome(button, copied);
      if (copied) record('copied', firstLine(text), 'page.parameters');
    });
  });
  parameter.exporting = button;
  parameter.row.append(button);
}

function goBack() {
  const place = returnTo;
  returnTo = null;
  if (!place) return;
  const button = (place.closest('.cmd') || place).querySelector('.copy') ||
    place.closest('figure').querySelector('.copy');
  place.scrollIntoView({ block: 'center' });
  if (button) button.focus({ preventScroll: true });
}

function goFill(parameter, from) {
  returnTo = from;
  panel.open = true;
  parameter.input.scrollIntoView({ block: 'center' });
  parameter.input.focus({ preventScroll: true });
  parameter.input.select();
}

function findParameters(section) {
  (section ? section.querySelectorAll('[data-name]') : []).forEach((entry) => {
    const key = parameterKey(entry.dataset.name);
    if (parameters.has(key)) return;
    const otherwise = entry.querySelector('.default');
    const about = entry.querySelector('.about');
    parameters.set(key, {
      name: entry.dataset.name,
      about: about ? about.textContent : '',
      secret: entry.hasAttribute('data-secret'),
      environment: entry.dataset.environment,
      otherwise: otherwise ? otherwise.textContent : '',
      value: '',
      linked: false,
      places: [],
    });
  });
  document.querySelectorAll('var.param').forEach((element) => {
    const key = parameterKey(element.dataset.name);
    if (!parameters.has(key)) {
      parameters.set(key, { name: element.dataset.name, about: '', secret: secretName.test(key), otherwise: '',
        value: '', linked: false, places: [] });
    }
    const parameter = parameters.get(key);
    parameter.places.push({ element, text: element.textContent });
    element.title = words['parameter.fill'];
    element.addEventListener('click', () => {
      if (getSelection().isCollapsed) goFill(parameter, element);
    });
  });
}

const panel = make('details');
const missingNote = make('span', 'missing');

function showMissing() {
  const names = [...parameters.values()]
    .filter((parameter) => parameter.places.length > 0 && parameter.value === '')
    .map((parameter) => parameter.name);
  missingNote.textContent = names.length > 0 ? counted('parameters.missing', names)
    : words['parameters.complete'];
  missingNote.classList.toggle('none', names.length === 0);
}

// `<NODE>` in a sentence is the same question, if a command asks it.
function findInProse() {
  const asking = new Map();
  parameters.forEach((parameter) => parameter.places.forEach(({ text }) => asking.set(text, parameter)));
  document.querySelectorAll('.doc code').forEach((element) => {
    const parameter = asking.get(element.textContent);
    if (!parameter || element.closest('figure')) return;
    element.classList.add('param');
    parameter.places.push({ element, text: element.textContent });
  });
}

function panelButton(label, action) {
  const button = make('button', 'copy', label);
  button.type = 'button';
  button.addEventListener('click', () => action(button));
  return button;
}

function forget() {
  parameters.forEach((parameter) => {
    parameter.value = parameter.otherwise;
    parameter.linked = parameter.refused = false;
    showValue(parameter);
  });
  showMissing();
  keepInSession();
  showInAddress();
  announce(words['parameters.cleared']);
}

// Open only where it does not push what the page says off the screen.
function addPanel(declared) {
  const section = declared || make('section', 'parameters');
  const title = declared ? declared.querySelector('h2') : make('h2', '', words.parameters);
  if (!declared) {
    section.id = 'page.parameters';
    title.id = 'page.parameters.title';
    section.setAttribute('aria-labelledby', title.id);
    document.querySelector('.doc').before(section);
  }
  const fields = make('div', 'fields');
  let number = 0;
  parameters.forEach((parameter) => fields.append(addInput(parameter, ++number)));
  const tools = make('p', 'tools');
  const clear = panelButton(words['parameters.clear'], () => {});
  askFirst(clear, words['parameters.sure'], forget);
  tools.append(
    panelButton(words['parameters.link'], (button) => {
      copyText(addressWithValues()).then((copied) => showOutcome(button, copied));
    }),
    clear);
  const summary = make('summary');
  summary.append(title, missingNote);
  panel.append(summary, fields, tools);
  panel.open = parameters.size <= (matchMedia('(min-width: 60rem)').matches ? 9 : 2);
  section.replaceChildren(panel);
  addEventListener('beforeprint', () => { panel.open = true; });
}

// The anchor alone is what browsers know how to go to, and they do so when the page has loaded.
function goToAnchor(anchor) {
  const [entry] = performance.getEntriesByType('navigation');
  if (anchor && !(entry && entry.type !== 'navigate')) location.replace('#' + anchor);
  showInAddress();
}

function startParameters() {
  const declared = document.querySelector('.parameters');
  findParameters(declared);
  if (parameters.size === 0) return;
  findInProse();
  const { anchor, values } = readFragment();
  takeKept();
  takeLinked(values);
  addPanel(declared);
  parameters.forEach(showValue);
  showMissing();
  keepInSession();
  if (values.length > 0) {
    addEventListener('load', () => goToAnchor(anchor));
  } else {
    showInAddress();
  }
  // A link to elsewhere on the page keeps the values; one that brings its own, those.
  addEventListener('hashchange', () => {
    if (!history.state || !history.state.values) takeLinked(readFragment().values);
    parameters.forEach(showValue);
    showMissing();
    keepInSession();
    showInAddress();
  });
}

startParameters();
