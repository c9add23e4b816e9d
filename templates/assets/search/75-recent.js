// The searches that led somewhere, until the tab is closed.

const mostRecent = 8;

function recentSearches() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(kit.siteStore + 'searches'));
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch (refused) {
    return [];
  }
}

function keepRecent(queries) {
  try {
    sessionStorage.setItem(kit.siteStore + 'searches', JSON.stringify(queries));
  } catch (refused) {
    // Then none are remembered.
  }
}

function rememberSearch(query) {
  const asked = query.trim().replace(/\s+/g, ' ');
  if (asked === '') return;
  keepRecent([asked, ...recentSearches().filter((other) => other !== asked)].slice(0, mostRecent));
}

// What a query finds, with the index that it was found in; what is shown of its first pages is loaded.
async function findAndLoad(query) {
  const found = await findHits(query);
  await describe(groupsOf(found.hits).slice(0, groupsAtOnce).flatMap(({ hits }) => hits));
  return { ...await advised(query, found), index: files.index };
}

// Takes the next `count` groups off an answer, described; null if they do not come. Those of an index that is
// not read any more are none.
async function describeNext(answer, count) {
  const groups = answer.groups.slice(0, count);
  if (groups.length > 0 && answer.index !== files.index) return null;
  const described = await describe(groups.flatMap(({ hits }) => hits)).catch(() => null);
  if (described && (groups.length === 0 || answer.index === files.index)) {
    answer.groups.splice(0, count);
    return described;
  }
  return null;
}

const nothingFound = { hits: [], terms: [], asked: [], doubts: [], hidden: [] };

// Searches as somebody types, and drops the answers that come too late: `show` gets { query, hits,
// terms, asked, doubts, hidden }, or an error.
function searchAsTyped(box, show) {
  let latest = 0;
  const search = () => {
    const query = box.value;
    latest += 1;
    const mine = latest;
    if (query.trim() === '') {
      show({ ...nothingFound, query });
      return Promise.resolve();
    }
    return withIndex(() => findAndLoad(query)).then(
      (found) => { if (mine === latest) return show({ query, ...found }); },
      (error) => { if (mine === latest) return show({ ...nothingFound, query, error }); });
  };
  box.addEventListener('input', search);
  return search;
}

// What came of a query: how many results there are, and which words nothing has.
function outcomeWords(found) {
  if (found.error) return words.failed;
  return [countsOf(found), missingPhrase(found)].filter(Boolean).join(' ');
}

// Says it in a line; with what is doubtful, which is seen elsewhere but would not be read out.
function sayOutcome(said, found) {
  said.textContent = outcomeWords(found);
  const doubts = found.doubts.map((doubt) => doubtPhrase(doubt, found.query, () => {}).textContent);
  if (doubts.length > 0) said.append(make('span', 'live', ' ' + doubts.join(' ')));
}

function countsOf({ query, hits }) {
  if (hits.length === 0) {
    const { filters, text } = splitQuery(query);
    if (filters.size === 0 && tokensOf(plainText(text)).length === 0) return words.common;
    return words.none.replace('{query}', () => shortened(query.trim().replace(/\s+/g, ' '), 80));
  }
  const pages = new Set(hits.map((hit) => hit.page)).size;
  return resultCount(hits.length) + ' ' + countWords('pages', pages) + '.';
}

const shortened = (text, most) => (characters(text).length > most ? characters(text).slice(0, most - 1).join('') + '…' : text);

function missingPhrase(found) {
  const { nowhere, similar } = missingWords(found);
  const list = (tokens) => tokens.slice(0, 5).map((token) => '“' + shortened(token.raw, 60) + '”').join(', ');
  return [
    nowhere.length > 0 ? words.nowhere.replace('{names}', () => list(nowhere)) : '',
    similar.length > 0 ? words.similar.replace('{names}', () => list(similar)) : '',
  ].filter(Boolean).join(' ');
}

// How to search, folded up; with the choice of the key.
function searchHelp() {
  const help = make('details', 'search-help');
  const filters = make('p');
  words['help.filters'].split(/\{(\w+)\}/).forEach((piece, at) => {
    filters.append(at % 2 === 1 ? make('code', '', piece) : piece);
  });
  const label = make('label');
  const tick = make('input');
  tick.type = 'checkbox';
  try {
    tick.checked = sessionStorage.getItem(kit.siteStore + 'slash') !== 'off';
  } catch (refused) {
    tick.checked = true;
  }
  tick.addEventListener('change', () => {
    try {
      sessionStorage.setItem(kit.siteStore + 'slash', tick.checked ? 'on' : 'off');
    } catch (refused) {
      // The choice cannot be kept.
    }
  });
  label.append(tick, ' ' + words.slash);
  help.append(make('summary', '', words.help), make('p', '', words['help.words']), filters,
    make('p', '', words['help.keys']), label);
  return help;
}
