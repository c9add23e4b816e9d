// What is measured: the floor, runbookc, and the peers, each as a row.
//
// A row has an `id`, a `name`, `missing(tools)` (why it cannot be measured; undefined if it can), and
// `commands(place)`: [{ program, args, … }] that run one after the other and count together. `place` has the folders of one size:
// { content, project, work, size }. `prepare(place)` runs once before, `before(place, run)` before each run; neither counts.
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeProject } from '../generate.mjs';
import { runMeasured } from '../measure.mjs';
import { writePeer } from './peer_pages.mjs';

const today = '2026-11-21';
const findings = [0, 1];  // exit codes

// Away with what an earlier run wrote, but not from the disk: for minutes after a deletion, ext4 seeks an inode for each new file
// past all those that were freed, which made a run that writes 26,000 files a third slower. The caller removes `work` at the end.
function putAside({ work }, path) {
  try {
    renameSync(path, join(mkdtempSync(join(work, 'aside-')), 'output'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

export function rowsOf(tools) {
  return [...floorRows(tools), ...ownRows(tools), ...linterRows(tools), ...generatorRows(tools)];
}

function floorRows({ floor }) {
  const missing = () => (floor ? undefined : 'it did not compile: script/bootstrap build installs what it needs');
  const html = ({ work }) => join(work, 'floor');
  return [
    { id: 'floor-parse', name: 'floor: cmark-gfm, parse', missing, commands: ({ content }) => [{ program: floor, args: ['2', 'parse', content] }] },
    { id: 'floor-write', name: 'floor: cmark-gfm, parse, render, write', missing,
      before: (place) => { putAside(place, html(place)); mkdirSync(html(place)); },
      commands: (place) => [{ program: floor, args: ['2', 'write', place.content, html(place)] }] },
  ];
}

function editOne(project, run) {
  const content = join(project, 'content');
  const pages = readdirSync(content, { recursive: true }).filter((path) => path.endsWith('.md')).sort();
  appendFileSync(join(content, pages[Math.floor(pages.length / 2)]), `\nEdited for run ${run}.\n`);
}

// A run of a command, with a cache of its own: cold, if that is taken away before.
function ownRun(runbookc, command, { project, work }, cache, site = []) {
  return { program: runbookc, args: [command, '-C', project, '--today', today, '-q', ...site.flatMap((name) => ['--out', join(work, name)])],
    accepts: findings, env: { ...process.env, RUNBOOKC_CACHE_DIR: join(work, cache) } };
}

function coldRow(runbookc, command, site = []) {
  const cache = `cold-${command}`;
  return { id: command, name: `runbookc ${command}, cold`,
    before: (place) => [cache, ...site].forEach((name) => putAside(place, join(place.work, name))),
    commands: (place) => [ownRun(runbookc, command, place, cache, site)] };
}

// What is warm has run once. An edit is made in a project of its own, so that no other row sees it.
function warmRow(tools, id, name, command, { edits = false, site = [] } = {}) {
  const placeOf = (place) => (edits ? { ...place, project: join(place.work, `${id}-project`) } : place);
  const run = (place) => ownRun(tools.runbookc, command, placeOf(place), id, site);
  return { id, name, missing: () => (tools.hasCache ? undefined : 'this runbookc has no cache (its help names no --no-cache)'),
    prepare: async (place) => {
      if (edits) writeProject(placeOf(place).project, place.size);
      const { program, args, ...options } = run(place);
      await runMeasured(program, args, options);
    },
    before: (place, number) => { if (edits) editOne(placeOf(place).project, number); },
    commands: (place) => [run(place)] };
}

function ownRows(tools) {
  return [
    coldRow(tools.runbookc, 'check'),
    warmRow(tools, 'check-warm', 'runbookc check, warm', 'check'),
    warmRow(tools, 'check-edit', 'runbookc check, after an edit', 'check', { edits: true }),
    coldRow(tools.runbookc, 'build', ['site']),
    warmRow(tools, 'build-edit', 'runbookc build, after an edit', 'build', { edits: true, site: ['edited-site'] }),
  ];
}

// Each with its own rules and no cache; what they find does not count as a failure.
function linterRows({ rumdl, markdownlint }) {
  return [
    { id: 'rumdl', name: 'rumdl', missing: () => rumdl.missing,
      commands: ({ content }) => [{ program: rumdl.path, args: ['check', '--no-cache', '--no-config', '--quiet', content], accepts: findings }] },
    { id: 'markdownlint-cli2', name: 'markdownlint-cli2', most: 1000, missing: () => markdownlint.missing,
      commands: ({ content }) => [{ program: process.execPath, args: [markdownlint.path, '**/*.md'], cwd: content, accepts: findings }] },
  ];
}

// A generator's project is in the folder of its name; `then` are commands that follow.
function generator(id, name, tool, peer, argsOf, options = {}) {
  const folder = ({ work }) => join(work, `peer-${id}`);
  return { id, name, most: options.most ?? 10_000, missing: () => tool.missing ?? options.missing,
    prepare: (place) => writePeer(peer, place.content, folder(place)),
    before: (place) => putAside(place, join(folder(place), 'public')),
    commands: (place) => [{ program: tool.path, args: argsOf(folder(place)), cwd: folder(place) }, ...(options.then?.(folder(place)) ?? [])] };
}

function generatorRows({ zola, hugo, pagefind, eleventy }) {
  const build = () => ['build'];
  const quiet = () => ['--quiet'];
  return [
    generator('zola', 'Zola, without search', zola, 'zola', build, { most: Infinity }),
    generator('zola-search', 'Zola, with search', zola, 'zola-search', build),
    generator('hugo', 'Hugo', hugo, 'hugo', quiet),
    generator('hugo-pagefind', 'Hugo and Pagefind', hugo, 'hugo', quiet, { missing: pagefind.missing,
      then: (folder) => [{ program: pagefind.path, args: ['--site', join(folder, 'public'), '--quiet'] }] }),
    generator('eleventy', 'Eleventy', { ...eleventy, path: process.execPath }, 'eleventy', () => [eleventy.path]),
  ];
}
