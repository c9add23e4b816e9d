// The files of the index, each loaded when it is first needed. They are scripts, since a page on a
// disk may load nothing else, and hand what they hold to `runbookcSearch`.

const mostShards = 4;
const files = { index: null, terms: [], tails: [], pages: [] };
const waiting = new Map();  // by path, a promise
// All files of one publication have its version. A server, or a cache, may have others: the version of one
// that did not fit, after which all are loaded anew.
let newer = '';

// By code point, as the index is sorted; scripts compare UTF-16, which puts U+1F600 before U+FFFD.
function compareText(a, b) {
  const least = Math.min(a.length, b.length);
  for (let i = 0; i < least; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const astral = (c) => c >= 0xd800 && c <= 0xdfff;
    return astral(x) === astral(y) ? x - y : astral(x) ? 1 : -1;
  }
  return a.length - b.length;
}

// The number of elements of a sorted list that come before `text`, or are not after it.
function countBefore(sorted, text, equalToo = false) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareText(sorted[middle], text);
    if (order < 0 || (equalToo && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Loads `_/search/NAME.js` once; to be tried again if it fails.
function loadFile(name, version = files.index.version) {
  if (waiting.has(name)) return waiting.get(name);
  const loading = loadScript(searchRoot + '_/search/' + name + '.js' + (version ? '?v=' + version : ''));
  loading.catch(() => waiting.delete(name));
  waiting.set(name, loading);
  return loading;
}

const needIndex = () => loadFile('index', newer).then(() => {
  if (!files.index || files.index.format !== 3) throw new Error('the search index is of another kind');
});

async function needAll(kind, letter, numbers) {
  const missing = (number) => !files[kind][number];
  await Promise.all(numbers.filter(missing).map((number) => loadFile(letter + number)));
  if (numbers.some(missing)) throw new Error('the search index was replaced');
}

const needTerms = (numbers) => needAll('terms', 't', numbers);
const needTails = (numbers) => needAll('tails', 's', numbers);
const needPages = (numbers) => needAll('pages', 'p', numbers);

// The shard that would hold `entry`.
const shardOf = (firsts, entry) => Math.max(0, countBefore(firsts, entry, true) - 1);

// The shards that hold what begins with `start`: the first few, since somebody waits.
function shardsOfPrefix(firsts, start) {
  const first = shardOf(firsts, start);
  const shards = [first];
  for (let next = first + 1; next < firsts.length && firsts[next].startsWith(start); next += 1) shards.push(next);
  return shards.slice(0, mostShards);
}

const blockOf = (page) => Math.max(0, countAtMost(files.index.blocks, page) - 1);

function countAtMost(sorted, number) {
  let count = 0;
  while (count < sorted.length && sorted[count] <= number) count += 1;
  return count;
}

// The payload of an entry whose shard is loaded; undefined if there is none.
function payloadOf(entry) {
  const shard = files.terms[shardOf(files.index.terms, entry)];
  if (!shard) return undefined;
  const at = countBefore(shard.entries, entry);
  return shard.entries[at] === entry ? shard.payloads[at] : undefined;
}

// The entries of loaded shards that begin with `start`, in their order.
function entriesFrom(firsts, shards, kind, start) {
  const found = [];
  for (const number of shardsOfPrefix(firsts, start)) {
    const entries = shards[number][kind];
    for (let at = countBefore(entries, start); at < entries.length && entries[at].startsWith(start); at += 1) {
      found.push(entries[at]);
    }
  }
  return found;
}

const decodedPostings = new Map();

// The postings of an entry whose shard is loaded.
function postingsOf(entry) {
  let postings = decodedPostings.get(entry);
  if (!postings) {
    postings = decodePostings(payloadOf(entry) || '');
    if (decodedPostings.size > 500) decodedPostings.clear();
    decodedPostings.set(entry, postings);
  }
  return postings;
}

// Does what reads the index; from the start, if the site is published anew meanwhile.
async function withIndex(action) {
  for (let left = 2; left >= 0; left -= 1) {
    let index = null;
    try {
      await needIndex();
      index = files.index;
      const found = await action();
      if (files.index === index) return found;
    } catch (error) {
      if (left === 0 || !isReplaced(index)) throw error;
    }
  }
  throw new Error('the search index was replaced');
}

// Whether `index` is not to be read any more: another search has seen that already, or one of its files is of
// another publication; then all is forgotten.
function isReplaced(index) {
  if (files.index !== index) return true;
  if (!index || newer === '' || newer === index.version) return false;
  waiting.clear();
  decodedPostings.clear();
  Object.assign(files, { index: null, terms: [], tails: [], pages: [] });
  return true;
}

function keep(kind, number, version, held) {
  if (files.index && version === files.index.version) files[kind][number] = held;
  else if (files.index) newer = version;
}

// What the files call.
Object.assign(runbookcSearch, {
  index: (index) => { files.index = index; },
  terms: (number, version, entries, payloads) => keep('terms', number, version, { entries, payloads }),
  tails: (number, version, entries) => keep('tails', number, version, { entries }),
  pages: (number, version, pages) => keep('pages', number, version, pages),
});
