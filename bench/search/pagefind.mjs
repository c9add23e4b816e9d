// Pagefind, over the same pages, with what its documentation recommends: `data-pagefind-body` marks the article,
// and so leaves out lists and frames; `data-pagefind-filter` names what can be filtered by; `data-pagefind-meta` holds
// the alerts, since metadata is searched by itself. Its `ranking` is the one that answers the judged queries best, of
// those that were tried; `--include-characters` makes them worse.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serveSite } from '../../tests/browser/site_server.mjs';
import { filesIn, runMeasured, weigh } from '../measure.mjs';
import { emptyPage, pagesOf, splitFilters } from './pages.mjs';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

// Its program comes in a package for each kind of machine.
function findProgram() {
  const machine = `@pagefind/${process.platform}-${process.arch}/package.json`;
  return join(dirname(createRequire(import.meta.url).resolve(machine)), 'bin/pagefind_extended');
}

const isScript = (name) => /\.js$|^wasm/.test(name);

// The site's runbooks in `folder`, as Pagefind is to read them, with a page to search from.
function writePages(site, folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const page of pagesOf(site)) {
    const filters = Object.entries(page.filters).flatMap(([name, values]) => values.map((value) =>
      `<meta data-pagefind-filter="${name}[content]" content="${escaped(value.toLowerCase())}">`));
    const alerts = page.alerts.length > 0 ? `<meta data-pagefind-meta="alerts[content]" content="${escaped(page.alerts.join(' '))}">` : '';
    const file = join(folder, decodeURIComponent(page.url));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(page.title)}</title></head>\n` +
      `<body><main><article data-pagefind-body>${filters.join('')}${alerts}${page.article}</article></main></body></html>\n`);
  }
  writeFileSync(join(folder, 'bench.html'), emptyPage);
}

const ranking = { termFrequency: 0.5, metaWeights: { title: 5, alerts: 5 } };

// How much of its own user interface shows: five pages at once, with up to three sections of each, those with the most
// matches.
const pagesAtOnce = 5;
const sectionsOfPage = 3;
// More than anybody reads; what stands behind counts as not found.
const pagesRanked = 60;

function queryOf(query) {
  const { filters, words } = splitFilters(query);
  const wanted = {};
  for (const { name, value } of filters) (wanted[name] ??= []).push(value.toLowerCase());
  return { words: words === '' ? null : words, options: filters.length > 0 ? { filters: wanted } : {} };
}

// Runs in the page: { took, pages: [{ url, sections: [{ url, matches }] }] } of the first pages.
async function askPagefind({ words, options, count }) {
  const begun = performance.now();
  const found = await window.pagefind.search(words, options);
  const pages = await Promise.all(found.results.slice(0, count).map((result) => result.data()));
  const took = performance.now() - begun;
  return { took, pages: pages.map(({ url, sub_results: sections }) => ({ url,
    sections: sections.map((section) => ({ url: section.url, matches: section.locations.length })) })) };
}

// An address as { file, anchor }.
function placeOf(url) {
  const [path, anchor = ''] = decodeURI(url).split('#');
  const file = path.replace(/^\//, '').replace(/(^|\/)(index\.html)?$/, '$1README.html').replace(/\.html$/, '.md');
  return { file, anchor };
}

function shownSections({ url, sections }) {
  const most = [...sections].sort((a, b) => b.matches - a.matches).slice(0, sectionsOfPage);
  const shown = sections.filter((section) => most.includes(section));
  return (shown.length > 0 ? shown : [{ url }]).map((section) => placeOf(section.url));
}

export const pagefind = {
  name: 'Pagefind',
  startsAt: 'bench.html',

  // Makes the index: { seconds, peak, index, script }, the last two weighed. Not weighed are the parts of its user
  // interface, and what it keeps for languages that it does not know.
  async prepare(site, folder) {
    writePages(site, folder);
    const { seconds, peak } = await runMeasured(findProgram(), ['--site', folder, '--quiet']);
    const own = filesIn(join(folder, 'pagefind')).filter((name) => !/-ui\.|highlight|unknown/.test(name));
    const weight = (names) => weigh(names.map((name) => join(folder, 'pagefind', name)));
    return { seconds, peak, index: weight(own.filter((name) => !isScript(name))), script: weight(own.filter(isScript)) };
  },

  // Each query's results in two ways to count them, of which the better one counts: as pages, and as the sections of
  // pages that its user interface shows.
  async results(folder, queries, browser) {
    const server = await serveSite(folder, '/');
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.port}/bench.html`);
    await this.open(page);
    const all = [];
    for (const query of queries) {
      const { pages } = await page.evaluate(askPagefind, { ...queryOf(query), count: pagesRanked });
      all.push([pages.map(({ url }) => placeOf(url)), pages.flatMap(shownSections)]);
    }
    await page.close();
    await server.close();
    return all;
  },

  kindOf(path) {
    const [, name] = /^pagefind\/(.*)$/.exec(path) ?? [];
    if (!name) return '';
    if (isScript(name)) return 'script';
    return /^(index|fragment|filter)\//.exec(name)?.[1] ?? 'entry';
  },

  open: (page) => page.evaluate(async (wanted) => {
    window.pagefind = await import('/pagefind/pagefind.js');
    await window.pagefind.options({ ranking: wanted });
    await window.pagefind.init();
  }, ranking),

  ask: async (page, query) => (await page.evaluate(askPagefind, { ...queryOf(query), count: pagesAtOnce })).took,
};
