// What a process and its children hold and take, as /proc says it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runMeasured } from '../../bench/measure.mjs';
import { peakIn, secondsIn } from '../../bench/process_tree.mjs';

test('the mark of memory and the seconds are read, whatever the name of the process', () => {
  assert.equal(peakIn('Name:\tx\nVmPeak:\t  900 kB\nVmHWM:\t  12 kB\n'), 12 * 1024);
  assert.equal(peakIn(''), 0);
  assert.equal(secondsIn('7 (a ) b) S 1 7 7 0 -1 4194304 94 0 0 0 150 50 0 0 20 0 1 0'), 2);
  assert.equal(secondsIn(''), 0);
});

test('children count together with what started them', async () => {
  const hold = (size) => `const held = Buffer.alloc(${size}e6, 1); setTimeout(() => held, 700)`;
  const both = `${hold(60)}; require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold(60))}])`;
  const alone = await runMeasured(process.execPath, ['-e', hold(60)]);
  const together = await runMeasured(process.execPath, ['-e', both]);
  assert.ok(alone.peak > 60e6, String(alone.peak));
  assert.ok(together.peak > alone.peak + 60e6, `${together.peak} ${alone.peak}`);
});
