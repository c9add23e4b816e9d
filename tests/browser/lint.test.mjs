// The linter of what the browser gets: it passes ours, and sees what is wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './browser_site.mjs';

function lint(...folder) {
  return spawnSync('node', [join(root, 'script/lint-site'), ...folder], { encoding: 'utf8' });
}

test('our scripts and styles are clean', () => {
  const { status, stderr } = lint();
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('what is wrong is said at its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runbookc-lint-'));
  try {
    for (const part of ['script', 'style']) mkdirSync(join(folder, 'assets', part), { recursive: true });
    writeFileSync(join(folder, 'assets/script/10-a.js'),
      'function shared() { return words.x == 1; }\nfunction forgotten() {}\n');
    writeFileSync(join(folder, 'assets/script/20-b.js'), 'document.body.innerHTML = shared();\nmissing();\n');
    writeFileSync(join(folder, 'assets/style/10-tokens.css'), ':root { --ink: #111; }\n');
    writeFileSync(join(folder, 'assets/style/20-b.css'),
      'a:hover { color: var(--ink); }\nb { color: #fff; }\ni { color: var(--inc); }\nu { border: 1px solid red; }\n' +
      '#fed { margin: 0; }\n@media print {\n  b { color: #000; }\n}\n');
    const { status, stderr } = lint(folder);
    assert.equal(status, 1);
    const lines = stderr.trim().split('\n').map((line) => line.replace(/^.*assets\//, ''));
    assert.deepEqual(lines.map((line) => line.split(': ').slice(0, 2).join(' ')), [
      'script/10-a.js:1:36 eqeqeq', 'script/10-a.js:2:10 no-unused-vars', 'script/20-b.js:1:1 no-restricted-properties',
      'script/20-b.js:2:1 no-undef', 'style/20-b.css:2 colour', 'style/20-b.css:3 token', 'style/20-b.css:4 colour']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
