// The project's own search: the files and the script that `runbookc build` wrote.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scriptOfSite, startEngine } from '../../tests/search/engine.mjs';
import { filesIn, weigh } from '../measure.mjs';

// Runs in the page: the milliseconds from an input to results that are laid out.
function askDialog(query) {
  const box = document.querySelector('dialog.search .search-box');
  const list = document.querySelector('dialog.search .search-list');
  const said = document.querySelector('dialog.search .search-said');
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no answer: ' + said.textContent)), 60_000);
    const changed = new MutationObserver(() => {
      // Without a result there is only what is said.
      if (list.children.length === 0 && !list.hidden) return;
      changed.disconnect();
      clearTimeout(late);
      list.getBoundingClientRect();
      resolve(performance.now() - begun);
    });
    changed.observe(list, { childList: true, attributes: true });
    const begun = performance.now();
    box.value = query;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export const ours = {
  name: 'runbookc',
  startsAt: 'index.html',

  // The index is made by the build, so only its weight is told: { index, script }.
  prepare(site) {
    const scripts = filesIn(join(site, '_/assets')).filter((name) => /^search\..*\.js$/.test(name));
    return {
      index: weigh(filesIn(join(site, '_/search')).map((name) => join(site, '_/search', name))),
      script: weigh(scripts.map((name) => join(site, '_/assets', name))),
    };
  },

  // The hits in the order of the dialog, as tests/search/judged_queries_test.cc names them.
  async results(site, queries) {
    const engine = startEngine(scriptOfSite(site), { site });
    const all = [];
    for (const query of queries) {
      const { hits } = await engine.findHits(query);
      all.push([[...await engine.describe(hits)].map(({ shown, at }) => {
        const section = at.kind === 'command' ? shown.units[at.section ?? 0] : at;
        return { file: shown.path.replace(/^content\//, ''), anchor: section.anchor ?? '' };
      })]);
    }
    return all;
  },

  // '' for what is there without a search.
  kindOf(path) {
    if (/^_\/assets\/search\./.test(path)) return 'script';
    const [, letter] = /^_\/search\/(\w)/.exec(path) ?? [];
    return { i: 'index', t: 'terms', s: 'tails', p: 'pages' }[letter] ?? '';
  },

  async open(page) {
    await page.keyboard.press('/');
    await page.locator('dialog.search .search-list').waitFor({ state: 'attached' });
  },

  ask: (page, query) => page.evaluate(askDialog, query),
};

// Whether the same site answers a query from a disk: the address of its first result.
export async function askFromDisk(browser, site, query) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(site, 'index.html')).href);
  await ours.open(page);
  await ours.ask(page, query);
  const address = await page.locator('dialog.search .search-option').first().getAttribute('href');
  await page.close();
  return decodeURIComponent(address);
}
