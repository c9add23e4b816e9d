// Drives `runbookc serve` in Chromium, as a writer does: an editor on one side, a browser on the other.
//
// RUNBOOKC names the program (default build/release/runbookc), CHROMIUM the browser (see browser_site.mjs).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { root, startBrowser } from './browser_site.mjs';

const program = resolve(process.env.RUNBOOKC ?? join(root, 'build/release/runbookc'));
const runbook = 'db/failover.html';

let browser, work, server, context, page, complaints;

before(async () => {
  browser = await startBrowser();
});

after(async () => { await browser?.close(); });

// Starts the program in `folder`; resolves to { url, end } once it says where it is.
function start(folder, port = '0') {
  const child = spawn(program, ['serve', '-C', folder, '--port', port, '--today', '2026-11-21'],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.on('exit', done));
  const end = async () => { child.kill('SIGINT'); return await ended; };
  return new Promise((done, fail) => {
    let text = '';
    child.on('exit', (code) => fail(new Error(`serve ended with ${code}`)));
    child.stdout.on('data', (bytes) => {
      text += bytes;
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(text);
      if (url) done({ url: url[0], end });
    });
  });
}

const file = (name) => join(work, 'project', name);
// At once, as editors save; a file that is empty for a moment would be shown as that.
function write(name, text) {
  const draft = join(work, 'draft');
  writeFileSync(draft, text);
  renameSync(draft, file(name));
}
const edit = (name, change) => write(name, change(readFileSync(file(name), 'utf8')));

async function open(path) {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(server.url + path, { waitUntil: 'load' });
}

// The overlay's parts; its shadow root is open.
const overlay = () => page.locator('#page\\.live');
const items = () => overlay().locator('li');
const toggle = () => overlay().locator('button');

describe('a page that is being written', () => {
  beforeEach(async () => {
    work = mkdtempSync(join(tmpdir(), 'runbookc-serve-'));
    cpSync(join(root, 'tests/artifacts/sites/basic/project'), join(work, 'project'), { recursive: true });
    server = await start(join(work, 'project'));
  });
  afterEach(async () => {
    await context?.close();
    await server?.end();
    rmSync(work, { recursive: true, force: true });
  });

  test('shows what was saved, where the reader was, and nothing complains', async () => {
    edit('content/db/failover.md', (text) => text + '\nfiller\n'.repeat(200));
    await open(runbook);
    await page.evaluate(() => scrollTo(0, 1500));
    edit('content/db/failover.md', (text) => text + '\nThe new last line.\n');
    await page.getByText('The new last line.').waitFor({ state: 'attached', timeout: 10_000 });
    await page.waitForFunction(() => scrollY === 1500);
    assert.deepEqual(complaints, []);
  });

  test('is left alone when another page changes', async () => {
    await open(runbook);
    await page.evaluate(() => { window.still_here = true; });
    edit('content/db/failover.md', (text) => text);
    edit('content/hostile.md', (text) => text + '\nMore.\n');
    const other = await context.newPage();
    await other.goto(server.url + 'hostile.html');
    await other.getByText('More.').waitFor();
    assert.equal(await page.evaluate(() => window.still_here), true);
  });

  test('shows a new style', async () => {
    await open(runbook);
    mkdirSync(file('templates/assets/style'), { recursive: true });
    write('templates/assets/style/99-own.css', 'body { letter-spacing: 3px }\n');
    await page.waitForFunction(() => getComputedStyle(document.body).letterSpacing === '3px');
    assert.deepEqual(complaints, []);
  });

  test('is shown as soon as there is one', async () => {
    await open('db/new.html');
    write('content/db/new.md', '# A new page\n');
    await page.getByRole('heading', { name: 'A new page' }).first().waitFor();
  });

  test('shows what is found in it, as text, and no longer when it is mended', async () => {
    await open(runbook);
    const before = readFileSync(file('content/db/failover.md'), 'utf8');
    await items().first().waitFor({ state: 'attached' });
    const known = await items().count();
    edit('content/db/failover.md', (text) => text + '\n[vanished](vanished<b>.md)\n');
    await page.locator('main').getByText('vanished').waitFor();
    const found = items().filter({ hasText: 'RB301' }).filter({ hasText: 'vanished<b>' }).first();
    await found.waitFor();
    const text = await found.innerText();
    assert.match(text, /error/);
    assert.match(text, new RegExp(`Line ${before.split('\n').length + 1}\\b`));
    assert.equal(await overlay().locator('b').count(), 0);
    write('content/db/failover.md', before);
    await found.waitFor({ state: 'detached' });
    // The page is loaded again, and its findings come after it.
    await items().nth(known - 1).waitFor({ state: 'attached' });
    assert.equal(await items().count(), known);
    assert.deepEqual(complaints, []);
  });

  test('has findings that fold away by keyboard, and stay folded', async () => {
    await open(runbook);
    edit('content/db/failover.md', (text) => text + '\n[vanished](vanished.md)\n');
    await page.locator('main').getByText('vanished').waitFor();
    await items().getByText('vanished').first().waitFor();
    assert.equal(await toggle().getAttribute('aria-expanded'), 'true');
    await toggle().focus();
    await page.keyboard.press('Enter');
    assert.equal(await toggle().getAttribute('aria-expanded'), 'false');
    assert.equal(await items().first().isVisible(), false);
    await page.reload();
    await toggle().waitFor();
    assert.equal(await toggle().getAttribute('aria-expanded'), 'false');
    assert.match(await toggle().innerText(), /error/);
    const box = await toggle().boundingBox();
    assert.ok(box.height >= 24 && box.width >= 24);
  });

  test('has findings folded on a phone, and no sideways scrolling', async () => {
    await open(runbook);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    await toggle().waitFor();
    assert.equal(await toggle().getAttribute('aria-expanded'), 'false');
    await toggle().click();
    await items().first().waitFor();
    const [content, window] = await page.evaluate(() =>
      [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= window);
  });

  test('stays while the project file is broken, with the reason, and goes on afterwards', async () => {
    await open(runbook);
    const good = readFileSync(file('runbookc.yaml'), 'utf8');
    write('runbookc.yaml', 'sitte: { title: x }\n');
    await items().getByText('sitte').first().waitFor();
    assert.match((await items().allInnerTexts()).join('\n'), /runbookc\.yaml:1:1/);
    assert.ok((await page.locator('main').innerText()).length > 100);
    await page.reload();
    await items().getByText('sitte').first().waitFor();
    write('runbookc.yaml', good);
    await items().getByText('sitte').first().waitFor({ state: 'detached' });
    edit('content/db/failover.md', (text) => text + '\nGoing on.\n');
    await page.getByText('Going on.').waitFor();
    assert.deepEqual(complaints, []);
  });

  test('opens in more tabs than a browser has connections for one server', async () => {
    await open(runbook);
    for (let i = 0; i < 9; ++i) {
      const tab = await context.newPage();
      await tab.goto(server.url + runbook, { waitUntil: 'load', timeout: 10_000 });
    }
    edit('content/db/failover.md', (text) => text + '\nSeen by all.\n');
    await Promise.all(context.pages().map((tab) => tab.getByText('Seen by all.').waitFor()));
  });

  test('says that the server has ended, and goes on when it is back', async () => {
    await open(runbook);
    await page.waitForTimeout(300);
    assert.equal(await server.end(), 0);
    await toggle().getByText('The server has ended').waitFor();
    edit('content/db/failover.md', (text) => text + '\nWritten meanwhile.\n');
    server = await start(join(work, 'project'), new URL(server.url).port);
    await page.getByText('Written meanwhile.').waitFor();
  });
});
