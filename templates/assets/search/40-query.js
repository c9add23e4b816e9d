// What a query asks for: its filters, its tokens, and for each token the entries of the index that
// stand for it, with how well they do.

const filterNames = ['owner', 'service', 'type', 'severity', 'tag', 'status', 'risk', 'kind'];
// Entries that are no words: filters, names of alerts, phrases.
const named = new RegExp(`^(?:${filterNames.join('|')}):| `);

const quality = { exact: 16, alert: 40, prefix: 11, longer: 5, joined: 11, phrase: 12, near: 8, far: 5 };
const weights = { word: 4, symbol: 4, part: 2, phrase: 3, lightPart: 1 };
const mostTokens = 24;
const mostPrefixed = 12;
const mostNear = 6;
const mostPhrases = 6;

// The name and value of `owner:x`; null for an ordinary word.
function filterOf(word) {
  const at = word.indexOf(':');
  if (at < 0 || at === word.length - 1 || !filterNames.includes(word.slice(0, at))) return null;
  return { name: word.slice(0, at), value: [...word.slice(at + 1)].map((c) => c.toLowerCase()).join('') };
}

// The parts of a query: `filters` (name → values, any of which will do), the rest as text, and whether
// its last word may go on.
function splitQuery(query) {
  const filters = new Map();
  const rest = [];
  let open = false;
  for (const word of query.split(/\p{White_Space}+/u).filter(Boolean)) {
    const filter = filterOf(word);
    open = !filter && query.endsWith(word);
    if (!filter) rest.push(word);
    else filters.set(filter.name, (filters.get(filter.name) || new Set()).add(filter.value));
  }
  return { filters, text: rest.join(' '), open };
}

// Tokens of the same raw are one, at the first one's place and with the greater weight: by raw,
// { kind, raw, term, weight, open, joined }.
function distinct(tokens) {
  const known = new Map();
  for (const token of tokens) {
    const weight = weights[token.kind];
    const same = known.get(token.raw);
    if (same) same.weight = Math.max(same.weight, weight);
    else known.set(token.raw, { ...token, weight, open: false, joined: [] });
  }
  return known;
}

// The last token may go on, and the symbol whose last part it is.
function markOpen(tokens, known) {
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const { kind, raw } = tokens[at];
    if (at === tokens.length - 1 || kind === 'symbol') known.get(raw).open = true;
    if (kind !== 'part') break;
  }
}

// Reads a query: { filters, tokens, pairs, order }. A token is `open` if it may be the beginning of a word;
// `joined` are the words that it makes with a neighbour. A pair may be a phrase. `order` is what the query
// says, as { kind, token }.
function readQuery(query) {
  const { filters, text, open } = splitQuery(query);
  const all = tokensOf(plainText(text));
  const known = distinct(all);
  const pairs = [];
  if (open) markOpen(all, known);
  for (let i = 1; i < all.length; i += 1) {
    const [a, b] = [known.get(all[i - 1].raw), known.get(all[i].raw)];
    if (all[i - 1].kind === 'symbol' || all[i].kind === 'symbol') continue;
    if (pairs.some((pair) => pair[0] === a && pair[1] === b)) continue;
    pairs.push([a, b]);
  }
  const order = all.map(({ kind, raw }) => ({ kind, token: known.get(raw) }));
  return { filters, tokens: [...known.values()], pairs, order };
}

// Optimal string alignment distance; anything over `most` is `most` + 1.
function distance(a, b, most) {
  const x = [...a];
  const y = [...b];
  if (Math.abs(x.length - y.length) > most) return most + 1;
  let before = [];
  let last = y.map((_, j) => j).concat(y.length);
  for (let i = 1; i <= x.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= y.length; j += 1) {
      const cost = x[i - 1] === y[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    before = last;
    last = row;
  }
  return Math.min(last[y.length], most + 1);
}
