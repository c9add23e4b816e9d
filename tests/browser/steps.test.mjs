// Works through a runbook in Chromium: ticks, progress, the focus view, the log, the emergency
// panel.
//
// RUNBOOKC names the program (default build/release/runbookc), CHROMIUM the browser (see browser_site.mjs).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startBrowser } from './browser_site.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.RUNBOOKC ?? join(root, 'build/release/runbookc'));
const fence = '```';

const runbook = `---
title: Restart <the> queue
type: runbook
owner: queues
severity: [P1]
---
# Restart <the> queue

## Purpose

Parcels wait. Restart the queue.

## Prerequisites

- [ ] You are on the bastion
- [x] Nobody deploys

## Procedure

> [!WARNING]
> Writes stop for a minute.

Be quick about it.

1. Look at the pods

   ${fence}bash
   kubectl get pods -n queue
   ${fence}

2. Stop the *workers*

   ${fence}bash
   kubectl scale deploy/workers \\
     --replicas=0 --namespace <NAMESPACE>
   ${fence}

3. Start | them

Wait for a minute.

## Verification

1. The queue shrinks
2. Nobody calls

## Rollback

### Step 1: Scale down

Do it.

### Step 2: Call for help

Do it again.
`;

const owners = `owners:
  - id: queues
    name: Queues
    kind: team
    contacts: { email: queues@example.com, pager: "https://pager.example.com/queues", slack: "#queues" }
`;

const contents = `---
type: page
---
# Contents

1. [One](#one)
2. [Two](#two)

## One

1. Real
2. Step

## Two

Text.
`;

let work, site, browser, url;

before(async () => {
  work = mkdtempSync(join(tmpdir(), 'runbookc-steps-'));
  mkdirSync(join(work, 'content'));
  writeFileSync(join(work, 'content/queue.md'), runbook);
  writeFileSync(join(work, 'content/contents.md'), contents);
  writeFileSync(join(work, 'content/owners.yaml'), owners);
  writeFileSync(join(work, 'content/README.md'), '---\ntype: index\n---\n# All\n\n1. [Queue](queue.md)\n2. [C](contents.md)\n');
  site = join(work, 'site');
  execFileSync(program, ['build', '-C', work, '--out', site, '--today', '2026-11-21', '-q'],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  url = pathToFileURL(join(site, 'queue.html')).href;
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  if (work) rmSync(work, { recursive: true, force: true });
});

// A page whose complaints fail the test when it closes.
async function open(address = url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address, { waitUntil: 'load' });
  return {
    page,
    close: async () => {
      assert.deepEqual(complaints, []);
      await context.close();
    },
  };
}

const box = (page, name) => page.getByRole('checkbox', { name: 'Done: ' + name, exact: true });
const bar = (page) => page.getByRole('region', { name: 'Progress' });
const shown = (locator) => locator.evaluateAll((all) =>
  all.filter((element) => element.checkVisibility()).map((element) => element.dataset.step));

async function clipboard(page) {
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.id = 'paste-here';
    document.body.appendChild(area);
    area.focus();
  });
  await page.keyboard.press('Control+V');
  return page.evaluate(() => document.getElementById('paste-here').value);
}

describe('steps', () => {
  test('are ticked off, counted in their section, and stay so over a reload', async () => {
    const { page, close } = await open();
    assert.equal(await bar(page).isVisible(), false);
    await box(page, '1. Look at the pods').check();
    await box(page, '2. Stop the workers').check();
    assert.match(await bar(page).innerText(), /Procedure: 2 of 3 done/);
    await page.reload();
    assert.equal(await box(page, '1. Look at the pods').isChecked(), true);
    assert.equal(await box(page, '3. Start | them').isChecked(), false);
    assert.match(await bar(page).innerText(), /Procedure: 2 of 3 done/);
    await box(page, '2. Stop the workers').uncheck();
    assert.match(await bar(page).innerText(), /Procedure: 1 of 3 done/);
    await close();
  });

  test('are ticked by keyboard, and said aloud', async () => {
    const { page, close } = await open();
    await box(page, '1. Look at the pods').focus();
    await page.keyboard.press('Space');
    assert.equal(await box(page, '1. Look at the pods').isChecked(), true);
    assert.equal(await page.locator('.live').innerText(), 'Procedure: 1 of 3 done');
    await close();
  });

  test('that are headings have boxes beside them', async () => {
    const { page, close } = await open();
    await box(page, 'Step 1: Scale down').check();
    assert.match(await bar(page).innerText(), /Rollback: 1 of 2 done/);
    assert.equal(await page.getByRole('heading', { name: 'Step 1: Scale down' }).count(), 1);
    await close();
  });

  test('resume where the reader was: behind the last one that was ticked', async () => {
    const { page, close } = await open();
    await box(page, '2. Stop the workers').check();
    await page.reload();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.getByRole('button', { name: 'Resume where I was' }).click();
    assert.equal(await box(page, '3. Start | them').evaluate((it) => it === document.activeElement), true);
    await close();
  });

  test('start over only when asked twice', async () => {
    const { page, close } = await open();
    await box(page, '2. Stop the workers').check();
    await page.getByRole('checkbox', { name: 'You are on the bastion', exact: true }).check();
    await page.getByRole('button', { name: 'Start over' }).click();
    assert.equal(await box(page, '2. Stop the workers').isChecked(), true);
    await page.getByRole('button', { name: 'Really start over?' }).click();
    assert.equal(await box(page, '2. Stop the workers').isChecked(), false);
    await page.reload();
    assert.equal(await box(page, '2. Stop the workers').isChecked(), false);
    assert.equal(await page.getByRole('checkbox', { name: 'You are on the bastion', exact: true }).isChecked(), false);
    await close();
  });

  test('have addresses of their own, and no id comes twice', async () => {
    const { page, close } = await open(url + '#step.2');
    assert.match(await page.locator(':target').innerText(), /^\s*Stop the workers/);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id));
    assert.equal(new Set(ids).size, ids.length);
    await close();
  });

  test('keep their ticks when the page is published with one more', async () => {
    const { page, close } = await open();
    await box(page, '2. Stop the workers').check();
    const more = runbook.replace('1. Look at the pods', '1. Breathe\n2. Look at the pods').replace('2. Stop', '3. Stop')
      .replace('3. Start', '4. Start');
    writeFileSync(join(work, 'content/queue.md'), more);
    execFileSync(program, ['build', '-C', work, '--out', site, '--today', '2026-11-21', '-q']);
    await page.reload();
    const ticked = await page.locator('li.ticked').allInnerTexts();
    writeFileSync(join(work, 'content/queue.md'), runbook);
    execFileSync(program, ['build', '-C', work, '--out', site, '--today', '2026-11-21', '-q']);
    assert.deepEqual(ticked.map((text) => text.trim().split('\n')[0]), ['Stop the workers']);
    await close();
  });

  test("leave a list that is the page's contents alone, and an index", async () => {
    const { page, close } = await open(pathToFileURL(join(site, 'contents.html')).href);
    assert.equal(await page.locator('.tick').count(), 2);
    await page.goto(pathToFileURL(join(site, 'index.html')).href);
    assert.equal(await page.locator('.tick').count(), 0);
    await close();
  });
});

test("the author's own boxes can be ticked, and start as the author left them", async () => {
  const { page, close } = await open();
  const mine = page.getByRole('checkbox', { name: 'You are on the bastion', exact: true });
  const theirs = page.getByRole('checkbox', { name: 'Nobody deploys', exact: true });
  assert.equal(await theirs.isChecked(), true);
  await mine.check();
  await theirs.uncheck();
  await page.reload();
  assert.equal(await mine.isChecked(), true);
  assert.equal(await theirs.isChecked(), false);
  await close();
});

describe('the focus view', () => {
  test('opens with f, shows one step with its warning, and goes on by keyboard', async () => {
    const { page, close } = await open();
    await page.keyboard.press('f');
    const title = page.getByRole('heading', { name: 'Step 1 of 3' });
    await title.waitFor();
    assert.equal(await title.evaluate((it) => it === document.activeElement), true);
    assert.deepEqual(await shown(page.locator('[data-step]')), ['1']);
    assert.ok(await page.getByText('kubectl get pods -n queue').last().isVisible());
    assert.ok(await page.getByText('Writes stop for a minute.').isVisible());
    assert.equal(await page.getByText('Parcels wait. Restart the queue.').last().isVisible(), false);
    await page.keyboard.press('n');
    assert.deepEqual(await shown(page.locator('[data-step]')), ['2']);
    assert.ok(await page.getByText('Writes stop for a minute.').isVisible());
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await shown(page.locator('[data-step]')), ['3']);
    assert.ok(await page.getByText('Wait for a minute.').isVisible());
    await page.keyboard.press('p');
    assert.deepEqual(await shown(page.locator('[data-step]')), ['2']);
    await page.keyboard.press('d');
    assert.deepEqual(await shown(page.locator('[data-step]')), ['3']);
    await page.keyboard.press('Space');
    assert.match(await page.locator('.live').innerText(), /2 of 3 done/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.put-away').count(), 0);
    assert.equal(await box(page, '2. Stop the workers').isChecked(), true);
    assert.equal(await box(page, '3. Start | them').isChecked(), true);
    assert.equal(await box(page, '1. Look at the pods').isChecked(), false);
    assert.equal(await box(page, '3. Start | them').evaluate((it) => it === document.activeElement), true);
    await close();
  });

  test('has a step with its own text that is a heading, and leads on when all is done', async () => {
    const { page, close } = await open();
    await page.getByRole('button', { name: 'Focus view: Verification' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Go on to Rollback' }).click();
    assert.ok(await page.getByRole('heading', { name: 'Step 1 of 2' }).isVisible());
    assert.ok(await page.getByText('Do it.', { exact: true }).isVisible());
    assert.equal(await page.getByText('Do it again.').isVisible(), false);
    await page.getByRole('button', { name: 'Next' }).click();
    assert.ok(await page.getByText('Do it again.').isVisible());
    await page.getByRole('button', { name: 'Leave' }).click();
    assert.equal(await page.locator('.put-away').count(), 0);
    await close();
  });

  test('leaves letters to those who type, and to those who switched the keys off', async () => {
    const { page, close } = await open();
    await page.evaluate(() => {
      const input = document.createElement('input');
      document.querySelector('.doc').prepend(input);
      input.focus();
    });
    await page.keyboard.press('f');
    assert.equal(await page.locator('.focus-top').count(), 0);
    await page.evaluate(() => document.activeElement.blur());
    await box(page, '1. Look at the pods').check();
    await page.getByRole('button', { name: 'Log (1)' }).click();
    await page.getByRole('checkbox', { name: /Single-key/ }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    assert.equal(await page.locator('.focus-top').count(), 0);
    await close();
  });

  test('leads to the parameter that a command wants, and back', async () => {
    const { page, close } = await open();
    await page.keyboard.press('f');
    await page.keyboard.press('n');
    const field = page.getByRole('textbox', { name: 'NAMESPACE' });
    assert.equal(await field.isVisible(), false);
    await page.locator('#step\\.2 var').click();
    assert.equal(await field.evaluate((it) => it === document.activeElement), true);
    await page.keyboard.type('nip');
    assert.deepEqual(await shown(page.locator('[data-step]')), ['2']);
    await page.keyboard.press('Enter');
    assert.match(await page.locator('#step\\.2 code').innerText(), /--namespace nip$/m);
    await page.getByRole('button', { name: 'Next' }).click();
    assert.equal(await field.isVisible(), false);
    await page.getByRole('button', { name: 'Parameters' }).click();
    assert.equal(await field.isVisible(), true);
    await close();
  });

  test('is there again after a reload, and not for a page that is only opened', async () => {
    const { page, close } = await open();
    await page.keyboard.press('f');
    await page.keyboard.press('n');
    await page.reload();
    assert.ok(await page.getByRole('heading', { name: 'Step 2 of 3' }).isVisible());
    await page.keyboard.press('Escape');
    await page.reload();
    assert.equal(await page.locator('.focus-top').count(), 0);
    await close();
  });
});

describe('the log', () => {
  test('is copied as Markdown, with times in UTC and here', async () => {
    const { page, close } = await open(url, { timezoneId: 'Asia/Kathmandu', permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => {
      const key = (name) => 'runbook:' + location.pathname + ':' + name;
      sessionStorage.setItem(key('log'), JSON.stringify([
        { at: '2026-11-21T20:59:58.000Z', kind: 'ticked', text: 'Procedure › 3. Start | <them> @all', anchor: 'step.3' },
        { at: '2026-11-21T21:00:00.000Z', kind: 'copied', text: 'echo `date`', anchor: 'cmd.x' },
        { at: '2026-11-21T21:00:01.000Z', kind: 'copied', text: 'a \\\n  b', anchor: 'cmd.y' }]));
    });
    await page.goto(url + '#p:token=x');
    await page.reload();
    await page.getByRole('button', { name: 'Log (3)' }).click();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await clipboard(page), [
      '**Restart \\<the\\> queue**',
      `<${url}>`,
      '',
      '- 2026-11-21 20:59:58 UTC (02:44:58 +05:45) done: Procedure › 3. Start \\| \\<them\\> @\u200ball',
      '- 2026-11-21 21:00:00 UTC (02:45:00 +05:45) copied: ``echo `date` ``'.replace('``echo', '`` echo'),
      '- 2026-11-21 21:00:01 UTC (02:45:01 +05:45) copied:',
      '',
      '  ```',
      '  a \\',
      '    b',
      '  ```',
      '',
    ].join('\n'));
    await close();
  });

  test('has what was copied, whole, with the values in it', async () => {
    const { page, close } = await open();
    await page.getByRole('textbox', { name: 'NAMESPACE' }).fill('queue');
    await page.locator('#step\\.2 .copy').first().click();
    await page.getByRole('button', { name: 'Log (1)' }).click();
    assert.equal(await page.locator('dialog.log .what').innerText(),
      'kubectl scale deploy/workers \\\n  --replicas=0 --namespace queue');
    await close();
  });

  test('notes ticks and their taking back, and is cleared', async () => {
    const { page, close } = await open();
    await box(page, '1. Look at the pods').check();
    await box(page, '1. Look at the pods').uncheck();
    await page.getByRole('button', { name: 'Log (2)' }).click();
    const rows = await page.locator('dialog li').allInnerTexts();
    assert.match(rows[0].replace(/\s+/g, ' '), /UTC done Procedure › 1\. Look at the pods$/);
    assert.match(rows[1].replace(/\s+/g, ' '), /not done Procedure › 1\. Look at the pods$/);
    await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Really clear it?' }).click();
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.equal(await bar(page).isVisible(), false);
    await close();
  });
});

describe('the emergency panel', () => {
  test('has what is broken, a first look, what to do, the way back and a contact', async () => {
    const { page, close } = await open(url, { javaScriptEnabled: false });
    const panel = page.getByRole('region', { name: /In an emergency/ });
    const text = (await panel.innerText()).replace(/\s+/g, ' ');
    for (const part of ['P1', 'Parcels wait. Restart the queue.', 'kubectl get pods -n queue', 'Look at the pods',
      '3 steps', 'Scale down', 'Queues']) {
      assert.ok(text.includes(part), part + ' in ' + text);
    }
    assert.equal(await panel.getByRole('link', { name: /^Pager/ }).getAttribute('href'), 'https://pager.example.com/queues');
    for (const link of await panel.getByRole('link').all()) {
      const href = await link.getAttribute('href');
      if (href.startsWith('#')) assert.equal(await page.locator(`[id="${href.slice(1)}"]`).count(), 1, href);
    }
    await close();
  });

  for (const [width, height] of [[360, 800], [1440, 900]]) {
    test(`fits on one screen of ${width}x${height}`, async () => {
      const { page, close } = await open(url, { viewport: { width, height } });
      const size = await page.locator('.emergency').boundingBox();
      assert.ok(size.height < height, String(size.height));
      await close();
    });
  }
});

test('without scripts the steps are a numbered list, and nothing is dead', async () => {
  const { page, close } = await open(url, { javaScriptEnabled: false });
  assert.equal(await page.locator('button, .tick, .doing').count(), 0);
  const style = await page.locator('#step\\.1').evaluate((item) => getComputedStyle(item.parentNode).listStyleType);
  assert.equal(style, 'decimal');
  await close();
});

test('nothing scrolls sideways at 360 pixels, in no view', async () => {
  const { page, close } = await open(url, { viewport: { width: 360, height: 740 } });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  await box(page, '1. Look at the pods').check();
  assert.ok(await fits());
  await page.keyboard.press('f');
  assert.ok(await fits());
  for (const name of ['Previous', 'Done', 'Next', 'Leave']) {
    const size = await page.getByRole('button', { name, exact: true }).boundingBox();
    assert.ok(size.width >= 24 && size.height >= 24 && size.x >= 0 && size.x + size.width <= 360, name);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Log (1)' }).click();
  assert.ok(await fits());
  await close();
});
