// The page analyses and stems as the compiler does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, scriptOfParts, startEngine } from './engine.mjs';

const engine = startEngine(scriptOfParts());
const read = (name) => readFileSync(join(root, 'tests/search', name), 'utf8');

test('texts have the tokens of analysis.json', () => {
  const cases = JSON.parse(read('analysis.json'));
  assert.ok(cases.length > 50);
  for (const { text, tokens } of cases) {
    const found = [...engine.tokensOf(engine.plainText(text))].map(({ kind, raw, term }) => ({ kind, raw, term }));
    assert.deepEqual(found, tokens, text);
  }
});

test('a token knows its place', () => {
  const text = 'Restart the kube-system pods';
  const places = [...engine.tokensOf(text)].map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(places, ['Restart', 'kube-system', 'kube', 'system', 'pods']);
});

// stems.txt comes from `stemwords -l porter`; the C++ tests read it too.
test('words have the stems of libstemmer', () => {
  const lines = read('stems.txt').trim().split('\n').map((line) => line.split(' '));
  assert.ok(lines.length > 5000);
  assert.deepEqual(lines.filter(([word, stem]) => engine.termOf(word) !== stem), []);
});
