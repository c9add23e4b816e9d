// Drives the site that `runbookc build` makes of tests/artifacts/sites/basic, in Chromium, from the
// disk and over plain HTTP.
//
// RUNBOOKC names the program (default build/release/runbookc), CHROMIUM the browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serveSite } from './site_server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.RUNBOOKC ?? join(root, 'build/release/runbookc'));
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // A name that is no secure context, as an intranet host is none; and it never leaves this machine.
  '--host-resolver-rules=MAP runbooks.test 127.0.0.1'];
const runbook = 'db/failover.html';

let work, site, server, browser, commands;

before(async () => {
  work = mkdtempSync(join(tmpdir(), 'runbookc-browser-'));
  cpSync(join(root, 'tests/artifacts/sites/basic/project'), join(work, 'project'), { recursive: true });
  site = join(work, 'site');
  execFileSync(program, ['build', '-C', join(work, 'project'), '--out', site, '--today', '2026-11-21', '-q'],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  commands = JSON.parse(readFileSync(join(site, 'commands.json'), 'utf8')).commands;
  server = await serveSite(site, '/deep/base/');
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (work) rmSync(work, { recursive: true, force: true });
});

const origins = {
  'from the disk': () => pathToFileURL(site).href + '/',
  'over HTTP on loopback': () => `http://127.0.0.1:${server.port}/deep/base/`,
  'over HTTP on a host name': () => `http://runbooks.test:${server.port}/deep/base/`,
};

// A page, and what it complained about or asked of others.
async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  const home = new URL(url);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== home.protocol || asked.host !== home.host) complaints.push('asked ' + asked);
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, context, complaints };
}

// What a paste into an editor would yield.
async function paste(page) {
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.id = 'paste-here';
    document.body.appendChild(area);
    area.focus();
  });
  await page.keyboard.press('Control+V');
  const text = await page.evaluate(() => document.getElementById('paste-here').value);
  await page.evaluate(() => document.getElementById('paste-here').remove());
  return text;
}

const pages = ['index.html', runbook, 'hostile.html', '_/health.html', '_/alerts/index.html',
  '_/alerts/OrdersPrimaryDown.html', '_/services/orders-db.html', '_/owners/index.html',
  '_/owners/data-platform.html', '_/folders/db/index.html'];

for (const [name, origin] of Object.entries(origins)) {
  describe(name, () => {
    for (const path of pages) {
      test(`${path} loads its style and script, and nothing complains`, async () => {
        const { page, context, complaints } = await open(origin() + path);
        assert.deepEqual(complaints, []);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).marginTop), '0px');
        assert.equal(await page.locator('h1').count(), 1);
        await context.close();
      });
    }

    test('every copy button of commands yields exactly what commands.json says', async () => {
      const { page, context } = await open(origin() + runbook);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
      const buttons = page.locator('figure[data-role="shell"] .copy');
      assert.ok(await buttons.count() > 1);
      const single = commands.map((command) => command.text);
      const blocks = commands.map((command) => commands
        .filter((other) => other.path === command.path && other.block === command.block)
        .map((other) => other.text).join('\n'));
      for (let i = 0; i < await buttons.count(); ++i) {
        await buttons.nth(i).click();
        await page.waitForFunction((n) =>
          document.querySelectorAll('figure[data-role="shell"] .copy')[n].classList.contains('done'), i);
        const text = await paste(page);
        assert.ok(single.includes(text) || blocks.includes(text), `button ${i}: ${text}`);
      }
      await context.close();
    });

    test('a block is copied whole, without prompts and output', async () => {
      const { page, context } = await open(origin() + runbook);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
      const prompted = page.locator('figure.code[data-copy] figcaption .copy').first();
      await prompted.click();
      await page.locator('figcaption .copy.done').waitFor();
      assert.equal(await paste(page), "kubectl get pods -n orders\nprintf '%s\\n' \"$HOME/x\" |\n  sort");
      await context.close();
    });

    test('every link between our pages leads to a page', async () => {
      const seen = new Set();
      const open_urls = [origin() + 'index.html'];
      const context = await browser.newContext();
      const page = await context.newPage();
      while (open_urls.length > 0) {
        const url = open_urls.pop().split('#')[0];
        if (seen.has(url) || !url.startsWith(origin()) || !url.endsWith('.html')) continue;
        seen.add(url);
        const response = await page.goto(url);
        assert.ok(!response || response.status() === 0 || response.ok(), url);
        const links = await page.evaluate(() => [...document.links].map((link) => link.href));
        open_urls.push(...links);
      }
      assert.ok(seen.size >= pages.length);
      assert.deepEqual(server.missing.filter((path) => !path.endsWith('favicon.ico')), []);
      await context.close();
    });
  });
}

describe('without scripts', () => {
  test('the page reads whole and shows no dead buttons', async () => {
    const { page, context } = await open(origins['from the disk']() + runbook, { javaScriptEnabled: false });
    assert.ok((await page.locator('main').innerText()).includes('kubectl get pods -n orders'));
    assert.equal(await page.locator('button').count(), 0);
    await context.close();
  });
});

describe('on a phone', () => {
  for (const path of pages) {
    test(`${path} does not scroll sideways at 360 pixels`, async () => {
      const { page, context } = await open(origins['from the disk']() + path,
        { viewport: { width: 360, height: 740 } });
      const [content, window] = await page.evaluate(() =>
        [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(content <= window, `${content} > ${window}`);
      await context.close();
    });
  }
});

describe('by keyboard', () => {
  test('the first key leads to a link that skips to the text, and focus shows', async () => {
    const { page, context } = await open(origins['from the disk']() + runbook);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    assert.equal(await skip.getAttribute('href'), '#page.main');
    assert.ok((await skip.boundingBox()).x >= 0);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MAIN');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, 'solid');
    await context.close();
  });

  test('a command can be copied with Enter, and focus stays on its button', async () => {
    const { page, context } = await open(origins['over HTTP on a host name']() + runbook);
    const button = page.locator('figcaption > .copy').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('figcaption > .copy.done').waitFor();
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    await context.close();
  });
});

describe('the policy', () => {
  test('forbids what an author might smuggle in', async () => {
    const { page, context } = await open(origins['from the disk']() + runbook);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.smuggled = true';
      document.body.appendChild(script);
      return window.smuggled === true;
    });
    assert.equal(ran, false);
    await context.close();
  });
});
