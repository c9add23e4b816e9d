// The made project, and its equals for other generators.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeProject } from '../../bench/generate.mjs';
import { runbookText } from '../../bench/corpus/runbook.mjs';
import { pageFor, readRunbook, withAddresses, writePeer } from '../../bench/speed/peer_pages.mjs';

const work = mkdtempSync(join(tmpdir(), 'runbookc-bench-test-'));
after(() => rmSync(work, { recursive: true }));

function bytesIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile()).sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

test('the same count and seed make the same project, and another seed another', () => {
  writeProject(join(work, 'one'), 30);
  writeProject(join(work, 'two'), 30);
  writeProject(join(work, 'other'), 30, { seed: 'another' });
  assert.deepEqual(bytesIn(join(work, 'one')), bytesIn(join(work, 'two')));
  assert.notDeepEqual(bytesIn(join(work, 'one')), bytesIn(join(work, 'other')));
  assert.equal(Object.keys(bytesIn(join(work, 'one'))).filter((path) => path.endsWith('.md')).length, 30);
});

test('links name the address of the page that they lead to', () => {
  assert.equal(withAddresses('see [x](../a/b.md#c) and [y](../d/e.md), not https://f.example/g.md'),
    'see [x](../../a/b/#c) and [y](../../d/e/), not https://f.example/g.md');
});

test('every generator gets the title, the owner and the body of a runbook', () => {
  const runbook = readRunbook('a/b.md', runbookText(3, 30, 'seed'));
  const body = withAddresses(runbook.body);
  assert.ok(body.length > 4000);
  for (const [peer, convert] of Object.entries(pageFor)) {
    const text = convert(runbook);
    assert.ok(text.endsWith(body), peer);
    assert.ok(text.startsWith('---\n') && text.includes(JSON.stringify(runbook.title)) && text.includes(runbook.fields.owner), peer);
  }
});

test('a project for a peer has a page for each runbook', () => {
  writeProject(join(work, 'all'), 20);
  for (const peer of ['hugo', 'zola', 'zola-search', 'eleventy']) {
    writePeer(peer, join(work, 'all/content'), join(work, peer));
    const pages = Object.keys(bytesIn(join(work, peer, 'content'))).filter((path) => path.endsWith('.md') && !path.endsWith('_index.md'));
    assert.equal(pages.length, 20, peer);
  }
});
