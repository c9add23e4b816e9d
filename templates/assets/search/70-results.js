// How hits look. They are grouped by page; in the dialog each is an option, on the page of the search
// an entry of a list.

const groupsAtOnce = 4;

function addressOf(hit) {
  const path = hit.shown.url.split('/').map(encodeURIComponent).join('/');
  return searchRoot + path + (hit.at.anchor ? '#' + encodeURIComponent(hit.at.anchor) : '');
}

// Hits with the page that they are on: [{ shown, hits }], in their order.
function groupsOf(hits) {
  const groups = [];
  for (const hit of hits) {
    const last = groups[groups.length - 1];
    if (last && last.page === hit.page) last.hits.push(hit);
    else groups.push({ page: hit.page, hits: [hit] });
  }
  return groups;
}

// A day's grace, because time zones differ.
function isOverdue(shown) {
  const due = Date.parse((shown.due || '') + 'T00:00:00Z');
  return shown.review === 'overdue' || Date.now() - due > 2 * 24 * 3600 * 1000;
}

// What a reader should know of a page before opening it.
function factsOf(shown) {
  const facts = make('span', 'search-facts');
  const add = (name, text) => facts.append(make('span', name, text));
  if ((shown.severity || []).length > 0) add('severity', shown.severity.join(', '));
  if (shown.status === 'deprecated' || shown.status === 'draft') add('search-stale', words[shown.status]);
  if (isOverdue(shown)) add('review overdue', words.overdue);
  if ((shown.owners || []).length > 0) add('note', shown.owners.join(', '));
  return facts;
}

// Why a command is not copied from here; '' if it may be.
function reasonToLook(unit) {
  if (unit.risk === 'destroy') return words.look;
  if (unit.risk !== 'read' && unit.risk !== 'mutate') return words.unknown;
  if (unit.placeholders || unit.text.endsWith('…')) return words.fill;
  return unit.standalone ? '' : words.part;
}

// The headings down to what a hit stands in, the outermost first. A section's number is lower than those of
// the sections in it.
function headingsAbove(hit) {
  const { units } = hit.shown;
  const names = [];
  for (let at = hit.at.section || 0, before = units.length; at > 0 && at < before; at = units[at].section || 0) {
    if (units[at].heading) names.unshift(units[at].heading);
    before = at;
  }
  return names;
}

// The lines of a command that hold what was searched for, three at most.
function commandText(text, wanted) {
  const lines = text.split('\n');
  const first = Math.max(0, lines.findIndex((line) => marksIn(line, wanted).length > 0));
  const start = lines.length > 3 ? Math.min(first, lines.length - 3) : 0;
  const shown = lines.slice(start, start + 3).join('\n');
  const code = markedWhole('code', '', shown.length > 400 ? shown.slice(0, wordEnd(shown, 400)) : shown, wanted);
  if (start > 0) code.prepend('…\n');
  if (start + 3 < lines.length || shown.length > 400) code.append('\n…');
  return code;
}

function commandParts(hit, wanted) {
  const { at } = hit;
  const head = make('span', 'search-head');
  head.append(make('span', 'effect ' + at.risk, words['risk.' + at.risk] || at.risk));
  const where = [headingsAbove(hit).join(' › '), at.description].filter(Boolean);
  if (where.length > 0) head.append(excerptOf('span', 'note', where.join(' · '), wanted, 110));
  const parts = [head, commandText(at.text, wanted)];
  const look = reasonToLook(at);
  if (look) parts.push(make('span', 'search-look', look));
  return parts;
}

// Whether an alert was asked for: by its name, or by all the words in it. Some of them are in many names.
function isAsked(alert, wanted) {
  const isWanted = (token) => wanted.terms.has(token.raw) || wanted.terms.has(token.term);
  const [whole, ...parts] = tokensOf(plainText(alert));
  return Boolean(whole) && (isWanted(whole) || (parts.length > 0 && parts.every(isWanted)));
}

// The alerts of a page that were asked for, or all of them.
function alertsAsked(shown, wanted, all) {
  const alerts = (shown.alerts || []).filter((alert) => all || isAsked(alert, wanted));
  return alerts.length > 0 ? words.answers.replace('{names}', () => alerts.slice(0, 5).join(', ')) : '';
}

// What an option or entry holds, without the page's own title.
function hitParts(hit, wanted) {
  if (hit.at.kind === 'command') return commandParts(hit, wanted);
  const parts = [];
  if (hit.at.kind === 'section') {
    const head = make('span', 'search-head');
    const name = make('span', 'search-name');
    // A heading alone may stand on the page more than once.
    headingsAbove(hit).forEach((heading) => {
      const above = markedWhole('span', 'search-above', heading, wanted);
      above.append(' › ');
      name.append(above);
    });
    name.append(markedWhole('span', '', hit.at.heading || '', wanted));
    head.append(make('span', 'live', words.section + ': '), name);
    parts.push(head);
  }
  if (hit.at.text) parts.push(excerptOf('span', 'search-text', hit.at.text, wanted));
  const answers = hit.at.kind === 'page' ? alertsAsked(hit.shown, wanted, parts.length === 0) : '';
  if (answers) parts.push(markedWhole('span', 'search-text', answers, wanted));
  if (parts.length === 0) parts.push(make('span', 'search-text note', words.page));
  return parts;
}

function copyHit(hit, button) {
  return kit.copyText(hit.at.text).then((copied) => {
    kit.showOutcome(button, copied);
    if (copied) kit.record('copied', hit.at.text, '');
    return copied;
  });
}

// A button that copies a hit's command; null if it is none, or to be read on its page first. `say` is told the
// outcome, where the page's own voice is not heard: behind a dialog.
function copyButtonOf(hit, say = () => {}) {
  if (hit.at.kind !== 'command' || reasonToLook(hit.at) !== '') return null;
  return searchButton('copy', words.copy, (button) => copyHit(hit, button).then(() => say(button.textContent)));
}

// Why a hit is not copied, in words.
function refusalOf(hit) {
  const reason = hit.at.kind === 'command' ? reasonToLook(hit.at) : words.nocommand;
  return words.notcopied.replace('{reason}', () => reason);
}

// Shows for a moment the reason that stands with a hit.
function pointAtRefusal(entry) {
  const reason = entry.querySelector('.search-look');
  if (!reason) return;
  reason.classList.add('refused');
  setTimeout(() => reason.classList.remove('refused'), 2000);
}
