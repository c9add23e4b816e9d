// The search in Chromium: opened by key, steered by keyboard, on its own page, on every kind of origin.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFindings } from './axe.mjs';
import { paste, startSite } from './browser_site.mjs';
import { textFindings } from './nu_checker.mjs';

const fence = '```';

// Some pages with an alert, commands of each risk, a late review, and one that is deprecated.
function project() {
  const texts = {
    'runbookc.yaml': 'site: { title: Site, base_url: "https://runbooks.example/ops/" }\ntypes: { "alerts/**": alert }\n',
    'content/owners.yaml': 'owners:\n  - { id: dba, name: Database people, kind: team, contacts: { slack: "#dba" } }\n' +
      '  - { id: web, name: Web people, kind: team, contacts: { slack: "#web" } }\n',
    'content/README.md': '# Home\n\nWelcome.\n',
    'content/alerts/primary-down.md': `---
title: The primary is down
type: alert
owner: dba
alerts: [OrdersPrimaryDown]
services: [orders-db]
severity: P1
last_reviewed: 2025-01-01
review_every: 90 days
---
# The primary is down

## Meaning

The replica lags. The log says \`FATAL: remaining connection slots are reserved for non-replication superuser connections\`.

## Diagnosis

Look whether the pods are ready:

${fence}bash
kubectl get pods --namespace orders --show-labels
${fence}

Look at one of them:

${fence}bash
kubectl describe pod <POD>
${fence}

## Mitigation

> [!WARNING]
> This destroys the volume.

${fence}bash
kubectl delete pvc data-orders-0
${fence}
`,
    'content/web/certificates.md': `---
title: Renew certificates
owner: web
services: [edge]
severity: P3
last_reviewed: 2026-11-01
---
# Renew certificates

## Procedure

${fence}bash
certbot renew --force-renewal
${fence}
`,
    'content/web/disks.md': '---\ntitle: Disks\nowner: web\n---\n# Disks\n\n## Disk full\n\n### Symptoms\n\nWrites are refused.\n\n' +
      `## Disk slow\n\n### Symptoms\n\nWaits grow.\n\n${'Waiting goes on. '.repeat(400)}\n`,
    'content/web/old.md': '---\ntitle: Renew certificates by hand\nowner: web\nstatus: deprecated\n---\n# Renew certificates by hand\n\ntext\n',
  };
  for (let i = 10; i < 40; i += 1) {
    texts[`content/many/page-${i}.md`] = `---\ntitle: Many number ${i}\nowner: web\n---\n# Many number ${i}\n\nA page of many. ${'Widely known. '.repeat(i)}\n`;
  }
  return { texts };
}

let site;
before(async () => {
  site = await startSite(project());
});
after(() => site?.close());

const origins = ['from the disk', 'over HTTP on loopback', 'over HTTP on a host name'];
const box = (page) => page.locator('.search-box');
const options = (page) => page.locator('dialog.search [role="option"]');
const said = (page) => page.locator('.search-said');

async function openAt(path, { origin = 'over HTTP on a host name', ...options_ } = {}) {
  return site.open(site.origins[origin] + path, options_);
}

// Opens the dialog and types; done once the answer stands.
async function ask(page, query) {
  if (await page.locator('dialog.search[open]').count() === 0) {
    await page.keyboard.press('/');
    await page.locator('dialog.search[open]').waitFor();
  }
  await box(page).fill(query);
  await page.locator('.search-said', { hasText: /result|Nothing/ }).waitFor();
  await page.waitForFunction(() => document.activeElement.hasAttribute('aria-activedescendant') ||
    document.querySelector('.search-said').textContent.startsWith('Nothing'));
  await settled(page);
}

// All that was asked for has been answered and drawn.
async function settled(page) {
  let before = '';
  for (let same = 0; same < 3;) {
    const now = await page.evaluate(() => document.documentElement.outerHTML.length + ' ' + performance.getEntriesByType('resource').length);
    same = now === before ? same + 1 : 0;
    before = now;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

const active = (page) => page.evaluate(() => {
  const id = document.activeElement.getAttribute('aria-activedescendant');
  const element = id && document.getElementById(id);
  return element ? new URL(element.href).pathname.split('/').slice(-2).join('/') + new URL(element.href).hash : null;
});

for (const origin of origins) {
  describe(origin, () => {
    test('a key opens it, an alert is found and opened, and nothing complains', async () => {
      const { page, context, complaints } = await openAt('web/certificates.html', { origin });
      await ask(page, 'OrdersPrimaryDown');
      assert.equal(await active(page), 'alerts/primary-down.html');
      await page.keyboard.press('Enter');
      await page.waitForURL(/primary-down\.html$/);
      assert.deepEqual(complaints, []);
      assert.deepEqual(site.server.missing.filter((path) => !path.endsWith('favicon.ico')), []);
      await context.close();
    });

    test('a link to a search shows its results', async () => {
      const { page, context, complaints } = await openAt('_/search.html?q=certbot', { origin });
      await page.locator('.search-results code', { hasText: 'certbot renew' }).waitFor();
      assert.equal(await box(page).inputValue(), 'certbot');
      await page.locator('.search-results .search-option').first().click();
      await page.waitForURL(/web\/certificates\.html/);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  });
}

describe('opening and closing', () => {
  test('by slash, by Ctrl+K, by the button; Escape gives the focus back', async () => {
    const { page, context } = await openAt('index.html');
    const link = page.locator('.bar .menu a').last();
    for (const key of ['/', 'Control+k', 'Meta+k']) {
      await link.focus();
      await page.keyboard.press(key);
      await page.locator('dialog.search[open]').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.className), 'search-box');
      await page.keyboard.press('Escape');
      await page.locator('dialog.search:not([open])').waitFor({ state: 'attached' });
      assert.ok(await link.evaluate((element) => element === document.activeElement), key);
    }
    await page.locator('button.find').click();
    await page.locator('dialog.search[open]').waitFor();
    await page.locator('dialog.search').getByRole('button', { name: 'Close' }).click();
    assert.equal(await page.locator('dialog.search[open]').count(), 0);
    await context.close();
  });

  test('what is typed while the rest is on its way is gone on with', async () => {
    const { page, context } = await openAt('index.html');
    let letGo;
    const held = new Promise((resolve) => { letGo = resolve; });
    await page.route('**/_/assets/search.*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.locator('dialog.search[open]').waitFor();
    await page.keyboard.type('certb');
    letGo();
    await options(page).first().waitFor();
    await page.keyboard.type('ot');
    assert.equal(await box(page).inputValue(), 'certbot');
    await context.close();
  });

  test('not while somebody types, and not over another dialog', async () => {
    const { page, context } = await openAt('alerts/primary-down.html');
    await page.locator('.field input').first().focus();
    await page.keyboard.press('/');
    assert.equal(await page.locator('.field input').first().inputValue(), '/');
    assert.equal(await page.locator('dialog.search').count(), 0);
    await page.locator('figure:has([data-risk="destroy"]) .copy').first().click();
    await page.locator('dialog.confirm[open]').waitFor();
    await page.keyboard.press('Control+k');
    assert.equal(await page.locator('dialog.search').count(), 0);
    await context.close();
  });

  test('the single key can be switched off', async () => {
    const { page, context } = await openAt('index.html');
    await page.keyboard.press('/');
    await page.locator('.search-help summary').click();
    await page.getByLabel('The key / opens the search').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    assert.equal(await page.locator('dialog.search[open]').count(), 0);
    await page.keyboard.press('Control+k');
    assert.equal(await page.locator('dialog.search[open]').count(), 1);
    await context.close();
  });

  test('nothing of it is loaded before it is used', async () => {
    const { page, context } = await openAt('index.html');
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name)
      .filter((name) => /search/.test(name)).length);
    assert.equal(await loaded(), 0);
    await ask(page, 'certbot ');
    assert.ok(await loaded() > 2);
    await context.close();
  });
});

describe('what is found', () => {
  const cases = {
    'a flag': ['--show-labels', /primary-down\.html#cmd/],
    'a slip': ['certifcates', /certificates\.html/],
    'an unfinished word': ['certif', /certificates\.html/],
    'a pasted error': ['2026-11-20 03:14:07 psql: FATAL:  remaining connection slots are reserved for non-replication superuser connections (10.2.3.4:5432)',
      /primary-down\.html#meaning/],
    'a filter and a word': ['owner:web renew', /web\/certificates\.html/],
  };
  for (const [name, [query, place]] of Object.entries(cases)) {
    test(name, async () => {
      const { page, context } = await openAt('index.html');
      await ask(page, query);
      assert.match(await active(page), place);
      await context.close();
    });
  }

  test('marks what was searched for, and tells of the page', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'replica lags');
    const group = page.locator('.search-group').first();
    assert.deepEqual(await group.locator('mark').allTextContents().then((texts) => texts.slice(0, 2)), ['replica', 'lags']);
    const head = await group.locator('.search-page-head').innerText();
    for (const word of ['The primary is down', 'P1', 'Database people', 'review overdue']) assert.ok(head.includes(word), head);
    await ask(page, 'by hand');
    assert.ok((await page.locator('.search-page-head').first().innerText()).includes('deprecated'));
    await context.close();
  });

  test('says that nothing was found, and which word is nowhere', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'xyzzyplugh ');
    assert.match(await said(page).innerText(), /Nothing found/);
    assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
    await ask(page, 'xyzzyplugh certbot ');
    assert.match(await said(page).innerText(), /On no page: “xyzzyplugh”/);
    await context.close();
  });

  test('sections of one name are told apart, and what is above them is shown where they have no text', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'writes refused');
    assert.match(await options(page).first().innerText(), /Disk full › Symptoms/);
    await ask(page, 'kind:page disks');
    assert.match(await page.locator('.search-text').first().innerText(), /Writes are refused/);
    await ask(page, 'OrdersPrimaryDown');
    assert.match(await options(page).first().innerText(), /Answers OrdersPrimaryDown/);
    assert.ok((await options(page).first().locator('mark').allTextContents()).includes('OrdersPrimaryDown'));
    await context.close();
  });

  test('a value that nothing has comes with what was meant, which is a button', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'owner:dbaa ');
    const advice = page.locator('.search-advice');
    assert.match(await advice.innerText(), /Nothing has owner:dbaa\. Did you mean owner:dba\?/);
    assert.match(await said(page).textContent(), /Nothing has owner:dbaa\. Did you mean owner:dba\?/);
    await advice.getByRole('button', { name: 'owner:dba' }).click();
    assert.equal(await box(page).inputValue(), 'owner:dba');
    await options(page).first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.className), 'search-box');
    const said_ = { 'severity:P9 ': /Nothing has severity:P9\. There are: severity:p1, severity:p3\./,
      'type:alrt ': /Did you mean type:alert\?/, 'ownr:web renew ': /ownr:web is no filter\. Did you mean owner:web\?/,
      'risk:read,destroy ': /Did you mean risk:read risk:destroy\?/ };
    for (const [query, text] of Object.entries(said_)) {
      await ask(page, query);
      assert.match((await advice.innerText()).replace(/\s+/g, ' '), text);
    }
    await ask(page, 'error:timeout certbot ');
    assert.equal(await advice.count(), 0);
    await context.close();
  });

  test('where nothing is found, it says what for, what hides it, and where else to look', async () => {
    for (const path of ['index.html', '_/search.html']) {
      const { page, context } = await openAt(path);
      if (path === 'index.html') await page.keyboard.press('/');
      await box(page).fill('owner:dba certbot ');
      const advice = page.locator('.search-advice');
      await page.locator('.search-said', { hasText: 'Nothing' }).waitFor();
      assert.equal(await said(page).innerText(), 'Nothing found for “owner:dba certbot”.');
      await advice.getByRole('link', { name: 'Services' }).waitFor();
      assert.match((await advice.innerText()).replace(/\s+/g, ' '), /Without owner:dba: \d+ results?/);
      await advice.getByRole('button', { name: /^\d+ results?$/ }).click();
      assert.equal(await box(page).inputValue(), 'certbot');
      await page.locator('.search-title', { hasText: 'Renew certificates' }).first().waitFor();
      assert.equal(await advice.count(), 0);
      await box(page).fill('owner:dba xyzzyplugh ');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      assert.equal(await box(page).inputValue(), 'xyzzyplugh');
      await box(page).fill('the of ');
      await page.locator('.search-said', { hasText: 'too common' }).waitFor();
      await context.close();
    }
  });

  test('a text of many lines is pasted as one', async () => {
    const { page, context } = await openAt('index.html');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
    await page.evaluate(() => {
      const area = document.createElement('textarea');
      area.id = 'lines';
      area.value = 'remaining connection\nslots\n\tare reserved';
      document.body.append(area);
      area.select();
    });
    await page.keyboard.press('Control+C');
    await page.evaluate(() => document.getElementById('lines').remove());
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+V');
    assert.equal(await box(page).inputValue(), 'remaining connection slots are reserved');
    await page.locator('.search-said', { hasText: 'result' }).waitFor();
    await context.close();
  });
});

describe('by keyboard', () => {
  test('arrows, Home and End choose, the choice is announced, the box keeps the focus', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'many');
    const count = await options(page).count();
    assert.ok(count > 3);
    const chosen = () => options(page).evaluateAll((all) => all.findIndex((one) => one.getAttribute('aria-selected') === 'true'));
    const keys = [['ArrowDown', 1], ['ArrowDown', 2], ['ArrowUp', 1], ['End', count - 1], ['ArrowDown', 0], ['ArrowUp', count - 1], ['Home', 0]];
    for (const [key, place] of keys) {
      await page.keyboard.press(key);
      assert.equal(await chosen(), place, key);
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-activedescendant')),
        await options(page).nth(place).getAttribute('id'));
    }
    assert.equal(await page.evaluate(() => document.activeElement.className), 'search-box');
    assert.equal(await box(page).getAttribute('role'), 'combobox');
    assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
    await context.close();
  });

  test('Enter waits for the answer to what stands in the box', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'many');
    await page.evaluate(() => {
      const box = document.querySelector('.search-box');
      box.value = 'certbot';
      box.dispatchEvent(new Event('input', { bubbles: true }));
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    await page.waitForURL(/web\/certificates\.html/);
    await context.close();
  });

  test('more results are shown on wish, and the choice goes on there', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'many');
    const count = await options(page).count();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForFunction((n) => document.querySelectorAll('dialog.search [role="option"]').length > n, count);
    assert.ok(await options(page).nth(count - 1).evaluate((one) => one.getAttribute('aria-selected') === 'true'));
    await context.close();
  });

  test('a result on the page that is open closes the dialog and goes there', async () => {
    const { page, context } = await openAt('alerts/primary-down.html');
    await ask(page, 'mitigation');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#mitigation$/);
    assert.equal(await page.locator('dialog.search[open]').count(), 0);
    await context.close();
  });

  test('Ctrl+C copies the command that is chosen', async () => {
    const { page, context } = await openAt('index.html');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
    await ask(page, 'certbot renew');
    await page.keyboard.press('Control+C');
    await page.locator('.search .copy.done').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await paste(page), 'certbot renew --force-renewal');
    await context.close();
  });
});

describe('a command that is not copied from here', () => {
  test('says so, where it is seen and read out', async () => {
    const { page, context } = await openAt('index.html');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
    const cases = { 'delete pvc ': /^Not copied\. Destroys/, 'describe pod ': /^Not copied\. Has values to fill in/,
      'OrdersPrimaryDown ': /^Not copied\. The chosen result is no command\.$/ };
    for (const [query, words] of Object.entries(cases)) {
      await ask(page, query);
      await page.keyboard.press('Control+C');
      assert.match(await said(page).innerText(), words);
    }
    assert.equal(await said(page).getAttribute('role'), 'status');
    await ask(page, 'delete pvc ');
    await page.keyboard.press('Control+C');
    assert.equal(await page.locator('.search-look.refused').count(), 1);
    await ask(page, 'get pods ');
    await page.keyboard.press('Control+C');
    await page.locator('.search-said', { hasText: 'Copied' }).waitFor();
    await context.close();
  });
});

describe('copying from results', () => {
  test('what reads and is whole has a button; what destroys or has values to fill in leads to its place', async () => {
    const { page, context } = await openAt('_/search.html?q=kubectl');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
    const row = (text) => page.locator('.search-row.command', { hasText: text });
    await row('get pods').locator('.copy').click();
    await row('get pods').locator('.copy.done').waitFor();
    assert.equal(await paste(page), 'kubectl get pods --namespace orders --show-labels');
    for (const [text, reason] of [['describe pod', 'values to fill in'], ['delete pvc', 'Destroys']]) {
      assert.equal(await row(text).locator('.copy').count(), 0, text);
      assert.ok((await row(text).innerText()).includes(reason), text);
      assert.match(await row(text).locator('a').getAttribute('href'), /primary-down\.html#cmd/);
    }
    await context.close();
  });
});

describe('recent searches', () => {
  test('are those that led somewhere, and are forgotten on wish', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'certbot');
    await page.keyboard.press('Enter');
    await page.waitForURL(/certificates/);
    await page.keyboard.press('/');
    await page.locator('.recent [role="option"]', { hasText: 'certbot' }).click();
    assert.equal(await box(page).inputValue(), 'certbot');
    await box(page).fill('');
    await page.getByRole('button', { name: 'Forget them' }).click();
    assert.equal(await page.locator('.recent').count(), 0);
    assert.equal(await page.evaluate(() => JSON.stringify(sessionStorage).includes('certbot')), false);
    await context.close();
  });
});

describe('the page of the search', () => {
  test('filters are switches that change the query and the address', async () => {
    const { page, context } = await openAt('_/search.html');
    await page.getByRole('button', { name: 'Web people' }).click();
    await page.waitForURL(/\?q=owner%3Aweb$/);
    await page.locator('.search-results h2').first().waitFor();
    await page.getByRole('button', { name: 'Web people', pressed: true }).waitFor();
    await box(page).press('End');
    await page.keyboard.type(' renew');
    await page.waitForURL(/\?q=owner%3Aweb%20renew$/);
    const risk = page.getByRole('button', { name: 'Destroys' });
    await page.getByRole('button', { name: 'Web people' }).click();
    await risk.click();
    await box(page).fill('risk:destroy');
    await page.locator('.search-results code', { hasText: 'delete pvc' }).waitFor();
    assert.equal(await page.locator('.search-row:not([data-risk="destroy"])').count(), 0);
    await context.close();
  });

  test('shows more on wish, and the focus goes on there', async () => {
    const { page, context } = await openAt('_/search.html?q=many');
    await page.getByRole('button', { name: /^Show \d+ more/ }).waitFor();
    const shown = await page.locator('.search-results h2').count();
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
    await page.waitForFunction((n) => document.querySelectorAll('.search-results h2').length > n, shown);
    await settled(page);
    assert.ok(await page.locator('.search-results h2 a').nth(shown).evaluate((link) => link === document.activeElement));
    await context.close();
  });

  test('tells where to begin, with what led somewhere before', async () => {
    const { page, context } = await openAt('_/search.html?q=certbot');
    await page.locator('.search-results .search-option').first().click();
    await page.waitForURL(/certificates/);
    await page.goto(site.origins['over HTTP on a host name'] + '_/search.html');
    await page.locator('.search-advice').getByRole('button', { name: 'certbot' }).click();
    await page.locator('.search-results h2').first().waitFor();
    assert.equal(await box(page).inputValue(), 'certbot');
    await context.close();
  });

  test('says how many pages are shown', async () => {
    const { page, context } = await openAt('_/search.html?q=many');
    await page.locator('.search-results .note', { hasText: /^8 of \d+ pages are shown\.$/ }).waitFor();
    assert.match(await said(page).innerText(), /^\d+ results on \d+ pages\.|^The best 50 results on \d+ pages\./);
    const total = Number((await said(page).innerText()).match(/on (\d+) pages/)[1]);
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
    await page.locator('.search-results .note', { hasText: `16 of ${total} pages` }).waitFor();
    assert.equal(await page.locator('.search-results h2').count(), 16);
    await context.close();
  });

  test('arrows move through the results, and Ctrl+C copies or says why not', async () => {
    const { page, context } = await openAt('_/search.html?q=kubectl');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
    await page.locator('.search-results h2').first().waitFor();
    const place = () => page.evaluate(() => [...document.querySelectorAll('.search-option')].indexOf(document.activeElement));
    const count = await page.locator('.search-option').count();
    assert.ok(count >= 3);
    for (const [key, at] of [['ArrowDown', 0], ['ArrowDown', 1], ['ArrowUp', 0], ['End', count - 1], ['ArrowDown', count - 1], ['Home', 0]]) {
      await page.keyboard.press(key);
      assert.equal(await place(), at, key);
    }
    await page.keyboard.press('ArrowUp');
    assert.ok(await box(page).evaluate((element) => element === document.activeElement));
    for (const text of ['delete pvc', 'get pods']) {
      await page.locator('.search-option', { hasText: text }).focus();
      await page.keyboard.press('Control+C');
      if (text === 'get pods') await page.locator('.copy.done').waitFor();
      else assert.match(await said(page).innerText(), /^Not copied\. Destroys/);
    }
    assert.equal(await paste(page), 'kubectl get pods --namespace orders --show-labels');
    await context.close();
  });

  test('without scripts the box leads to lists', async () => {
    const { page, context } = await openAt('web/certificates.html', { javaScriptEnabled: false, origin: 'over HTTP on loopback' });
    await page.locator('a.find').click();
    await page.waitForURL(/_\/search\.html$/);
    assert.ok((await page.locator('main').innerText()).includes('needs JavaScript'));
    assert.equal(await page.locator('button').count(), 0);
    await page.locator('main').getByRole('link', { name: 'orders-db' }).click();
    await page.waitForURL(/_\/services\/orders-db\.html$/);
    await context.close();
  });

  test('a browser can take it up', () => {
    const head = readFileSync(join(site.folder, 'web/certificates.html'), 'utf8');
    assert.match(head, /<link rel="search" type="application\/opensearchdescription\+xml" href="..\/_\/opensearch.xml" title="Site">/);
    assert.match(readFileSync(join(site.folder, '_/opensearch.xml'), 'utf8'),
      /template="https:\/\/runbooks\.example\/ops\/_\/search\.html\?q=\{searchTerms\}"/);
  });
});

describe('how it looks', () => {
  test('a jump goes far at once', async () => {
    const { page, context } = await openAt('web/disks.html', { reducedMotion: 'no-preference' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
    await context.close();
  });

  for (const width of [360, 768, 1280, 1440]) {
    test(`nothing scrolls sideways at ${width} pixels`, async () => {
      const { page, context } = await openAt('index.html', { viewport: { width, height: 740 } });
      const fits = () => page.evaluate(() => [document.documentElement, ...document.querySelectorAll('.search-body, .search')]
        .every((one) => one.scrollWidth <= one.clientWidth));
      await ask(page, 'kubectl get pods');
      assert.ok(await fits());
      await page.goto(site.origins['over HTTP on a host name'] + '_/search.html?q=kubectl');
      await page.locator('.search-results h2').first().waitFor();
      assert.ok(await fits());
      await context.close();
    });
  }

  for (const colorScheme of ['light', 'dark']) {
    test(`axe-core finds nothing in ${colorScheme} colours`, async () => {
      const findings = [];
      for (const width of [1280, 360]) {
        const { page, context } = await openAt('alerts/primary-down.html', { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
        for (const query of ['', 'kubectl', 'xyzzyplugh ', 'owner:dbaa kubectl ', 'owner:dba certbot ', 'many']) {
          if (query === '') await page.keyboard.press('/');
          else await ask(page, query);
          await settled(page);
          findings.push(...(await axeFindings(page)).map((one) => `dialog '${query}' ${width}: ${one}`));
        }
        await page.goto(site.origins['over HTTP on a host name'] + '_/search.html?q=kubectl');
        await page.locator('.search-results h2').first().waitFor();
        findings.push(...(await axeFindings(page)).map((one) => `page ${width}: ${one}`));
        await context.close();
      }
      assert.deepEqual(findings, []);
    });
  }

  // ARIA 1.2 has aria-controls where the checker wants aria-owns, which a field may not have any more.
  const outdated = /“aria-activedescendant” value should either refer to a descendant element/;

  test('the Nu checker finds nothing in the open dialog, nor on the page', async () => {
    const { page, context } = await openAt('index.html');
    await ask(page, 'kubectl');
    const findings = async () => textFindings(await html()).filter((finding) => !outdated.test(finding));
    const html = () => page.evaluate(() => '<!doctype html>' + document.documentElement.outerHTML);
    assert.deepEqual(await findings(), []);
    await page.goto(site.origins['over HTTP on a host name'] + '_/search.html?q=kubectl');
    await page.locator('.search-results h2').first().waitFor();
    assert.deepEqual(await findings(), []);
    await context.close();
  });

  test('nothing of it is printed', async () => {
    const { page, context } = await openAt('index.html');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.find').isVisible(), false);
    await context.close();
  });
});
