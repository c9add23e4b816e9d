// What was measured, for people.
import { kilobytes, megabytes, table } from '../tables.mjs';
import { judged } from './judged.mjs';

const shown = (share) => share.toFixed(3);
const measures = [['mrr', 'MRR'], ['first', 'first'], ['fifth', 'first 5']];

// `qualities` is { name: { class: figures } }, ours first. A measure has a column with a figure for each; a class in which
// another one is ahead is marked.
export function qualityTable(size, qualities) {
  const names = Object.keys(qualities);
  const [own, ...others] = Object.values(qualities);
  const rows = [['class', 'queries', ...measures.map(([, title]) => title), 'behind in']];
  for (const [name, figures] of Object.entries(own)) {
    const behind = measures.filter(([key]) => others.some((other) => other[name][key] > figures[key] + 1e-9)).map(([, title]) => title);
    rows.push([name, figures.queries, ...measures.map(([key]) => Object.values(qualities).map((one) => shown(one[name][key])).join(' ')),
      behind.join(', ')]);
  }
  return table(`Right answers, ${size} pages: mean of 1/rank, and the share of queries with a right answer first and among the\n  first five; each for ${names.join(', ')}`, rows);
}

// The queries that ours does not answer first. `ranks` is { name: [{ rank, before }] }, ours first.
export function missedQueries(ranks) {
  const [[, own], ...others] = Object.entries(ranks);
  const lines = ['Queries that runbookc does not answer first (0: not at all), and what stands before', ''];
  own.forEach(({ rank, before }, at) => {
    if (rank === 1) return;
    const beside = others.map(([name, list]) => `${name} ${list[at].rank}`).join(', ');
    lines.push(`  ${judged[at].class}: ${judged[at].query}`, `    runbookc ${rank}, ${beside}; wanted ${judged[at].expected.join(' or ')}`,
      ...before.map((place) => `      ${place}`));
  });
  return lines.join('\n') + '\n';
}

// `costs` is { name: { seconds, peak, index, script } }.
export function costTable(size, costs) {
  const rows = [['', 'seconds', 'peak MB', 'index files', 'index MB', 'index MB gzip', 'script kB gzip']];
  for (const [name, { seconds, peak, index, script }] of Object.entries(costs)) {
    rows.push([name, seconds === undefined ? '-' : seconds.toFixed(2), peak === undefined ? '-' : megabytes(peak), index.files,
      megabytes(index.bytes), megabytes(index.gzip), kilobytes(script.gzip)]);
  }
  return table(`Making the index, ${size} pages (runbookc: the whole build of the site)`, rows);
}

// `spreads` is { name: { first, next } } of spreads.
export function bytesTable(size, spreads) {
  const rows = [['', 'first: median', '95 %', 'worst', 'next: median', '95 %', 'worst']];
  for (const [name, { first, next }] of Object.entries(spreads)) {
    rows.push([name, ...[first, next].flatMap(({ median, most, worst }) => [median, most, worst].map(kilobytes))]);
  }
  return table(`Bytes of a query over the wire, ${size} pages (kB gzip; first: with the script)`, rows);
}

// Of `kinds`, { name: { kind: { first, next } } }, what each kind of file has in the median and at worst.
export function kindsTable(size, kinds) {
  const rows = [['', 'files', 'first: median', 'worst', 'next: median', 'worst']];
  for (const [name, ofEngine] of Object.entries(kinds)) {
    for (const [kind, { first, next }] of Object.entries(ofEngine)) {
      rows.push([name, kind, ...[first, next].flatMap(({ median, worst }) => [kilobytes(median), kilobytes(worst)])]);
    }
  }
  return table(`The same by kind of file, ${size} pages (kB gzip)`, rows);
}

export function timesTable(size, spreads) {
  const rows = [['', 'first time: median', '95 %', 'worst', 'again: median', '95 %', 'worst']];
  for (const [name, { first, again }] of Object.entries(spreads)) {
    rows.push([name, ...[first, again].flatMap(({ median, most, worst }) => [median, most, worst].map((ms) => ms.toFixed(1)))]);
  }
  return table(`Milliseconds of a query in Chromium, ${size} pages (runbookc: from the input to results on the page; the others: until they have answered)`, rows);
}

// What the search of this project has to hold: [{ bar, value, limit, held }].
export function barsOf({ size, bytes, times, cost }) {
  const bars = [
    { bar: 'index files, one for four pages', value: cost.index.files, limit: Math.floor(size / 4) },
    ...(bytes ? [{ bar: 'first query, median, kB', value: bytes.first.median / 1000, limit: 120 },
      { bar: 'next query, median, kB', value: bytes.next.median / 1000, limit: 60 }] : []),
    ...(times && size <= 10_000 ? [{ bar: '95 % of queries for the first time, ms', value: times.first.most, limit: 50 },
      { bar: '95 % of queries again, ms', value: times.again.most, limit: 50 }] : []),
  ];
  return bars.map((one) => ({ ...one, held: one.value <= one.limit }));
}

export function barsTable(size, bars) {
  return table(`What runbookc has to hold, ${size} pages`, [['', 'measured', 'at most', ''],
    ...bars.map(({ bar, value, limit, held }) => [bar, Number.isInteger(value) ? value : value.toFixed(1), limit, held ? 'held' : 'NOT held'])]);
}
