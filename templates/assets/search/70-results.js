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

function sectionNameOf(hit) {
  const section = hit.shown.units[hit.at.section || 0];
  return (section && section.heading) || '';
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
  const where = [sectionNameOf(hit), at.description].filter(Boolean);
  if (where.length > 0) head.append(excerptOf('span', 'note', where.join(' · '), wanted, 110));
  const parts = [head, commandText(at.text, wanted)];
  const look = reasonToLook(at);
  if (look) parts.push(make('span', 'search-look', look));
  return parts;
}

// What an option or entry holds, without the page's own title.
function hitParts(hit, wanted) {
  if (hit.at.kind === 'command') return commandParts(hit, wanted);
  const parts = [];
  if (hit.at.kind === 'section') {
    const head = make('span', 'search-head');
    head.append(make('span', 'live', words.section + ': '), markedWhole('span', 'search-name', hit.at.heading || '', wanted));
    parts.push(head);
  }
  const text = hit.at.text || (hit.at.kind === 'page' ? (hit.shown.alerts || []).join(', ') : '');
  if (text) parts.push(excerptOf('span', 'search-text', text, wanted));
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

// A button that copies a hit's command; null if it is none, or to be read on its page first.
function copyButtonOf(hit) {
  if (hit.at.kind !== 'command' || reasonToLook(hit.at) !== '') return null;
  return searchButton('copy', words.copy, (button) => copyHit(hit, button));
}
