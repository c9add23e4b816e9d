// The figures as tables.
import { megabytes, table } from '../tables.mjs';
import { median } from './bars.mjs';

const seconds = (value) => value.toFixed(value < 10 ? 3 : 1);
const factor = (value) => (value === null ? '-' : value < 10 ? value.toFixed(2) : value.toFixed(1));

// `names` say how a row is called.
export function rowsTable(size, rows, names) {
  const lines = Object.entries(rows).map(([id, { seconds: times, cpu, peak }]) => [
    names[id], seconds(median(times)), `${seconds(Math.min(...times))}-${seconds(Math.max(...times))}`, seconds(median(cpu)),
    (1000 * median(times) / size).toFixed(3), megabytes(median(peak)),
    factor(rows.check ? median(times) / median(rows.check.seconds) : null), factor(rows.build ? median(times) / median(rows.build.seconds) : null)]);
  return table(`${size} runbooks`, [['', 'seconds', 'from-to', 'processor s', 'ms a page', 'peak MB', '× check', '× build'], ...lines]);
}

const verdict = (met) => (met === null ? 'not measured' : met ? 'met' : 'not met');
export function barsTable(title, bars) {
  return table(title, [['bar', 'value', 'limit', ''],
    ...bars.map(({ what, value, limit, atMost, met }) => [what, factor(value), `${atMost ? '<=' : '>='} ${limit}`, verdict(met)])]);
}

export const missingText = (missing) => missing.map(({ name, why }) => `Not measured: ${name}: ${why}\n`).join('');
