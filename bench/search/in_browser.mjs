// What a search costs in Chromium: the bytes that it asks a server for, and the time until it has answered.
import { join } from 'node:path';
import { serveSite } from '../../tests/browser/site_server.mjs';
import { sentBytes } from '../measure.mjs';

// A context of its own has an empty cache.
async function openFresh(browser, engine, server) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}/${engine.startsAt}`, { waitUntil: 'load' });
  return { context, page };
}

// The bytes that each query takes, as a server with gzip sends them, by kind of file: { first: [{ kind: bytes }], next:
// […] }. `first` is a query that is the first one in a tab, with the script; `next` is one after an unlike one. The
// page's own HTML, style and script, which are there without a search, are not counted. Of an engine that loads all at
// once, one query tells of all.
export async function bytesOfQueries(browser, engine, folder, queries) {
  const server = await serveSite(folder, '/');
  const first = [];
  const next = [];
  // What a query has asked for since the last one.
  const taken = () => {
    const bytes = {};
    for (const path of new Set(server.asked.splice(0))) {
      const kind = engine.kindOf(path);
      if (kind) bytes[kind] = (bytes[kind] ?? 0) + sentBytes(join(folder, path));
    }
    return bytes;
  };
  for (const [at, query] of (engine.loadsAll ? queries.slice(0, 1) : queries).entries()) {
    server.asked.length = 0;
    const { context, page } = await openFresh(browser, engine, server);
    await engine.open(page);
    await engine.ask(page, query);
    first[at] = taken();
    const other = (at + Math.floor(queries.length / 2)) % queries.length;
    await engine.ask(page, queries[other]);
    next[engine.loadsAll ? at : other] = taken();
    await context.close();
  }
  await server.close();
  return { first, next };
}

// The milliseconds of each query in a tab that has searched before: { first: […], again: […] }. `first` may ask the
// server for files, `again` is the same query once more.
export async function timesOfQueries(browser, engine, folder, queries) {
  const server = await serveSite(folder, '/');
  const { context, page } = await openFresh(browser, engine, server);
  await engine.open(page);
  await engine.ask(page, 'warm up');
  const rounds = { first: [], again: [] };
  for (const round of Object.values(rounds)) {
    for (const query of queries) round.push(await engine.ask(page, query));
  }
  await context.close();
  await server.close();
  return rounds;
}
