// Drives the site that `runbookc build` makes of tests/artifacts/sites/basic, in Chromium, from the
// disk and over plain HTTP.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { basicProject, paste, startSite } from './browser_site.mjs';

const runbook = 'db/failover.html';
let site, commands;

before(async () => {
  site = await startSite(basicProject);
  commands = site.json('commands.json').commands;
});
after(() => site?.close());

const origins = ['from the disk', 'over HTTP on loopback', 'over HTTP on a host name'];

const pages = ['index.html', runbook, 'hostile.html', '_/health.html', '_/alerts/index.html',
  '_/alerts/OrdersPrimaryDown.html', '_/services/orders-db.html', '_/owners/index.html',
  '_/owners/data-platform.html', '_/folders/db/index.html'];

for (const name of origins) {
  const origin = () => site.origins[name];
  describe(name, () => {
    for (const path of pages) {
      test(`${path} loads its style and script, and nothing complains`, async () => {
        const { page, context, complaints } = await site.open(origin() + path);
        assert.deepEqual(complaints, []);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).marginTop), '0px');
        assert.equal(await page.locator('h1').count(), 1);
        await context.close();
      });
    }

    test('every copy button of commands yields exactly what commands.json says', async () => {
      const { page, context } = await site.open(origin() + runbook);
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
        // A block that is copied whole keeps its comments.
        const text = (await paste(page)).replace(/^# .*\n/gm, '');
        assert.ok(single.includes(text) || blocks.includes(text), `button ${i}: ${text}`);
      }
      await context.close();
    });

    test('a block is copied whole, without prompts and output', async () => {
      const { page, context } = await site.open(origin() + runbook);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
      const prompted = page.locator('figure.code[data-copies] figcaption .copy').first();
      await prompted.click();
      await page.locator('figcaption .copy.done').waitFor();
      assert.equal(await paste(page), "kubectl get pods -n orders\nprintf '%s\\n' \"$HOME/x\" |\n  sort");
      await context.close();
    });

    test('every link between our pages leads to a page', async () => {
      const seen = new Set();
      const open_urls = [origin() + 'index.html'];
      const context = await site.browser.newContext();
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
      assert.deepEqual(site.server.missing.filter((path) => !path.endsWith('favicon.ico')), []);
      await context.close();
    });
  });
}

describe('without scripts', () => {
  test('the page reads whole and shows no dead buttons', async () => {
    const { page, context } = await site.open(site.origins['from the disk'] + runbook, { javaScriptEnabled: false });
    assert.ok((await page.locator('main').innerText()).includes('kubectl get pods -n orders'));
    assert.equal(await page.locator('button').count(), 0);
    await context.close();
  });
});

describe('on a phone', () => {
  for (const path of pages) {
    test(`${path} does not scroll sideways at 360 pixels`, async () => {
      const { page, context } = await site.open(site.origins['from the disk'] + path,
        { viewport: { width: 360, height: 740 } });
      const [content, window] = await page.evaluate(() =>
        [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(content <= window, `${content} > ${window}`);
      await context.close();
    });
  }
});

describe('names without a space', () => {
  let narrow;
  before(async () => {
    const name = 'OrdersDatabaseReplicationControllerDisconnectedFromItsPrimaryForLong';
    const texts = Object.fromEntries([1, 2, 3].map((i) =>
      [`content/page-${i}.md`, `---\ntitle: ${name}${i}\nalerts: [${name}Alert${i}]\nservices: [${name}Service]\n---\n\nText.\n`]));
    narrow = await startSite({ texts });
  });
  after(() => narrow?.close());

  test('do not make a page wider than 360 pixels', async () => {
    for (const path of narrow.paths('.html')) {
      const { page, context } = await narrow.open(narrow.origins['from the disk'] + path, { viewport: { width: 360, height: 740 } });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 360, `${path}: ${width}`);
      await context.close();
    }
  });
});

describe('by keyboard', () => {
  test('the first key leads to a link that skips to the text, and focus shows', async () => {
    const { page, context } = await site.open(site.origins['from the disk'] + runbook);
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
    const { page, context } = await site.open(site.origins['over HTTP on a host name'] + runbook);
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
    const { page, context } = await site.open(site.origins['from the disk'] + runbook);
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
