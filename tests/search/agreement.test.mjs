// The page and the terminal give the same hits, with the same scores, in the same order.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { root, scriptOfSite, startEngine } from './engine.mjs';

const program = resolve(process.env.RUNBOOKC ?? join(root, 'build/release/runbookc'));
const today = ['--today', '2026-11-21'];
let work, site, engine;

before(() => {
  work = mkdtempSync(join(tmpdir(), 'runbookc-search-'));
  site = join(work, 'site');
  execFileSync(program, ['build', '-C', root, '--out', site, '-q', ...today], { stdio: ['ignore', 'ignore', 'inherit'] });
  engine = startEngine(scriptOfSite(site), { site });
});
after(() => rmSync(work, { recursive: true, force: true }));

function terminalHits(query) {
  const { stdout, stderr, status } = spawnSync(program, ['search', '--format', 'json', '--limit', '50', '-C', root,
    '--site', site, ...today, '--', query], { encoding: 'utf8' });
  assert.ok(status === 0 || status === 1, `${query}: ${stderr}`);
  return JSON.parse(stdout).results.map(({ kind, url, anchor, score }) => `${kind} ${url}#${anchor} ${score}`);
}

async function pageHits(query) {
  const { hits } = await engine.findHits(query);
  return [...await engine.describe([...hits])].map(({ shown, at, score }) => `${at.kind} ${shown.url}#${at.anchor ?? ''} ${score}`);
}

// Queries of every kind that the design knows, beside those that are judged.
const others = ['failover', 'fail over ', 'fial over', 'kube', 'kubectl get', 'OrdersPrim', 'OrdersPrimaryDown', 'connexion pool',
  'conections', 'recieve dead leters', 'risk:destroy', 'risk:read kubectl', 'risk:read,destroy', 'kind:command restart', 'kind:section restart',
  'kind:page restart', 'kind:page kind:command restart', 'kind:section kind:command disk', 'kind:nothing disk', 'kind:section', 'kind:page',
  'kind:command', 'risk:destroy kind:section', 'risk:mutate risk:destroy postgres', 'owner:data-platform', 'owner:nobody disk', 'Owner:data-platform',
  'owner:', 'service:orders-db severity:p1 lag', 'service:orders-db service:edge', 'type:alert slow', 'status:overdue', 'tag:postgresql disk', 'foo:bar disk',
  '--namespace', '--show-labels', 'kubectl exec --namespace orders', 'patronictl failover orders-db --candidate', '/var/log', 'a', 'the', '', '   ', 'x', '日本語', 'Zürich ﬁle',
  'orders orders orders', 'the disk is full', 'disk disk full disk full ',
  '2026-11-20T03:14:07.123Z ERROR [pool-3-thread-7] com.fernway.orders.OrdersService - could not obtain a connection within 30000 ms ' +
    'org.postgresql.util.PSQLException: FATAL: remaining connection slots are reserved for non-replication superuser connections at ' +
    'org.postgresql.core.v3.ConnectionFactoryImpl.doAuthentication(ConnectionFactoryImpl.java:525) node orders-api-7f9c4d-x2x kubectl restart rollout'];

test('for every query', async () => {
  const judged = JSON.parse(readFileSync(join(root, 'tests/search/queries.json'), 'utf8'));
  const queries = [...(judged.queries ?? judged).map((one) => one.query), ...others];
  assert.ok(queries.length > 90);
  const differing = [];
  let answered = 0;
  for (const query of queries) {
    if (query.trim() === '') {
      assert.deepEqual(await pageHits(query), []);
      continue;
    }
    const [terminal, page] = [terminalHits(query), await pageHits(query)];
    if (page.length > 0) answered += 1;
    if (JSON.stringify(terminal) !== JSON.stringify(page)) differing.push({ query, terminal: terminal.slice(0, 5), page: page.slice(0, 5) });
  }
  assert.deepEqual(differing, []);
  assert.ok(answered > 90, `${answered}`);
});

// Each word cut after each of its letters, each with a letter too few, too many, swapped.
test('for unfinished words and slips', async () => {
  const words = ['connections', 'certificate', 'kubernetes', 'rollback', 'dispatch-worker', 'PgBouncerClientsWaiting', 'ordersapi'];
  const queries = words.flatMap((word) => [3, 5, word.length - 1].flatMap((at) => [word.slice(0, at), word.slice(0, at - 1) + word.slice(at) + ' ',
    word.slice(0, at) + 'q' + word.slice(at) + ' ', word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1) + ' ']));
  const differing = [];
  for (const query of new Set(queries)) {
    const [terminal, page] = [terminalHits(query), await pageHits(query)];
    if (JSON.stringify(terminal) !== JSON.stringify(page)) differing.push({ query, terminal: terminal.slice(0, 5), page: page.slice(0, 5) });
  }
  assert.deepEqual(differing, []);
});

// What a query asks for in vain, as the terminal words it.
async function pageNotes(query) {
  const found = await engine.advised(query, await engine.findHits(query));
  const { nowhere, similar } = engine.missingWords(found);
  const quoted = (tokens) => tokens.slice(0, 5).map((token) => `“${token.raw}”`).join(', ');
  const doubts = found.doubts.map(({ word, filter, meant, choices }) => (filter ? `nothing has ${word}` : `${word} is no filter`) +
    (meant ? `; did you mean ${meant}?` : '') +
    (choices.length === 0 ? '' : `; ${filter ? word.slice(0, word.indexOf(':')) + ' is one of' : 'filters are'} ${choices.join(', ')}`));
  return [
    ...found.hidden.map(({ out, hits }) => `without ${out}, ` + (hits === 50 ? '50 hits or more' : hits === 1 ? '1 hit' : `${hits} hits`)),
    ...doubts,
    ...(nowhere.length > 0 ? [`on no page: ${quoted(nowhere)}`] : []),
    ...(similar.length > 0 ? [`on no page: ${quoted(similar)}; similar words are searched for`] : []),
  ];
}

test('for what leads nowhere', async () => {
  const queries = ['disk', 'disk xyzzyplugh ', 'databsae ', 'kube-xyzzy disk ', 'owner:data-platfrom disk', 'owner:data-platform owner:nobody disk',
    'severity:P9', 'severity:P9 owner:nobody disk ', 'owner:data-platform severity:P4 xyzzyplugh ', 'type:alrt', 'service:orders', 'risk:destory',
    'risk:read,destroy', 'kind:pge', 'status:500', 'status:draft', 'ownr:data-platform disk', 'Owner:data-platform', 'team:data-platform x',
    'team:nobody', 'ownr:x', 'time:12', 'foo:bar', 'http://example.com/x', 'tag:postgresqk', 'kube-system system xyzzy-xyzzy ', others.at(-1)];
  const differing = [];
  for (const query of queries) {
    const { stderr } = spawnSync(program, ['search', '--format', 'json', '--limit', '50', '-C', root, '--site', site, ...today, '--', query], { encoding: 'utf8' });
    const terminal = stderr.split('\n').filter((line) => /^(without|nothing has|on no page)|is no filter/.test(line));
    const page = await pageNotes(query);
    if (JSON.stringify(terminal) !== JSON.stringify(page)) differing.push({ query, terminal, page });
  }
  assert.deepEqual(differing, []);
});
