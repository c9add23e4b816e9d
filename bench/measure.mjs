// What a program costs: its time, and the most memory that it held with all that it started.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ProcessTree } from './process_tree.mjs';

// Runs a program to its end: { seconds, cpu (seconds of the processor), peak (bytes), code, output }. `accepts` are exit
// codes that are no failure. Linux keeps the marks of living processes only, so they are asked for again and again.
export function runMeasured(program, args, { accepts = [0], ...options } = {}) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const tree = new ProcessTree(String(child.pid));
    let output = '';
    const watch = setInterval(() => tree.look(), 10);
    child.stdout?.on('data', (text) => { output += text; });
    child.stderr?.on('data', (text) => { output += text; });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      if (accepts.includes(code)) resolve({ seconds, cpu: tree.cpu(), peak: tree.peak, code, output });
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`));
    });
  });
}

// The paths of all files below a folder.
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile()).sort();
}

// What a server with gzip sends of a file: as it is, if gzip makes it no smaller.
const sent = new Map();
export function sentBytes(path) {
  if (!sent.has(path)) {
    const bytes = readFileSync(path);
    sent.set(path, Math.min(bytes.length, gzipSync(bytes).length));
  }
  return sent.get(path);
}

// { files, bytes, gzip } of some files together.
export function weigh(paths) {
  let bytes = 0;
  let gzip = 0;
  for (const path of paths) {
    bytes += statSync(path).size;
    gzip += sentBytes(path);
  }
  return { files: paths.length, bytes, gzip };
}
