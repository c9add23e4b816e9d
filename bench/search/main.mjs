// script/bench-search: the search beside Pagefind and MiniSearch. docs/search-benchmark.md tells how it is fair.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from '../../tests/browser/browser_site.mjs';
import { buildProject, writeProject } from '../project.mjs';
import { spread } from '../tables.mjs';
import { bytesOfQueries, timesOfQueries } from './in_browser.mjs';
import { byClass, judged, rankOf, watchForRivals } from './judged.mjs';
import { miniSearch } from './minisearch.mjs';
import { askFromDisk, ours } from './ours.mjs';
import { pagefind } from './pagefind.mjs';
import { barsOf, barsTable, bytesTable, costTable, kindsTable, missedQueries, qualityTable, timesTable } from './report.mjs';

const usage = `usage: script/bench-search [--queries-only] [--size N]... [--json FILE] [--keep FOLDER]
  --queries-only  only how well the judged queries are answered
  --size N        pages in all, again for more (default 1000 and 10000; with --queries-only 1000)
  --json FILE     write all figures there, too
  --keep FOLDER   work there, and leave the sites and indexes for a look`;
const engines = [ours, pagefind, miniSearch];
const queries = judged.map((one) => one.query);
const say = (text) => console.log(text);

// The engines' values by their names.
async function ofEach(measure) {
  const values = {};
  for (const engine of engines) values[engine.name] = await measure(engine);
  return values;
}

const foldersIn = (work) => (engine) => (engine === ours ? join(work, 'site') : join(work, engine.name.toLowerCase()));

// Builds the site of `size` pages and the others' indexes of it: what each cost.
async function prepare(size, work) {
  const rivals = watchForRivals();
  const { own, made, bytes } = writeProject(join(work, 'project'), size, rivals.seen);
  say(`${size} pages: ${own} of content/ and ${made} made ones, ${Math.round(bytes / Math.max(1, made))} bytes each\n`);
  for (const query of rivals.queries) say(`A made page holds '${query}', and would be a right answer.`);
  const site = join(work, 'site');
  const { seconds, peak } = await buildProject(join(work, 'project'), site);
  const folderOf = foldersIn(work);
  const costs = await ofEach((engine) => engine.prepare(site, folderOf(engine)));
  Object.assign(costs[ours.name], { seconds, peak });
  return costs;
}

async function judge(work, browser) {
  const folderOf = foldersIn(work);
  return ofEach(async (engine) => {
    const results = await engine.results(folderOf(engine), queries, browser);
    return results.map((ways, at) => rankOf(ways, judged[at].expected));
  });
}

// Of lists of { kind: bytes }: their spreads in all, and of each kind.
const sumOf = (bytes) => Object.values(bytes).reduce((sum, one) => sum + one, 0);
const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
const allBytes = (rounds) => mapValues(rounds, (list) => spread(list.map(sumOf)));
function bytesByKind(rounds) {
  const kinds = new Set(Object.values(rounds).flat().flatMap(Object.keys));
  return Object.fromEntries([...kinds].map((kind) => [kind, mapValues(rounds, (list) => spread(list.map((bytes) => bytes[kind] ?? 0)))]));
}

// All figures of one size, printed as they come.
async function measure(size, work, browser, queriesOnly) {
  const costs = await prepare(size, work);
  const ranks = await judge(work, browser);
  const places = mapValues(ranks, (list) => list.map(({ rank }) => rank));
  const quality = mapValues(places, byClass);
  say(qualityTable(size, quality));
  say(missedQueries(ranks));
  const found = { size, costs, quality, ranks: places };
  if (queriesOnly) return found;
  say(costTable(size, costs));
  const folderOf = foldersIn(work);
  const bytes = await ofEach((engine) => bytesOfQueries(browser, engine, folderOf(engine), queries));
  found.bytes = mapValues(bytes, allBytes);
  found.bytesByKind = mapValues(bytes, bytesByKind);
  say(bytesTable(size, found.bytes));
  say(kindsTable(size, found.bytesByKind));
  const times = await ofEach((engine) => timesOfQueries(browser, engine, folderOf(engine), queries));
  found.milliseconds = mapValues(times, (rounds) => mapValues(rounds, spread));
  say(timesTable(size, found.milliseconds));
  found.fromDisk = await askFromDisk(browser, join(work, 'site'), queries[0]);
  say(`From a disk (file://), '${queries[0]}' leads to ${found.fromDisk.replace(/^.*\/site\//, '')}\n`);
  found.bars = barsOf({ size, cost: costs[ours.name], bytes: found.bytes[ours.name], times: found.milliseconds[ours.name] });
  say(barsTable(size, found.bars));
  return found;
}

function readArguments(given) {
  const { values } = parseArgs({ args: given, options: { 'queries-only': { type: 'boolean', default: false },
    size: { type: 'string', multiple: true }, json: { type: 'string' }, keep: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  const sizes = (values.size ?? (values['queries-only'] ? ['1000'] : ['1000', '10000'])).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new Error('a size is a number of pages');
  return { ...values, sizes };
}

async function main(given) {
  let asked;
  try {
    asked = readArguments(given);
  } catch (error) {
    console.error(`bench-search: ${error.message}\n${usage}`);
    return 2;
  }
  if (asked.help) {
    say(usage);
    return 0;
  }
  const work = asked.keep ? resolve(asked.keep) : mkdtempSync(join(tmpdir(), 'runbookc-bench-'));
  const browser = await startBrowser();
  const all = { machine: { processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version, chromium: browser.version() }, queries: queries.length, sizes: [] };
  try {
    for (const size of asked.sizes) all.sizes.push(await measure(size, join(work, String(size)), browser, asked['queries-only']));
  } finally {
    await browser.close();
    if (!asked.keep) rmSync(work, { recursive: true, force: true });
  }
  if (asked.json) writeFileSync(asked.json, JSON.stringify(all, null, 2) + '\n');
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
