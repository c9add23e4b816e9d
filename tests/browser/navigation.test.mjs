// Finding one's way on a site, in Chromium: filters, lists of commands, redirects, the page for
// missing addresses, neighbours, and the health page.
//
// RUNBOOKC names the program (default build/release/runbookc), CHROMIUM the browser (see browser_site.mjs).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startBrowser } from './browser_site.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.RUNBOOKC ?? join(root, 'build/release/runbookc'));
const base = '/ops/runbooks/';

function fenced(commands) {
  return '```bash\n' + commands.join('\n') + '\n```\n';
}

// A project with many alerts and commands, late reviews, broken links and an alias.
function projectFiles() {
  const files = {
    'runbookc.yaml': `site: { title: Site, base_url: "https://x.example${base}" }\n` +
      'severities:\n  - { name: P1, response_time: 15 minutes }\n  - { name: P2 }\n',
    'content/owners.yaml': 'owners:\n  - { id: ops, name: Operations, kind: team, contacts: { slack: "#ops" } }\n',
    'content/README.md': '---\ntitle: Home\nowner: ops\nlast_reviewed: 2026-11-01\n---\n# Home\n\nWelcome.\n',
    'content/db/failover.md': '---\ntitle: Fail over the database\ntype: alert\nowner: ops\nalerts: [DbDown]\n' +
      'severity: P1\nnext_review: 2026-01-01\naliases: [/old/failover.html]\n---\n# Fail over the database\n\n' +
      '## Meaning\n\nm\n\n## Impact\n\ni\n\n## Diagnosis\n\n[gone](gone.md)\n\n' +
      fenced(['kubectl get pods', 'kubectl delete namespace orders', 'systemctl restart orders', 'jq . file']) +
      '\n## Mitigation\n\nf\n',
  };
  for (let i = 10; i < 30; ++i) {
    files[`content/alerts/alert-${i}.md`] =
      `---\ntitle: Alert number ${i}\nalerts: [Alert${i}]\nowner: ops\nnext_review: 2027-0${i % 9 + 1}-05\n---\n` +
      `# Alert number ${i}\n\ntext\n\n` + fenced([`curl --silent https://x.example/${i}`]);
  }
  return files;
}

// As static hosts do: what is missing is answered with the site's 404.html.
async function serve(folder) {
  const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript',
    '.svg': 'image/svg+xml', '.json': 'application/json' };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = path.startsWith(base) ? normalize('/' + path.slice(base.length)) : '/404.html';
    const name = inside.endsWith('/') ? inside + 'index.html' : inside;
    try {
      const bytes = readFileSync(join(folder, name));
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': types['.html'] }).end(readFileSync(join(folder, '404.html')));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { port: server.address().port, close: () => new Promise((done) => server.close(done)) };
}

let work, site, server, browser, http, disk;

before(async () => {
  work = mkdtempSync(join(tmpdir(), 'runbookc-navigation-'));
  for (const [path, text] of Object.entries(projectFiles())) {
    mkdirSync(dirname(join(work, 'project', path)), { recursive: true });
    writeFileSync(join(work, 'project', path), text);
  }
  site = join(work, 'site');
  execFileSync(program, ['build', '-C', join(work, 'project'), '--out', site, '--today', '2026-11-21', '-q'],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  server = await serve(site);
  http = `http://127.0.0.1:${server.port}${base}`;
  disk = pathToFileURL(site).href + '/';
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (work) rmSync(work, { recursive: true, force: true });
});

// A page, and what it complained about.
async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    // That the page itself was answered with 404 is what is tested.
    const expected = message.text().includes('status of 404') && message.location().url === url;
    if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url, { waitUntil: 'load' });
  return { page, context, complaints };
}

const made = ['index.html', '_/health.html', '_/health/findings.html', '_/health/RB301.html', '_/commands.html',
  '_/commands/kubectl.html', '_/commands/risk/destroy.html', '_/alerts/index.html', '_/alerts/DbDown.html',
  '_/owners/ops.html', '_/severities/index.html', '_/severities/P1.html', '_/types/alert.html'];

describe('pages that are made', () => {
  for (const path of made) {
    test(`${path} complains about nothing, and its own links lead somewhere`, async () => {
      const { page, context, complaints } = await open(disk + path);
      assert.deepEqual(complaints, []);
      const dangling = await page.evaluate(() => [...document.querySelectorAll('main a[href^="#"]')]
        .map((link) => decodeURIComponent(link.getAttribute('href').slice(1)))
        .filter((id) => !document.getElementById(id)));
      assert.deepEqual(dangling, []);
      await context.close();
    });

    for (const colorScheme of ['light', 'dark']) {
      test(`${path} does not scroll sideways at 360 pixels, ${colorScheme}`, async () => {
        const { page, context } = await open(disk + path, { viewport: { width: 360, height: 740 }, colorScheme });
        const [content, window] = await page.evaluate(() =>
          [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(content <= window, `${content} > ${window}`);
        await context.close();
      });
    }

    test(`${path} reads whole without script`, async () => {
      const { page, context } = await open(disk + path, { javaScriptEnabled: false });
      assert.equal(await page.locator('main input, main select, main button').count(), 0);
      assert.ok((await page.locator('main a').count()) > 0);
      await context.close();
    });
  }
});

describe('filters', () => {
  test('an index is narrowed by typing, by keyboard alone, and the count is told', async () => {
    const { page, context } = await open(disk + '_/alerts/index.html');
    const shown = () => page.locator('.entries > li:visible').count();
    assert.equal(await shown(), 21);
    await page.getByLabel('Filter').focus();
    await page.keyboard.type('dbd');
    assert.equal(await shown(), 1);
    assert.equal(await page.locator('.filter output').textContent(), '1 of 21 shown');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').textContent(), 'DbDown');
    await page.getByLabel('Filter').fill('no such alert');
    assert.equal(await page.locator('.filter output').textContent(), 'Nothing matches.');
    await page.getByLabel('Filter').fill('');
    assert.equal(await shown(), 21);
    await context.close();
  });

  test('commands are filtered by risk and by program, and empty groups go', async () => {
    const { page, context } = await open(disk + '_/commands.html');
    const shown = () => page.locator('.commands li:visible code').allTextContents();
    assert.equal((await shown()).length, 24);
    await page.getByLabel('Reads').uncheck();
    assert.ok((await shown()).every((text) => !text.startsWith('curl')));
    assert.ok((await shown()).some((text) => text.includes('delete namespace')));
    assert.equal(await page.locator('.filtered h2:visible', { hasText: 'curl' }).count(), 0);
    await page.getByLabel('Reads').check();
    await page.getByLabel('Program').selectOption('kubectl');
    assert.deepEqual((await shown()).sort(), ['kubectl delete namespace orders', 'kubectl get pods']);
    await page.getByLabel('Destroys').uncheck();
    assert.deepEqual(await shown(), ['kubectl get pods']);
    await context.close();
  });
});

describe('commands', () => {
  test('each leads to its place on its page', async () => {
    const { page, context } = await open(disk + '_/commands/kubectl.html');
    await page.locator('.commands a', { hasText: 'delete namespace' }).click();
    await page.waitForURL(/db\/failover\.html#cmd\./);
    const target = page.locator(':target');
    assert.ok((await target.textContent()).includes('kubectl delete namespace orders'));
    assert.ok(await target.isVisible());
    await context.close();
  });

  test('what they would do is said in words', async () => {
    const { page, context } = await open(disk + '_/commands.html', { javaScriptEnabled: false });
    const line = page.locator('.commands li', { hasText: 'delete namespace' });
    assert.equal(await line.locator('.effect').textContent(), 'Destroys');
    await context.close();
  });
});

describe('redirects', () => {
  for (const [name, origin] of [['over HTTP', () => http], ['from the disk', () => disk]]) {
    test(`keep the query and the fragment, ${name}`, async () => {
      const { page, context } = await open(origin() + 'old/failover.html?from=mail#diagnosis');
      await page.waitForURL(/db\/failover\.html/);
      assert.equal(page.url(), origin() + 'db/failover.html?from=mail#diagnosis');
      await context.close();
    });

    test(`work without script, ${name}`, async () => {
      const { page, context } = await open(origin() + 'old/failover.html', { javaScriptEnabled: false });
      await page.waitForURL(origin() + 'db/failover.html');
      await context.close();
    });
  }
});

describe('a missing address', () => {
  test('at any depth shows the site in its style, with links that work', async () => {
    const { page, context, complaints } = await open(http + 'db/deep/er/failovr.html');
    assert.deepEqual(complaints, []);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).marginTop), '0px');
    const links = await page.evaluate(() => [...document.links].map((link) => link.href));
    for (const link of links) {
      if (link.includes('#')) continue;
      assert.equal((await page.request.get(link)).status(), 200, link);
    }
    await context.close();
  });

  test('suggests the page that was meant', async () => {
    const { page, context } = await open(http + 'databases/fail-over-database.html');
    assert.equal(await page.locator('.near a').first().textContent(), 'Fail over the database');
    await context.close();
  });

  test('suggests the alert that was meant', async () => {
    const { page, context } = await open(http + '_/alerts/alert17.html');
    assert.equal(await page.locator('.near a').first().textContent(), 'Alert17');
    await page.locator('.near a').first().click();
    assert.equal(await page.locator('h1').textContent(), 'Alert17');
    await context.close();
  });

  test('that looks like nothing gets no suggestion, and neither does one that cannot be read', async () => {
    for (const path of ['qqqq.html', 'x%25E0%25.html']) {
      const { page, context, complaints } = await open(http + path);
      assert.deepEqual(complaints, []);
      assert.equal(await page.locator('.near').count(), 0);
      assert.ok(await page.locator('.missing a').count() > 20);
      await context.close();
    }
  });
});

describe('reading on', () => {
  test('leads through every page once, and back', async () => {
    const { page, context } = await open(disk + 'index.html');
    const titles = [];
    await page.goto(disk + 'alerts/alert-10.html');
    for (;;) {
      titles.push(await page.locator('h1').first().textContent());
      const next = page.locator('.neighbours [rel="next"]');
      if (await next.count() === 0) break;
      await next.click();
    }
    assert.equal(titles.length, 21);
    assert.equal(new Set(titles).size, 21);
    await page.locator('.neighbours [rel="prev"]').click();
    assert.equal((await page.locator('h1').first().textContent()).trim(), titles[19].trim());
    await context.close();
  });
});

describe('the health page', () => {
  test('says what the data says', async () => {
    const { page, context } = await open(disk + '_/health.html');
    const { summary } = JSON.parse(readFileSync(join(site, 'diagnostics.json'), 'utf8'));
    const { reviews } = JSON.parse(readFileSync(join(site, '_/reviews.json'), 'utf8'));
    const tile = (name) => page.locator('.tiles li', { hasText: name }).locator('b').textContent();
    assert.equal(await tile('error'), String(summary.errors));
    assert.equal(await tile('warning'), String(summary.warnings));
    const overdue = reviews.filter((review) => review.status === 'overdue').length;
    assert.equal(await tile('review overdue'), String(overdue));
    const columns = await page.locator('.calendar b').allTextContents();
    const dated = reviews.filter((review) => review.due !== null).length;
    assert.equal(columns.reduce((sum, n) => sum + Number(n), 0), dated);
    const rules = await page.locator('.bars b').allTextContents();
    assert.equal(rules.reduce((sum, n) => sum + Number(n), 0),
      summary.errors + summary.warnings + summary.infos);
    await context.close();
  });

  test('draws bars as long as what they stand for, in colours of the scheme', async () => {
    for (const colorScheme of ['light', 'dark']) {
      const { page, context } = await open(disk + '_/health.html', { colorScheme });
      const box = await page.locator('.chart').first().boundingBox();
      const parts = await page.locator('.chart').first().locator('rect').evaluateAll((all) =>
        all.map((one) => [one.getBoundingClientRect().width, getComputedStyle(one).fill]));
      const sum = parts.reduce((width, part) => width + part[0], 0);
      assert.ok(Math.abs(sum - box.width) < 2, `${sum} of ${box.width}`);
      assert.ok(parts.every((part) => part[1] !== 'rgb(0, 0, 0)'));
      await context.close();
    }
  });

  test('puts the worst page first and leads to its findings', async () => {
    const { page, context } = await open(disk + '_/health.html');
    const worst = page.locator('.worst li').first();
    assert.ok((await worst.textContent()).includes('Fail over the database'));
    await worst.locator('.error').click();
    await page.waitForURL(/findings\.html#file\./);
    assert.ok(await page.locator(':target').isVisible());
    await context.close();
  });
});
