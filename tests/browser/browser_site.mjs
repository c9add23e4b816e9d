// What the browser tests share: a project built into a folder of its own, served, and opened in
// Chromium by pages that collect whatever they complain about.
//
// RUNBOOKC names the program (default build/release/runbookc), CHROMIUM the browser (default Chromium
// without its windows, where that is installed: the same engine, at half the work for each page).
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync,
  writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serveSite } from './site_server.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const basicProject = join(root, 'tests/artifacts/sites/basic/project');
// The repository's own runbooks, as startSite takes them.
export const ownRunbooks = { from: root, only: ['runbookc.yaml', 'content', 'templates'] };
const program = resolve(process.env.RUNBOOKC ?? join(root, 'build/release/runbookc'));
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // A name that is no secure context, as an intranet host is none; and it never leaves this machine.
  '--host-resolver-rules=MAP runbooks.test 127.0.0.1'];

// Builds `project`, and starts a server and a browser for it. The project is copied first: a folder,
// { from: folder, only: [names in it] }, or { texts: { path: text, … } }. The site:
//   folder, server, browser
//   origins     the three ways to reach it: { 'from the disk', 'over HTTP on loopback',
//               'over HTTP on a host name' }, each a URL that ends in a slash
//   paths(end)  the paths of its files that end so (default .html), sorted
//   kinds()     the kinds of pages that it has, each with the paths of its pages, longest first:
//               { 'runbook page': […], '_/alerts/NAME': […], 'redirect': […], … }
//   json(path)  what a JSON file of it holds
//   open(url, options)  see openPage
//   close()     to be called in `after`
export async function startSite(project, { today = '2026-11-21', base = '/deep/base/' } = {}) {
  const work = mkdtempSync(join(tmpdir(), 'runbookc-browser-'));
  try {
    const folder = buildSite(project, work, today);
    const server = await serveSite(folder, base);
    const browser = await startBrowser();
    return {
      folder, server, browser,
      origins: {
        'from the disk': pathToFileURL(folder).href + '/',
        'over HTTP on loopback': `http://127.0.0.1:${server.port}${base}`,
        'over HTTP on a host name': `http://runbooks.test:${server.port}${base}`,
      },
      paths: (end = '.html') => filesIn(folder).filter((path) => path.endsWith(end)),
      kinds: () => pageKinds(folder),
      json: (path) => readJson(join(folder, path)),
      open: (url, options) => openPage(browser, url, options),
      close: async () => {
        await browser.close();
        await server.close();
        rmSync(work, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
}

export function startBrowser() {
  const known = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? known.find(existsSync) ?? known.at(-1), args: flags });
}

// The site's folder, in `work`, where the project is put too.
export function buildSite(project, work, today) {
  const source = join(work, 'project');
  for (const [path, text] of Object.entries(project.texts ?? {})) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  for (const name of project.only ?? []) {
    cpSync(join(project.from, name), join(source, name), { recursive: true });
  }
  if (typeof project === 'string') cpSync(project, source, { recursive: true });
  const site = join(work, 'site');
  execFileSync(program, ['build', '-C', source, '--out', site, '--today', today, '-q'],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  return site;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

function pageKinds(folder) {
  const types = new Map(readJson(join(folder, 'index.json')).runbooks
    .map((page) => [decodeURIComponent(page.url), page.type + ' page']));
  const kind = (path) => {
    const [first, second, ...rest] = path.split('/');
    if (path === 'index.html') return 'home';
    if (first !== '_') return types.get(path) ?? 'redirect';
    if (rest.length === 0) return `_/${second}`;
    return `_/${second}/` + (rest.length === 1 && rest[0] === 'index.html' ? 'index.html' : 'NAME');
  };
  const size = (path) => statSync(join(folder, path)).size;
  const kinds = {};
  const pages = filesIn(folder).filter((path) => path.endsWith('.html'));
  for (const path of pages) (kinds[kind(path)] ??= []).push(path);
  for (const paths of Object.values(kinds)) paths.sort((a, b) => size(b) - size(a));
  return kinds;
}

// Does `work` for each item, two at a time; resolves to the results in the items' order.
// For what computes without waiting for the clock.
export async function twoAtATime(items, work) {
  const results = [];
  const left = [...items.entries()];
  const lane = async () => {
    while (left.length > 0) {
      const [index, item] = left.shift();
      results[index] = await work(item);
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

// Loads `url` in a context of its own and returns { page, context, complaints }. `complaints` goes
// on to collect, as long as the context is open: warnings and errors of the console, exceptions,
// dialogs, reports of the Content-Security-Policy, and requests that leave the site.
// `options` are playwright's for a context.
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = await collectComplaints(page, new URL(url));
  await page.goto(url, { waitUntil: 'load' });
  return { page, context, complaints };
}

// The complaints of a page that is yet to be loaded; what is under `home`'s folder is the site.
export async function collectComplaints(page, home) {
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog ${dialog.type()}: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== home.protocol || asked.host !== home.host) complaints.push('asked ' + asked);
  });
  await page.exposeFunction('runbookcReportsViolation', (text) => { complaints.push(text); });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => window.runbookcReportsViolation(
      `policy: ${event.violatedDirective} refuses ${event.blockedURI || event.sample}`));
  });
  return complaints;
}

// What a paste into an editor would yield.
export async function paste(page) {
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
