// MiniSearch, over the texts of the same pages.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { runMeasured, weigh } from '../measure.mjs';
import { options } from './minisearch_setup.mjs';
import { emptyPage, splitFilters } from './pages.mjs';

const indexer = join(dirname(fileURLToPath(import.meta.url)), 'minisearch_index.mjs');
const script = join(dirname(createRequire(import.meta.url).resolve('minisearch')), '../umd/index.js');

// Filters are done by its `filter`; a query of nothing else is its wildcard. Runs here and in the page.
function askMiniSearch({ words, filters }, { MiniSearch: library, index, pages }) {
  const filter = (result) => filters.every(({ name, value }) =>
    pages[result.page].filters[name].some((one) => one.toLowerCase() === value.toLowerCase()));
  return index.search(words === '' ? library.wildcard : words, filters.length > 0 ? { filter } : {});
}

export const miniSearch = {
  name: 'MiniSearch',
  startsAt: 'bench.html',
  loadsAll: true,

  // Makes the index: { seconds, peak, index, script }, the last two weighed.
  async prepare(site, folder) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    copyFileSync(script, join(folder, 'minisearch.js'));
    writeFileSync(join(folder, 'bench.html'), emptyPage);
    const file = join(folder, 'index.json');
    const { output } = await runMeasured(process.execPath, ['--max-old-space-size=16000', indexer, site, file]);
    return { ...JSON.parse(output), index: weigh([file]), script: weigh([join(folder, 'minisearch.js')]) };
  },

  // Its results are sections. It has no list of its own, so each query's are counted in two ways, of which the better
  // one counts: three of a page at most, as the others show them, and all.
  results(folder, queries) {
    const kept = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
    const loaded = { MiniSearch, pages: kept.pages, index: MiniSearch.loadJS(kept.index, options) };
    return queries.map((query) => {
      const ofPage = new Map();
      const all = askMiniSearch(splitFilters(query), loaded).map(({ page, anchor }) => ({ file: kept.pages[page].file, anchor }));
      const few = all.filter(({ file }) => {
        ofPage.set(file, (ofPage.get(file) ?? 0) + 1);
        return ofPage.get(file) <= 3;
      });
      return [few, all];
    });
  },

  kindOf: (path) => ({ 'minisearch.js': 'script', 'index.json': 'index' }[path] ?? ''),

  // Loads all that it needs in a page.
  async open(page) {
    await page.addScriptTag({ url: 'minisearch.js' });
    await page.evaluate(async (wanted) => {
      const { pages, index } = await (await fetch('index.json')).json();
      window.loaded = { MiniSearch: window.MiniSearch, pages, index: window.MiniSearch.loadJS(index, wanted) };
    }, options);
    await page.evaluate(`window.askMiniSearch = ${askMiniSearch}`);
  },

  // The milliseconds that a query takes.
  ask: (page, query) => page.evaluate((asked) => {
    const begun = performance.now();
    window.askMiniSearch(asked, window.loaded);
    return performance.now() - begun;
  }, splitFilters(query)),
};
