// What to tell somebody whose query asks for what the runbooks do not hold. The terminal says the same
// (src/search/query_advice.h).

const mostDoubts = 3;
const mostChoices = 8;
// In a longer text, as a line of a log is, most names are of no interest.
const mostNamed = 8;
// Shorter names are near to too many words: `time` is no `type`.
const longName = 5;

// How others call what is filtered here.
const otherNames = { label: 'tag', prio: 'severity', priority: 'severity', sev: 'severity', svc: 'service', team: 'owner' };
const fixedValues = {
  kind: ['page', 'section', 'command'],
  risk: ['read', 'mutate', 'destroy', 'unknown'],
  status: ['current', 'due-soon', 'overdue', 'unknown', 'active', 'deprecated', 'draft'],
};

const digitsOf = (text) => [...text.replace(/[^0-9]/g, '')].sort().join('');

const folded = (name) => name.replace(/[_ ]/g, '-');

// Of some names the nearest to one that is not among them, if it may be a slip; '' if not. Another number is none.
function nearMiss(name, known) {
  const most = Math.min(Math.floor(name.length / 3), 3);
  let best = { far: most + 1, other: '' };
  for (const other of known) {
    const far = distance(folded(name), folded(other), most);
    const [a, b] = [digitsOf(name), digitsOf(other)];
    if (far < best.far && !(a.length === b.length && a !== b)) best = { far, other };
  }
  return best.other;
}

// The values of a filter in the index, in their order.
async function valuesOf(filter) {
  if (fixedValues[filter]) return fixedValues[filter];
  const start = filter + ':';
  await needTerms(shardsOfPrefix(files.index.terms, start));
  return entriesFrom(files.index.terms, files.terms, 'entries', start).map((entry) => entry.slice(start.length));
}

async function hasValue(filter, value) {
  if (fixedValues[filter]) return fixedValues[filter].includes(value);
  await needEntries([filter + ':' + value]);
  return isFound(filter + ':' + value);
}

// What to type in place of a filter that leaves nothing; '' if nothing is near.
async function meantBy(filter, value) {
  if (await hasValue(filter, value)) return filter + ':' + value;
  const each = value.split(',');
  const known = await Promise.all(each.map((one) => hasValue(filter, one)));
  if (known.every(Boolean)) return each.map((one) => filter + ':' + one).join(' ');
  const nearest = nearMiss(value, await valuesOf(filter));
  return nearest && filter + ':' + nearest;
}

// The values that begin so, or all, if they are few.
function fewOf(values, start) {
  const begun = values.filter((one) => one.startsWith(start));
  const few = begun.length > 0 ? begun : values;
  return few.length > mostChoices ? [] : few;
}

// What is doubtful of a word: { word, filter, meant, choices }; null for nothing. `filter` is false if it is
// searched for as a word.
async function doubtOf(word) {
  const [, name, typed] = /^([A-Za-z]+):(.+)$/s.exec(word) || [];
  if (!name) return null;
  const value = [...typed].map((c) => c.toLowerCase()).join('');
  if (filterNames.includes(name)) {
    if (await hasValue(name, value)) return null;
    const meant = await meantBy(name, value);
    return { word, filter: true, meant, choices: meant ? [] : fewOf(await valuesOf(name), value) };
  }
  const lower = name.toLowerCase();
  const other = Object.hasOwn(otherNames, lower);
  const filter = other ? otherNames[lower] : nearMiss(lower, [...filterNames].sort());
  if (!filter) return null;
  await needEntries([word.toLowerCase()]);
  // `Owner:dba` looks like the entry of the filter itself.
  if (!filterNames.includes(lower) && isFound(word.toLowerCase())) return null;
  const meant = await meantBy(filter, value);
  if (!meant && (other || filter.length < longName)) return null;
  return { word, filter: false, meant, choices: meant ? [] : [...filterNames].sort() };
}

const wordsOf = (query) => query.split(/\p{White_Space}+/u).filter(Boolean);

async function doubtsOf(query) {
  const doubts = [];
  for (const word of wordsOf(query)) {
    const doubt = doubts.length < mostDoubts && await doubtOf(word);
    if (doubt) doubts.push(doubt);
  }
  return doubts;
}

// The words of a query that stand on no page: { nowhere, similar }, the latter if there are similar ones. Of
// numbers nobody expects it.
function missingWords({ terms, asked, doubts }) {
  const found = new Map(terms.filter((term) => term.token).map((term) => [term.token.raw, term]));
  const isSlip = (term) => term.expansions.every((one) => one.quality <= quality.near);
  const whole = asked.filter((token) => token.kind !== 'part');
  const doubted = doubts.map((doubt) => doubt.word.toLowerCase());
  const told = whole.filter((token) => !/^[0-9]+$/.test(token.raw)).filter((token) => token.kind === 'word' || (whole.length <= mostNamed && !doubted.includes(token.raw)));
  return {
    nowhere: told.filter((token) => !found.has(token.raw)),
    similar: told.filter((token) => found.has(token.raw) && isSlip(found.get(token.raw))),
  };
}

// The query without its filters of this name ('': of any): { text, out }.
function withoutFilters(query, name) {
  const text = [];
  const out = [];
  for (const word of wordsOf(query)) {
    const filter = filterOf(word);
    (filter && (name === '' || filter.name === name) ? out : text).push(word);
  }
  return { text: text.join(' '), out: out.join(' ') };
}

// For a query that finds nothing: what it finds without the filters of a name, or without any, as
// [{ text, out, hits }].
async function hiddenHits(query) {
  const names = [...splitQuery(query).filters.keys()].sort();
  if (names.length > 1) names.push('');
  const hidden = [];
  for (const name of names) {
    if (name === '' && hidden.length > 0) break;
    const { text, out } = withoutFilters(query, name);
    const { hits } = await findHits(text);
    if (hits.length > 0) hidden.push({ text, out, hits: hits.length });
  }
  return hidden;
}

// All that there is to tell: what was found, with `doubts` and `hidden`.
async function advised(query, found) {
  const doubts = await doubtsOf(query);
  return { ...found, doubts, hidden: found.hits.length === 0 ? await hiddenHits(query) : [] };
}

// ---- how it is told

// Text with buttons in the place of its `{name}`s.
function phraseWith(text, parts) {
  const phrase = make('p');
  text.split(/\{(\w+)\}/).forEach((piece, at) => phrase.append(at % 2 === 1 ? parts[piece] : piece));
  return phrase;
}

// A button that searches for `query` instead.
const tryButton = (text, query, ask) => searchButton('small-button try', text, () => ask(query));

const replaceWord = (query, word, by) => wordsOf(query).map((one) => (one === word ? by : one)).join(' ');

function doubtPhrase({ word, filter, meant, choices }, query, ask) {
  const phrase = phraseWith(words[filter ? 'nothing.has' : 'nofilter'], { name: make('code', '', word) });
  const names = (list) => list.flatMap((one, at) => [at > 0 ? ', ' : '', one]);
  if (meant) {
    phrase.append(' ', ...phraseWith(words.meant, { name: tryButton(meant, replaceWord(query, word, meant), ask) }).childNodes);
  } else if (choices.length > 0) {
    const buttons = filter ? choices.map((one) => {
      const other = word.slice(0, word.indexOf(':') + 1) + one;
      return tryButton(other, replaceWord(query, word, other), ask);
    }) : choices.map((one) => make('code', '', one + ':'));
    const list = make('span');
    list.append(...names(buttons));
    phrase.append(' ', ...phraseWith(words['there.are'], { names: list }).childNodes);
  }
  return phrase;
}

const resultCount = (count) => (count === mostHits ? words['results.many'].replace('{n}', String(count)) : countWords('results', count));

// What else somebody may look at who found nothing: the lists of the site's menu.
function listLinks() {
  const links = [...document.querySelectorAll('.bar .menu a:not(.contents)')];
  if (links.length === 0) return [];
  const lists = make('ul', 'names');
  lists.append(...links.map((link) => {
    const item = make('li');
    const copy = make('a', '', link.textContent);
    copy.href = link.href;
    item.append(copy);
    return item;
  }));
  return [make('p', '', words.lists), lists];
}

// Doubts, and for a query that finds nothing the ways on; null if there is nothing to say. `ask` searches for
// another query.
function adviceOf({ query, hits, doubts, hidden, error }, ask) {
  if (error || query.trim() === '') return null;
  const advice = make('div', 'search-advice');
  advice.append(...doubts.map((doubt) => doubtPhrase(doubt, query, ask)));
  if (hits.length === 0) {
    advice.append(...hidden.map(({ text, out, hits: count }) => phraseWith(words.without,
      { name: make('code', '', out), button: tryButton(resultCount(count), text, ask) })));
    if (hidden.length === 0) advice.append(make('p', '', words.tips));
    const { text, out } = withoutFilters(query, '');
    if (out !== '' && hidden.length === 0) {
      advice.append(make('p'));
      advice.lastChild.append(tryButton(words['filters.clear'], text, ask));
    }
    advice.append(...listLinks());
  }
  return advice.childNodes.length > 0 ? advice : null;
}

// Where to begin, if nothing is asked yet.
function beginningOf(ask) {
  const advice = make('div', 'search-advice');
  advice.append(make('p', 'note', words['help.words']));
  const recent = recentSearches();
  if (recent.length > 0) {
    const list = make('ul', 'names');
    list.append(...recent.map((query) => {
      const item = make('li');
      item.append(tryButton(query, query, ask));
      return item;
    }));
    advice.append(make('p', '', words.recent + ':'), list);
  }
  return advice;
}
