// What was ticked and copied when, for the incident's ticket.

const logDialog = document.createElement('dialog');
const logList = document.createElement('ol');

const twoDigits = (n) => String(n).padStart(2, '0');

// The zone's distance from UTC at that time: "+02:00".
function offsetOf(date) {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return (minutes < 0 ? '-' : '+') + twoDigits(Math.floor(size / 60)) + ':' + twoDigits(size % 60);
}

function localTime(date) {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
}

function utcTime(date) {
  return date.toISOString().slice(0, 19).replace('T', ' ') + ' UTC';
}

function logEntries() {
  const entries = recall('log', []);
  return Array.isArray(entries) ? entries.filter((entry) => entry && !isNaN(Date.parse(entry.at))) : [];
}

function kindWord(kind) {
  return words['log.kind.' + kind] || kind;
}

// Text from a page must not become mark-up, or call people, in the ticket.
function plainMarkdown(text) {
  return String(text).replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~!&@]/g, (sign) => (sign === '@' ? '@\u200b' : '\\' + sign));
}

// Code that ends where it should, whatever backticks it holds.
function codeMarkdown(text) {
  const longest = Math.max(0, ...(text.match(/`+/g) || []).map((run) => run.length));
  if (text.includes('\n')) {
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return '\n\n' + [fence, ...text.split('\n'), fence].map((line) => '  ' + line).join('\n');
  }
  const mark = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return ' ' + mark + pad + text + pad + mark;
}

// The page's address without its fragment, which holds what was filled in for parameters.
function pageAddress() {
  const canonical = document.querySelector('link[rel="canonical"]');
  return (canonical ? canonical.href : location.href).split('#')[0];
}

function logMarkdown(entries) {
  const lines = ['**' + plainMarkdown(document.querySelector('h1').textContent) + '**', '<' + pageAddress() + '>', ''];
  for (const entry of entries) {
    const date = new Date(entry.at);
    const what = entry.kind === 'copied' ? codeMarkdown(String(entry.text)) : ' ' + plainMarkdown(entry.text);
    lines.push('- ' + utcTime(date) + ' (' + localTime(date) + ' ' + offsetOf(date) + ') ' + kindWord(entry.kind) + ':' + what);
  }
  return lines.join('\n') + '\n';
}

function logItem(entry) {
  const date = new Date(entry.at);
  const item = document.createElement('li');
  const time = document.createElement('time');
  time.dateTime = entry.at;
  time.textContent = localTime(date);
  const utc = document.createElement('span');
  utc.className = 'note';
  utc.textContent = utcTime(date);
  const kind = document.createElement('span');
  kind.className = 'kind ' + entry.kind;
  kind.textContent = kindWord(entry.kind);
  const what = document.createElement(entry.kind === 'copied' ? 'code' : 'span');
  what.className = 'what';
  what.textContent = entry.text;
  item.append(time, utc, kind, what);
  return item;
}

function showLog() {
  const entries = logEntries();
  logList.replaceChildren(...entries.map(logItem));
  if (!entries.length && logDialog.open) logDialog.close();
}

function buildLog() {
  logDialog.className = 'log';
  const title = document.createElement('h2');
  title.id = 'page.log';
  title.textContent = words['log.title'];
  logDialog.setAttribute('aria-labelledby', title.id);
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = words['log.note'];
  const copy = stepButton(words['log.copy'], () => {
    copyText(logMarkdown(logEntries())).then((copied) => showOutcome(copy, copied));
  }, 'small-button main');
  const clear = stepButton(words['log.clear'], () => {});
  askFirst(clear, words['log.sure'], () => {
    remember('log', []);
    document.dispatchEvent(new CustomEvent('runbook:recorded'));
  });
  const close = stepButton(words['log.close'], () => logDialog.close());
  const actions = document.createElement('div');
  actions.className = 'actions';
  actions.append(copy, clear, keysChoice(), close);
  logList.tabIndex = 0;
  logList.setAttribute('aria-labelledby', title.id);
  logDialog.append(title, note, logList, actions);
  document.body.append(logDialog);
}

function keysChoice() {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = keysOn();
  box.addEventListener('change', () => remember('keys', box.checked));
  label.append(box, ' ' + words['focus.keys']);
  return label;
}

function openLog() {
  if (!logDialog.isConnected) buildLog();
  showLog();
  logDialog.showModal();
}

document.addEventListener('runbook:recorded', showLog);
