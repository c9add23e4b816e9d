// The files of an index that holds what a test says of it, in as many shards as it wants.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function number(value) {
  let text = '';
  let left = value;
  for (; left >= 32; left = Math.floor(left / 32)) text += alphabet[32 + left % 32];
  return text + alphabet[left];
}

// A payload of { idf, coarse, pages: { page: { impact, units: { unit: impact } } } }. A page's impact is
// read back as an odd number, a unit's as one of 3, 9, 15 … 45.
export function payload({ idf, coarse = false, pages }) {
  const numbers = Object.keys(pages).map(Number);
  let text = number(idf) + number(numbers.length) + number(coarse ? 1 : 0);
  let last = -1;
  for (const page of numbers) {
    const { impact, units = {} } = pages[page];
    text += number(page - last - 1) + number(Math.floor(impact / 2));
    last = page;
    if (coarse) continue;
    let before = -1;
    text += number(Object.keys(units).length);
    for (const [unit, value] of Object.entries(units)) {
      text += number((unit - before - 1) * 8 + Math.floor(value / 6));
      before = Number(unit);
    }
  }
  return text;
}

const reversed = (text) => [...text].reverse().join('');

function shards(list, size) {
  const parts = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}

// { path: text } of an index with these terms (entry → postings, or null for an alias) and pages.
export function smallIndex(terms, pages, { perShard = 3, perBlock = 2, version = '1' } = {}) {
  const entries = Object.keys(terms).sort();
  const tails = entries.filter((entry) => entry.length >= 5 && !/[: ]/.test(entry)).map(reversed).sort();
  const parts = shards(entries, perShard);
  const tailParts = shards(tails, perShard);
  const blocks = shards(pages, perBlock);
  const texts = {};
  const file = (name, call, ...values) => {
    texts[`_/search/${name}.js`] = `runbookcSearch.${call}(${values.map((value) => JSON.stringify(value)).join(',')})\n`;
  };
  file('index', 'index', { format: 3, version, pages: pages.length, blocks: blocks.map((_, at) => at * perBlock),
    terms: parts.map((part) => part[0]), tails: tailParts.map((part) => part[0]) });
  parts.forEach((part, at) => file(`t${at}`, 'terms', at, version, part, part.map((entry) => (terms[entry] ? payload(terms[entry]) : ''))));
  tailParts.forEach((part, at) => file(`s${at}`, 'tails', at, version, part));
  blocks.forEach((block, at) => file(`p${at}`, 'pages', at, version, block));
  return texts;
}
