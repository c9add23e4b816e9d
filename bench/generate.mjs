#!/usr/bin/env node
// Makes runbooks: node bench/generate.mjs [--seed TEXT] COUNT FOLDER
// FOLDER becomes a project for `runbookc build -C FOLDER`. The same COUNT and seed give the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { identityOf, mostPages, runbookText } from './corpus/runbook.mjs';
import { owners } from './corpus/vocabulary.mjs';

export const seedOfRunbooks = 'runbooks';

// Entries for the `owners` of an owners.yaml.
export function ownerEntries() {
  return owners.map(({ id, name }) => `  - id: ${id}\n    name: ${name}\n    kind: team\n    contacts:\n` +
    `      slack: "#${id}"\n      pager: https://pager.example.com/schedules/${id}\n`).join('');
}

// Writes `count` runbooks into `folder`; `seen(path, text)` is told of each. Resolves to { bytes }.
export function writeRunbooks(folder, count, { seed = seedOfRunbooks, seen = () => {} } = {}) {
  if (count > mostPages) throw new Error(`there are names for ${mostPages} runbooks, not for ${count}`);
  const made = new Set();
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const path = join(folder, identityOf(number).path);
    const text = runbookText(number, count, seed);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, text);
    bytes += Buffer.byteLength(text);
    seen(path, text);
  }
  return { bytes };
}

const configuration = `site:
  title: Made runbooks
types:
  default: runbook
review: { every: 6 months, due_soon: 21 days, maximum: 18 months }
severities: [{ name: P1 }, { name: P2 }, { name: P3 }, { name: P4 }]
rules:
  preset: strict
  review-due-soon: info
  changed-since-review: off
`;

export function writeProject(folder, count, options) {
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'runbookc.yaml'), configuration);
  writeFileSync(join(folder, 'content/owners.yaml'), 'owners:\n' + ownerEntries());
  return writeRunbooks(join(folder, 'content'), count, options);
}

function main(given) {
  const args = [...given];
  const at = args.indexOf('--seed');
  const [, seed] = at < 0 ? [] : args.splice(at, 2);
  const count = Number(args[0]);
  if (args.length !== 2 || !Number.isInteger(count) || count < 1) {
    console.error('usage: node bench/generate.mjs [--seed TEXT] COUNT FOLDER');
    return 2;
  }
  const { bytes } = writeProject(args[1], count, { seed });
  console.log(`${count} runbooks, ${bytes} bytes, ${Math.round(bytes / count)} each`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main(process.argv.slice(2));
