// The project that is measured: the repository's own runbooks among made ones, as one site.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownerEntries, writeRunbooks } from './generate.mjs';
import { runMeasured } from './measure.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const program = resolve(process.env.RUNBOOKC ?? join(root, 'build/release/runbookc'));
const today = '2026-11-21';

// Writes it into `folder`, `size` pages in all, and returns { own, made, bytes }. `seen(path, text)` is told of
// each made one.
export function writeProject(folder, size, seen) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const content = join(folder, 'content');
  cpSync(join(root, 'content'), content, { recursive: true });
  cpSync(join(root, 'runbookc.yaml'), join(folder, 'runbookc.yaml'));
  const directory = join(content, 'owners.yaml');
  writeFileSync(directory, readFileSync(directory, 'utf8').trimEnd() + '\n' + ownerEntries());
  const own = readdirSync(content, { recursive: true }).filter((path) => path.endsWith('.md')).length;
  if (size < own) throw new Error(`${size} pages are fewer than the ${own} of content/`);
  const { bytes } = writeRunbooks(join(content, 'made'), size - own, { seen });
  return { own, made: size - own, bytes };
}

// Builds it: { seconds, peak } of the program, with what it made in `site`.
export async function buildProject(folder, site) {
  // Taking away an old one would take the program's time.
  rmSync(site, { recursive: true, force: true });
  // Findings are no failure here: 1.
  return runMeasured(program, ['build', '-C', folder, '--out', site, '--today', today, '-q'], { accepts: [0, 1] });
}
