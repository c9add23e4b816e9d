// script/bench: how long runbookc takes beside the least that it could take and beside others (docs/performance.md).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeProject } from '../generate.mjs';
import { runMeasured } from '../measure.mjs';
import { barsOf, growthOf } from './bars.mjs';
import { barsTable, missingText, rowsTable } from './report.mjs';
import { rowsOf } from './rows.mjs';
import { findTools, versionsOf } from './tools.mjs';

const usage = `usage: script/bench [--sizes N,…] [--runs N] [--only NAME,…] [--json FILE] [--keep FOLDER]
  --sizes N,…     how many runbooks (default 1000,10000)
  --runs N        how often each row is measured, in turn (default 5)
  --only NAME,…   only these rows, whatever the size
  --json FILE     write all figures there, too
  --keep FOLDER   work there, and leave what was made
The rows: `;
const say = (text) => process.stdout.write(`${text}\n`);

function positive(text, what) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${what} is a number from 1 on, not '${text}'`);
  return number;
}

function readArguments(given, ids) {
  const { values } = parseArgs({ args: given, options: { sizes: { type: 'string', default: '1000,10000' }, runs: { type: 'string', default: '5' },
    only: { type: 'string' }, json: { type: 'string' }, keep: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  const only = values.only?.split(',');
  const unknown = only?.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new Error(`there is no row '${unknown}'`);
  return { ...values, only, sizes: values.sizes.split(',').map((text) => positive(text, 'a size')), runs: positive(values.runs, '--runs') };
}

// Why a row is not measured at a size; undefined if it is.
function whyNot(row, size) {
  return row.missing?.() ?? (size > (row.most ?? Infinity) ? `only up to ${row.most} runbooks, if --only does not name it` : undefined);
}

// Nobody reads what linters print.
const stdio = ['ignore', 'ignore', 'pipe'];

async function runOnce(row, place, run) {
  await row.before?.(place, run);
  const sum = { seconds: 0, cpu: 0, peak: 0 };
  for (const { program, args, ...options } of row.commands(place)) {
    const { seconds, cpu, peak } = await runMeasured(program, args, { ...options, stdio });
    sum.seconds += seconds;
    sum.cpu += cpu;
    sum.peak = Math.max(sum.peak, peak);
  }
  return sum;
}

// For who waits; the line is overwritten.
function tell(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

// A B C A B C …: what slows the machine for a while slows all of them. A row that fails is left out from then on.
async function inTurn(rows, place, runs) {
  const figures = Object.fromEntries(rows.map(({ id }) => [id, { seconds: [], cpu: [], peak: [] }]));
  const failed = [];
  const attempt = async (row, what, work) => {
    if (!figures[row.id]) return;
    tell(`${place.size}: ${what}, ${row.name}`);
    try {
      await work();
    } catch (error) {
      delete figures[row.id];
      failed.push({ id: row.id, name: row.name, why: `it failed: ${error.message}` });
    }
  };
  for (const row of rows) await attempt(row, 'preparing', () => row.prepare?.(place));
  for (let run = 1; run <= runs; run += 1) {
    for (const row of rows) {
      await attempt(row, `run ${run} of ${runs}`, async () => {
        const one = await runOnce(row, place, run);
        for (const [of, value] of Object.entries(one)) figures[row.id][of].push(value);
      });
    }
  }
  tell('');
  return { figures, failed };
}

async function measure(size, all, { only, runs }, work) {
  const place = { size, work, project: join(work, 'project'), content: join(work, 'project/content') };
  const { bytes } = writeProject(place.project, size);
  const wanted = all.filter(({ id }) => !only || only.includes(id));
  const reason = (row) => (only ? row.missing?.() : whyNot(row, size));
  const missing = wanted.filter(reason).map((row) => ({ id: row.id, name: row.name, why: reason(row) }));
  const { figures, failed } = await inTurn(wanted.filter((row) => !reason(row)), place, runs);
  return { size, bytes, rows: figures, missing: [...missing, ...failed], bars: barsOf(size, figures) };
}

const machine = () => ({ processor: cpus()[0]?.model ?? '', cores: cpus().length, memory: totalmem(), load: loadavg()[0], node: process.version });

function print(found, names) {
  say(rowsTable(found.size, found.rows, names));
  if (found.missing.length > 0) say(missingText(found.missing));
  say(barsTable(`Bars at ${found.size} runbooks (they are set for 10000)`, found.bars));
}

async function run(asked, tools, rows) {
  const work = asked.keep ? resolve(asked.keep) : mkdtempSync(join(tmpdir(), 'runbookc-bench-'));
  const all = { machine: machine(), versions: versionsOf(tools), runs: asked.runs, sizes: [] };
  say(`${all.machine.cores} × ${all.machine.processor}, load ${all.machine.load.toFixed(1)}`);
  for (const [name, version] of Object.entries(all.versions)) say(`${name}: ${version}`);
  say('');
  const names = Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  try {
    for (const size of asked.sizes) {
      const folder = join(work, String(size));
      all.sizes.push(await measure(size, rows, asked, folder));
      print(all.sizes.at(-1), names);
    }
  } finally {
    if (!asked.keep) rmSync(work, { recursive: true, force: true });
  }
  all.growth = growthOf(all.sizes);
  if (all.growth.length > 0) say(barsTable('Growth', all.growth));
  all.loadAfter = loadavg()[0];
  if (asked.json) writeFileSync(asked.json, JSON.stringify(all, null, 2) + '\n');
}

async function main(given) {
  const tools = findTools();
  const rows = rowsOf(tools);
  const ids = rows.map(({ id }) => id);
  let asked;
  try {
    asked = readArguments(given, ids);
  } catch (error) {
    process.stderr.write(`bench: ${error.message}\n${usage}${ids.join(', ')}\n`);
    return 2;
  }
  if (asked.help) say(usage + ids.join(', '));
  else await run(asked, tools, rows);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
