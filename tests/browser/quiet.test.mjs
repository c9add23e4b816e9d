// Every page of our own runbooks loads without a word: nothing on the console, nothing that the
// policy refuses, no request that leaves the site, nothing missing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { collectComplaints, ownRunbooks, startSite } from './browser_site.mjs';

let site;

before(async () => {
  site = await startSite(ownRunbooks);
});
after(() => site?.close());

// Beside each other, each in a context of its own.
describe('on each origin', { concurrency: 2 }, () => {
  for (const origin of ['from the disk', 'over HTTP on a host name']) {
    test(`no page complains ${origin}`, async () => {
      const context = await site.browser.newContext();
      const page = await context.newPage();
      const said = await collectComplaints(page, new URL(site.origins[origin]));
      const complaints = [];
      for (const path of site.paths()) {
        await page.goto(site.origins[origin] + path, { waitUntil: 'load' });
        for (const complaint of said.splice(0)) complaints.push(`${path}: ${complaint}`);
        assert.ok(await page.evaluate(() => document.styleSheets.length > 0), path);
      }
      assert.deepEqual(complaints, []);
      assert.deepEqual(site.server.missing.filter((path) => path !== '/favicon.ico'), []);
      await context.close();
    });
  }
});

test('a page that does complain is heard', async () => {
  const { page, context, complaints } = await site.open(site.origins['over HTTP on loopback'] + 'index.html');
  assert.deepEqual(complaints, []);
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://elsewhere.example/x.png';
    const script = document.createElement('script');
    script.textContent = '1';
    document.body.append(image, script);
    setTimeout(() => { throw new Error('thrown'); }, 0);
  });
  await page.waitForTimeout(300);
  const all = complaints.join('\n');
  for (const word of ['policy: img-src', 'policy: script-src-elem', 'thrown']) assert.ok(all.includes(word), all);
  await context.close();
});
