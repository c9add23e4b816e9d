// What runbookc has to hold, and whether a run held it: pure functions of figures.

// Between the two in the middle, if they are even in number.
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

// `rows` of one size: { id: { seconds: [..], peak: [..] } }.
const timeOf = (rows, id) => (rows[id] ? median(rows[id].seconds) : null);
const quotient = (above, below) => (above === null || below === null || below === 0 ? null : above / below);

// { what, limit, atMost, of(rows) }: the value may be at most the limit, or has to be at least that.
const ratio = (what, above, below, limit, atMost) => ({ what, limit, atMost, of: (rows) => quotient(timeOf(rows, above), timeOf(rows, below)) });
const bars = [
  ratio('check, cold / floor, parse', 'check', 'floor-parse', 1.5, true),
  ratio('rumdl / check, cold', 'rumdl', 'check', 5, false),
  ratio('build, cold / floor, write', 'build', 'floor-write', 2.5, true),
  ratio('Zola without search / build, cold', 'zola', 'build', 1, false),
  ratio('Hugo and Pagefind / build, cold', 'hugo-pagefind', 'build', 15, false),
  ratio('check after an edit / check, cold', 'check-edit', 'check', 0.1, true),
  ratio('build after an edit / build, cold', 'build-edit', 'build', 0.3, true),
  { what: 'peak memory of build, MB', limit: 400, atMost: true, most: 10_000,
    of: (rows) => (rows.build ? median(rows.build.peak) / 1e6 : null) },
];

const judged = ({ what, limit, atMost }, value) => ({ what, limit, atMost, value, met: value === null ? null : atMost ? value <= limit : value >= limit });

// Those of one size: [{ what, value, limit, atMost, met }]; `met` is null where a row is missing.
export function barsOf(size, rows) {
  return bars.filter(({ most = Infinity }) => size <= most).map((bar) => judged(bar, bar.of(rows)));
}

// From the smallest to the largest size: how the time of a page, and the memory beside the corpus, grew.
export function growthOf(sizes) {
  if (sizes.length < 2) return [];
  const sorted = [...sizes].sort((a, b) => a.size - b.size);
  const [small, large] = [sorted[0], sorted.at(-1)];
  const more = large.size / small.size;
  const between = `from ${small.size} to ${large.size}`;
  const grown = (id, of) => {
    const [before, after] = [small, large].map(({ rows }) => (rows[id] ? median(rows[id][of]) : null));
    return quotient(quotient(after, before), more);
  };
  return [
    judged({ what: `time a page, check, ${between}`, limit: 1.2, atMost: true }, grown('check', 'seconds')),
    judged({ what: `time a page, build, ${between}`, limit: 1.2, atMost: true }, grown('build', 'seconds')),
    judged({ what: `memory a page, build, ${between}`, limit: 1, atMost: true }, grown('build', 'peak')),
  ];
}
