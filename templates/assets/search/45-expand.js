// Finds for each token of a query what it may stand for, and loads what that takes.

const unique = (list) => [...new Set(list)];
const characters = (text) => [...text];
const reversed = (text) => characters(text).reverse().join('');

const shardsOf = (entries) => unique(entries.map((entry) => shardOf(files.index.terms, entry)));
const needEntries = (entries) => needTerms(shardsOf(entries));

const phraseOf = ([a, b]) => a.term + ' ' + b.term;

// What has postings.
const isFound = (entry) => Boolean(payloadOf(entry));
const headOf = (entry) => decodeHead(payloadOf(entry) || '');

// An entry without postings stands for its stem.
const stemOf = (entry) => (isFound(entry) ? entry : termOf(entry));

// Stands for the pages that answer this alert.
const alertOf = (name) => name + ' alert:';

function exactOf(token) {
  const found = [{ entry: token.term, quality: quality.exact }, { entry: alertOf(token.raw), quality: quality.alert }];
  if (token.raw !== token.term) found.push({ entry: token.raw, quality: quality.exact });
  return found.filter(({ entry }) => isFound(entry));
}

const isEntry = (entry) => payloadOf(entry) !== undefined;

// Of two known words the index tells whether there may be one that joins them, next to their phrase.
const mayJoin = ([a, b]) => isEntry(phraseOf([a, b])) || !isEntry(a.raw) || !isEntry(b.raw);

// What each token makes with its neighbours, in one word, is loaded.
async function needJoined(pairs) {
  const joining = pairs.filter(mayJoin);
  for (const [a, b] of joining) {
    const joined = termOf(a.raw + b.raw);
    a.joined.push(joined);
    b.joined.push(joined);
  }
  await needEntries(joining.map(([a]) => a.joined).flat());
}

// That, if nothing says it already.
function joinedOf(token, found) {
  const known = new Set(found.map(({ entry }) => entry));
  return unique(token.joined).filter((entry) => isFound(entry) && !known.has(entry))
    .map((entry) => ({ entry, quality: quality.joined }));
}

// The best known first, then as they are sorted.
function byFrequency(entries) {
  return entries.map((entry) => ({ entry, df: headOf(entry).df }))
    .sort((a, b) => b.df - a.df || compareText(a.entry, b.entry));
}

async function prefixedOf(token, exact) {
  if (!token.open || characters(token.raw).length < 2) return [];
  const shards = shardsOfPrefix(files.index.terms, token.raw);
  await needTerms(shards);
  const known = new Set(exact.map(({ entry }) => entry));
  const written = entriesFrom(files.index.terms, files.terms, 'entries', token.raw).filter((entry) => !named.test(entry));
  await needEntries(written.filter((entry) => !isFound(entry)).map(termOf));
  const found = unique(written.map(stemOf)).filter((entry) => isFound(entry) && !known.has(entry));
  const worth = exact.length > 0 ? quality.longer : quality.prefix;
  return byFrequency(found).slice(0, mostPrefixed).map(({ entry }) => ({ entry, quality: worth }));
}

// The entries that begin or end as `raw` does.
async function alikeOf(raw, shared) {
  const start = characters(raw).slice(0, shared).join('');
  const end = characters(reversed(raw)).slice(0, shared).join('');
  const tails = files.index.tails.length > 0;
  await Promise.all([
    needTerms(shardsOfPrefix(files.index.terms, start)),
    tails && needTails(shardsOfPrefix(files.index.tails, end))]);
  const ending = tails ? entriesFrom(files.index.tails, files.tails, 'entries', end).map(reversed) : [];
  return unique([...entriesFrom(files.index.terms, files.terms, 'entries', start), ...ending])
    .filter((entry) => !named.test(entry));
}

async function nearOf(token) {
  const size = characters(token.raw).length;
  if (size < 4) return [];
  const most = size >= 8 ? 2 : 1;
  const near = new Map();  // by stem, the least distance
  const written = (await alikeOf(token.raw, Math.floor(size / (most + 1))))
    .map((entry) => ({ entry, far: distance(token.raw, entry, most) }))
    .filter(({ far }) => far > 0 && far <= most);
  await needEntries(written.map(({ entry }) => entry));
  await needEntries(written.map(({ entry }) => stemOf(entry)));
  for (const { entry, far } of written) {
    const stem = stemOf(entry);
    if (isFound(stem)) near.set(stem, Math.min(far, near.get(stem) ?? far));
  }
  return byFrequency([...near.keys()])
    .map(({ entry, df }) => ({ entry, df, far: near.get(entry) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, mostNear)
    .map(({ entry, far }) => ({ entry, quality: far <= 1 ? quality.near : quality.far }));
}

// A symbol that is known says nearly all that its parts say.
function lightenParts(order) {
  let known = false;
  for (const { kind, token } of order) {
    if (kind === 'symbol') known = exactOf(token).length > 0;
    if (kind === 'part' && known && token.weight === weights.part) token.weight = weights.lightPart;
  }
}

// The tokens that say most, if there are many; those that nothing matches as it is say nothing.
function rarest(tokens) {
  if (tokens.length <= mostTokens) return tokens;
  const idf = (token) => Math.max(0, ...exactOf(token).map(({ entry }) => headOf(entry).idf));
  const ranked = tokens.map((token, at) => ({ token, at, idf: idf(token) })).filter((one) => one.idf > 0);
  ranked.sort((a, b) => b.idf - a.idf || a.at - b.at);
  return ranked.slice(0, mostTokens).sort((a, b) => a.at - b.at).map(({ token }) => token);
}

async function expansionsOf(token) {
  const exact = exactOf(token);
  const found = [...exact, ...await prefixedOf(token, exact)];
  if (found.length === 0) found.push(...await nearOf(token));
  return [...found, ...joinedOf(token, found)];
}

// A pair as a phrase; if its end may go on, also as what begins so.
async function phrasesOf(pair) {
  const start = pair[0].term + ' ' + pair[1].raw;
  if (!pair[1].open) return [phraseOf(pair)].filter(isFound);
  await needTerms(shardsOfPrefix(files.index.terms, start));
  const found = entriesFrom(files.index.terms, files.terms, 'entries', start);
  return unique([phraseOf(pair), ...byFrequency(found).slice(0, mostPhrases).map(({ entry }) => entry)]).filter(isFound);
}

// The terms that score: [{ weight, phrase, expansions: [{ entry, quality }] }], all loaded; and the tokens that
// were `asked` for: not those of a long text that are known, but say too little.
async function expand({ tokens, pairs, order }) {
  await needEntries(unique([...pairs.map(phraseOf),
    ...tokens.flatMap((token) => [token.term, token.raw, alertOf(token.raw)])]));
  await needJoined(pairs);
  lightenParts(order);
  const kept = rarest(tokens);
  const terms = [];
  for (const token of kept) {
    const expansions = await expansionsOf(token);
    if (expansions.length > 0) terms.push({ weight: token.weight, phrase: false, token, expansions });
  }
  await needEntries(terms.flatMap((term) => term.expansions.map(({ entry }) => entry)));
  for (const pair of pairs) {
    if (!pair.every((token) => kept.includes(token))) continue;
    const phrases = await phrasesOf(pair);
    if (phrases.length === 0) continue;
    const weight = Math.min(weights.phrase, ...pair.map((token) => token.weight));
    terms.push({ weight, phrase: true, expansions: phrases.map((entry) => ({ entry, quality: quality.phrase })) });
  }
  return { terms, asked: tokens.filter((token) => kept.includes(token) || exactOf(token).length === 0) };
}
