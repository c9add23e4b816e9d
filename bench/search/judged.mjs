// The judged queries, and how well a search answers them, as tests/search/judged_queries_test.cc counts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.mjs';

export const judged = JSON.parse(readFileSync(join(root, 'tests/search/queries.json'), 'utf8'));

const isRight = ({ file, anchor }, expected) => expected.includes(file) || expected.includes(`${file}#${anchor}`);

// The place from 1 of the first right result; 0 if there is none. Results are { file, anchor }, and come in one or more
// ways to count them, of which the best one counts: { rank, before }, with what stands before it.
export function rankOf(ways, expected) {
  const ranks = ways.map((results) => ({ rank: 1 + results.findIndex((result) => isRight(result, expected)), results }));
  const worth = ({ rank }) => (rank === 0 ? Infinity : rank);
  const { rank, results } = ranks.reduce((best, one) => (worth(one) < worth(best) ? one : best));
  return { rank, before: results.slice(0, Math.min(rank === 0 ? 5 : rank - 1, 5)).map(({ file, anchor }) => `${file}#${anchor}`) };
}

// Finds out which made pages would be right answers, too: those that hold the whole of a query that asks for something
// by its name. `seen` is to be told of each page; `queries` are those that another page answers.
export function watchForRivals() {
  const named = judged.filter((one) => ['alert name', 'flag', 'command', 'error line'].includes(one.class))
    .map(({ query }) => ({ query, words: query.toLowerCase() }));
  const queries = new Set();
  return {
    queries,
    seen: (_, text) => {
      const lower = text.toLowerCase();
      for (const { query, words } of named) if (lower.includes(words)) queries.add(query);
    },
  };
}

// Of ranks: { queries, mrr, first, fifth }.
export function figuresOf(ranks) {
  const share = (count) => count / ranks.length;
  return {
    queries: ranks.length,
    mrr: share(ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0)),
    first: share(ranks.filter((rank) => rank === 1).length),
    fifth: share(ranks.filter((rank) => rank > 0 && rank <= 5).length),
  };
}

// The figures by class, and of `all`.
export function byClass(ranks) {
  const classes = [...new Set(judged.map((one) => one.class))].sort();
  const figures = {};
  for (const name of classes) figures[name] = figuresOf(ranks.filter((_, at) => judged[at].class === name));
  figures.all = figuresOf(ranks);
  return figures;
}
