// The made runbooks that the benchmarks search among: always the same, and about nothing that content/ is about.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { identityOf, runbookText } from '../../bench/corpus/runbook.mjs';
import { owners } from '../../bench/corpus/vocabulary.mjs';
import { root } from './engine.mjs';

const numbers = Array.from({ length: 3000 }, (_, number) => number);

// The values of a list in the front matter of content/.
function valuesOf(field) {
  const folder = join(root, 'content');
  return new Set(readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.md')).flatMap((path) => {
    const found = new RegExp(`^${field}: \\[(.*)\\]$`, 'm').exec(readFileSync(join(folder, path), 'utf8'));
    return found ? found[1].split(',').map((value) => value.trim()) : [];
  }));
}

test('a number and a seed give the same text, and another seed another', () => {
  assert.equal(runbookText(7, 100, 'a'), runbookText(7, 100, 'a'));
  assert.notEqual(runbookText(7, 100, 'a'), runbookText(7, 100, 'b'));
});

test('titles and paths are distinct, and the pages of about 8 kB', () => {
  const all = numbers.map(identityOf);
  assert.equal(new Set(all.map(({ title }) => title)).size, numbers.length);
  assert.equal(new Set(all.map(({ path }) => path)).size, numbers.length);
  const bytes = numbers.slice(0, 300).reduce((sum, number) => sum + runbookText(number, 300, 'a').length, 0) / 300;
  assert.ok(bytes > 7000 && bytes < 9000, String(bytes));
});

test('services, alerts and owners are none of content/', () => {
  const services = valuesOf('services');
  const alerts = valuesOf('alerts');
  assert.ok(services.size > 3 && alerts.size > 5);
  for (const { service, alert } of numbers.map(identityOf)) {
    assert.ok(!services.has(service), service);
    assert.ok(!alerts.has(alert), alert);
  }
  const directory = readFileSync(join(root, 'content/owners.yaml'), 'utf8');
  for (const { id } of owners) assert.ok(!directory.includes(`id: ${id}\n`), id);
});
