// Medians, ratios, and which bars they meet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barsOf, growthOf, median } from '../../bench/speed/bars.mjs';
import { barsTable, missingText, rowsTable } from '../../bench/speed/report.mjs';

const row = (seconds, peak = 1e6) => ({ seconds: [seconds], cpu: [seconds], peak: [peak] });
const barOf = (what, size, rows) => barsOf(size, rows).find((bar) => bar.what.startsWith(what));

test('the median stands in the middle, in whatever order the values come', () => {
  assert.equal(median([9, 1, 10]), 9);
  assert.equal(median([10, 1, 4, 2]), 3);
  assert.equal(median([5]), 5);
});

test('a bar at most is met up to its limit', () => {
  const at = (check) => barOf('check, cold', 10_000, { check: row(check), 'floor-parse': row(2) });
  assert.deepEqual([at(3).value, at(3).met], [1.5, true]);
  assert.equal(at(3.1).met, false);
});

test('a bar at least is met from its limit on', () => {
  const at = (rumdl) => barOf('rumdl', 10_000, { check: row(2), rumdl: row(rumdl) });
  assert.equal(at(10).met, true);
  assert.equal(at(9.9).met, false);
});

test('a bar without its rows is neither met nor not', () => {
  const bar = barOf('Zola', 10_000, { build: row(1) });
  assert.deepEqual([bar.value, bar.met], [null, null]);
  assert.match(barsTable('Bars', [bar]), /not measured/);
});

test('memory counts at 10,000 runbooks and fewer', () => {
  assert.equal(barOf('peak memory', 10_000, { build: row(1, 399e6) }).met, true);
  assert.equal(barOf('peak memory', 10_000, { build: row(1, 401e6) }).met, false);
  assert.equal(barOf('peak memory', 100_000, { build: row(1, 401e6) }), undefined);
});

test('growth is told of a page, between the smallest and the largest size', () => {
  const sizes = [{ size: 10_000, rows: { check: row(11), build: row(30, 8e6) } }, { size: 1000, rows: { check: row(1), build: row(2, 1e6) } }];
  const [check, build, memory] = growthOf(sizes);
  assert.ok(Math.abs(check.value - 1.1) < 1e-9 && check.met);
  assert.ok(Math.abs(build.value - 1.5) < 1e-9 && !build.met);
  assert.ok(Math.abs(memory.value - 0.8) < 1e-9 && memory.met);
  assert.deepEqual(growthOf(sizes.slice(1)), []);
});

test('the table sets each row beside check and build, and says what is missing and why', () => {
  const text = rowsTable(1000, { check: row(2), build: row(4), hugo: row(8, 123e6) }, { check: 'check', build: 'build', hugo: 'Hugo' });
  assert.match(text, /Hugo +8\.000 +8\.000-8\.000 +8\.000 +8\.000 +123\.0 +4\.00 +2\.00/);
  assert.equal(missingText([{ name: 'Zola', why: 'npm did not install it' }]), 'Not measured: Zola: npm did not install it\n');
});
