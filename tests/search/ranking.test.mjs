// Scores, expansions and filters on an index that is small enough to reckon by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scriptOfParts, startEngine } from './engine.mjs';
import { number, smallIndex } from './small_index.mjs';

const script = scriptOfParts();
const pages = ['a', 'b', 'c'].map((name) => ({ url: `${name}.html`, title: name, units: [
  { kind: 'page', line: 1 }, { kind: 'section', line: 2, anchor: 's' }, { kind: 'command', line: 3, text: 'x', risk: 'read' }] }));
const one = (impact, units) => ({ impact, units });

const terms = {
  failov: { idf: 40, pages: { 0: one(21, { 0: 9, 1: 21 }), 2: one(5, { 1: 3 }) } },
  failover: null,
  failovers: null,
  databas: { idf: 30, pages: { 0: one(10, { 1: 9 }), 1: one(12, { 0: 15 }) } },
  database: null,
  'failov databas': { idf: 60, pages: { 0: one(9, { 1: 9 }) } },
  'databasedown alert:': { idf: 70, pages: { 1: one(30, { 0: 30 }) } },
  databasedown: { idf: 70, pages: { 1: one(30, { 0: 30 }) } },
  'risk:read': { idf: 1, pages: { 0: one(0, { 2: 0 }), 1: one(0, { 2: 0 }) } },
  'owner:dba': { idf: 1, pages: { 1: one(0, { 0: 0 }), 2: one(0, { 0: 0 }) } },
};

async function find(query, options) {
  const engine = startEngine(script, { texts: smallIndex(terms, pages, options) });
  const { hits } = await engine.findHits(query);
  return { engine, hits: [...hits].map(({ page, unit, score }) => `${page}.${unit} ${score}`) };
}

test('numbers are read as they are written', () => {
  const engine = startEngine(script);
  const values = [0, 1, 31, 32, 1023, 1024, 99999, 4294967295];
  for (const idf of values) {
    assert.equal(engine.decodePostings(number(idf) + number(0) + number(0)).idf, idf);
  }
  assert.throws(() => engine.decodePostings('!'));
  assert.throws(() => engine.decodePostings('ABA_'));
});

test('a word scores its page and its unit', async () => {
  // 16·40·21 of the page and six times 16·40·21 of its best unit, by the weight 4.
  const { hits } = await find('failover ');
  assert.deepEqual(hits, [`0.1 ${4 * (13440 + 6 * 13440)}`, `2.1 ${4 * (3200 + 6 * 1920)}`]);
});

test('a page with all words comes before one with the better word, and a phrase counts', async () => {
  const { hits } = await find('failover database ');
  assert.equal(hits[0].split(' ')[0], '0.1');
  assert.ok(Number(hits[0].split(' ')[1]) > 4 * (13440 + 6 * 13440) + 4 * (4800 + 6 * 4320));
});

test('an alert is found by its whole name', async () => {
  const { hits } = await find('DatabaseDown');
  assert.equal(hits[0].split(' ')[0], '1.0');
});

test('the last word may be unfinished, and a slip is forgiven', async () => {
  assert.equal((await find('fai')).hits[0].split(' ')[0], '0.1');
  assert.deepEqual((await find('fai ')).hits, []);
  assert.equal((await find('faliover ')).hits[0].split(' ')[0], '0.1');
  assert.equal((await find('xailover ')).hits[0].split(' ')[0], '0.1');
});

test('filters narrow, and alone they list', async () => {
  assert.deepEqual((await find('owner:dba database ')).hits.map((hit) => hit.split(' ')[0]), ['1.0']);
  assert.deepEqual((await find('owner:dba')).hits, ['1.0 0', '2.0 0']);
  assert.deepEqual((await find('risk:read owner:DBA')).hits, ['1.2 0']);
  assert.deepEqual((await find('kind:command')).hits, ['0.2 0', '1.2 0']);
  assert.deepEqual((await find('kind:section failover ')).hits.map((hit) => hit.split(' ')[0]), ['0.1', '2.1']);
  assert.deepEqual((await find('owner:nobody failover ')).hits, []);
});

test('what the page itself says holds for its sections', async () => {
  // "undo" stands in one section, the rest in the title: that section comes before the page.
  const own = { restor: { idf: 30, pages: { 0: one(30, { 0: 30 }) } }, undo: { idf: 50, pages: { 0: one(9, { 1: 9 }) } } };
  const engine = startEngine(script, { texts: smallIndex(own, pages) });
  const { hits } = await engine.findHits('undo restore ');
  assert.deepEqual([...hits].map(({ page, unit }) => `${page}.${unit}`), ['0.1']);
});

test('what is indexed by page alone says half of it of each unit', async () => {
  const own = { common: { idf: 10, coarse: true, pages: { 0: one(21), 1: one(21) } }, rare: { idf: 40, pages: { 1: one(9, { 1: 9 }) } } };
  const engine = startEngine(script, { texts: smallIndex(own, pages) });
  const { hits } = await engine.findHits('common rare ');
  // T is 4·10 + 4·40. Of the page 16·(10·21 + 40·9), of the section six times 16·(10·21/2 + 40·9), by 4 both.
  // An entry that says less of the section than that takes nothing away.
  const more = { ...own, commonly: { idf: 10, pages: { 1: one(9, { 1: 3 }) } } };
  const other = startEngine(script, { texts: smallIndex(more, pages) });
  assert.ok((await other.findHits('rare common')).hits[0].score >= (await engine.findHits('rare common')).hits[0].score);
  assert.deepEqual([...hits].map(({ page, unit, score }) => `${page}.${unit} ${score}`).slice(0, 1),
    [`1.1 ${4 * (16 * (10 * 21 + 40 * 9) + 6 * 16 * (105 + 40 * 9))}`]);
});

test('a phrase may be unfinished, too', async () => {
  const own = { roll: { idf: 30, pages: { 0: one(9, { 1: 9 }), 1: one(9, { 1: 9 }) } }, back: { idf: 30, pages: { 0: one(9, { 1: 9 }), 1: one(9, { 1: 9 }) } },
    'roll back': { idf: 30, pages: { 1: one(9, { 1: 9 }) } } };
  const engine = startEngine(script, { texts: smallIndex(own, pages) });
  const { hits } = await engine.findHits('roll bac');
  assert.deepEqual([...hits].map(({ page }) => page), [1, 0]);
});

test('files of two publications are not read together', async () => {
  const old = smallIndex(terms, pages, { version: 'old' });
  const texts = { ...old };
  const engine = startEngine(script, { texts });
  assert.equal((await engine.withIndex(() => engine.findHits('failover '))).hits.length, 2);
  const moved = { 'owner:dba': terms['owner:dba'], zebra: { idf: 40, pages: { 2: one(20, { 1: 20 }) } } };
  Object.assign(texts, smallIndex(moved, pages, { version: 'new', perShard: 1 }));
  const { hits } = await engine.withIndex(() => engine.findHits('zebra owner:dba'));
  assert.deepEqual([...hits].map(({ page, unit }) => `${page}.${unit}`), ['2.1']);
  // A cache keeps the files of one publication together, since they are asked for by its version.
  assert.deepEqual(engine.loaded.filter((path) => /index/.test(path)), ['_/search/index.js', '_/search/index.js?v=new']);
  const others = engine.loaded.filter((path) => !/index/.test(path));
  assert.ok(others.every((path) => /\?v=(?:old|new)$/.test(path)), others.join(' '));
});

// Six pages, each with a word, and a file for each.
function sixWords(version) {
  const six = Object.fromEntries(['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot'].map((word, page) =>
    [word, { idf: 40, pages: { [page]: one(20, { 0: 21 }) } }]));
  const shown = Array.from({ length: 6 }, (_, i) => ({ url: `${i}.html`, title: `${i}`, units: [{ kind: 'page', line: 1 }] }));
  return smallIndex(six, shown, { version, perShard: 1, perBlock: 1 });
}

test('a search goes on after a result was looked at that is not there any more', async () => {
  const texts = sixWords('old');
  const engine = startEngine(script, { texts });
  await engine.withIndex(() => engine.findHits('alpha '));
  Object.assign(texts, sixWords('new'));
  await assert.rejects(engine.describe([{ page: 5, unit: 0 }]));
  for (const word of ['delta ', 'echo ', 'delta ']) {
    assert.equal((await engine.withIndex(() => engine.findHits(word))).hits.length, 1, word);
  }
});

test('searches that run at once all get over a publication', async () => {
  const texts = sixWords('old');
  const engine = startEngine(script, { texts });
  await engine.withIndex(() => engine.findHits('alpha '));
  Object.assign(texts, sixWords('new'));
  const found = await Promise.all(['delta foxtrot ', 'bravo ', 'echo ', 'charlie '].map((query) => engine.withIndex(() => engine.findHits(query))));
  assert.deepEqual(found.map(({ hits }) => hits.length), [2, 1, 1, 1]);
});

test('what is said twice says no more', async () => {
  const own = { disk: { idf: 30, pages: { 0: one(20, { 0: 21 }) } }, full: { idf: 30, pages: { 0: one(20, { 0: 21 }) } }, 'disk full': { idf: 60, pages: { 0: one(9, { 0: 9 }) } } };
  const scoresOf = async (query) => [...(await startEngine(script, { texts: smallIndex(own, pages) }).findHits(query)).hits].map(({ score }) => score);
  const once = await scoresOf('disk full ');
  const often = await scoresOf('disk full '.repeat(300));
  assert.equal(once.length, 1);
  // `full disk` is between them, and no entry.
  assert.deepEqual(often, once);
});

test('a word that is there counts more than what begins so', async () => {
  const own = { down: { idf: 30, pages: { 0: one(20, { 1: 21 }) } }, downtime: { idf: 60, pages: { 1: one(20, { 1: 21 }) } } };
  const engine = startEngine(script, { texts: smallIndex(own, pages) });
  assert.deepEqual([...(await engine.findHits('down')).hits].map(({ page }) => page), [0, 1]);
});

test('a long text tells only of words that are nowhere', async () => {
  const known = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`word${String.fromCharCode(97 + i % 26)}${i < 26 ? 'x' : 'y'}q`, { idf: 30 + i, pages: { 0: one(20, { 0: 21 }) } }]));
  const engine = startEngine(script, { texts: smallIndex(known, pages) });
  const { asked, terms: used } = await engine.findHits(Object.keys(known).join(' ') + ' nowhere ');
  const found = new Set([...used].filter((term) => term.token).map((term) => term.token.raw));
  assert.equal(found.size, 24);
  assert.deepEqual([...asked].map((token) => token.raw).filter((raw) => !found.has(raw)), ['nowhere']);
});

test('an index that does not come together is an error', async () => {
  const texts = { ...smallIndex(terms, pages, { version: 'new' }), '_/search/index.js': smallIndex(terms, pages, { version: 'old' })['_/search/index.js'] };
  const engine = startEngine(script, { texts });
  await assert.rejects(engine.withIndex(() => engine.findHits('failover ')), /replaced/);
});

test('a word that two known ones make is looked for only where the index says so', async () => {
  const own = { fail: { idf: 30, pages: { 0: one(9, { 1: 9 }) } }, over: { idf: 30, pages: { 0: one(9, { 1: 9 }) } },
    failov: { idf: 40, pages: { 2: one(9, { 1: 9 }) } } };
  const found = async (entries) => {
    const engine = startEngine(script, { texts: smallIndex(entries, pages) });
    return [...(await engine.findHits('fail over ')).hits].map(({ page }) => page);
  };
  assert.deepEqual(await found(own), [0]);
  assert.deepEqual(await found({ ...own, 'fail over': null }), [0, 2]);
  assert.deepEqual(await found({ over: own.over, failov: own.failov }), [2, 0]);
});

test('only the files that a query needs are loaded', async () => {
  const { engine } = await find('failover ', { perShard: 1 });
  assert.ok(engine.loaded.length <= 5, engine.loaded.join(' '));
  assert.ok(!engine.loaded.some((path) => /\/p\d/.test(path)));
});

test('an index that is missing or of another kind is an error, and is asked for again', async () => {
  const texts = {};
  const engine = startEngine(script, { site: '/nowhere', texts });
  await assert.rejects(engine.findHits('failover'));
  Object.assign(texts, { '_/search/index.js': 'runbookcSearch.index({"format":9})' });
  await assert.rejects(engine.findHits('failover'), /kind/);
});

test('distances are those of optimal string alignment', () => {
  const { distance } = startEngine(script);
  assert.deepEqual([['abcd', 'abcd', 2], ['abcd', 'abdc', 2], ['abcd', 'abxd', 2], ['abcd', 'bd', 2], ['abcd', 'wxyz', 2], ['ca', 'abc', 3]]
    .map(([a, b, most]) => distance(a, b, most)), [0, 1, 1, 2, 3, 3]);
});

test('what was searched for is marked where it stands, in any form of it', () => {
  const { marksIn } = startEngine(script);
  const wanted = { terms: new Set(['restart', 'failov', 'kube-system', 'zurich']), joined: new Set(['failov']) };
  const marked = (text) => [...marksIn(text, wanted)].map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(marked('Restarting: fail over, then (restarts) in kube-system!'), ['Restarting', 'fail over', 'restarts', 'kube-system']);
  assert.deepEqual(marked('In Zürich <b>restart</b>'), ['Zürich', 'restart']);
  assert.deepEqual(marked('nothing here'), []);
});
