// A process with all that it started: what they hold and what they took, as Linux tells of living ones.
import { readFileSync, readdirSync } from 'node:fs';

const ticksOfSecond = 100;  // USER_HZ, which is the same on every Linux that Node runs on

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';  // it has ended meanwhile
  }
}

function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

// The high-water mark of its memory in bytes, of /proc/PID/status.
export function peakIn(status) {
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(status);
  return line ? Number(line[1]) * 1024 : 0;
}

// The processor's seconds of a process, of /proc/PID/stat: its name may hold blanks and parentheses.
export function secondsIn(stat) {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) / ticksOfSecond : 0;
}

export class ProcessTree {
  constructor(root) {
    this.members = [root];
    this.root = root;
    this.peak = 0;
    this.seconds = new Map();
    this.looks = 0;
  }

  // The marks of those that live at once count together.
  look() {
    // What is short is looked at more closely.
    if (this.looks < 20 || this.looks % 5 === 0) this.members = this.below(this.root);
    this.looks += 1;
    let held = 0;
    for (const pid of this.members) {
      held += peakIn(read(`/proc/${pid}/status`));
      const seconds = secondsIn(read(`/proc/${pid}/stat`));
      if (seconds > 0) this.seconds.set(pid, seconds);
    }
    this.peak = Math.max(this.peak, held);
  }

  below(pid) {
    const children = threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean));
    return [pid, ...children.flatMap((child) => this.below(child))];
  }

  // The processor's, of all that were seen.
  cpu() {
    return [...this.seconds.values()].reduce((sum, one) => sum + one, 0);
  }
}
